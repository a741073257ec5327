"""What must hold before steps of a change of a placement, and what those steps change besides (domain §3.9)."""

from collections.abc import Callable, Iterable
from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Choice, Label
from ptman.models import Placement, PlacementChange, TrainingBase
from ptman.models.choices import BaseStatus
from ptman.models.choices_placements import ChangeKind
from ptman.models.core import Record
from ptman.register import placement_changes
from ptman.rules.practice import fitting
from ptman.rules.practice.fitting import Case

SAID = Label("已经登记同意。", "It is entered as agreed already.")
NO_NEW_HOST = Label("只有转到其他基地才问新单位。", "A new host is asked only for a transfer.")


class Party(Choice):
    """Who is asked about a change, in this order; the name of each begins its fields and its step."""

    SUPERVISOR = "supervisor", "导师", "The supervisor"
    HOST = "host", "原单位", "The host"
    NEW_HOST = "new_host", "新单位", "The new host"
    OFFICE = "office", "办公室", "The office"


def lacking(change: PlacementChange) -> tuple[Party, ...]:
    """Who has not agreed besides the office; a new host is asked only where there is one."""
    asked = (
        (change.supervisor_agreed, Party.SUPERVISOR, True),
        (change.host_agreed, Party.HOST, True),
        (change.new_host_agreed, Party.NEW_HOST, change.kind is ChangeKind.TRANSFER),
    )
    return tuple(who for agreed, who, needed in asked if needed and not agreed)


def not_agreed(parties: Iterable[Party]) -> Label:
    """Who has not agreed, in a sentence."""
    labels = [one.label for one in parties]
    zh, en = "、".join(one.zh for one in labels), ", ".join(one.en.lower() for one in labels)
    return Label(f"还没有同意：{zh}。", f"Not agreed yet: {en}.")


def _not_yet(flag: str) -> Callable[[Session, Record, date], Label | None]:
    def guard(session: Session, record: Record, today: date) -> Label | None:
        del session, today
        change = _change(record)
        if flag == "new_host_agreed" and change.kind is not ChangeKind.TRANSFER:
            return NO_NEW_HOST
        return SAID if getattr(change, flag) else None

    return guard


def _others(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    open_ = lacking(_change(record))
    return not_agreed(open_) if open_ else None


def _fits(session: Session, record: Record, today: date) -> Label | None:
    change = _change(record)
    placement = session.get_one(Placement, change.placement_id)
    base = session.get(TrainingBase, change.new_base_id or placement.base_id)
    open_ = placement_changes.open_interruption(session, placement.id)
    case = Case(
        kind=str(change.kind),
        status=str(placement.status),
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        effective_on=change.effective_on,
        new_end=change.new_end,
        base_differs=base is not None and base.id != placement.base_id,
        base_in_use=base is not None and base.status is BaseStatus.ACTIVE and base.retired_on is None,
        interrupted_on=open_.starts_on if open_ is not None else None,
    )
    return fitting.against(case, today)


def _agree(flag: str, day: str) -> Callable[[Session, Record, date], None]:
    def effect(session: Session, record: Record, today: date) -> None:
        """The day may have been entered before."""
        del session
        change = _change(record)
        setattr(change, flag, True)
        setattr(change, day, getattr(change, day) or today)

    return effect


def _ask_again(session: Session, record: Record, today: date) -> None:
    del session, today
    change = _change(record)
    change.office_agreed, change.office_on = False, None


def _carry_out(session: Session, record: Record, today: date) -> None:
    placement_changes.carry_out(session, _change(record), today)


def _change(record: Record) -> PlacementChange:
    if not isinstance(record, PlacementChange):
        raise TypeError(f"{record} is no change of a placement")
    return record


GUARDS = {
    "supervisor_not_yet": _not_yet("supervisor_agreed"),
    "host_not_yet": _not_yet("host_agreed"),
    "new_host_not_yet": _not_yet("new_host_agreed"),
    "others_agree": _others,
    "change_fits": _fits,
}
EFFECTS = {
    "supervisor_agree": _agree("supervisor_agreed", "supervisor_on"),
    "host_agree": _agree("host_agreed", "host_on"),
    "new_host_agree": _agree("new_host_agreed", "new_host_on"),
    "office_agree": _agree("office_agreed", "office_on"),
    "back_to_asked": _ask_again,
    "carry_out": _carry_out,
}
