"""The relaxation of a problem kept warm at its answer: what changes a little is solved again in a moment."""

import dataclasses
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ptman.assign.answer import Answer, Phase, Seat
from ptman.assign.engine import arrays as canonical
from ptman.assign.engine import certificate, close, incumbent, linear, prices, rounding
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control, Limits
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.search import Reached
from ptman.assign.problem import Problem

REACH = 2.0
BAN = 1 << 24
"""The cost of a choice that is no longer open: above all that anything else can cost."""
Flags = NDArray[np.bool_]


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
        self.problem = problem
        self.arrays, self.settled = canonical.build(problem, seed)
        self.places = {seat: place for place, seat in enumerate(self.arrays.rows.seats)}
        self.best = incumbent.standing(self.arrays, answer.given)
        start = canonical.seat_prices(self.arrays, answer.certificate.prices, answer.certificate.scale)
        reduced = prices.reduced(self.arrays, start)
        kept = choices.of_answer(self.arrays, self.best.x, self.best.y)
        near = choices.within(self.arrays, reduced, REACH)
        self._relaxed = linear.relax(self.arrays, start, kept.plus(near.without(kept)), Control(Limits()))
        self._width = len(self._relaxed.model.columns)
        self._basis = self._relaxed.model.highs.getBasis()

    def turned(self, turn: Turn, control: Control, *, proof: bool = True) -> Reached:
        """The best answer of the turn with its proof; the warm relaxation is as it was afterwards.

        Without `proof` no closing search is made: the bound is that of the relaxation.
        """
        model, arrays = self._relaxed.model, turn.priced()
        # the ban itself is not a cost of the model: a banned choice may stay in its basis, and would twist its prices
        model.turn(turn.arrays, turn.banned(model.columns))
        relaxed = linear.converge(arrays, model, self._relaxed.prices, control)
        reached = _ended(arrays, relaxed, control, proof=proof)
        model.shorten(self._width)
        model.turn(self.arrays, np.zeros(self._width, dtype=np.bool_))
        model.highs.setBasis(self._basis)
        return reached

    def allows(self, seats: Iterable[Seat]) -> bool:
        """Whether these quotas are rows of the problem."""
        return all(seat in self.places for seat in seats)


def _ended(arrays: Arrays, relaxed: Relaxed, control: Control, *, proof: bool) -> Reached:
    """From the relaxation to a whole answer, and to the proof as far as it goes."""
    ground = rounding.Ground(relaxed.prices, relaxed.reduced, relaxed.floor)
    found, pieces = rounding.rounded(arrays, relaxed.solution(), ground, control)
    best = found if found is not None else incumbent.vacant(arrays)
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
