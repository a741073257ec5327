"""A letter sends placements on their way, or no longer does: the state follows and is logged like any other step."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import states
from ptman.models import Placement
from ptman.models.choices import PlacementStatus
from ptman.rules.machines.placements import PLACEMENT

WAITING = (PlacementStatus.PLANNED, PlacementStatus.READY)
"""Placements that may be sent out: as planned, or after all that was asked for is there."""
GOING = (*WAITING, PlacementStatus.DISPATCHED, PlacementStatus.ACCEPTED, PlacementStatus.IN_PROGRESS)
DONE = (PlacementStatus.FINISHED, PlacementStatus.ASSESSED, PlacementStatus.ARCHIVED)
_STEPS = {PlacementStatus.PLANNED: "dispatch_planned", PlacementStatus.READY: "dispatch"}


def send(session: Session, placement: str, letter: str, today: date) -> None:
    """The placement goes by this letter; one that is under way already only changes its letter."""
    record = session.get_one(Placement, placement)
    step = _STEPS.get(record.status)
    if step is not None:
        states.write(session, record, PLACEMENT.move(step), today)
    record.letter_id = letter


def call_back(session: Session, placement: str, today: date, reason: str) -> None:
    """No letter sends the placement any more; it is planned again unless the host has accepted it."""
    record = session.get_one(Placement, placement)
    record.letter_id = None
    if record.status is PlacementStatus.DISPATCHED:
        states.write(session, record, PLACEMENT.move("recall"), today, reason)
