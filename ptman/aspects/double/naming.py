"""Students and supervisors of both kinds by id, with what is needed to name and to reach them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from ptman.models import AcademicSupervisor, IndustrySupervisor, Organisation, Person, Student


@dataclass(frozen=True, slots=True)
class Someone:
    """One student or supervisor; `unit` is the department or the organisation."""

    noun: str
    id: str
    number: str
    name: str
    unit: str
    mobile: str
    email: str


@dataclass(frozen=True, slots=True)
class Names:
    """`people` are supervisors of both kinds: ids are made once for all nouns."""

    students: Mapping[str, Someone]
    people: Mapping[str, Someone]


def names(session: Session) -> Names:
    return Names(_students(session), {**_academics(session), **_industries(session)})


def _students(session: Session) -> dict[str, Someone]:
    one = Student
    query = select(one.id, one.student_no, Person.name, one.department, Person.mobile, Person.email)
    return _found("student", session.execute(query.join(Person, Person.id == one.person_id)))


def _academics(session: Session) -> dict[str, Someone]:
    one = AcademicSupervisor
    query = select(one.id, one.staff_no, Person.name, one.department, Person.mobile, Person.email)
    return _found("academic_supervisor", session.execute(query.join(Person, Person.id == one.person_id)))


def _industries(session: Session) -> dict[str, Someone]:
    one = IndustrySupervisor
    query = (
        select(one.id, one.supervisor_no, Person.name, Organisation.name, Person.mobile, Person.email)
        .join(Person, Person.id == one.person_id)
        .join(Organisation, Organisation.id == one.organisation_id)
    )
    return _found("industry_supervisor", session.execute(query))


def _found(noun: str, rows: Iterable[Row[str, str, str, str | None, str | None, str | None]]) -> dict[str, Someone]:
    return {
        key: Someone(noun, key, number, name, unit or "", mobile or "", email or "")
        for key, number, name, unit, mobile, email in rows
    }
