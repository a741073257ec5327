"""Takes records from one state to another: what may be done now and why not, the step itself, and the log of steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, states
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import StateLog
from ptman.models.core import Record
from ptman.register import cards, guards, staleness, titles
from ptman.register.cards import Ref
from ptman.rules.machine import Machine, Move
from ptman.rules.machines.every import MACHINES

RETIRED = Label("记录已停用，先恢复。", "The record is retired; bring it back first.")
ELSEWHERE = Label("这一步对所选的有些记录还不能做。", "Some of the selected records are not at this step.")


@dataclass(frozen=True, slots=True)
class Offered:
    """A step that leads on from where the record is; `off` says why it cannot be taken today."""

    key: str
    label: Label
    target: Label
    reason: bool
    back: bool
    off: Label | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """One step that was taken."""

    day: date
    by: str
    step: Label
    start: Label
    end: Label
    reason: str


def moves(session: Session, noun: str, id: str, today: date) -> tuple[Offered, ...]:  # noqa: A002 a record's id is called id everywhere
    """Every step from the record's state, in the order of its machine; none where its states are free."""
    machine = states.of(noun)
    if machine is None:
        return ()
    record, _ = cards.load(session, noun, id)
    return tuple(
        Offered(
            one.key,
            one.label,
            machine.state(one.target).label,
            one.reason,
            one.back,
            _against(session, record, one, today),
        )
        for one in machine.allowed(states.state(record, machine))
    )


def common(session: Session, noun: str, ids: Sequence[str], today: date) -> tuple[Offered, ...]:
    """The steps of several records together: off where it is off for one of them."""
    each = [{one.key: one for one in moves(session, noun, key, today)} for key in ids]
    found = {key: one for steps in each for key, one in steps.items()}
    return tuple(replace(one, off=_first_off(key, each)) for key, one in found.items())


def move(session: Session, ref: Ref, key: str, today: date, reason: str = "") -> None:
    """Take one step. PtmanError `move-refused`, `move-needs-reason`, `move-guarded`; `Stale` where it has changed."""
    title, taken = _take(session, ref, key, today, reason)
    what = titles.noun_class(ref.noun).LABEL
    said = f"：{reason.strip()}" if reason.strip() else ""
    en = f": {reason.strip()}" if reason.strip() else ""
    journal.say(session, f"{taken.label.zh}（{what.zh} {title}）{said}", f"{taken.label.en} ({what.en} {title}){en}")


def move_all(session: Session, refs: Sequence[Ref], key: str, today: date, reason: str = "") -> None:
    """One step for several records as one change set: all of them or none."""
    if len(refs) == 1:
        move(session, refs[0], key, today, reason)
        return
    taken = [_take(session, ref, key, today, reason)[1] for ref in refs]
    what, label = titles.noun_class(refs[0].noun).LABEL, taken[0].label
    journal.say(
        session, f"{label.zh}（{len(refs)} 条{what.zh}）", f"{label.en} ({len(refs)} records: {what.en.lower()})"
    )


def log(session: Session, noun: str, id: str) -> tuple[Moved, ...]:  # noqa: A002 a record's id is called id everywhere
    """The steps the record has taken, newest first."""
    machine = MACHINES.get(noun)
    if machine is None:
        return ()
    mine = select(StateLog).where(StateLog.noun == noun, StateLog.record_id == id)
    return tuple(_moved(machine, one) for one in session.scalars(mine.order_by(StateLog.id.desc())))


def _take(session: Session, ref: Ref, key: str, today: date, reason: str) -> tuple[str, Move]:
    staleness.refuse_other_version(session, ref)
    machine = states.of(ref.noun)
    if machine is None:
        raise RuntimeError(f"{ref.noun} has no steps")
    record, _ = cards.load(session, ref.noun, ref.id)
    machine.step(states.state(record, machine), key, reason)
    taken = machine.move(key)
    title = titles.one(session, ref.noun, ref.id)
    if off := _against(session, record, taken, today):
        raise PtmanError(
            "move-guarded",
            f"“{title}”不能“{taken.label.zh}”：{off.zh}未作任何改动。",
            f"“{taken.label.en}” is not possible for “{title}”: {off.en} Nothing was changed.",
        )
    states.write(session, record, taken, today, reason)
    guards.follow(session, record, key, today)
    return title, taken


def _against(session: Session, record: Record, one: Move, today: date) -> Label | None:
    return RETIRED if record.retired_on is not None else guards.against(session, record, one.guards, today)


def _first_off(key: str, each: Sequence[dict[str, Offered]]) -> Label | None:
    reasons = (steps[key].off if key in steps else ELSEWHERE for steps in each)
    return next((reason for reason in reasons if reason is not None), None)


def _moved(machine: Machine, one: StateLog) -> Moved:
    known = {state.key: state.label for state in machine.states}
    steps = {step.key: step.label for step in machine.moves} | dict(machine.noted)
    start, end = (known.get(key, Label(key, key)) for key in (one.from_state, one.to_state))
    step = steps.get(one.step, Label(one.step, one.step))
    return Moved(one.moved_on, one.by, step, start, end, one.reason or "")
