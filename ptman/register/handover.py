"""Hands a student over from one supervisor to another on a day: the old supervision ends the day before."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import (
    AcademicSupervisor,
    Appointment,
    IndustrySupervisor,
    Student,
    Supervision,
    SupervisorChange,
)
from ptman.models.choices import AppointmentStatus, Origin, Role
from ptman.models.choices_double import ChangeStatus
from ptman.rules.supervisors import changing
from ptman.rules.supervisors.changing import Change, Verdict

LENGTH = "plan.length_years"
NOBODY = Label(
    "该学生现在没有这一角色的导师，请直接配对。", "The student has no such supervisor now; pair them instead."
)
SAME = Label("拟任导师就是现任导师。", "The new supervisor is the present one.")
AWAY = Label("拟任导师的记录已停用。", "The new supervisor's record is retired.")


@dataclass(frozen=True, slots=True)
class Both:
    """Who guides now and who is to: ids of supervisors of one kind."""

    old: str | None
    new: str


def both(change: SupervisorChange) -> Both:
    if change.role is Role.INDUSTRY:
        return Both(change.old_industry_id, change.new_industry_id or "")
    return Both(change.old_academic_id, change.new_academic_id or "")


def standing(session: Session, change: SupervisorChange) -> Supervision | None:
    """The supervision that is to end: of the supervisor named, or the only one there is."""
    who = both(change).old
    found = session.scalars(
        select(Supervision).where(
            Supervision.student_id == change.student_id,
            Supervision.role == change.role,
            Supervision.ends_on.is_(None),
            Supervision.retired_on.is_(None),
        )
    ).all()
    mine = [one for one in found if who in {None, one.academic_supervisor_id, one.industry_supervisor_id}]
    return mine[0] if len(mine) == 1 else None


def verdict(session: Session, change: SupervisorChange, today: date) -> Verdict:
    """The rules of a change: category, how often, how late, and whether it is to be looked into."""
    student = session.get_one(Student, change.student_id)
    limits = parameters.limits(session, student.cohort_year)
    before = session.scalar(
        select(func.count())
        .select_from(SupervisorChange)
        .where(
            SupervisorChange.student_id == student.id,
            SupervisorChange.status == ChangeStatus.EFFECTIVE,
            SupervisorChange.id != change.id,
        )
    )
    length = limits.get(LENGTH)
    return changing.judge(
        Change(
            change.applied_on,
            student.enrolled_on,
            length.value if length else None,
            before or 0,
            student.category_code,
            _categories(session, change, change.effective_on or today),
            change.original_opinion.value if change.original_opinion else None,
        ),
        limits,
    )


def against(session: Session, change: SupervisorChange, today: date) -> Label | None:
    """Why the student cannot be handed over on the day the change takes effect."""
    now, wanted = standing(session, change), both(change)
    if now is None:
        return NOBODY
    if wanted.new in {now.academic_supervisor_id, now.industry_supervisor_id}:
        return SAME
    if _person(session, change).retired_on is not None:
        return AWAY
    if changing.handover(change.effective_on or today)[0] < now.starts_on:
        return Label(
            f"生效日期须晚于原指导关系的开始日 {now.starts_on}。",
            f"It must take effect after {now.starts_on}, when the present supervision began.",
        )
    return None


def hand_over(session: Session, change: SupervisorChange, today: date) -> Supervision:
    """End the one and begin the other; `against` has been asked before."""
    last, first = changing.handover(change.effective_on or today)
    old, wanted = standing(session, change), both(change)
    if old is None:
        raise RuntimeError(f"{change.request_no} has nobody to take over from")
    old.ends_on = last
    session.flush()  # the old pairing must have ended before its successor begins
    industry = change.role is Role.INDUSTRY
    made = Supervision(
        student_id=change.student_id,
        role=change.role,
        academic_supervisor_id=None if industry else wanted.new,
        industry_supervisor_id=wanted.new if industry else None,
        starts_on=first,
        origin=Origin.HAND,
        reason=f"变更导师 {change.request_no}：{change.reason_code.label.zh}",
        assign_doc_no=change.request_no,
    )
    session.add(made)
    return made


def _person(session: Session, change: SupervisorChange) -> AcademicSupervisor | IndustrySupervisor:
    who = both(change).new
    if change.role is Role.INDUSTRY:
        return session.get_one(IndustrySupervisor, who)
    return session.get_one(AcademicSupervisor, who)


def _categories(session: Session, change: SupervisorChange, day: date) -> frozenset[str] | None:
    """In which categories the new supervisor may guide on a day; None where nothing is on file."""
    one = _person(session, change)
    if isinstance(one, AcademicSupervisor):
        return frozenset(one.category_codes.split(",")) if one.category_codes else None
    terms = session.scalars(select(Appointment).where(*_in_force(one.id, day))).all()
    own = {term.category_code or one.category_code for term in terms}
    return None if None in own else frozenset(code for code in own if code)


def _in_force(who: str, day: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Appointment.industry_supervisor_id == who,
        Appointment.status == AppointmentStatus.ACTIVE,
        Appointment.retired_on.is_(None),
        Appointment.term_start <= day,
        Appointment.term_end >= day,
    )
