"""Invents a year of double supervision: evidence, renewals, changes of supervisor, guidance, assessments."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.models import (
    Appointment,
    GuidanceRecord,
    IndustrySupervisor,
    Person,
    QualificationEvidence,
    Student,
    Supervision,
    SupervisorAssessment,
)
from ptman.models.choices import AppointmentStatus, AppointType, TitleLevel
from ptman.models.choices_double import EvidenceKind, PostRank, QualifiedBy
from ptman.rules.supervisors import appointments
from ptman.samples import double_changes
from ptman.samples import double_texts as texts

SETTLING = timedelta(days=14)
"""From enrolment to the day on which most students had both supervisors."""
RECENT = timedelta(days=75)
SHORT_OF_PAPERS, GUIDED_LITTLE = 6, 5
"""Every so many supervisors lack a paper; every so many students have had no guidance yet."""
YEARS = 3
ENDING = 6
DEGREE_YEARS = {"博士": 4, "硕士": 8}


def fill(session: Session, today: date) -> None:
    """All of it, upon the supervisors and pairings there are; nothing where there are none."""
    people = session.scalars(select(IndustrySupervisor).order_by(IndustrySupervisor.supervisor_no)).all()
    if not people:
        return
    for at, one in enumerate(people):
        _evidence(session, one, at, today)
    pairs = _settled(session, today)
    for at, pair in enumerate(pairs):
        _guidance(session, pair, at, today)
    _renewals(session, today)
    _assessments(session, people, today)
    double_changes.fill(session, today)
    journal.say(session, "登记双导师制样例", "Add sample supervision")


def _evidence(session: Session, one: IndustrySupervisor, at: int, today: date) -> None:
    degree = session.get_one(Person, one.person_id).highest_degree or ""
    if degree in DEGREE_YEARS:
        one.degree_awarded_on = date(today.year - DEGREE_YEARS[degree] + at % 5 - 2, 6, 30)
    one.post_rank = PostRank.MIDDLE if one.post in {"技术总监", "研发部经理"} else PostRank.OTHER
    senior = one.title_level in {TitleLevel.SENIOR, TitleLevel.ASSOCIATE_SENIOR}
    kinds = [EvidenceKind.REGISTRATION_FORM, EvidenceKind.ID_COPY, EvidenceKind.DEGREE_COPY, EvidenceKind.TITLE_COPY]
    if at % SHORT_OF_PAPERS == SHORT_OF_PAPERS - 1:
        kinds = kinds[:1]
    elif senior:
        one.qualified_by = QualifiedBy.SENIOR_TITLE
    for kind in kinds:
        seen = today - timedelta(days=30 + at % 40)
        session.add(QualificationEvidence(industry_supervisor_id=one.id, kind=kind, seen_on=seen, seen_by="沈书宁"))


def _settled(session: Session, today: date) -> Sequence[Supervision]:
    """The pairings in force, as old as the students' first weeks."""
    rows = session.execute(
        select(Supervision, Student.enrolled_on)
        .join(Student, Student.id == Supervision.student_id)
        .where(Supervision.ends_on.is_(None))
        .order_by(Student.student_no, Supervision.role)
    ).all()
    for one, enrolled in rows:
        one.starts_on = min(one.starts_on, max(enrolled + SETTLING, today - timedelta(days=120)))
    return [one for one, _ in rows]


def _guidance(session: Session, one: Supervision, at: int, today: date) -> None:
    if at % GUIDED_LITTLE == GUIDED_LITTLE - 1:
        return
    first = max(one.starts_on, today - RECENT)
    weeks = (today - first).days // 7
    for turn in range(min(weeks, 1 + at % 4)):
        stage, mode, content = texts.GUIDANCE[(at + turn) % len(texts.GUIDANCE)]
        on = first + timedelta(days=7 * turn * max(1, weeks // 4) + at % 5)
        record = GuidanceRecord(student_id=one.student_id, role=one.role, guided_on=min(on, today), content=content)
        record.stage, record.mode, record.minutes = stage, mode, 30 + 15 * (at % 4)
        record.supervision_id = one.id
        session.add(record)


def _renewals(session: Session, today: date) -> None:
    """Some terms end soon; of the first, the renewal is on its way, one state after the other."""
    terms = session.scalars(
        select(Appointment)
        .where(Appointment.status == AppointmentStatus.ACTIVE)
        .order_by(Appointment.term_end, Appointment.appointment_no)
    ).all()
    states = (AppointmentStatus.SUBMITTED, AppointmentStatus.APPROVED, AppointmentStatus.DRAFT)
    for at, one in enumerate(terms[:: max(1, len(terms) // ENDING)][:ENDING]):
        one.term_end = today + timedelta(days=12 + 9 * at)
        if at < len(states):
            session.add(_next(one, states[at], today))


def _next(one: Appointment, status: AppointmentStatus, today: date) -> Appointment:
    start = one.term_end + timedelta(days=1)
    made = Appointment(
        industry_supervisor_id=one.industry_supervisor_id,
        appoint_type=AppointType.RENEW,
        category_code=one.category_code,
        term_start=start,
        term_end=appointments.term_end(start, YEARS),
        status=status,
        previous_id=one.id,
    )
    if status is AppointmentStatus.APPROVED:
        made.appointment_no = f"PS{start.year}0001"
        made.approved_on, made.approved_by = today - timedelta(days=3), "工程师学院学位评定分委员会"
    return made


def _assessments(session: Session, people: Sequence[IndustrySupervisor], today: date) -> None:
    year = today.year - 1 if today.month >= texts.SEPTEMBER else today.year - 2
    for one, (score, level, decision, comment) in zip(people, texts.ASSESSMENTS, strict=False):
        made = SupervisorAssessment(industry_supervisor_id=one.id, year=year, comment=comment)
        made.students_guided, made.guidance_count = 2 + score % 3, score // 80
        made.lectures, made.thesis_reviews, made.defences = score % 2, score % 4, score % 3
        made.score, made.level, made.decision = score, level, decision
        made.assessed_on = date(year + 1, 7, 5)
        session.add(made)
