"""Invents certifications with their targets, activities abroad, and training classes with their trainees."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.talents.rows import Pupil
from ptman.models import (
    CertificateResult,
    CertificationTarget,
    InternationalActivity,
    InternationalStudent,
    Organisation,
    TrainingBase,
    TrainingClass,
    TrainingCourse,
    TrainingTrainee,
)
from ptman.models.choices_talents import CertificateLevel, TrainingKind, TrainingStatus
from ptman.rules import months
from ptman.rules.teaching import certifications
from ptman.samples import talents_texts as texts

TARGETS = ((CertificateLevel.HCIA, 60), (CertificateLevel.HCIP, 25), (CertificateLevel.HCIE, 4))
EVERY = 3
FULL = 10
OVER = frozenset({TrainingStatus.COMPLETED, TrainingStatus.CERTIFICATES_ISSUED})


def fill(session: Session, pupils: Sequence[Pupil], today: date) -> None:
    """Of every third student a certificate; targets in percent of the cohort, one student at least."""
    for at, one in enumerate(pupils[::EVERY]):
        _certificate(session, one, texts.CERTIFICATES[at % len(texts.CERTIFICATES)], (at, today))
    for cohort in sorted({one.cohort for one in pupils}):
        size = sum(1 for one in pupils if one.cohort == cohort)
        for level, percent in TARGETS:
            session.add(CertificationTarget(cohort_year=cohort, level=level, target=max(size * percent // 100, 1)))
    partner = session.scalars(
        select(Organisation)
        .join(TrainingBase, TrainingBase.host_organisation_id == Organisation.id)
        .order_by(TrainingBase.base_no)
    ).first()
    _activities(session, pupils, today)
    for row in texts.CLASSES:
        _class(session, row, partner, today)


def _certificate(
    session: Session, one: Pupil, about: tuple[CertificateLevel, str, str, int], when: tuple[int, date]
) -> None:
    level, name, exam, ago = about
    at, today = when
    made = CertificateResult(student_id=one.id, level=level, certificate=name, exam_no=exam, score=610 + at * 17 % 380)
    made.acquired_on = months.add_months(today, -ago) + timedelta(days=at)
    made.valid_until = certifications.valid_until(level.value, made.acquired_on)
    made.certificate_no = f"HW{made.acquired_on:%y%m}{at + 1:06d}"
    session.add(made)


def _activities(session: Session, pupils: Sequence[Pupil], today: date) -> None:
    first = 0
    for number, name, kind, country, starts, lasts, funding, count in texts.ACTIVITIES:
        day = today + timedelta(days=starts)
        one = InternationalActivity(activity_no=f"{number}-{day.year}", name=name, kind=kind, country=country)
        one.starts_on, one.ends_on, one.funding = day, day + timedelta(days=lasts), funding
        one.approval_no, one.approved_on = f"外事〔{day.year}〕{first + 3}号", day - timedelta(days=60)
        session.add(one)
        session.flush()  # its parts need its id
        for pupil in pupils[first : first + count]:
            part = InternationalStudent(activity_id=one.id, student_id=pupil.id, starts_on=one.starts_on)
            part.ends_on, part.consent_on = one.ends_on, day - timedelta(days=45)
            session.add(part)
        first += count


def _class(
    session: Session,
    about: tuple[str, str, TrainingKind, TrainingStatus, int, int, int, int],
    partner: Organisation | None,
    today: date,
) -> None:
    number, name, kind, status, starts, lasts, hours, fee = about
    day = today + timedelta(days=starts)
    one = TrainingClass(class_no=f"{number}-{day.year}", name=name, kind=kind, status=status, hours=hours)
    one.starts_on, one.ends_on, one.place = day, day + timedelta(days=lasts), "工程师学院培训中心"
    one.client_id, one.approval_no = partner.id if partner else None, f"培训立项〔{day.year}〕{number[-1]}号"
    one.target_group, one.headcount, one.leader = "企业技术骨干", 30, "沈书宁"
    one.fee, one.fee_received = fee * 100, fee * 100 if status in OVER else 0
    session.add(one)
    session.flush()  # its parts need its id
    for seq, (title, teacher) in enumerate(texts.LECTURES, 1):
        course = TrainingCourse(
            class_id=one.id, seq=seq, title=title, teacher=teacher, held_on=day + timedelta(days=seq - 1)
        )
        course.hours = hours // len(texts.LECTURES)
        session.add(course)
    for seq, (who, post, attended, result) in enumerate(texts.TRAINEES, 1):
        trainee = TrainingTrainee(class_id=one.id, seq=seq, name=who, post=post, unit=partner.name if partner else None)
        trainee.mobile = f"1380000{seq:04d}"
        if status in OVER:
            trainee.attended, trainee.result = hours * attended // FULL, result
        session.add(trainee)
    if status is TrainingStatus.CERTIFICATES_ISSUED:
        _numbered(session, one, today)


def _numbered(session: Session, one: TrainingClass, today: date) -> None:
    session.flush()  # the roster is read
    mine = select(TrainingTrainee).where(TrainingTrainee.class_id == one.id, TrainingTrainee.result == "completed")
    for number, each in enumerate(session.scalars(mine.order_by(TrainingTrainee.seq)), 1):
        each.cert_no, each.cert_on = f"PX-RZ-{number:05d}", min(today, one.ends_on)
