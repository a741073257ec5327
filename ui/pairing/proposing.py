"""The two verbs of a proposal: solve what a scenario asks, followed step by step, and keep the answer in it."""

import dataclasses
from datetime import date
from typing import Any

from ptman.assign import scenario_reading, scenario_solving, store
from ptman.assign.draft import AssignDraft
from ptman.assign.engine.control import Progress
from ptman.assign.request import Request
from ptman.assign.scenarios import Settings
from ptman.assign.solving import Watch
from ptman.labels import Label
from ui.work import Cancelled, Step

# The core's sessions are SQLAlchemy's, which the window does not know.
Session = Any
PHASES = {
    "start": Label("准备", "Getting ready"),
    "prices": Label("估价", "Pricing seats"),
    "relaxation": Label("求下界", "Bounding"),
    "rounding": Label("找方案", "Finding a plan"),
    "polish": Label("改进", "Improving"),
    "closing": Label("证明最优", "Proving it"),
}
_SHOWN = 1.0
"""Gaps above this are those of the first rough plan and would only frighten."""


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What to solve: a scenario, or while `key` is empty a new one under `name`; how, and on which day."""

    cohort: int
    key: str
    name: str
    settings: Settings
    today: date


class Follower:
    """Ties a solve to a job of the window: its phases are told there and in the status line, cancel keeps the best.

    How far a solve is nobody knows before it ends, so it counts no steps: the phase and the gap say what is known.
    """

    def __init__(self, step: Step, tell: Any) -> None:  # noqa: ANN401 - the emit of a signal
        self._step, self._tell = step, tell
        self._phase: Label | None = None
        self.stopped = False

    def watch(self) -> Watch:
        return Watch(self._on_progress, self._on_asked)

    def _on_progress(self, progress: Progress) -> None:
        self._phase = said(progress)
        self._tell(self._phase)

    def _on_asked(self) -> bool:
        """Whether to stop; the solver must be left by its own door, not by an exception through it."""
        try:
            self._step(0, 0, self._phase)
        except Cancelled:
            self.stopped = True
        return self.stopped


def said(progress: Progress) -> Label:
    """The phase in words, with how far from the best possible the plan may still be."""
    phase = PHASES.get(progress.phase, Label(progress.phase, progress.phase))
    if progress.value is None or progress.bound is None:
        return phase
    gap = (progress.value - progress.bound) / max(1, abs(progress.bound))
    if gap > _SHOWN:
        return phase
    return Label(f"{phase.zh} · 与最优相差不超过 {gap:.2%}", f"{phase.en} · within {gap:.2%} of the best possible")


def propose(session: Session, wish: Wish, follower: Follower) -> AssignDraft:
    """Solve; nothing changes. Stopped early it answers with the best so far, and says how far off that may be."""
    how = wish.settings
    if wish.key:
        return scenario_solving.solved(session, wish.key, wish.today, how, follower.watch())
    against = scenario_reading.given_of(session, how.against)
    request = Request(again=how.again, mode=how.mode, weights=how.weights, seed=how.seed, against=against)
    return store.draft(session, wish.cohort, wish.today, request, follower.watch())


def keep(session: Session, wish: Wish, plan: AssignDraft) -> str:
    """One change set: the answer into its scenario, which is begun where there is none; its key."""
    if not wish.key:
        return scenario_solving.begin(session, wish.name, wish.settings, plan, wish.today)
    scenario_solving.keep(session, wish.key, plan, wish.today, wish.settings)
    return wish.key
