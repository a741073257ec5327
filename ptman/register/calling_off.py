"""Calls a placement off: cancelled before it is dispatched, terminated afterwards; its seat is free either way."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import states
from ptman.models import Placement
from ptman.register import cards, moving
from ptman.register.cards import Ref
from ptman.rules.machines.placements import PLACEMENT


def call_off(session: Session, ref: Ref, today: date, reason: str) -> None:
    """Keep the reason with the placement. PtmanError `move-refused` where it is over; `Stale`."""
    placement, _ = cards.load(session, ref.noun, ref.id)
    if not isinstance(placement, Placement):
        raise TypeError(f"{ref.noun} is no placement")
    open_ = {one.key for one in PLACEMENT.allowed(states.state(placement, PLACEMENT))}
    moving.move(session, ref, "cancel" if "cancel" in open_ else "terminate", today, reason)
    placement.reason = reason.strip() or placement.reason
