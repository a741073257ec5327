"""Which agreements are in force on a day: signed, begun, and not over unless they renew themselves."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from ptman.models import Agreement, Placement
from ptman.models.choices import AgreementKind
from ptman.models.choices_bases import AgreementStatus


def in_force(day: date) -> ColumnElement[bool]:
    """The condition of agreements that are in force on a day."""
    return and_(
        Agreement.retired_on.is_(None),
        Agreement.status == AgreementStatus.SIGNED,
        Agreement.valid_from <= day,
        or_(Agreement.valid_to.is_(None), Agreement.valid_to >= day, Agreement.auto_renew),
    )


def of_base(session: Session, base: str, day: date) -> bool:
    """Whether an agreement on the base is in force that day."""
    query = select(Agreement.id).where(Agreement.base_id == base, Agreement.kind == AgreementKind.BASE, in_force(day))
    return session.scalars(query.limit(1)).first() is not None


def of_placement(session: Session, placement: Placement) -> bool:
    """Whether its own agreement, or else one of its base, is in force on its first day."""
    own = select(Agreement.id).where(Agreement.id == placement.agreement_id, in_force(placement.starts_on))
    if placement.agreement_id is not None:
        return session.scalars(own).first() is not None
    return of_base(session, placement.base_id, placement.starts_on)
