"""A part of a problem: some students are free to change, all others hold what they have."""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from ptman.assign.engine import incumbent, narrow, prices
from ptman.assign.engine.arrays import Arrays, Rows
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import Budget

Flags = NDArray[np.bool_]


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """The free students as a problem of their own, with the seats that the others leave.

    `who`, `x`, `y` tell which students and arcs of the whole they are; `rest` is what the others are worth.
    """

    arrays: Arrays
    held: Incumbent
    who: Ints
    x: Ints
    y: Ints
    rest: int

    def within(self, whole: Arrays, best: Incumbent, found: Incumbent) -> Incumbent:
        """The answer of the whole where the free students take what was found for them."""
        x, y = best.x.copy(), best.y.copy()
        x[self.who], y[self.who] = self.x[found.x], self.y[found.y]
        return incumbent.of_arcs(whole, x, y)


def cut(arrays: Arrays, best: Incumbent, free: Flags) -> Part:
    who = np.flatnonzero(free)
    x, y = np.flatnonzero(free[arrays.x_student]), np.flatnonzero(free[arrays.y_student])
    made, whole = narrow.cut(arrays, who, (x, y), _left(arrays, best, free))
    arcs = np.searchsorted(x, best.x[who]), np.searchsorted(y, best.y[who])
    held = incumbent.of_arcs(made, *arcs)
    budgets = tuple(
        Budget(mine.points, one.limit - _spent((arrays, made), (one, mine), (best, arcs)))
        for one, mine in zip(arrays.budgets, whole, strict=True)
    )
    return Part(dataclasses.replace(made, budgets=budgets), held, who, x, y, best.value - held.value)


def _left(arrays: Arrays, best: Incumbent, free: Flags) -> Rows:
    """Quotas less what the others take; what they take over a soft one is paid already."""
    rows = arrays.rows
    taken = prices.loads(arrays, best.x[~free], best.y[~free])[:-1]
    return Rows(rows.seats, np.maximum(rows.upper - taken, 0), np.maximum(rows.lower - taken, 0))


def _spent(on: tuple[Arrays, Arrays], of: tuple[Budget, Budget], state: tuple[Incumbent, tuple[Ints, Ints]]) -> int:
    """What the others take of a budget."""
    (arrays, made), (whole, mine), (best, arcs) = on, of, state
    return incumbent.worth(arrays, whole.points, (best.x, best.y)) - incumbent.worth(made, mine.points, arcs)
