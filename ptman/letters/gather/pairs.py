"""Who guides a student now, with all that a document may say of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.letters.gather import named
from ptman.models import AcademicSupervisor, IndustrySupervisor, Organisation, Person, Supervision
from ptman.models.choices import Role

_NOBODY = Label("", "")


@dataclass(frozen=True, slots=True)
class Guide:
    """One supervisor; empty texts where there is none or nothing is known."""

    name: Label = _NOBODY
    title: str = ""
    post: str = ""
    unit: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    academic: Guide = Guide()
    industry: Guide = Guide()


@dataclass(frozen=True, slots=True)
class Guides:
    """The supervisors of some students."""

    known: Mapping[str, Pair]

    def of(self, student: str) -> Pair:
        return self.known.get(student, Pair())


def guides(session: Session, students: Iterable[str]) -> Guides:
    """Those that guide these students now."""
    return Guides({key: Pair(_academic(session, key), _industry(session, key)) for key in dict.fromkeys(students)})


def _academic(session: Session, student: str) -> Guide:
    row = session.execute(
        select(AcademicSupervisor, Person)
        .join(Supervision, Supervision.academic_supervisor_id == AcademicSupervisor.id)
        .join(Person, Person.id == AcademicSupervisor.person_id)
        .where(*_now(student, Role.ACADEMIC))
    ).first()
    if row is None:
        return Guide()
    one, person = row
    return Guide(named.person(person), one.title_name or "", "", one.department, person.mobile or "")


def _industry(session: Session, student: str) -> Guide:
    row = session.execute(
        select(IndustrySupervisor, Person, Organisation)
        .join(Supervision, Supervision.industry_supervisor_id == IndustrySupervisor.id)
        .join(Person, Person.id == IndustrySupervisor.person_id)
        .join(Organisation, Organisation.id == IndustrySupervisor.organisation_id)
        .where(*_now(student, Role.INDUSTRY))
    ).first()
    if row is None:
        return Guide()
    one, person, unit = row
    return Guide(named.person(person), one.title_name or "", one.post or "", unit.name, person.mobile or "")


def _now(student: str, role: Role) -> tuple[ColumnElement[bool], ...]:
    return (
        Supervision.student_id == student,
        Supervision.role == role,
        Supervision.ends_on.is_(None),
        Supervision.retired_on.is_(None),
    )
