"""How a caller steers a running solve: limits, progress, and the wish to stop."""

import dataclasses
from collections.abc import Callable, Mapping

from ptman.assign.answer import Seat

SCALE = 1 << 20
"""Whole prices are points times this."""


@dataclasses.dataclass(frozen=True, slots=True)
class Limits:
    """Where the solver stops trying. Steps and nodes are counted, so an answer does not hang on the machine's pace.

    `seconds` bounds each closing search only, on the solver's own clock; an answer that met it says `bounded`.
    """

    price_steps: int = 300
    neighbourhoods: int = 400
    nodes: int = 5000
    seconds: float = 60.0


@dataclasses.dataclass(frozen=True, slots=True)
class Progress:
    """One message of a running solve: the phase, the best value so far, the bound so far, both of the tier at hand."""

    phase: str
    value: int | None = None
    bound: int | None = None
    tier: str = "total"


DEFAULT = Limits()


@dataclasses.dataclass(frozen=True, slots=True)
class Steering:
    """What a caller may set beside the problem: limits, a listener, a wish to stop, prices of an earlier answer.

    `lottery`: whether the draw decides between answers of equal worth, or whatever the search came upon first.
    """

    limits: Limits = DEFAULT
    progress: Callable[[Progress], None] | None = None
    cancel: Callable[[], bool] | None = None
    prices: Mapping[Seat, int] = dataclasses.field(default_factory=dict)
    scale: int = SCALE
    lottery: bool = False


@dataclasses.dataclass(slots=True)
class Control:
    """Passes progress on, never worse than before, and asks the caller whether to stop."""

    limits: Limits
    progress: Callable[[Progress], None] | None = None
    cancel: Callable[[], bool] | None = None
    value: int | None = None
    bound: int | None = None
    cancelled: bool = False
    tier: str = "total"

    def stopped(self) -> bool:
        if not self.cancelled and self.cancel is not None:
            self.cancelled = self.cancel()
        return self.cancelled

    def report(self, phase: str, *, value: int | None = None, bound: int | None = None) -> None:
        if value is not None:
            self.value = value if self.value is None else min(self.value, value)
        if bound is not None:
            self.bound = bound if self.bound is None else max(self.bound, bound)
        if self.progress is not None:
            self.progress(Progress(phase, self.value, self.bound, self.tier))
