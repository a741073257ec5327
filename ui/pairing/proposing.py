"""The two verbs of a proposal: solve a cohort with what a person has locked, and keep what is ticked with its locks."""

import dataclasses
from datetime import date
from typing import Any

from ptman.assign import store
from ptman.assign.draft import AssignDraft
from ptman.assign.engine.control import Progress
from ptman.assign.request import Request
from ptman.assign.solving import Watch
from ptman.assign.store import ByHand, Kept
from ptman.labels import Label
from ui.pairing.proposal import Proposal
from ui.work import Cancelled, Step

# The core's sessions are SQLAlchemy's, which the window does not know.
Session = Any
PHASES = {
    "start": Label("准备", "Getting ready"),
    "prices": Label("估价", "Pricing seats"),
    "relaxation": Label("求下界", "Bounding"),
    "dive": Label("找方案", "Finding a plan"),
    "polish": Label("改进", "Improving"),
    "closing": Label("证明最优", "Proving it"),
}
_SHOWN = 1.0
"""Gaps above this are those of the first rough plan and would only frighten."""


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What to propose for, on which day."""

    cohort: int
    today: date
    request: Request


class Follower:
    """Ties a solve to a job of the window: its phases are told, and cancel keeps nothing.

    How far a solve is nobody knows before it ends, so it counts no steps: the phase and the gap say what is known.
    """

    def __init__(self, step: Step, tell: Any) -> None:  # noqa: ANN401 - the emit of a signal
        self._step, self._tell = step, tell
        self.stopped = False

    def watch(self) -> Watch:
        return Watch(self._on_progress, self._on_asked)

    def _on_progress(self, progress: Progress) -> None:
        self._tell(said(progress))

    def _on_asked(self) -> bool:
        """Whether to stop; the solver must be left by its own door, not by an exception through it."""
        try:
            self._step(0, 0)
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
    """Solve; nothing changes. Raises Cancelled, and what `store.draft` raises."""
    plan = store.draft(session, wish.cohort, wish.today, wish.request, follower.watch())
    if follower.stopped:
        raise Cancelled
    return plan


def keep(session: Session, proposal: Proposal, taken: frozenset[str], today: date) -> Kept:
    """One change set: the ticked rows; those set or locked by hand as such."""
    by_hand = ByHand(proposal.changed, proposal.locked)
    return store.keep(session, proposal.plan, taken, today, by_hand)
