"""Measures of shared teaching resources: what is offered, the courses among it, and how often it was used."""

from datetime import datetime, time

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from ptman.aspects.scoreboard.spans import Counted, Span, number, standing
from ptman.labels import Label
from ptman.models import ResourceUse, TeachingResource
from ptman.models.choices_cooperation import Measure
from ptman.models.choices_resources import ResourceKind, ResourceStatus, UsePurpose, UseStatus
from ptman.rules.targets import TENTHS

NOT_USED = (UseStatus.REJECTED, UseStatus.CANCELLED)


def resources(session: Session, span: Span, *kinds: ResourceKind) -> int:
    """Published and within its term; of these kinds only, where any are named."""
    one = TeachingResource
    query = select(func.count(one.id)).where(
        one.retired_on.is_(None),
        one.status == ResourceStatus.PUBLISHED,
        or_(one.valid_from.is_(None), one.valid_from <= span.last),
        or_(one.valid_to.is_(None), one.valid_to >= span.last),
    )
    if kinds:
        query = query.where(one.kind.in_(kinds))
    return (session.scalar(query) or 0) * TENTHS


def courses(session: Session, span: Span) -> int:
    return resources(session, span, ResourceKind.COURSE)


def bookings(session: Session, span: Span) -> int:
    """Uses that began in the year so far, but for upkeep."""
    first, last = datetime.combine(span.first, time.min), datetime.combine(span.last, time.max)
    query = select(func.count(ResourceUse.id)).where(
        ResourceUse.retired_on.is_(None),
        ResourceUse.starts_at.between(first, last),
        ResourceUse.status.not_in(NOT_USED),
        ResourceUse.purpose != UsePurpose.MAINTENANCE,
    )
    return session.scalar(query) or 0


COUNTED = {
    Measure.RESOURCES: Counted(
        Label("项", "resources"), standing(resources), "registers", "registers/teaching_resource"
    ),
    Measure.COURSES: Counted(Label("门", "courses"), standing(courses), "registers", "registers/teaching_resource"),
    Measure.BOOKINGS: Counted(Label("次", "uses"), number(bookings), "registers", "registers/resource_use"),
}
