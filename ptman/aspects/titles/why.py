"""Why one student stands as they stand: every test, practice as bars, and what a longer one would do."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.titles import gathering
from ptman.aspects.titles.gathering import Known
from ptman.aspects.titles.rows import StudentRow
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.register import title_cases
from ptman.register.title_cases import Case
from ptman.rules import findings, months
from ptman.rules.practice import ledger
from ptman.rules.practice.ledger import Bar, Terms
from ptman.rules.titles import what_if as rules
from ptman.rules.titles.what_if import Changed


@dataclass(frozen=True, slots=True)
class Why:
    """One student before the tests; `latest` is the last day whose practice counts."""

    student: StudentRow
    batch: str
    bars: tuple[Bar, ...]
    practice: Label
    latest: date | None
    ends: date | None


def why(session: Session, student_id: str, batch_id: str, today: date) -> Why:
    """PtmanError `not-judged` where the student no longer studies."""
    case = _case(session, student_id, batch_id, today)
    (row,) = gathering.students((case,), Known(session), today)
    asked = case.question
    stays = (asked.candidate.stays or ()) if asked else ()
    terms = (asked.batch.terms if asked else None) or Terms()
    book = ledger.ledger(stays, terms)
    past = findings.length(months.carried(months.total(ledger.until(book.pieces, today))))
    return Why(
        row,
        batch_id,
        book.bars,
        past,
        asked.batch.latest if asked else None,
        max((one.days.end for one in stays), default=None),
    )


def what_if(session: Session, student_id: str, batch_id: str, until: date, today: date) -> tuple[Changed, ...]:
    """Each test now and with practice until that day. PtmanError `not-judged`, `what-if-backwards`."""
    asked = _case(session, student_id, batch_id, today).question
    return rules.extend(asked, until, today) if asked is not None else ()


def _case(session: Session, student_id: str, batch_id: str, today: date) -> Case:
    found = title_cases.case(session, student_id, batch_id, today)
    if found is None:
        raise PtmanError(
            "not-judged",
            "这名学生不在读，也没有申报，不作核验。",
            "This student neither studies nor has applied, so nothing is judged.",
        )
    return found
