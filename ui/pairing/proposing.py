"""The two verbs of a proposal: solve a cohort with what a person has locked, and keep what is ticked with its locks."""

import dataclasses
from datetime import date
from typing import Any

from ptman import journal
from ptman.assign import building, hand, loading, store
from ptman.assign import draft as drafting
from ptman.assign.draft import AssignDraft
from ptman.assign.engine.control import Progress
from ptman.assign.problem import Demand
from ptman.assign.store import Kept, Watch
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
    """What to propose for: `again` lets all but locked ones move; `demands` are kept whatever they cost."""

    cohort: int
    today: date
    again: bool = False
    demands: tuple[Demand, ...] = ()


class Follower:
    """Ties a solve to a job of the window: its phases are steps, and cancel keeps nothing."""

    def __init__(self, step: Step, tell: Any) -> None:  # noqa: ANN401 - the emit of a signal
        self._step, self._tell = step, tell
        self._at = 0
        self.stopped = False

    def watch(self) -> Watch:
        return Watch(self._on_progress, self._on_asked)

    def _on_progress(self, progress: Progress) -> None:
        self._at = max(self._at, list(PHASES).index(progress.phase) if progress.phase in PHASES else 0)
        self._tell(said(progress))

    def _on_asked(self) -> bool:
        """Whether to stop; the solver must be left by its own door, not by an exception through it."""
        try:
            self._step(self._at, len(PHASES))
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
    if wish.demands:
        plan = _with_demands(session, wish, follower)
    else:
        plan = store.draft(session, wish.cohort, wish.today, again=wish.again, watch=follower.watch())
    if follower.stopped:
        raise Cancelled
    return plan


def keep(session: Session, proposal: Proposal, taken: frozenset[str], today: date) -> Kept:
    """One change set: the ticked rows, and the locks on them."""
    plan = proposal.plan
    kept = store.keep(session, plan, taken, today)
    said = journal.book_of(session).sentence
    session.flush()  # the locks are put on what was just written
    for row in plan.proposals:
        if row.key in proposal.locked & taken:
            hand.lock(session, row.student, row.role, today)
    if said is not None:
        journal.say(session, said.zh, said.en)
    return kept


def _with_demands(session: Session, wish: Wish, follower: Follower) -> AssignDraft:
    from ptman.assign.engine import solve

    situation = loading.load(session, wish.cohort, wish.today)
    problem = building.build(situation, again=wish.again)
    wanted = {(one.student, one.role) for one in wish.demands}
    standing = tuple(one for one in problem.locks if (one.student, one.role) not in wanted)
    problem = dataclasses.replace(problem, locks=(*standing, *wish.demands))
    watch = follower.watch()
    steering = solve.Steering(watch.limits, watch.progress, watch.cancel)
    answer = solve.solve(problem, seed=str(wish.cohort), steering=steering)
    return drafting.make(situation, problem, answer, again=wish.again)
