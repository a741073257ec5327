"""An office with a batch for professional titles and one student who meets every test."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman import db
from ptman.models import (
    CourseResult,
    DegreeApplication,
    PracticeAssessment,
    Student,
    TitleApplication,
    TitleBatch,
    TitleCommitteeMember,
    TitleEvidence,
)
from ptman.models.choices import PlacementStatus
from ptman.models.choices_talents import AssessmentStatus
from ptman.models.choices_titles import CommitteeRole, EvidenceKind, EvidenceStatus
from ptman.register import cards, edit, moving
from tests import makers

TODAY = date(2026, 11, 23)
"""A Monday."""
ASKED = (
    EvidenceKind.TRANSCRIPT,
    EvidenceKind.PRACTICE_ASSESSMENT,
    EvidenceKind.DEGREE_OR_STATUS,
    EvidenceKind.INTEGRITY,
    EvidenceKind.PATENT,
)


@dataclass(frozen=True, slots=True)
class Made:
    """Ids of what was made."""

    batch: str
    student: str
    base: str
    period: str


def make(session: Session) -> Made:
    """A batch that is open, and a student who has all it takes."""
    batch = TitleBatch(name="2027年春季", year=2026, apply_close=date(2026, 12, 15), graduates_of=date(2027, 3, 1))
    batch.apply_open, batch.practice_until, batch.review_on = date(2026, 11, 1), date(2027, 3, 31), date(2026, 12, 20)
    batch.publicity_from, batch.publicity_to = date(2026, 12, 21), date(2026, 12, 25)
    batch.cert_prefix = "GCS2026"
    makers.added(session, batch)
    for seq in range(1, 10):
        one = TitleCommitteeMember(batch_id=batch.id, seq=seq, name=f"评委{seq}", present=seq < 8)
        one.role = CommitteeRole.CHAIR if seq == 1 else CommitteeRole.MEMBER
        session.add(one)
    session.add(
        TitleCommitteeMember(batch_id=batch.id, seq=10, name="秘书", role=CommitteeRole.SECRETARY, present=True)
    )
    base = makers.base(session)
    period = makers.period(session, cohort=2024)
    student = graduating(session, "22460001", "张雨桐")
    fit(session, student)
    days = {"starts_on": date(2025, 9, 1), "ends_on": date(2026, 8, 31)}
    makers.placement(session, student, base, period, status=PlacementStatus.FINISHED, **days)
    return Made(batch.id, student.id, base.id, period.id)


def graduating(session: Session, number: str, name: str, **more: object) -> Student:
    values: dict[str, object] = {
        "cohort_year": 2024,
        "enrolled_on": date(2024, 9, 1),
        "expected_graduation_on": date(2027, 3, 31),
        "prior_work_months": 0,
    }
    return makers.student(session, number, name, **values | more)


def fit(session: Session, student: Student, mean: int = 850, score: int = 880) -> None:
    """Degree courses and a confirmed assessment of practice, in tenths."""
    for at, code in enumerate(("C1", "C2")):
        result = CourseResult(student_id=student.id, course_code=code, course_name=code, semester="2024-1")
        result.is_degree_course, result.credit_x10, result.score_x10 = True, 30, mean + at * 10 - 5
        session.add(result)
    session.add(PracticeAssessment(student_id=student.id, status=AssessmentStatus.PASSED, total_score_x10=score))


def apply(session: Session, made: Made, number: str = "ZC-2026-001") -> str:
    one = TitleApplication(application_no=number, batch_id=made.batch, student_id=made.student)
    return str(makers.added(session, one).id)


def bring(session: Session, application: str, status: EvidenceStatus = EvidenceStatus.VERIFIED) -> None:
    """All the evidence that is asked."""
    for seq, kind in enumerate(ASKED, 20):
        session.add(TitleEvidence(application_id=application, seq=seq, kind=kind, status=status))


def award(session: Session, made: Made) -> None:
    session.add(DegreeApplication(student_id=made.student, title="论文", awarded_on=date(2027, 3, 20)))


def put(office: db.Database, noun: str, key: str, **values: object) -> None:
    """Correct a record as a form does."""
    office.write(edit.correct, office.read(cards.card, noun, key).ref, values, TODAY)  # type: ignore[arg-type]  # values of a form


def go(office: db.Database, key: str, *steps: str, today: date = TODAY, reason: str = "理由") -> None:
    """Take these steps of an application."""
    for step in steps:
        office.write(moving.move, office.read(cards.card, "title_application", key).ref, step, today, reason)


def status(office: db.Database, key: str) -> str:
    return str(office.read(cards.card, "title_application", key).values["status"])
