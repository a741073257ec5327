"""The record of what is given away: refused where it is not whole, kept with the file or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from ptman import journal
from ptman.errors import PtmanError
from ptman.export.giving import planning, wish
from ptman.export.giving.planning import Plan
from ptman.labels import Label
from ptman.listing import Column
from ptman.models import Disclosure


@dataclass(frozen=True, slots=True)
class Handed:
    """The file as it was handed over: its name, its SHA-256, and the columns in it."""

    name: str
    sha256: str
    columns: Sequence[Column]


def refuse(session: Session, plan: Plan, today: date) -> None:
    """PtmanError `giving-incomplete`, `nobody-agreed`, `draft-stale` where somebody's consent has changed since."""
    if (missing := wish.wanting(plan.wish)) is not None:
        raise _incomplete(missing)
    if not plan.rows:
        raise _nobody(plan)
    whole = replace(plan.listing, rows=(*plan.listing.rows, *plan.excluded))
    now = planning.draft(session, whole, plan.wish, today)
    if {row.id for row in now.excluded} != {row.id for row in plan.excluded}:
        raise _stale()


def record(session: Session, plan: Plan, handed: Handed, today: date) -> Disclosure:
    """Add the record; what the file of the office refuses is refused here, before anything is given."""
    asked = plan.wish
    owners = {plan.students[row.id] for row in plan.listing.rows if row.id in plan.students}
    made = Disclosure(
        given_on=today,
        who=journal.book_of(session).who or "—",
        recipient_name=asked.recipient.name.strip(),
        recipient_id=asked.recipient.id or None,
        outside=not asked.recipient.inside,
        purpose=asked.purpose,
        note=asked.note.strip() or None,
        agreement=asked.agreement.strip() or None,
        list_title=plan.listing.title.zh,
        fields="、".join(column.label.zh for column in handed.columns),
        sensitive="、".join(column.label.zh for column in wish.sensitive(handed.columns)) or None,
        unmask_reason=asked.unmask_reason.strip() or None if asked.unmask else None,
        rows=plan.rows,
        excluded=len(plan.excluded),
        file_name=handed.name,
        sha256=handed.sha256,
        subject_ids=sorted(owners),
    )
    session.add(made)
    session.flush()  # whatever the file of the office refuses, it refuses before anything is given
    return made


def gone_unless_recorded(session: Session, target: Path) -> None:
    """Where the record does not get into the office file after all, what was to be given must not stay."""
    recorded: list[bool] = []

    def ended(_session: Session, transaction: SessionTransaction) -> None:
        if transaction.parent is None and not recorded:
            target.unlink(missing_ok=True)

    event.listen(session, "after_commit", lambda _session: recorded.append(True))
    event.listen(session, "after_transaction_end", ended)


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
