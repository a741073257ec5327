"""Applies a leaving: the moves, what is left of the leaver's own pairings, and their term, all as one change set."""

from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ptman import journal, states
from ptman.aspects.double.leaving_rows import Foreseen, Leaving, Planned
from ptman.assign import loading, store, words
from ptman.assign.records import Entry, Writer
from ptman.models import AcademicSupervisor, Appointment, Supervision
from ptman.models.choices import AppointmentStatus, Origin
from ptman.rules.machines.people import APPOINTMENT

WHY = "离任"


def apply(session: Session, seen: Foreseen, today: date) -> int:
    """Make the moves from the day of the leaving on; how many pairings changed. PtmanError `draft-stale`."""
    on = seen.leaving.on
    for one in seen.plans:
        if loading.load(session, one.cohort, on).digest() != one.digest:
            raise store.stale()
    changed = sum(_keep(session, one, seen) for one in seen.plans)
    _end_rest(session, seen.leaving)
    if seen.leaving.noun == "industry_supervisor":
        _end_terms(session, seen.leaving, today)
    elif on <= today:
        session.get_one(AcademicSupervisor, seen.leaving.id).retired_on = on
    else:
        session.get_one(AcademicSupervisor, seen.leaving.id).max_students = 0
    journal.say(
        session,
        f"{seen.title.zh}：调整 {changed} 项，涉及学生 {seen.students} 人",
        f"{seen.title.en}: {changed} pairings changed, {seen.students} students",
    )
    return changed


def _keep(session: Session, one: Planned, seen: Foreseen) -> int:
    """All of it or nothing: the moves of one answer make room for each other."""
    plan = one.plan
    chosen = [proposal for proposal in plan.proposals if proposal.old != proposal.new]
    learners = {learner.id: learner for learner in plan.situation.students}
    writer = Writer(session, one.cohort, seen.leaving.on)
    why = f"{seen.name}{WHY}"
    for proposal in chosen:
        standing = learners[proposal.student].stands(proposal.role)
        if standing is not None:
            writer.end(proposal.role, standing.record, why)
    session.flush()  # an old pairing must have ended before its successor begins
    for proposal in chosen:
        if proposal.new:
            said = f"{why}；{words.joined(proposal.reasons).zh}" if proposal.reasons else why
            entry = Entry(proposal.student, proposal.role, proposal.new, Origin.SOLVER, said)
            writer.begin(entry, plan.situation.stay(learners[proposal.student]))
    return len(chosen)


def _end_rest(session: Session, leaving: Leaving) -> None:
    """What the assignment does not touch: co-supervision, and students who are not enrolled just now."""
    open_ = session.scalars(
        select(Supervision).where(
            or_(Supervision.academic_supervisor_id == leaving.id, Supervision.industry_supervisor_id == leaving.id),
            Supervision.ends_on.is_(None),
            Supervision.retired_on.is_(None),
        )
    )
    for one in open_:
        one.ends_on, one.reason = max(leaving.on, one.starts_on), WHY


def _end_terms(session: Session, leaving: Leaving, today: date) -> None:
    """The term in force ends with the day before; where that has come, the appointment is over, with its reason."""
    terms = session.scalars(
        select(Appointment).where(
            Appointment.industry_supervisor_id == leaving.id,
            Appointment.status == AppointmentStatus.ACTIVE,
            Appointment.retired_on.is_(None),
            Appointment.term_end >= leaving.on,
        )
    )
    last = leaving.on - timedelta(days=1)
    for one in terms:
        one.end_reason, one.ended_on = leaving.reason.strip() or WHY, last
        if last > one.term_start:
            one.term_end = last
        if leaving.on <= today or last <= one.term_start:
            states.write(session, one, APPOINTMENT.move("resign"), today, leaving.reason or WHY)
