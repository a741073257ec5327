"""How a caller steers a running solve: limits, progress, and the wish to stop."""

import dataclasses
from collections.abc import Callable


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
    """One message of a running solve: the phase, the best value so far, the bound so far."""

    phase: str
    value: int | None = None
    bound: int | None = None


@dataclasses.dataclass(slots=True)
class Control:
    """Passes progress on, never worse than before, and asks the caller whether to stop."""

    limits: Limits
    progress: Callable[[Progress], None] | None = None
    cancel: Callable[[], bool] | None = None
    value: int | None = None
    bound: int | None = None
    cancelled: bool = False

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
            self.progress(Progress(phase, self.value, self.bound))
