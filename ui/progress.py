"""How far a long job is, what remains of it, and how it says so."""

from dataclasses import dataclass
from typing import Protocol

from ptman.labels import Label


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the running job is. `left` is an estimate in seconds, None while there is none.

    `phase` says what it is at where steps cannot be counted.
    """

    name: Label
    done: int = 0
    total: int = 0
    left: float | None = None
    phase: Label | None = None

    @property
    def percent(self) -> int | None:
        return 100 * self.done // self.total if self.total else None


class Step(Protocol):
    """A long job calls it as it goes; it raises Cancelled when the user has cancelled."""

    def __call__(self, done: int, total: int, phase: Label | None = None, /) -> None: ...


def seconds_left(elapsed: float, done: int, total: int) -> float | None:
    """What remains if it goes on as so far; None before two seconds or one percent, when it would be a guess."""
    if elapsed < 2 or done <= 0 or done * 100 < total:  # noqa: PLR2004 - see the docstring
        return None
    return elapsed * (total - done) / done
