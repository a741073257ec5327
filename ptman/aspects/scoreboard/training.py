"""Measures of high-calibre talents and of the coupling with professional titles: certificates, milestones, titles."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from ptman.aspects.scoreboard.spans import PERCENT, Counted, Span, number
from ptman.labels import Label
from ptman.models import (
    CertificateResult,
    InternationalActivity,
    InternationalStudent,
    Milestone,
    TitleApplication,
    TrainingClass,
    TrainingTrainee,
)
from ptman.models.choices_cooperation import Measure
from ptman.models.choices_talents import MilestoneStatus, TrainingStatus
from ptman.rules import targets

PASSED = (MilestoneStatus.PASSED, MilestoneStatus.CONDITIONAL)


def certifications(session: Session, span: Span) -> int:
    query = select(func.count(CertificateResult.id)).where(
        CertificateResult.retired_on.is_(None),
        CertificateResult.passed.is_(True),
        CertificateResult.acquired_on.between(span.first, span.last),
    )
    return session.scalar(query) or 0


def milestones(session: Session, span: Span) -> int | None:
    """Of those that fell due in the year so far, the passed ones; waived ones do not count."""
    query = select(Milestone.status).where(
        Milestone.retired_on.is_(None),
        Milestone.due_on.between(span.first, span.last),
        Milestone.status != MilestoneStatus.WAIVED,
    )
    found = session.scalars(query).all()
    return targets.share(sum(one in PASSED for one in found), len(found))


def trainees(session: Session, span: Span) -> int:
    """Of classes that began in the year."""
    query = (
        select(func.count(TrainingTrainee.id))
        .join(TrainingClass, TrainingTrainee.class_id == TrainingClass.id)
        .where(
            TrainingClass.retired_on.is_(None),
            TrainingClass.starts_on.between(span.first, span.last),
            TrainingClass.status != TrainingStatus.CANCELLED,
        )
    )
    return session.scalar(query) or 0


def international(session: Session, span: Span) -> int:
    """Students on activities that began in the year, by their own day of leaving where they have one."""
    left = func.coalesce(InternationalStudent.starts_on, InternationalActivity.starts_on)
    query = (
        select(func.count(InternationalStudent.id))
        .join(InternationalActivity, InternationalStudent.activity_id == InternationalActivity.id)
        .where(InternationalActivity.retired_on.is_(None), left.between(span.first, span.last))
    )
    return session.scalar(query) or 0


def granted(session: Session, span: Span) -> int:
    """Titles by the day they count from, or else the day of the certificate."""
    day = func.coalesce(TitleApplication.qualified_on, TitleApplication.cert_issued_on)
    query = select(func.count(TitleApplication.id)).where(
        TitleApplication.retired_on.is_(None),
        day.between(span.first, span.last),
        or_(TitleApplication.cert_no.is_not(None), TitleApplication.cert_issued_on.is_not(None)),
    )
    return session.scalar(query) or 0


PEOPLE = Label("人次", "people")
COUNTED = {
    Measure.CERTIFICATIONS: Counted(
        Label("项", "certificates"), number(certifications), "registers", "registers/certificate_result"
    ),
    Measure.MILESTONES: Counted(PERCENT, milestones, "registers", "registers/milestone"),
    Measure.TRAINEES: Counted(PEOPLE, number(trainees), "registers", "registers/training_class"),
    Measure.INTERNATIONAL: Counted(PEOPLE, number(international), "registers", "registers/international_activity"),
    Measure.TITLES: Counted(Label("人", "people"), number(granted), "registers", "registers/title_application"),
}
