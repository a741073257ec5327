"""Reads where a cohort may be placed: bases with their seats, what is taken of them, and their agreements."""

from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.assign import asking
from ptman.assign.asking import Asked
from ptman.assign.situation import Site, Term
from ptman.models import Agreement, BaseSeats, Placement, TrainingBase
from ptman.models.choices import AgreementKind, BaseStatus
from ptman.models.choices_bases import AgreementStatus
from ptman.models.placements import GONE


def sites(session: Session, asked: Asked) -> tuple[Site, ...]:
    default = parameters.number(session, "base.seats_default", asked.cohort)
    own, agreed, taken = _seats(session), _agreements(session), _taken(session, asked)
    bases = session.scalars(select(TrainingBase).order_by(TrainingBase.base_no)).all()
    found = []
    for one in bases:
        usual = default if one.capacity_per_batch is None else one.capacity_per_batch
        found.append(
            Site(
                id=one.id,
                number=one.base_no,
                name=one.name,
                in_use=one.status is BaseStatus.ACTIVE and one.retired_on is None,
                categories=asking.codes(one.category_codes),
                seats=tuple((stay.id, own.get((one.id, stay.id), usual)) for stay in asked.stays),
                elsewhere=tuple((stay.id, taken[one.id, stay.id]) for stay in asked.stays),
                agreements=tuple(agreed[one.id]),
                region=one.region_code or "",
            )
        )
    return tuple(found)


def _agreements(session: Session) -> dict[str, list[Term]]:
    rows = session.scalars(
        select(Agreement)
        .where(
            Agreement.kind == AgreementKind.BASE,
            Agreement.base_id.is_not(None),
            Agreement.retired_on.is_(None),
            Agreement.status == AgreementStatus.SIGNED,
        )
        .order_by(Agreement.valid_from, Agreement.id)
    )
    return asking.listed((one.base_id or "", asking.agreed(one)) for one in rows)


def _seats(session: Session) -> dict[tuple[str, str], int]:
    rows = session.scalars(select(BaseSeats).where(BaseSeats.retired_on.is_(None)))
    return {(one.base_id, one.period_id): one.seats for one in rows}


def _taken(session: Session, asked: Asked) -> Counter[tuple[str, str]]:
    """Seats of these periods held by students whom the problem does not seat."""
    rows = session.execute(
        select(Placement.base_id, Placement.period_id, Placement.student_id).where(
            Placement.status.not_in(GONE), Placement.retired_on.is_(None)
        )
    )
    return Counter((base, period) for base, period, student in rows if student not in asked.inside)
