"""Whether an agreed change of a placement still fits it, and the change itself: dates, post, base, breaks, its end."""

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import states
from ptman.models import Placement, PlacementChange, PlacementInterruption, TrainingBase
from ptman.models.choices import Origin
from ptman.models.choices_placements import ChangeKind
from ptman.rules.machines.placements import PLACEMENT

_DAY = timedelta(days=1)
_NUMBER = 26
_KEPT = (
    *("emergency_name", "emergency_phone", "emergency_relation", "weekly_hours", "project_source", "stipend"),
    *("pay_cycle", "lodging", "confidential"),
)


def carry_out(session: Session, change: PlacementChange, today: date) -> None:
    """Do it; whether it fits has been asked before. After a transfer or a split, `new_placement_id` goes on."""
    placement = session.get_one(Placement, change.placement_id)
    deeds: dict[ChangeKind, Callable[[], object]] = {
        ChangeKind.EXTEND: lambda: _until(placement, change),
        ChangeKind.SHORTEN: lambda: _until(placement, change),
        ChangeKind.POST: lambda: setattr(placement, "post_name", change.new_post),
        ChangeKind.TRANSFER: lambda: _moved(session, placement, change, today),
        ChangeKind.SPLIT: lambda: _moved(session, placement, change, today),
        ChangeKind.INTERRUPT: lambda: _interrupted(session, placement, change, today),
        ChangeKind.RESUME: lambda: _resumed(session, placement, change, today),
        ChangeKind.END: lambda: _ended(session, placement, change, today),
    }
    deeds[change.kind]()
    change.done_on = today


def open_interruption(session: Session, placement: str) -> PlacementInterruption | None:
    one = PlacementInterruption
    query = select(one).where(one.placement_id == placement, one.ends_on.is_(None), one.retired_on.is_(None))
    return session.scalars(query.order_by(one.starts_on.desc())).first()


def _until(placement: Placement, change: PlacementChange) -> None:
    placement.ends_on = change.new_end or placement.ends_on


def _moved(session: Session, old: Placement, change: PlacementChange, today: date) -> None:
    """The old one ends the day before, the new one takes what is left of the time, as a plan to be dispatched."""
    base = session.get_one(TrainingBase, change.new_base_id or old.base_id)
    why = f"转到 {base.name}" if base.id != old.base_id else f"自 {change.effective_on} 起另立一段"
    old.left_on = change.effective_on - _DAY
    states.write(session, old, PLACEMENT.move("terminate"), today, f"{why}：{change.reason}")
    old.reason = change.reason
    session.flush()  # the old one must be over before the student has another in the same period
    made = Placement(
        placement_no=_number(session, old.placement_no),
        student_id=old.student_id,
        base_id=base.id,
        period_id=old.period_id,
        practice_form=old.practice_form,
        arrangement=old.arrangement,
        post_name=change.new_post or (old.post_name if base.id == old.base_id else None),
        project_title=old.project_title,
        starts_on=change.effective_on,
        ends_on=change.new_end or old.ends_on,
        origin=Origin.HAND,
    )
    for key in _KEPT:
        setattr(made, key, getattr(old, key))
    session.add(made)
    session.flush()  # the change names it
    change.new_placement_id = made.id


def _interrupted(session: Session, placement: Placement, change: PlacementChange, today: date) -> None:
    """One that is over already is only entered; one that lasts waits to be resumed."""
    over = change.new_end is not None and change.new_end < today
    made = PlacementInterruption(
        placement_id=placement.id,
        starts_on=change.effective_on,
        ends_on=change.new_end if over else None,
        reason=change.reason,
    )
    session.add(made)
    if not over:
        states.write(session, placement, PLACEMENT.move("interrupt"), today, change.reason)


def _resumed(session: Session, placement: Placement, change: PlacementChange, today: date) -> None:
    """The day it takes effect counts again; an interruption that began on it never was one."""
    open_ = open_interruption(session, placement.id)
    if open_ is not None and open_.starts_on >= change.effective_on:
        session.delete(open_)
    elif open_ is not None:
        open_.ends_on = change.effective_on - _DAY
    states.write(session, placement, PLACEMENT.move("resume"), today, change.reason)


def _ended(session: Session, placement: Placement, change: PlacementChange, today: date) -> None:
    placement.left_on = change.new_end
    placement.reason = change.reason
    states.write(session, placement, PLACEMENT.move("terminate"), today, change.reason)


def _number(session: Session, number: str) -> str:
    stem = number[:_NUMBER]
    known = set(session.scalars(select(Placement.placement_no).where(Placement.placement_no.startswith(stem))))
    return next(said for n in range(2, len(known) + 3) if (said := f"{stem}-{n}") not in known)
