"""The verbs of giving data away: draft it, and do it with its record as one step that cannot be taken back."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from ptman import files, journal
from ptman.errors import PtmanError
from ptman.export import workbook
from ptman.export.giving import consents, wish
from ptman.export.giving.wish import Wish
from ptman.export.layouts import applying
from ptman.export.options import Options
from ptman.fields import Sensitivity
from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.models import Disclosure
from ptman.rules import disclosing


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be given: the rows that may go with all columns, and the rows of who has not agreed."""

    wish: Wish
    listing: Listing
    excluded: tuple[Row, ...]
    students: dict[str, str]

    @property
    def rows(self) -> int:
        return len(self.listing.rows)


@dataclass(frozen=True, slots=True)
class Given:
    """What was given and where the file is."""

    id: str
    path: Path
    rows: int
    excluded: int
    sha256: str
    notices: tuple[Label, ...] = ()


def draft(session: Session, listing: Listing, asked: Wish, today: date) -> Plan:
    """What would go to the recipient; nothing changes. Inside the university no consent is asked for."""
    students = consents.students_of(session, listing)
    lacking: set[str] = set()
    if not asked.recipient.inside:
        known = consents.of(session, students.values(), asked.purpose)
        lacking = {row for row, owner in students.items() if not _agreed(known.get(owner, []), asked, today)}
    kept = tuple(row for row in listing.records if row.id not in lacking)
    excluded = tuple(row for row in listing.records if row.id in lacking)
    plain = replace(listing, rows=kept)
    return Plan(asked, _unmasked(session, plain) if asked.unmask else plain, excluded, students)


def give(session: Session, plan: Plan, target: Path, options: Options) -> Given:
    """Write the workbook for the recipient and the record of it, both or neither.

    Raises PtmanError `giving-incomplete`, `nobody-agreed`, `draft-stale` where somebody's consent has changed since.
    """
    asked = plan.wish
    if (missing := wish.wanting(asked)) is not None:
        raise _incomplete(missing)
    if not plan.rows:
        raise _nobody(plan)
    whole = replace(plan.listing, rows=(*plan.listing.rows, *plan.excluded))
    if {row.id for row in draft(session, whole, asked, options.dated).excluded} != {row.id for row in plan.excluded}:
        raise _stale()
    sheets = applying.sheets(asked.layout, plan.listing)
    content, notices = workbook.content(sheets, options)
    digest = hashlib.sha256(content).hexdigest()
    record = _record(session, plan, (target.name, digest), options.dated)
    session.add(record)
    name, count = asked.recipient.name.strip(), plan.rows
    title = plan.listing.title
    journal.say(session, f"向{name}提供{title.zh} {count} 行", f"Give {count} rows of {title.en} to {name}")
    session.flush()  # whatever the file of the office refuses, it refuses before anything is given
    files.write_atomically(target, content)
    _gone_unless_recorded(session, target)
    return Given(record.id, target, count, len(plan.excluded), digest, notices)


def _gone_unless_recorded(session: Session, target: Path) -> None:
    """Where the record does not get into the office file after all, what was to be given must not stay."""
    recorded: list[bool] = []

    def ended(_session: Session, transaction: SessionTransaction) -> None:
        if transaction.parent is None and not recorded:
            target.unlink(missing_ok=True)

    event.listen(session, "after_commit", lambda _session: recorded.append(True))
    event.listen(session, "after_transaction_end", ended)


def _agreed(known: list[disclosing.Consent], asked: Wish, today: date) -> bool:
    return any(disclosing.covers(one, asked.purpose, asked.recipient.towards, today) for one in known)


def _unmasked(session: Session, listing: Listing) -> Listing:
    """Identity numbers whole, as the office has them."""
    at = [i for i, column in enumerate(listing.columns) if column.sensitivity is Sensitivity.GUARDED]
    numbers = consents.numbers(session, listing)
    return replace(listing, rows=tuple(_with(row, at, numbers.get(row.id)) for row in listing.rows))


def _with(row: Row, places: list[int], number: str | None) -> Row:
    cells = tuple(number if i in places and number else cell for i, cell in enumerate(row.cells))
    return replace(row, cells=cells)


def _record(session: Session, plan: Plan, file: tuple[str, str], today: date) -> Disclosure:
    asked = plan.wish
    keys = [key for key in asked.layout.keys if plan.listing.has(key)]
    columns = [plan.listing.columns[plan.listing.index(key)] for key in keys]
    guarded = wish.sensitive(columns)
    owners = {plan.students[row.id] for row in plan.listing.rows if row.id in plan.students}
    return Disclosure(
        given_on=today,
        who=journal.book_of(session).who or "—",
        recipient_name=asked.recipient.name.strip(),
        recipient_id=asked.recipient.id or None,
        outside=not asked.recipient.inside,
        purpose=asked.purpose,
        note=asked.note.strip() or None,
        agreement=asked.agreement.strip() or None,
        list_title=plan.listing.title.zh,
        fields="、".join(column.label.zh for column in columns),
        sensitive="、".join(column.label.zh for column in guarded) or None,
        unmask_reason=asked.unmask_reason.strip() or None if asked.unmask else None,
        rows=plan.rows,
        excluded=len(plan.excluded),
        file_name=file[0],
        sha256=file[1],
        subject_ids=sorted(owners),
    )


def _incomplete(missing: Label) -> PtmanError:
    return PtmanError(
        "giving-incomplete",
        f"{missing.zh}没有写出，也没有记录。",
        f"{missing.en} Nothing was written and nothing recorded.",
    )


def _nobody(plan: Plan) -> PtmanError:
    count = len(plan.excluded)
    return PtmanError(
        "nobody-agreed",
        f"没有可以提供的行：{count} 名学生都没有对此用途和接收方的同意记录。没有写出；请先登记同意书。",
        f"There is no row to give: none of {count} students has agreed. Nothing was written; record consent first.",
    )


def _stale() -> PtmanError:
    return PtmanError(
        "draft-stale",
        "核对之后，有学生的同意记录变了。没有写出，也没有记录；请重新核对。",
        "Somebody's consent has changed since you looked. Nothing was written and nothing recorded; look again.",
    )
