"""What must hold before steps of appointments, and what those steps change besides (domain §5.1)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import Appointment, IndustrySupervisor, StateLog
from ptman.models.choices import AppointmentStatus, AppointType
from ptman.models.choices_double import AppointedAs, QualifiedBy
from ptman.models.core import Record
from ptman.register import qualifying, saving, titles
from ptman.rules.supervisors import appointments

RENEW_WITHIN, YEARS = "supervisor.renew_within_days", "supervisor.industry_term_years"
SERIES = "PS"
IN_FORCE = (AppointmentStatus.ACTIVE, AppointmentStatus.ENDED)
OVERLAP = Label(
    "同一导师同一类别另有聘期与之重叠。", "Another term of this supervisor in this category shares days with it."
)
RENEWED = Label("已经有后续聘任。", "It has been renewed already.")


def renewed(session: Session, one: Appointment) -> bool:
    """Whether a later term of the same supervisor in that category is on its way or in force."""
    later = session.scalars(
        select(Appointment.id).where(
            Appointment.industry_supervisor_id == one.industry_supervisor_id,
            Appointment.category_code == one.category_code,
            Appointment.term_end > one.term_end,
            Appointment.status.not_in(saving.OVER),
            Appointment.retired_on.is_(None),
        )
    )
    return later.first() is not None


def renewal(session: Session, one: Appointment, today: date) -> Appointment:
    """The next term as a draft: from the day after, today at the earliest, for as long as the rule says. Not added."""
    start = appointments.renewal_start(one.term_end, today)
    return Appointment(
        industry_supervisor_id=one.industry_supervisor_id,
        appoint_type=AppointType.RENEW,
        category_code=one.category_code,
        term_start=start,
        term_end=appointments.term_end(start, parameters.number(session, YEARS, start.year)),
        status=AppointmentStatus.DRAFT,
        appointed_as=one.appointed_as,
        previous_id=one.id,
    )


@dataclass(frozen=True, slots=True)
class Proposed:
    """The next term of a supervisor as a form begins with it; `previous` is the term it renews, empty for the first."""

    kind: str
    appointed_as: str
    starts_on: date
    ends_on: date
    previous: str = ""
    previous_title: str = ""


def proposed(session: Session, supervisor: str, today: date) -> Proposed:
    """What follows the last term that was in force, else a first term from today. PtmanError `no-parameter`."""
    one = Appointment
    last = session.scalars(
        select(one)
        .where(one.industry_supervisor_id == supervisor, one.status.in_(IN_FORCE), one.retired_on.is_(None))
        .order_by(one.term_end.desc())
    ).first()
    if last is None:
        years = parameters.number(session, YEARS, today.year)
        return Proposed("new", AppointedAs.MASTER.value, today, appointments.term_end(today, years))
    ahead = renewal(session, last, today)
    title = titles.shown(session, "appointment", [last.id])[last.id]
    return Proposed("renew", ahead.appointed_as.value, ahead.term_start, ahead.term_end, last.id, title)


def next_number(session: Session, year: int) -> str:
    """PS20260001 and on: the year of the term, then the next number of that year."""
    head = f"{SERIES}{year}"
    used = session.scalars(select(Appointment.appointment_no).where(Appointment.appointment_no.startswith(head)))
    tails = [text.removeprefix(head) for text in used if text]
    last = max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)
    return f"{head}{last + 1:04d}"


def _qualified(session: Session, record: Record, today: date) -> Label | None:
    one = _term(record)
    doctoral = one.appointed_as is AppointedAs.DOCTOR
    return qualifying.judge(session, one.industry_supervisor_id, today, doctoral=doctoral).against


def _alone(session: Session, record: Record, today: date) -> Label | None:
    del today
    one = _term(record)
    keys = ("term_start", "term_end", "industry_supervisor_id", "status", "category_code")
    return OVERLAP if saving.overlap(session, {key: getattr(one, key) for key in keys}, one.id) else None


def _in_window(session: Session, record: Record, today: date) -> Label | None:
    one = _term(record)
    if renewed(session, one):
        return RENEWED
    days = parameters.number(session, RENEW_WITHIN, today.year)
    if appointments.may_renew(one.term_end, today, days):
        return None
    return Label(
        f"聘期 {one.term_end} 止，届满前 {days} 天起可续聘。",
        f"The term ends on {one.term_end}; it can be renewed from {days} days before.",
    )


def _approve(session: Session, record: Record, today: date) -> None:
    one = _term(record)
    one.approved_on = one.approved_on or today
    one.appointment_no = one.appointment_no or next_number(session, one.term_start.year)
    who = session.get_one(IndustrySupervisor, one.industry_supervisor_id)
    basis = qualifying.judge(session, who.id, today).found.basis
    who.qualified_by = who.qualified_by or (QualifiedBy(basis) if basis else None)


def _certify(session: Session, record: Record, today: date) -> None:
    """One that came approved from elsewhere may have no number yet."""
    del today
    one = _term(record)
    one.appointment_no = one.appointment_no or next_number(session, one.term_start.year)


def _renew(session: Session, record: Record, today: date) -> None:
    session.add(renewal(session, _term(record), today))


def _end(session: Session, record: Record, today: date) -> None:
    one = _term(record)
    one.ended_on, one.end_reason = today, one.end_reason or said(session, one)


def _reject(session: Session, record: Record, today: date) -> None:
    del today
    one = _term(record)
    one.end_reason = one.end_reason or said(session, one)


def said(session: Session, record: Record) -> str | None:
    """The reason that was given with the step just taken."""
    query = select(StateLog.reason).where(StateLog.record_id == record.id).order_by(StateLog.id.desc()).limit(1)
    return session.scalar(query)


def _term(record: Record) -> Appointment:
    if not isinstance(record, Appointment):
        raise TypeError(f"{record} is no appointment")
    return record


GUARDS = {
    "qualification_complete": _qualified,
    "no_overlapping_appointment": _alone,
    "renewal_window": _in_window,
}
EFFECTS = {
    "approve": _approve,
    "issue_certificate": _certify,
    "renew": _renew,
    "resign": _end,
    "dismiss": _end,
    "reject": _reject,
}
