"""Reads whom a cohort may be given: supervisors with their appointments, their bases and whom they guide already."""

from collections import Counter, defaultdict

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from ptman import parameters
from ptman.assign import asking, terms
from ptman.assign.asking import Asked
from ptman.assign.situation import Academic, Industry, Term
from ptman.models import (
    AcademicSupervisor,
    Appointment,
    IndustrySupervisor,
    Organisation,
    Person,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import AppointmentStatus, BaseStatus, Role, StudentStatus

STUDYING = (StudentStatus.ENROLLED, StudentStatus.SUSPENDED, StudentStatus.EXTENDED)
"""Whose supervision takes up a supervisor's place."""


def academics(session: Session, asked: Asked) -> tuple[Academic, ...]:
    default = parameters.number(session, "supervisor.academic_max_students", asked.cohort)
    guided = _guided(session, Supervision.academic_supervisor_id, asked, Role.ACADEMIC)
    rows = session.execute(
        select(AcademicSupervisor, Person.name)
        .join(Person, Person.id == AcademicSupervisor.person_id)
        .order_by(AcademicSupervisor.staff_no)
    )
    return tuple(
        Academic(
            id=one.id,
            number=one.staff_no,
            name=name,
            retired=one.retired_on is not None,
            categories=asking.codes(one.category_codes),
            words=terms.words(one.expertise),
            capacity=default if one.max_students is None else one.max_students,
            elsewhere=guided[one.id],
        )
        for one, name in rows
    )


def industry(session: Session, asked: Asked) -> tuple[Industry, ...]:
    default = parameters.number(session, "supervisor.industry_max_students", asked.cohort)
    guided = _guided(session, Supervision.industry_supervisor_id, asked, Role.INDUSTRY)
    appointed, hosted = _appointments(session), _hosted(session)
    rows = session.execute(
        select(IndustrySupervisor, Person.name, Organisation.name)
        .join(Person, Person.id == IndustrySupervisor.person_id)
        .join(Organisation, Organisation.id == IndustrySupervisor.organisation_id)
        .order_by(IndustrySupervisor.supervisor_no)
    )
    return tuple(
        Industry(
            id=one.id,
            number=one.supervisor_no,
            name=name,
            organisation=organisation,
            retired=one.retired_on is not None,
            category=one.category_code or "",
            words=terms.words(one.expertise),
            capacity=default if one.max_students is None else one.max_students,
            elsewhere=guided[one.id],
            terms=tuple(appointed[one.id]),
            bases=(one.source_base_id,) if one.source_base_id else tuple(hosted[one.organisation_id]),
            recommended_by=one.recommended_by_id or "",
        )
        for one, name, organisation in rows
    )


def shared(session: Session) -> tuple[tuple[str, str, int], ...]:
    """How many students an academic and an industry supervisor guide together now."""
    other = aliased(Supervision)
    pair = (Supervision.academic_supervisor_id, other.industry_supervisor_id)
    rows = session.execute(
        select(*pair, func.count())
        .join(other, and_(other.student_id == Supervision.student_id, other.role == Role.INDUSTRY))
        .where(Supervision.role == Role.ACADEMIC, Supervision.ends_on.is_(None), other.ends_on.is_(None))
        .group_by(*pair)
        .order_by(*pair)
    )
    return tuple((academic, host, count) for academic, host, count in rows if academic and host)


def _guided(session: Session, supervisor: InstrumentedAttribute[str | None], asked: Asked, role: Role) -> Counter[str]:
    """Students guided now whom the problem does not seat."""
    rows = session.execute(
        select(supervisor, Supervision.student_id)
        .join(Student, Student.id == Supervision.student_id)
        .where(*_in_force(role), Student.status.in_(STUDYING), Student.retired_on.is_(None))
    )
    return Counter(who for who, student in rows if who and student not in asked.inside)


def _in_force(role: Role) -> tuple[ColumnElement[bool], ...]:
    return (Supervision.role == role, Supervision.ends_on.is_(None), Supervision.retired_on.is_(None))


def _appointments(session: Session) -> dict[str, list[Term]]:
    rows = session.scalars(
        select(Appointment)
        .where(Appointment.status == AppointmentStatus.ACTIVE, Appointment.retired_on.is_(None))
        .order_by(Appointment.term_start, Appointment.id)
    )
    return asking.listed(
        (one.industry_supervisor_id, Term(one.term_start, one.term_end, one.category_code or "")) for one in rows
    )


def _hosted(session: Session) -> dict[str, list[str]]:
    """The bases in use of each organisation."""
    rows = session.execute(
        select(TrainingBase.host_organisation_id, TrainingBase.id)
        .where(TrainingBase.status == BaseStatus.ACTIVE, TrainingBase.retired_on.is_(None))
        .order_by(TrainingBase.base_no)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for organisation, base in rows:
        found[organisation].append(base)
    return found
