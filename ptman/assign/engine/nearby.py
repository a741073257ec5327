"""The best answer near the one that stands: a change costs a little, so that only those move who must."""

import dataclasses
import math

import numpy as np

from ptman.assign.engine import close, incumbent
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Floats
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.model import Model
from ptman.assign.engine.points import HARD, Points
from ptman.assign.engine.turns import Resting, Turn

FINE = 16
"""A change costs one part in so many of a point: finer, the relaxation comes out in fractions; coarser, worse."""
REACH = 0.5
NODES = 100


class Nearby:
    """The relaxation with a price on changes, which stands at the answer itself."""

    def __init__(self, stands: Turn, best: Incumbent, start: Floats) -> None:
        self._best = best
        self._resting = Resting(self._scaled(stands), best, start * FINE, 4 * REACH * FINE)

    def found(self, turn: Turn, floor: int, control: Control) -> Incumbent | None:
        """A good answer of the turn, though not surely its best; None where none was found. `floor` would do."""
        scaled = self._scaled(turn)
        relaxed = self._resting.at(scaled, control)
        best = self._whole(turn, relaxed)
        if best is None or best.value > floor:
            other = self._searched((turn, scaled), relaxed, floor, control)
            best = other if best is None or (other is not None and other.value < best.value) else best
        self._resting.back()
        return best

    def _scaled(self, turn: Turn) -> Turn:
        aim = turn.arrays.points
        x, y = aim.x * FINE + 1, aim.y * FINE + 1
        x[self._best.x] -= 1
        y[self._best.y] -= 1
        over = np.where(aim.over < HARD, aim.over * FINE, HARD)
        points = Points(x, y, aim.z * FINE, aim.shortfall * FINE, over)
        return dataclasses.replace(turn, arrays=dataclasses.replace(turn.arrays, points=points))

    def _whole(self, turn: Turn, relaxed: Relaxed) -> Incumbent | None:
        columns, levels = relaxed.solution()
        if len(columns) != len(levels) or not relaxed.model.solved():
            return None
        return incumbent.of_levels(turn.priced(), columns, levels)

    def _searched(self, turns: tuple[Turn, Turn], relaxed: Relaxed, floor: int, control: Control) -> Incumbent | None:
        """The relaxation left fractions, or what it gave may be bettered: the same with whole choices."""
        turn, scaled = turns
        arrays = scaled.priced()
        model = Model(arrays, choices.within(arrays, relaxed.reduced, REACH * FINE), presolve=True)
        limits = dataclasses.replace(control.limits, nodes=NODES)
        between = (floor + 1) * FINE - 1, math.ceil(float(relaxed.reduced.bound) + REACH * FINE)
        steered = dataclasses.replace(control, limits=limits, progress=None)
        found, _ = close.search(arrays, model, between, steered)
        return None if found is None else incumbent.of_arcs(turn.priced(), found.x, found.y)
