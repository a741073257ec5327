"""What a state machine is: states, the moves between them, and what dates say of a state without being stored."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ptman.errors import PtmanError
from ptman.labels import Label


@dataclass(frozen=True, slots=True)
class State:
    """One stored state; from a final one nothing more is meant to happen."""

    key: str
    label: Label
    final: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """One way from any of `source` to `target`.

    `reason`: words must be given. `back`: it takes an earlier step back. `guards` name what must hold besides and
    are judged where the facts are. `opens` is the state of the new record that the move begins, such as the draft
    of a renewal; the record itself then goes to `target`.
    """

    key: str
    label: Label
    source: frozenset[str]
    target: str
    reason: bool = False
    back: bool = False
    guards: tuple[str, ...] = ()
    opens: str = ""


class When(StrEnum):
    """How a day compares with today."""

    PAST = "past"
    SOON = "soon"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Derived:
    """What a date says of a record in one of `of`: its day is past, is at most `lead` days off, or is yet to come."""

    key: str
    label: Label
    of: frozenset[str]
    day: str
    when: When = When.PAST
    lead: int = 0

    def holds(self, day: date, today: date, lead: int | None = None) -> bool:
        if self.when is When.SOON:
            return today <= day <= today + timedelta(days=self.lead if lead is None else lead)
        return day < today if self.when is When.PAST else today < day


@dataclass(frozen=True, slots=True)
class Machine:
    """The states of one noun's field and every move that is allowed; ValueError for one that contradicts itself."""

    noun: str
    label: Label
    states: tuple[State, ...]
    start: str
    moves: tuple[Move, ...]
    derived: tuple[Derived, ...] = ()
    field: str = "status"
    # Steps that verbs of their own take and log: they leave the state as it is, and may come after a final one.
    noted: tuple[tuple[str, Label], ...] = ()

    def __post_init__(self) -> None:
        known = {state.key for state in self.states}
        named = {self.start}.union(*(one.source | {one.target, one.opens or self.start} for one in self.moves))
        named |= {key for one in self.derived for key in one.of}
        if named - known:
            raise ValueError(f"{self.noun} names unknown states: {sorted(named - known)}")
        if len(known) < len(self.states) or len({one.key for one in self.moves}) < len(self.moves):
            raise ValueError(f"{self.noun} declares a key twice")
        left = {state.key for state in self.states if state.final} & {key for one in self.moves for key in one.source}
        if left:
            raise ValueError(f"{self.noun} leaves final states: {sorted(left)}")

    def state(self, key: str) -> State:
        return next(state for state in self.states if state.key == key)

    def move(self, key: str) -> Move:
        return next(move for move in self.moves if move.key == key)

    def allowed(self, state: str) -> tuple[Move, ...]:
        """The moves from a state, in the order they are declared: onward first, back last."""
        return tuple(move for move in self.moves if state in move.source)

    def step(self, state: str, key: str, reason: str = "") -> str:
        """Where the move leads; PtmanError `move-refused` or `move-needs-reason` where it may not be made."""
        move = next((one for one in self.allowed(state) if one.key == key), None)
        if move is None:
            raise self._refused(state, key)
        if move.reason and not reason.strip():
            raise PtmanError(
                "move-needs-reason",
                f"“{move.label.zh}”须写明理由。未作任何改动。",
                f"“{move.label.en}” needs a reason. Nothing was changed.",
            )
        return move.target

    def seen(self, state: str, days: Mapping[str, date | None], today: date) -> Derived | None:
        """The first of the derived states that holds, given the record's own days by field."""
        for one in self.derived:
            day = days.get(one.day)
            if state in one.of and day is not None and one.holds(day, today):
                return one
        return None

    def _refused(self, state: str, key: str) -> PtmanError:
        wanted = next((one.label for one in self.moves if one.key == key), Label(key, key))
        open_ = [one.label for one in self.allowed(state)]
        zh = "现在可以：" + "、".join(one.zh for one in open_) if open_ else "这是最后的状态"
        en = "Possible now: " + ", ".join(one.en.lower() for one in open_) if open_ else "This is its last state"
        now = self.state(state).label
        return PtmanError(
            "move-refused",
            f"{self.label.zh}为“{now.zh}”，不能“{wanted.zh}”。未作任何改动。{zh}。",
            f"The {self.label.en} is “{now.en}”, so “{wanted.en}” is not possible. Nothing was changed. {en}.",
        )


def of(*keys: str) -> frozenset[str]:
    """The states a move may start from."""
    return frozenset(keys)


def backward(states: tuple[State, ...]) -> tuple[Move, ...]:
    """One step back, with a reason, along states that follow each other."""
    return tuple(
        Move(
            f"back_to_{before.key}",
            Label(f"退回“{before.label.zh}”", f"Back to “{before.label.en}”"),
            of(after.key),
            before.key,
            reason=True,
            back=True,
        )
        for before, after in itertools.pairwise(states)
    )
