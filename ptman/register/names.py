"""What lists say about the people and things that their rows point to, loaded once a list."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import (
    AcademicSupervisor,
    DegreeCategory,
    DegreeField,
    IndustrySupervisor,
    Organisation,
    Period,
    Person,
    TrainingBase,
)


@dataclass(frozen=True, slots=True)
class Academic:
    """An academic supervisor as a student's list names them."""

    name: str
    number: str
    department: str
    title: str | None
    full: str | None
    initials: str | None


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry supervisor as a student's list names them."""

    name: str
    number: str
    organisation: str
    post: str | None
    title: str | None
    mobile: str | None
    full: str | None
    initials: str | None


@dataclass(frozen=True, slots=True)
class Base:
    """A base with its host."""

    name: str
    number: str
    host_id: str
    host: str
    uscc: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period of practice."""

    id: str
    cohort: int
    name: str
    starts_on: date
    ends_on: date


def categories(session: Session) -> dict[str, Label]:
    rows = session.execute(select(DegreeCategory.code, DegreeCategory.name, DegreeCategory.name_en))
    return {code: Label(name, english or name) for code, name, english in rows}


def degree_fields(session: Session) -> dict[str, Label]:
    rows = session.execute(select(DegreeField.code, DegreeField.name, DegreeField.name_en))
    return {code: Label(name, english or name) for code, name, english in rows}


def academics(session: Session) -> dict[str, Academic]:
    one = AcademicSupervisor
    query = select(
        one.id, Person.name, one.staff_no, one.department, one.title_name, Person.name_pinyin, Person.initials
    ).join(Person, one.person_id == Person.id)
    return {row[0]: Academic(*row[1:]) for row in session.execute(query)}


def industries(session: Session) -> dict[str, Industry]:
    one = IndustrySupervisor
    query = (
        select(one.id, Person.name, one.supervisor_no, Organisation.name, one.post, one.title_name, Person.mobile)
        .add_columns(Person.name_pinyin, Person.initials)
        .join(Person, one.person_id == Person.id)
        .join(Organisation, one.organisation_id == Organisation.id)
    )
    return {row[0]: Industry(*row[1:]) for row in session.execute(query)}


def bases(session: Session) -> dict[str, Base]:
    one = TrainingBase
    query = select(one.id, one.name, one.base_no, Organisation.id, Organisation.name, Organisation.uscc, one.address)
    joined = query.join(Organisation, one.host_organisation_id == Organisation.id)
    return {row[0]: Base(*row[1:]) for row in session.execute(joined)}


def periods(session: Session) -> dict[str, Stretch]:
    query = select(Period.id, Period.cohort_year, Period.name, Period.starts_on, Period.ends_on).where(
        Period.retired_on.is_(None)
    )
    return {row[0]: Stretch(*row) for row in session.execute(query.order_by(Period.starts_on, Period.name))}
