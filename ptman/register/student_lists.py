"""The list of students and the list of both supervisors of each (domain §10.1, §10.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session, aliased

from ptman import parameters
from ptman.labels import Label
from ptman.listing import Listing, Value
from ptman.models import (
    Organisation,
    Person,
    Programme,
    Student,
    TrainingBase,
)
from ptman.models.choices import Role
from ptman.register import duplicates, names, rows, standing, student_columns

OWN = (
    *("student_no", "cohort_year", "category_code", "field_code", "study_mode", "orientation_type", "employer_type"),
    *("enrolled_on", "expected_graduation_on", "prior_work_months", "topic", "status", "department"),
)
PERSONS = ("name", "name_pinyin", "initials", "gender", "id_type", "id_number", "mobile", "email", "remark")
EARLY = 30  # days after which a vacancy is worth a look; the rule parameter says when it is overdue


@dataclass(frozen=True, slots=True)
class Around:
    """What the rows of students point to, on one day."""

    today: date
    limits: dict[int, int]
    categories: dict[str, Label]
    fields: dict[str, Label]
    academics: dict[str, names.Academic]
    industries: dict[str, names.Industry]
    bases: dict[str, names.Base]
    guides: dict[tuple[str, Role], standing.Guide]
    places: dict[str, standing.Place]
    terms: dict[str, standing.Term]
    doubtful: frozenset[str]


def students(
    session: Session, today: date, cohort: int | None = None, *, unmasked: bool = False, retired: bool = False
) -> Listing:
    """Every student (of a cohort) with who guides them and where they practise today."""
    view = rows.View(unmasked=unmasked, retired=retired)
    return rows.listing(student_columns.STUDENTS, (entry for _, entry in _entries(session, today, cohort)), view)


def double_supervisors(session: Session, today: date, cohort: int | None = None) -> Listing:
    """Students with both supervisors, vacancies shown; those who left without any are not on it."""
    entries = (
        entry
        for row, entry in _entries(session, today, cohort)
        if row["status"] in standing.HOLDING or entry.cells["academic"] or entry.cells["industry"]
    )
    return rows.listing(student_columns.DOUBLE, entries)


def _around(session: Session, today: date) -> Around:
    return Around(
        today,
        _limits(session),
        names.categories(session),
        names.degree_fields(session),
        names.academics(session),
        names.industries(session),
        names.bases(session),
        standing.guides(session, today),
        standing.places(session, today),
        standing.terms(session, today),
        duplicates.doubtful(session, "student"),
    )


def _limits(session: Session) -> dict[int, int]:
    """By cohort the days within which both supervisors are to be found."""
    years = session.scalars(select(Student.cohort_year).distinct()).all()
    return {year: parameters.number(session, "supervisor.assign_within_days", year) for year in years}


def _entries(session: Session, today: date, cohort: int | None) -> Iterator[tuple[RowMapping, rows.Entry]]:
    branch = aliased(TrainingBase)
    own = (getattr(Student, key) for key in OWN)
    persons = (getattr(Person, key) for key in PERSONS)
    named = (Organisation.name.label("employer"), Programme.name.label("programme"), branch.name.label("branch"))
    query = (
        select(Student.id, Student.retired_on, *own, *persons, *named)
        .join(Person, Student.person_id == Person.id)
        .outerjoin(Organisation, Student.employer_id == Organisation.id)
        .outerjoin(Programme, Student.programme_id == Programme.id)
        .outerjoin(branch, Student.branch_id == branch.id)
    )
    if cohort is not None:
        query = query.where(Student.cohort_year == cohort)
    around = _around(session, today)
    for row in session.execute(query.order_by(Student.student_no)).mappings():
        yield row, _entry(row, around)


def _entry(row: RowMapping, around: Around) -> rows.Entry:
    guide, other = (around.guides.get((row["id"], role)) for role in (Role.ACADEMIC, Role.INDUSTRY))
    place = around.places.get(row["id"])
    academic = around.academics.get(guide.supervisor) if guide else None
    industry = around.industries.get(other.supervisor) if other else None
    base = around.bases.get(place.base) if place else None
    term = around.terms.get(other.supervisor) if other else None
    active = row["status"] in standing.ACTIVE and row["retired_on"] is None
    days = (around.today - row["enrolled_on"]).days if active else 0
    missing = not (academic and industry and base)
    cells: dict[str, Value] = {
        **row,
        "category": around.categories.get(row["category_code"]),
        "field": around.fields.get(row["field_code"]),
        "waited": days if active and missing and days > 0 else None,
        "base": base.name if base else None,
        **_guides(academic, industry),
        "term": f"{term.starts_on}–{term.ends_on}" if term else None,
        "decided_on": max((one.since for one in (guide, other) if one), default=None),
    }
    find = (
        *rows.sounds_of_person(row["name"], row["name_pinyin"], row["initials"]),
        *(rows.sounds_of_person(academic.name, academic.full, academic.initials) if academic else ()),
        *(rows.sounds_of_person(industry.name, industry.full, industry.initials) if industry else ()),
        *rows.sounds_of_unit(cells["industry_organisation"] if industry else None),  # type: ignore[arg-type]  # a name
        *rows.sounds_of_unit(row["employer"]),
        *rows.sounds_of_unit(base.name if base else None),
    )
    tags = _tags(row, around, days if active else None, (academic, industry, base))
    return rows.Entry(row["id"], cells, find, tags)


def _guides(academic: names.Academic | None, industry: names.Industry | None) -> dict[str, Value]:
    return {
        "academic": academic.name if academic else None,
        "academic_no": academic.number if academic else None,
        "academic_title": academic.title if academic else None,
        "academic_department": academic.department if academic else None,
        "industry": industry.name if industry else None,
        "industry_organisation": industry.organisation if industry else None,
        "industry_post": industry.post if industry else None,
        "industry_title": industry.title if industry else None,
    }


def _tags(row: RowMapping, around: Around, days: int | None, has: tuple[Any, Any, Any]) -> frozenset[str]:
    """`days` since enrolment, none for those who need nothing any more."""
    tags = set(rows.tagged(retired=row["retired_on"] is not None, doubtful=row["id"] in around.doubtful))
    if days is None:
        return frozenset(tags)
    for what, one in zip(("academic", "industry", "base"), has, strict=True):
        if one is None:
            age = "late" if days > around.limits[row["cohort_year"]] else "waiting" if days > EARLY else "new"
            tags |= {f"no-{what}", f"no-{what}-{age}"}
    return frozenset(tags | ({"complete"} if None not in has else set()))
