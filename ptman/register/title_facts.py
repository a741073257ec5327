"""What is known of students for the title rules: courses, score of practice, months of work, the employer's consent."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ptman.models import CourseResult, PracticeAssessment, TitleApplication, TitleEvidence
from ptman.models.choices_talents import AssessmentStatus
from ptman.models.choices_titles import EvidenceKind, EvidenceStatus, TitleApplicationStatus
from ptman.models.core import Record
from ptman.rules.titles.mean import Course

CONFIRMED = frozenset({AssessmentStatus.FACULTY_CONFIRMED, AssessmentStatus.PASSED, AssessmentStatus.FAILED})
GIVEN = frozenset({EvidenceStatus.RECEIVED, EvidenceStatus.VERIFIED})
Only = Collection[str] | None
"""The students asked about; None for all."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A student's application as far as the tests need it; `consent` is None where it is not spoken of."""

    id: str
    number: str
    batch: str
    status: TitleApplicationStatus
    work_months: int | None
    consent: bool | None


def courses(session: Session, only: Only = None) -> dict[str, tuple[Course, ...]]:
    """The degree courses by student, of a course taken twice the better score; nobody without any course."""
    one = CourseResult
    query = select(one.student_id, one.course_code, one.score_x10, one.credit_x10, one.is_degree_course)
    best: dict[str, dict[str, Course]] = {}
    for student, code, score, credit, counts in session.execute(query.where(*_of(one, only))):
        mine = best.setdefault(student, {})
        before = mine.get(code)
        if counts and (before is None or _rank(score) > _rank(before.score_x10)):
            mine[code] = Course(score, credit)
    return {student: tuple(mine.values()) for student, mine in best.items()}


def scores(session: Session, only: Only = None) -> dict[str, int]:
    """The total of the last assessment that was confirmed, by student, in tenths."""
    one = PracticeAssessment
    query = select(one.student_id, one.total_score_x10, one.status).order_by(one.attempt_no)
    rows = session.execute(query.where(*_of(one, only)))
    return {student: total for student, total, status in rows if status in CONFIRMED and total is not None}


def applications(session: Session, batch_id: str = "", only: Only = None) -> dict[str, Applied]:
    """The application of each student in that batch; without a batch the last one made."""
    one = TitleApplication
    conditions = (*_of(one, only), *((one.batch_id == batch_id,) if batch_id else ()))
    given = _consents(session)
    return {
        row.student_id: Applied(
            row.id, row.application_no, row.batch_id, row.status, row.work_months, given.get(row.id)
        )
        for row in session.scalars(select(one).where(*conditions).order_by(one.id))
    }


def _consents(session: Session) -> dict[str, bool]:
    """Whether the employer's consent is there, by application; one that is only asked for is not."""
    paper = TitleEvidence
    query = select(paper.application_id, paper.status).where(
        paper.kind == EvidenceKind.EMPLOYER_CONSENT, paper.retired_on.is_(None)
    )
    given: dict[str, bool] = {}
    for application, status in session.execute(query):
        given[application] = given.get(application, False) or status in GIVEN
    return given


def _of(noun: type[Record], only: Only) -> tuple[ColumnElement[bool], ...]:
    table: Any = noun
    mine = () if only is None else (table.student_id.in_(only),)
    return (table.retired_on.is_(None), *mine)


def _rank(score: int | None) -> int:
    return -1 if score is None else score
