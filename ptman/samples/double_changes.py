"""Invents applications for another supervisor, each at another step of its way."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import AcademicSupervisor, Appointment, IndustrySupervisor, Student, Supervision, SupervisorChange
from ptman.models.choices import AppointmentStatus, Role
from ptman.models.choices_double import ChangeStatus, Opinion
from ptman.samples import double_texts as texts

AFTER_ORIGINAL = frozenset({ChangeStatus.NEW_OPINION, ChangeStatus.OFFICE_REVIEW, ChangeStatus.REJECTED})


def fill(session: Session, today: date) -> None:
    pairs = {role: _pairs(session, role) for role in (Role.ACADEMIC, Role.INDUSTRY)}
    for at, (role, reason, words, status, days) in enumerate(texts.CHANGES):
        if at >= len(pairs[role]):
            continue
        pair = pairs[role][at]
        new = _other(session, pair)
        if new is None:
            continue
        one = SupervisorChange(
            request_no=f"BG{today.year}-{at + 1:03d}", student_id=pair.student_id, role=role, reason_code=reason
        )
        one.reason_text, one.status, one.applied_on = words, status, today - timedelta(days=days)
        one.old_academic_id, one.old_industry_id = pair.academic_supervisor_id, pair.industry_supervisor_id
        one.new_academic_id = new if role is Role.ACADEMIC else None
        one.new_industry_id = new if role is Role.INDUSTRY else None
        _opinions(one, today)
        session.add(one)


def _pairs(session: Session, role: Role) -> list[Supervision]:
    """The pairings of that role, by student, of students with one of each kind."""
    return list(
        session.scalars(
            select(Supervision)
            .join(Student, Student.id == Supervision.student_id)
            .where(Supervision.role == role, Supervision.ends_on.is_(None))
            .order_by(Student.student_no)
            .limit(2 * len(texts.CHANGES))
        )
    )


def _other(session: Session, pair: Supervision) -> str | None:
    """Somebody else who may guide the student's category."""
    category = session.get_one(Student, pair.student_id).category_code
    if pair.role is Role.INDUSTRY:
        query = (
            select(IndustrySupervisor.id)
            .join(Appointment, Appointment.industry_supervisor_id == IndustrySupervisor.id)
            .where(
                Appointment.status == AppointmentStatus.ACTIVE,
                IndustrySupervisor.category_code == category,
                IndustrySupervisor.id != pair.industry_supervisor_id,
            )
            .order_by(Appointment.term_end.desc(), IndustrySupervisor.supervisor_no)
        )
        return session.scalars(query).first()
    return session.scalars(
        select(AcademicSupervisor.id)
        .where(
            AcademicSupervisor.category_codes.contains(category),
            AcademicSupervisor.id != pair.academic_supervisor_id,
        )
        .order_by(AcademicSupervisor.staff_no)
    ).first()


def _opinions(one: SupervisorChange, today: date) -> None:
    first = one.applied_on + timedelta(days=3)
    if one.status is ChangeStatus.FACULTY_REVIEW:
        one.original_opinion, one.original_on, one.investigate = Opinion.ABSENT, first, True
        one.new_opinion, one.new_on, one.investigation = Opinion.AGREE, first + timedelta(days=4), texts.FOUND
    if one.status in AFTER_ORIGINAL:
        one.original_opinion, one.original_on = Opinion.AGREE, first
    if one.status is ChangeStatus.REJECTED:
        one.new_opinion, one.new_on = Opinion.DISAGREE, first + timedelta(days=5)
    if one.status is ChangeStatus.OFFICE_REVIEW:
        one.new_opinion, one.new_on = Opinion.AGREE, first + timedelta(days=5)
        one.faculty_opinion, one.faculty_on = Opinion.AGREE, first + timedelta(days=10)
        one.effective_on = today + timedelta(days=7)
