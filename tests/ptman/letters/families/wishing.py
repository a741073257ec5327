"""An office with a host, its agreement, two students and both supervisors, and a wish for every family."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family, Subject
from ptman.letters.wish import Wish
from ptman.models import Agreement, Appointment, Organisation, Placement, PracticeAssessment, Student
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import PracticeForm
from ptman.models.choices_talents import AssessmentStatus, PracticeGrade
from tests.ptman.letters.sending import placed

HOST = "星河通信有限公司"
NAMES = ("赵雨桐", "买买提·阿不都")
ISSUABLE = tuple(family for family in catalogue.ALL if not family.by_reissue)
_GIVEN = {
    "unit": f"{HOST}||Xinghe Telecom",
    "subject": "邀请参加交流会||An Invitation",
    "text": "请贵单位派员参加。||Please send a representative.",
    "new": "沈默||Shen Mo",
    "reason": "原导师调离||The supervisor has left",
}
_NOUNS = {
    Subject.PLACEMENTS: Placement,
    Subject.PLACEMENT: Placement,
    Subject.STUDENTS: Student,
    Subject.STUDENT: Student,
    Subject.APPOINTMENT: Appointment,
    Subject.AGREEMENT: Agreement,
    Subject.ORGANISATION: Organisation,
}


def ready(session: Session) -> None:
    """Everything a document of any family needs; the practice of the second student is over."""
    placed(session, {HOST: NAMES})
    organisation(session).name_en = "Xinghe Telecom Ltd."


def finish(session: Session) -> None:
    """All placements are completed as project research, and the assessments passed."""
    for one in session.scalars(select(Placement)):
        one.status, one.practice_form = PlacementStatus.FINISHED, PracticeForm.PROJECT_RESEARCH
        session.add(
            PracticeAssessment(
                student_id=one.student_id, status=AssessmentStatus.PASSED, grade=PracticeGrade.GOOD, total_score_x10=853
            )
        )


def organisation(session: Session) -> Organisation:
    return session.scalars(select(Organisation).where(Organisation.name == HOST)).one()


def wish(office: db.Database, family: Family, language: str = "zh", layout: str = "") -> Wish:
    """For all records that the family may be about, or the first."""
    noun = _NOUNS[family.subject]
    ids = office.read(lambda session: tuple(session.scalars(select(noun.id).order_by(noun.id))))
    if family.subject is Subject.ORGANISATION:
        ids = (office.read(lambda session: organisation(session).id),)
    several = family.subject in {Subject.PLACEMENTS, Subject.STUDENTS}
    given = tuple((ask.key, _GIVEN[ask.key]) for ask in family.asks if ask.key in _GIVEN)
    return Wish(family.key, ids if several else ids[:1], given, language, layout)
