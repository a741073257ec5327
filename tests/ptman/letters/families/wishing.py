"""An office with a host, its agreement, two students and both supervisors, and a wish for every family."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family, Subject
from ptman.letters.wish import Wish
from ptman.models import (
    Agreement,
    Appointment,
    Organisation,
    Placement,
    PracticeAssessment,
    Student,
    TitleApplication,
    TitleBatch,
    TrainingClass,
    TrainingTrainee,
)
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import PracticeForm
from ptman.models.choices_talents import AssessmentStatus, PracticeGrade, TraineeResult, TrainingKind
from ptman.models.choices_titles import TitleApplicationStatus
from tests import makers
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
    Subject.TRAINEE: TrainingTrainee,
    Subject.TITLE: TitleApplication,
}


def ready(session: Session) -> None:
    """Everything a document of any family needs; the practice of the second student is over."""
    placed(session, {HOST: NAMES})
    organisation(session).name_en = "Xinghe Telecom Ltd."
    certified(session)


def certified(session: Session) -> str:
    """A training class with two who completed it, and a professional title; the id of the class."""
    days = {"starts_on": date(2026, 5, 11), "ends_on": date(2026, 5, 15), "hours": 40}
    one = TrainingClass(class_no="PX1", name="数字化研修班", kind=TrainingKind.TOP, **days)
    makers.added(session, one)
    for seq, name in enumerate(("白景行", "葛䶮"), 1):
        made = TrainingTrainee(class_id=one.id, seq=seq, name=name, unit=HOST, result=TraineeResult.COMPLETED)
        made.cert_no, made.cert_on = f"PX-GD-{seq:05d}", date(2026, 5, 15)
        session.add(made)
    batch = TitleBatch(name="2026年春季", year=2026, apply_close=date(2026, 3, 15), approval_doc_no="院发〔2026〕3号")
    makers.added(session, batch)
    student = session.scalars(select(Student).order_by(Student.student_no)).first()
    title = TitleApplication(application_no="ZC-1", batch_id=batch.id, student_id=student.id if student else "")
    title.status, title.cert_no = TitleApplicationStatus.CERTIFICATE_ISSUED, "GCS2026001"
    title.qualified_on, title.specialty = date(2026, 4, 20), "软件工程"
    session.add(title)
    return str(one.id)


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
