"""The relaxation of a problem kept warm at its answer: what changes a little is solved again in a moment."""

import dataclasses
from functools import cached_property

import numpy as np

from ptman.assign.answer import Answer, Phase
from ptman.assign.demands import Settled
from ptman.assign.engine import arrays as canonical
from ptman.assign.engine import certificate, close, incumbent, rounding
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.menus import NONE, Flags
from ptman.assign.engine.nearby import Nearby
from ptman.assign.engine.search import Reached
from ptman.assign.engine.turns import Resting, Turn
from ptman.assign.problem import Problem, Role

REACH = 2.0


class Warm:
    """Arrays, the answer in them, and the solved relaxation; every turn starts from its basis and goes back to it."""

    def __init__(self, problem: Problem, answer: Answer, seed: str) -> None:
        loose = dataclasses.replace(problem, penalties=dataclasses.replace(problem.penalties, partial=True))
        self.arrays, settled = canonical.build(loose, seed)
        self.shut = _lone(problem, self.arrays, settled)
        """Arcs that only a lock on their supervisor or base would open."""
        self.places = {seat: place for place, seat in enumerate(self.arrays.rows.seats)}
        self.best = incumbent.standing(self.arrays, answer.given)
        start = canonical.seat_prices(self.arrays, answer.certificate.prices, answer.certificate.scale)
        self._resting = Resting(self.stands(), self.best, start, REACH)

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby(self.stands(), self.best, self._resting.prices)

    def stands(self) -> Turn:
        """The problem as it stands."""
        return Turn(self.arrays, np.zeros(len(self.arrays.x_student), dtype=np.bool_), self.shut.copy())

    def turned(self, turn: Turn, control: Control, *, proof: bool = True, near: bool = True) -> Reached:
        """The best answer of the turn with its proof; the warm relaxation is as it was afterwards.

        Without `proof` no closing search is made: the bound is that of the relaxation. `near`: what changes least is
        tried before anything else.
        """
        relaxed = self._resting.at(turn, control)
        found = self._nearby.found(turn, relaxed.floor, control) if near else None
        reached = _ended(turn.priced(), relaxed, control, (found, proof))
        self._resting.back()
        return reached


def _lone(problem: Problem, arrays: Arrays, settled: Settled) -> Flags:
    """Supervisors without a base and bases without a supervisor, where only both together are given."""
    made, locks = arrays.layout, settled.locks
    if problem.penalties.partial:
        return np.zeros(len(arrays.y_student), dtype=np.bool_)
    no_host, no_site = made.hosts.key[made.y_host] == NONE, made.sites.key[made.y_site] == NONE
    needs = {one.id: one.needs for one in problem.students}
    both = np.array([{Role.INDUSTRY, Role.BASE} <= needs[one] for one in arrays.students])[arrays.y_student]
    held = [np.array([(one, role) in locks for one in arrays.students]) for role in (Role.INDUSTRY, Role.BASE)]
    host_held, site_held = (one[arrays.y_student] for one in held)
    return np.asarray(both & ((no_site & ~no_host & ~host_held) | (no_host & ~no_site & ~site_held)))


def _ended(arrays: Arrays, relaxed: Relaxed, control: Control, how: tuple[Incumbent | None, bool]) -> Reached:
    """From the relaxation to a whole answer, and to the proof as far as it goes."""
    ground = rounding.Ground(relaxed.prices, relaxed.reduced, relaxed.floor)
    (near, proof), pieces = how, 0
    best = incumbent.vacant(arrays)
    if near is not None:
        best = near
    elif best.value > relaxed.floor:
        found, more = rounding.rounded(arrays, relaxed.solution(), ground, control)
        best, pieces = best if found is None or found.value >= best.value else found, pieces + more
    phases = [Phase("turn", relaxed.rounds, len(relaxed.model.columns), None, relaxed.floor)]
    phases.append(Phase("rounding", pieces, 0, best.value))
    bound = min(relaxed.floor, best.value)
    if proof and best.value > bound:
        closed = close.close(arrays, relaxed, best, control)
        best, bound = closed.best, closed.bound
        phases.append(Phase("closing", closed.searches, closed.columns, best.value, bound))
    proven, proved = certificate.certify(arrays, relaxed.prices)
    stopped = control.cancelled and best.value > bound
    columns = choices.of_answer(arrays, best.x, best.y)
    bound = min(best.value, max(bound, proved))
    return Reached(best, bound, proven, proved, tuple(phases), stopped, relaxed.prices, columns)
