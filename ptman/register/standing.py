"""What stands today: who guides whom, who practises where, which letters went out, how full everyone is."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from ptman.models import Appointment, IssuedDocument, Placement, Student, Supervision
from ptman.models.choices import AppointmentStatus, AppointType, Role, StudentStatus
from ptman.models.documents import LIVE
from ptman.models.placements import GONE

HOLDING = (StudentStatus.ENROLLED, StudentStatus.EXTENDED, StudentStatus.SUSPENDED)  # take a supervisor's time
ACTIVE = (StudentStatus.ENROLLED, StudentStatus.EXTENDED)  # need supervisors and a base now


@dataclass(frozen=True, slots=True)
class Guide:
    """One pairing that stands: `supervisor` is the id in the supervisors of that role."""

    id: str
    student: str
    role: Role
    supervisor: str
    since: date


@dataclass(frozen=True, slots=True)
class Place:
    """One placement that is not cancelled."""

    id: str
    student: str
    base: str
    period: str
    starts_on: date
    ends_on: date


def _standing(today: date) -> ColumnElement[bool]:
    """Open, or ending later; one that ends on its first day was called off before it began."""
    later = and_(Supervision.ends_on > today, Supervision.ends_on > Supervision.starts_on)
    return or_(Supervision.ends_on.is_(None), later)


def guides(session: Session, today: date) -> dict[tuple[str, Role], Guide]:
    """The supervision in force of each student and role; one that ends today has been ended, later ones wait."""
    query = select(
        Supervision.id,
        Supervision.student_id,
        Supervision.role,
        Supervision.academic_supervisor_id,
        Supervision.industry_supervisor_id,
        Supervision.starts_on,
    ).where(Supervision.retired_on.is_(None), _standing(today))
    found: dict[tuple[str, Role], Guide] = {}
    for id_, student, role, academic, industry, since in session.execute(query.order_by(Supervision.starts_on)):
        # The latest that has begun; where none has, the first to come.
        if since <= today or (student, role) not in found:
            found[student, role] = Guide(id_, student, role, academic or industry or "", since)
    return found


def loads(session: Session, today: date) -> Counter[str]:
    """How many students each supervisor guides, by the supervisor's id; co-supervision does not count."""
    query = select(Student.id).where(Student.retired_on.is_(None), Student.status.in_(HOLDING))
    holding = set(session.scalars(query))
    standing = guides(session, today).values()
    return Counter(g.supervisor for g in standing if g.student in holding and g.role is not Role.ACADEMIC_CO)


def placements(session: Session) -> list[Place]:
    """Every placement that is not cancelled, by its start."""
    query = select(
        Placement.id,
        Placement.student_id,
        Placement.base_id,
        Placement.period_id,
        Placement.starts_on,
        Placement.ends_on,
    ).where(Placement.retired_on.is_(None), Placement.status.not_in(GONE))
    return [Place(*row) for row in session.execute(query.order_by(Placement.starts_on))]


def places(session: Session, today: date) -> dict[str, Place]:
    """Each student's placement: the one today, else the next, else the last."""
    found: dict[str, Place] = {}
    for place in placements(session):
        known = found.get(place.student)
        if known is None or known.ends_on < today:
            found[place.student] = place
    return found


def letters(session: Session) -> dict[str, str]:
    """The document number of the letter in force of each placement that has one."""
    query = select(Placement.id, IssuedDocument.doc_no).join(IssuedDocument, Placement.letter_id == IssuedDocument.id)
    rows = session.execute(query.where(IssuedDocument.status.in_(LIVE)))
    return {placement: number for placement, number in rows}  # noqa: C416 dict() would take the result for a mapping


@dataclass(frozen=True, slots=True)
class Term:
    """An industry supervisor's appointment: the one in force, else the next, else the last; `until` with renewals."""

    number: str | None
    kind: AppointType
    starts_on: date
    ends_on: date
    in_force: bool
    until: date


def terms(session: Session, today: date) -> dict[str, Term]:
    """Each industry supervisor's term."""
    query = select(
        Appointment.industry_supervisor_id,
        Appointment.appointment_no,
        Appointment.appoint_type,
        Appointment.term_start,
        Appointment.term_end,
    ).where(Appointment.retired_on.is_(None), Appointment.status == AppointmentStatus.ACTIVE)
    found: dict[str, Term] = {}
    for who, number, kind, start, end in session.execute(query.order_by(Appointment.term_start)):
        known = found.get(who)
        until = max(end, known.until) if known else end
        if known is None or (known.ends_on < today and not known.in_force):
            found[who] = Term(number, kind, start, end, start <= today <= end, until)
        else:
            found[who] = replace(known, until=until)
    return found


def soon(day: date | None, today: date, within: int) -> bool:
    """Whether a day is from today up to `within` days ahead."""
    return day is not None and 0 <= (day - today).days <= within
