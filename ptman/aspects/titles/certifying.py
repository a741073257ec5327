"""Numbers and issues the certificates of a batch: drafted for all who are confirmed, kept as one step."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.titles import gathering
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import Person, Student, TitleApplication, TitleBatch
from ptman.models.choices_titles import TitleApplicationStatus
from ptman.register import cards, moving, title_guards
from ptman.register.cards import Ref

NUMBER = Label("证书编号", "Certificate no.")


@dataclass(frozen=True, slots=True)
class Certificates:
    """The draft; `numbers` go by the id of the application."""

    draft: Draft
    batch: str
    refs: dict[str, Ref]
    numbers: dict[str, str]


def draft(session: Session, batch_id: str, today: date) -> Certificates:
    """A number for each who is confirmed and has the degree, why not for the others. PtmanError `no-prefix`."""
    batch = gathering.batch(session, batch_id)
    if not batch.cert_prefix:
        raise PtmanError(
            "no-prefix",
            f"批次“{batch.name}”还没有证书编号字头，没有起草证书。请先在批次中填写。",
            f"The batch “{batch.name}” has no prefix for its certificates. None was drafted; enter it in the batch.",
        )
    items, refs, numbers = [], {}, {}
    serial = _last(session, batch.cert_prefix)
    for one, name in _confirmed(session, batch):
        title = f"{one.application_no} {name}"
        if (off := title_guards.GUARDS["degree_awarded"](session, one, today)) is not None:
            items.append(Item(one.id, Fate.REFUSED, title, notes=(off,)))
            continue
        if not one.cert_no:
            serial += 1
        numbers[one.id] = one.cert_no or f"{batch.cert_prefix}{serial:03d}"
        refs[one.id] = Ref("title_application", one.id, one.version)
        items.append(Item(one.id, Fate.NEW, title, (Difference(NUMBER, one.cert_no or "", numbers[one.id]),)))
    head = Label(f"发证：{batch.name}", f"Issue certificates: {batch.name}")
    return Certificates(Draft(head, tuple(items)), batch.id, refs, numbers)


def keep(session: Session, drawn: Certificates, taken: Collection[str], today: date) -> int:
    """Write the numbers and issue; how many. Raises `Stale` and what `moving.move` raises."""
    wanted = [key for key in drawn.refs if key in taken]
    for key in wanted:
        ref = drawn.refs[key]
        row = session.get_one(TitleApplication, key)
        if row.version != ref.version:
            raise PtmanError(
                "stale",
                "预览之后申报变了，没有发任何证书。请重新起草。",
                "An application has changed since the preview. No certificate was issued; draft again.",
            )
        row.cert_no = drawn.numbers[key]
        session.flush()  # the guard of the step reads the number
        moving.move(session, cards.card(session, ref.noun, key).ref, "issue_certificate", today)
    journal.say(session, f"发放职称证书 {len(wanted)} 份", f"Issue {len(wanted)} certificates")
    return len(wanted)


def _confirmed(session: Session, batch: TitleBatch) -> list[tuple[TitleApplication, str]]:
    one = TitleApplication
    query = (
        select(one, Person.name)
        .join(Student, one.student_id == Student.id)
        .join(Person, Student.person_id == Person.id)
        .where(one.batch_id == batch.id, one.status == TitleApplicationStatus.CONFIRMED, one.retired_on.is_(None))
    )
    return [(row, name) for row, name in session.execute(query.order_by(one.application_no))]


def _last(session: Session, prefix: str) -> int:
    """The highest serial number under the prefix; numbers are never used again."""
    numbers = session.scalars(select(TitleApplication.cert_no).where(TitleApplication.cert_no.startswith(prefix)))
    return max((int(rest) for one in numbers if one and (rest := one.removeprefix(prefix)).isdecimal()), default=0)
