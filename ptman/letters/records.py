"""Reads placements with all that a letter states of them: names, dates, base, supervisors, agreements."""

from collections import defaultdict
from datetime import date

from sqlalchemy import ColumnElement, Row, or_, select
from sqlalchemy.orm import Session

from ptman.letters.pending import Term, Trip
from ptman.models import (
    AcademicSupervisor,
    Agreement,
    DegreeCategory,
    DegreeField,
    IndustrySupervisor,
    Organisation,
    OrganisationName,
    Period,
    Person,
    Placement,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import AgreementKind, Role
from ptman.models.choices_bases import AgreementStatus

Found = Row[Placement, Student, Person, TrainingBase, Period, str | None, str]


def rows(session: Session, *where: ColumnElement[bool]) -> list[Found]:
    """The placements that are not retired, by period, host and student number."""
    return list(
        session.execute(
            select(Placement, Student, Person, TrainingBase, Period, DegreeField.name, DegreeCategory.name)
            .join(Student, Student.id == Placement.student_id)
            .join(Person, Person.id == Student.person_id)
            .join(TrainingBase, TrainingBase.id == Placement.base_id)
            .join(Period, Period.id == Placement.period_id)
            .join(DegreeCategory, DegreeCategory.code == Student.category_code)
            .outerjoin(DegreeField, DegreeField.code == Student.field_code)
            .where(Placement.retired_on.is_(None), *where)
            .order_by(Period.starts_on, Period.id, TrainingBase.host_organisation_id, Student.student_no)
        )
    )


def trips(session: Session, found: list[Found]) -> list[Trip]:
    """What a letter states of each, in the same order."""
    guides, agreed = _guides(session), _agreements(session)
    linked = {
        one.id: _term(one)
        for one in session.scalars(
            select(Agreement).where(Agreement.status == AgreementStatus.SIGNED, Agreement.retired_on.is_(None))
        )
    }
    made = []
    for row in found:
        own = linked.get(row[0].agreement_id or "")
        terms = [own] if own else []
        terms += agreed[row[0].base_id]
        made.append(_trip(row, guides, tuple(dict.fromkeys(terms))))
    return made


def host_names(session: Session, day: date) -> dict[str, str]:
    """The name each organisation bears on a day: a former name while it was valid, else today's."""
    names = {one.id: one.name for one in session.scalars(select(Organisation))}
    former = session.scalars(
        select(OrganisationName)
        .where(
            or_(OrganisationName.valid_from.is_(None), OrganisationName.valid_from <= day),
            or_(OrganisationName.valid_to.is_(None), OrganisationName.valid_to >= day),
            OrganisationName.retired_on.is_(None),
        )
        .order_by(OrganisationName.valid_from, OrganisationName.id)
    )
    return names | {one.organisation_id: one.name for one in former}


def _trip(row: Found, guides: dict[tuple[str, Role], str], terms: tuple[Term, ...]) -> Trip:
    placement, student, person, base, _, field, category = row
    return Trip(
        placement=placement.id,
        version=placement.version,
        student_no=student.student_no,
        name=person.name,
        gender=person.gender.label.zh if person.gender else "",
        field=field or category,
        post=placement.post_name or placement.project_title or "",
        base=base.name,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        academic=guides.get((student.id, Role.ACADEMIC), ""),
        industry=guides.get((student.id, Role.INDUSTRY), ""),
        agreements=terms,
    )


def _guides(session: Session) -> dict[tuple[str, Role], str]:
    """The names of the supervisors each student has now."""
    own = or_(AcademicSupervisor.person_id == Person.id, IndustrySupervisor.person_id == Person.id)
    rows = session.execute(
        select(Supervision.student_id, Supervision.role, Person.name)
        .outerjoin(AcademicSupervisor, AcademicSupervisor.id == Supervision.academic_supervisor_id)
        .outerjoin(IndustrySupervisor, IndustrySupervisor.id == Supervision.industry_supervisor_id)
        .join(Person, own)
        .where(Supervision.ends_on.is_(None), Supervision.retired_on.is_(None))
    )
    return {(student, role): name for student, role, name in rows}


def _agreements(session: Session) -> dict[str, list[Term]]:
    """The agreements on each base."""
    rows = session.scalars(
        select(Agreement)
        .where(
            Agreement.kind == AgreementKind.BASE,
            Agreement.base_id.is_not(None),
            Agreement.retired_on.is_(None),
            Agreement.status == AgreementStatus.SIGNED,
        )
        .order_by(Agreement.valid_from, Agreement.id)
    )
    found: dict[str, list[Term]] = defaultdict(list)
    for one in rows:
        found[one.base_id or ""].append(_term(one))
    return found


def _term(one: Agreement) -> Term:
    return Term(one.valid_from, None if one.auto_renew else one.valid_to)
