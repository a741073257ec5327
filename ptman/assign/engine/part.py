"""A part of a problem: some students are free to change, all others hold what they have."""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from ptman.assign.engine import incumbent, prices
from ptman.assign.engine.arrays import Arrays, Rows
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import Budget, Points

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
    groups, z = np.flatnonzero(free[arrays.group_student]), np.flatnonzero(free[arrays.z_student])
    aim = _points(arrays.points, (x, y, z))
    made = dataclasses.replace(
        arrays,
        students=tuple(arrays.students[one] for one in who.tolist()),
        units=arrays.units[who],
        rows=_left(arrays, best, free),
        x_student=np.searchsorted(who, arrays.x_student[x]),
        x_rows=arrays.x_rows[:, x],
        y_student=np.searchsorted(who, arrays.y_student[y]),
        y_rows=arrays.y_rows[:, y],
        y_group=np.searchsorted(groups, arrays.y_group[y]),
        group_student=np.searchsorted(who, arrays.group_student[groups]),
        z_arc=np.searchsorted(x, arrays.z_arc[z]),
        z_group=np.searchsorted(groups, arrays.z_group[z]),
        z_student=np.searchsorted(who, arrays.z_student[z]),
        points=aim,
        budgets=(),
    )
    every = np.arange(len(who))
    made = dataclasses.replace(
        made,
        x_start=np.searchsorted(made.x_student, every),
        group_start=np.searchsorted(made.y_group, np.arange(len(groups))),
        student_group=np.searchsorted(made.group_student, every),
    )
    arcs = np.searchsorted(x, best.x[who]), np.searchsorted(y, best.y[who])
    held = incumbent.of_arcs(made, *arcs)
    budgets = tuple(_budget(arrays, made, one, (best, arcs, (x, y, z))) for one in arrays.budgets)
    return Part(dataclasses.replace(made, budgets=budgets), held, who, x, y, best.value - held.value)


def _points(aim: Points, arcs: tuple[Ints, Ints, Ints]) -> Points:
    x, y, z = arcs
    return Points(aim.x[x], aim.y[y], aim.z[z], aim.shortfall, aim.over)


def _left(arrays: Arrays, best: Incumbent, free: Flags) -> Rows:
    """Quotas less what the others take; what they take over a soft one is paid already."""
    rows = arrays.rows
    taken = prices.loads(arrays, best.x[~free], best.y[~free])[:-1]
    return Rows(rows.seats, np.maximum(rows.upper - taken, 0), np.maximum(rows.lower - taken, 0))


def _budget(
    arrays: Arrays, made: Arrays, one: Budget, state: tuple[Incumbent, tuple[Ints, Ints], tuple[Ints, Ints, Ints]]
) -> Budget:
    best, arcs, chosen = state
    aim = _points(one.points, chosen)
    spent = incumbent.worth(arrays, one.points, (best.x, best.y)) - incumbent.worth(made, aim, arcs)
    return Budget(aim, one.limit - spent)
