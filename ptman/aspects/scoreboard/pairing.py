"""Measures of the double-supervisor system and of the bases: who has whom, what is in force, how full the seats are."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from ptman.aspects.scoreboard.spans import PERCENT, Counted, Span, number, standing
from ptman.labels import Label
from ptman.listing import Load
from ptman.models import Agreement, GuidanceRecord, Student, TrainingBase
from ptman.models.choices import BaseStatus, Role
from ptman.models.choices_cooperation import Measure
from ptman.register import seats as filled
from ptman.register import standing as stands
from ptman.rules import targets
from ptman.rules.targets import TENTHS

PERSONS = Label("人", "people")


def active(session: Session) -> Sequence[str]:
    """The students who need supervisors and a base now."""
    query = select(Student.id).where(Student.retired_on.is_(None), Student.status.in_(stands.ACTIVE))
    return session.scalars(query).all()


def students(session: Session, _span: Span) -> int:
    return len(active(session)) * TENTHS


def paired(session: Session, span: Span) -> int | None:
    guides = stands.guides(session, span.today)
    found = active(session)
    both = sum((one, Role.ACADEMIC) in guides and (one, Role.INDUSTRY) in guides for one in found)
    return targets.share(both, len(found))


def placed(session: Session, span: Span) -> int | None:
    places, found = stands.places(session, span.today), active(session)
    return targets.share(sum(one in places for one in found), len(found))


def appointments(session: Session, span: Span) -> int:
    return sum(term.in_force for term in stands.terms(session, span.last).values())


def guidance(session: Session, span: Span) -> int:
    query = select(func.count(GuidanceRecord.id)).where(
        GuidanceRecord.retired_on.is_(None), GuidanceRecord.guided_on.between(span.first, span.last)
    )
    return session.scalar(query) or 0


def bases(session: Session, _span: Span) -> int:
    query = select(func.count(TrainingBase.id)).where(
        TrainingBase.retired_on.is_(None), TrainingBase.status == BaseStatus.ACTIVE
    )
    return (session.scalar(query) or 0) * TENTHS


def agreements(session: Session, span: Span) -> int:
    in_force = select(func.count(Agreement.id)).where(
        Agreement.retired_on.is_(None),
        Agreement.valid_from <= span.last,
        or_(Agreement.valid_to.is_(None), Agreement.valid_to >= span.last, Agreement.auto_renew.is_(True)),
    )
    return session.scalar(in_force) or 0


def _seats(session: Session, span: Span) -> Load:
    found = filled.seats(session, span.today)
    return filled.total([found.of_period(period.id) for period in found.periods])


def seats(session: Session, span: Span) -> int:
    """Of the periods that have not ended."""
    return _seats(session, span).of * TENTHS


def seats_used(session: Session, span: Span) -> int | None:
    load = _seats(session, span)
    return targets.share(load.taken, load.of)


COUNTED = {
    Measure.STUDENTS: Counted(PERSONS, standing(students), "students", "all"),
    Measure.PAIRED: Counted(PERCENT, standing(paired), "students", "complete"),
    Measure.APPOINTMENTS: Counted(PERSONS, number(appointments), "registers", "registers/appointment#in-force"),
    Measure.GUIDANCE: Counted(Label("次", "records"), number(guidance), "registers", "registers/guidance_record"),
    Measure.BASES: Counted(Label("个", "bases"), standing(bases), "bases", "all"),
    Measure.AGREEMENTS: Counted(Label("份", "agreements"), number(agreements), "registers", "registers/agreement"),
    Measure.SEATS: Counted(Label("个", "seats"), standing(seats), "bases", "seats-left"),
    Measure.SEATS_USED: Counted(PERCENT, standing(seats_used), "bases", "seats-left"),
    Measure.PLACEMENTS: Counted(PERCENT, standing(placed), "students", "no-base"),
}
