"""Turns of a problem that change a little of it, and a relaxation that rests where the next one finds it again."""

import dataclasses

import numpy as np

from ptman.assign.engine import columns as choices
from ptman.assign.engine import linear, placing, prices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.columns import NONE, Columns
from ptman.assign.engine.control import Control, Limits
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.menus import Flags

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

    def forced(self) -> Columns:
        """All that is open to those who may no longer stay without: a relaxation that has none of it has no answer."""
        arrays, last = self.arrays, choices.fallback(self.arrays)
        who = self.x[last.x[last.x >= 0]] | self.y[last.y[last.y >= 0]]
        x = np.flatnonzero(who[arrays.x_student] & ~self.x)
        y = np.flatnonzero(who[arrays.y_student] & ~self.y)
        z = np.flatnonzero(who[arrays.z_student] & ~self.x[arrays.z_arc] & (choices.met(arrays) > 0))
        ends = np.append(arrays.group_start[1:], len(arrays.y_student))
        own, cell = placing.spread(arrays.group_start[arrays.z_group[z]], ends[arrays.z_group[z]])
        met = ~self.y[cell]
        arc, cell = arrays.z_arc[z[own[met]]], cell[met]
        return Columns(
            np.concatenate((x, np.full(len(y), NONE), arc)), np.concatenate((np.full(len(x), NONE), y, cell))
        )


class Resting:
    """The solved relaxation of one turn; every other starts from its basis, and it is as it was afterwards."""

    def __init__(self, turn: Turn, best: Incumbent, start: Floats, reach: float) -> None:
        plain = turn.priced()
        kept = choices.of_answer(plain, best.x, best.y)
        near = choices.within(plain, prices.reduced(plain, start), reach)
        self._relaxed = linear.relax(plain, start, kept.plus(near.without(kept)), Control(Limits()))
        self._width, self._basis = len(self._relaxed.model.columns), self._relaxed.model.highs.getBasis()

    @property
    def prices(self) -> Floats:
        return self._relaxed.prices

    def at(self, turn: Turn, control: Control) -> Relaxed:
        """The relaxation of the turn; `back` makes ready for the next one.

        The ban itself is not a cost of the model: a banned choice may stay in its basis, and would twist its prices.
        """
        model = self._relaxed.model
        model.turn(turn.arrays, turn.banned(model.columns))
        model.highs.setBasis(self._basis)
        model.append(turn.forced().without(model.columns))
        return linear.converge(turn.priced(), model, self._relaxed.prices, control)

    def back(self) -> None:
        self._relaxed.model.shorten(self._width)
