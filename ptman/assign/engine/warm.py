"""The relaxation of a problem kept warm at its answer: what changes a little is solved again in a moment."""

import dataclasses

import numpy as np

from ptman.assign.answer import Answer, Phase
from ptman.assign.demands import Settled
from ptman.assign.engine import arrays as canonical
from ptman.assign.engine import certificate, close, incumbent, linear, prices, rounding
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control, Limits
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.menus import NONE, Flags
from ptman.assign.engine.search import Reached
from ptman.assign.problem import Problem, Role

REACH = 2.0
BAN = 1 << 24
"""The cost of a choice that is no longer open: above all that anything else can cost."""


@dataclasses.dataclass(frozen=True, slots=True)
class Turn:
    """The same students with other costs or quotas; `x` and `y` flag the arcs that are no longer open."""

    arrays: Arrays
    x: Flags
    y: Flags

    def priced(self) -> Arrays:
        aim = self.arrays.points
        points = dataclasses.replace(aim, x=aim.x + BAN * self.x, y=aim.y + BAN * self.y)
        return dataclasses.replace(self.arrays, points=points)

    def banned(self, columns: Columns) -> Flags:
        x, y = columns.x, columns.y
        found: Flags = ((x >= 0) & self.x[x]) | ((y >= 0) & self.y[y])
        return found


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
        plain = self.stands().priced()
        reduced = prices.reduced(plain, start)
        kept = choices.of_answer(plain, self.best.x, self.best.y)
        near = choices.within(plain, reduced, REACH)
        self._relaxed = linear.relax(plain, start, kept.plus(near.without(kept)), Control(Limits()))
        self._width = len(self._relaxed.model.columns)
        self._basis = self._relaxed.model.highs.getBasis()

    def stands(self) -> Turn:
        """The problem as it stands."""
        return Turn(self.arrays, np.zeros(len(self.arrays.x_student), dtype=np.bool_), self.shut.copy())

    def turned(self, turn: Turn, control: Control, *, proof: bool = True, near: Incumbent | None = None) -> Reached:
        """The best answer of the turn with its proof; the warm relaxation is as it was afterwards.

        Without `proof` no closing search is made: the bound is that of the relaxation. An answer that is `near` the
        best one is bettered around what it lacks, before anything else is tried.
        """
        relaxed = self._solved(turn, control)
        reached = _ended(turn.priced(), relaxed, control, (near, proof))
        relaxed.model.shorten(self._width)
        return reached

    def settle(self, turn: Turn, control: Control) -> None:
        """Stand at this turn from now on: what is asked next is near it."""
        self._relaxed = self._solved(turn, control)
        self._width, self._basis = len(self._relaxed.model.columns), self._relaxed.model.highs.getBasis()

    def _solved(self, turn: Turn, control: Control) -> Relaxed:
        """The relaxation of the turn, from where the warm one stands.

        The ban itself is not a cost of the model: a banned choice may stay in its basis, and would twist its prices.
        """
        model = self._relaxed.model
        model.turn(turn.arrays, turn.banned(model.columns))
        model.highs.setBasis(self._basis)
        return linear.converge(turn.priced(), model, self._relaxed.prices, control)


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
        best, pieces = rounding.mended(arrays, incumbent.of_arcs(arrays, near.x, near.y), ground, control)
    if best.value > relaxed.floor and (proof or near is None):
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
