"""Which nouns go from state to state step by step, what an import may change of that, and how a step is written."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import StateLog
from ptman.models.core import Record, nouns
from ptman.rules.machine import Machine, Move
from ptman.rules.machines.every import MACHINES


def of(noun: str) -> Machine | None:
    """The machine that governs the states of a noun's records; none where they are free."""
    return MACHINES[noun] if nouns()[noun].BY_STEPS else None


def fixed(noun: str) -> frozenset[str]:
    """The fields that only steps change, once a record is there."""
    machine = of(noun)
    return frozenset({machine.field} if machine else ())


def state(record: Record, machine: Machine) -> str:
    return str(getattr(record, machine.field))


def carried(noun: str, before: str, after: str) -> Move | None:
    """The move by which a list that comes back may change a state: one that asks for no reason and nothing else."""
    machine = of(noun)
    if machine is None:
        return None
    plain = (one for one in machine.allowed(before) if not (one.reason or one.guards or one.opens))
    return next((one for one in plain if one.target == after), None)


def refused(noun: str, before: str, after: str) -> Label | None:
    """What a list should have said instead of `after`, where no plain step leads there; new rows may begin anywhere."""
    machine = of(noun)
    if machine is None or before == after or carried(noun, before, after) is not None:
        return None
    now = machine.state(before).label
    return Label(f"“{now.zh}”（改变状态请用“办理”）", f"“{now.en}” (other states are reached by steps)")


def carry(session: Session, record: Record, after: str, today: date) -> None:
    """Take the plain step that a list asked for; PtmanError `stale` where the state has moved on since it was drawn."""
    noun = str(record.__tablename__)
    found = carried(noun, state(record, MACHINES[noun]), after)
    if found is None:
        raise PtmanError(
            "stale",
            f"预览之后“{record.LABEL.zh}”的状态变了，未导入任何行；请重新预览。",
            f"A state ({record.LABEL.en}) has changed since the preview. Nothing was imported; preview again.",
        )
    write(session, record, found, today)


def note(session: Session, record: Record, key: str, today: date, reason: str) -> None:
    """Log one of the machine's noted steps, which leaves the state as it is."""
    noun = str(record.__tablename__)
    now = state(record, MACHINES[noun])
    entry = StateLog(noun=noun, record_id=record.id, from_state=now, to_state=now, step=key)
    entry.moved_on, entry.by, entry.reason = today, journal.book_of(session).who, reason
    session.add(entry)


def write(session: Session, record: Record, move: Move, today: date, reason: str = "") -> None:
    """Set the state and write the log; whether the move is allowed has been asked before."""
    noun = str(record.__tablename__)
    machine = MACHINES[noun]
    before = state(record, machine)
    entry = StateLog(noun=noun, record_id=record.id, from_state=before, to_state=move.target, step=move.key)
    entry.moved_on, entry.by, entry.reason = today, journal.book_of(session).who, reason.strip() or None
    session.add(entry)
    if before != move.target:
        setattr(record, machine.field, _stored(record, machine.field, move.target))


def _stored(record: Record, key: str, target: str) -> object:
    """The state as its column holds it."""
    choices = getattr(record.__mapper__.columns[key].type, "enum_class", None)
    return choices(target) if choices else target
