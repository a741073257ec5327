"""An office with a host, two industry supervisors there and one elsewhere, three students of the first, letters out."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.letters import store
from ptman.models import (
    AcademicSupervisor,
    Appointment,
    Contact,
    IndustrySupervisor,
    Organisation,
    Person,
    QualificationEvidence,
    Student,
    SupervisorChange,
)
from ptman.models.choices import AppointmentStatus, Role, TitleLevel
from ptman.models.choices_double import ChangeReason, EvidenceKind
from tests import makers
from tests.ptman.letters.sending import placed

TODAY = date(2026, 11, 20)
LEAVES = date(2027, 3, 1)
HOST = "星河通信有限公司"
PUPILS = ("赵雨桐", "钱思远", "孙若溪")


@dataclass(frozen=True, slots=True)
class Made:
    leaver: str
    takes: str
    elsewhere: str
    academic: str
    other: str
    students: tuple[str, ...]
    appointment: str
    change: str


def make(session: Session) -> Made:
    placed(session, {HOST: PUPILS})
    leaver = session.scalars(select(IndustrySupervisor)).one()
    leaver.title_level, leaver.max_students = TitleLevel.SENIOR, 5
    academic = session.scalars(select(AcademicSupervisor)).one()
    other = makers.academic(session, "0100002", "王芳")
    unit = {"organisation": session.get_one(Organisation, leaver.organisation_id)}
    takes = makers.appointed(session, "E100", "高建国", max_students=3, **unit)
    makers.added(session, Contact(organisation_id=leaver.organisation_id, name="沈默", phone="13800000001"))
    far = makers.appointed(session, "E200", "林岚", organisation=makers.organisation(session, "远山电子有限公司"))
    for kind in (EvidenceKind.REGISTRATION_FORM, EvidenceKind.ID_COPY, EvidenceKind.TITLE_COPY):
        makers.added(session, QualificationEvidence(industry_supervisor_id=leaver.id, kind=kind, seen_on=TODAY))
    students = tuple(session.scalars(select(Student.id).order_by(Student.student_no)))
    change = makers.added(
        session,
        SupervisorChange(
            request_no="BG2026-001",
            student_id=students[0],
            role=Role.ACADEMIC,
            new_academic_id=other.id,
            reason_code=ChangeReason.HEALTH,
            applied_on=TODAY,
        ),
    )
    approved = makers.industry(session, "E300", "何岩", **unit)
    waiting = makers.appointment(
        session, approved, status=AppointmentStatus.APPROVED, appointment_no="PS20260009", category_code="0854"
    )
    return Made(leaver.id, takes.id, far.id, academic.id, other.id, students, waiting.id, change.id)


def send(office: db.Database, today: date = TODAY) -> None:
    """The placement letters go out."""
    office.write(store.issue, office.read(store.draft, 2026, today), None, today)


def ends(session: Session, who: str, day: date) -> None:
    """The term of a supervisor ends on that day."""
    session.scalars(select(Appointment).where(Appointment.industry_supervisor_id == who)).one().term_end = day


def names(session: Session) -> dict[str, str]:
    """The names of supervisors by id."""
    found = {}
    for noun in (AcademicSupervisor, IndustrySupervisor):
        rows = session.execute(select(noun.id, Person.name).join(Person, Person.id == noun.person_id))
        found |= {key: name for key, name in rows}  # noqa: C416 dict() would take it for a mapping
    return found
