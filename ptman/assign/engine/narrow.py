"""Some students and some of their arcs as a problem of their own: what cannot matter takes no time and no room."""

import dataclasses

import numpy as np

from ptman.assign.engine import columns as choices
from ptman.assign.engine import incumbent
from ptman.assign.engine.arrays import Arrays, Rows
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import Budget, Points


@dataclasses.dataclass(frozen=True, slots=True)
class Narrow:
    """All students with a few of their arcs; `x` and `y` tell which arcs of the whole they are."""

    arrays: Arrays
    x: Ints
    y: Ints

    def outside(self, whole: Arrays, found: Incumbent) -> Incumbent:
        """An answer as one of the whole."""
        return incumbent.of_arcs(whole, self.x[found.x], self.y[found.y])

    def columns(self, taken: Columns) -> Columns:
        """Columns of the whole; all of their arcs are here."""
        x = np.where(taken.x >= 0, np.searchsorted(self.x, taken.x), choices.NONE)
        return Columns(x, np.where(taken.y >= 0, np.searchsorted(self.y, taken.y), choices.NONE))


def of(arrays: Arrays, *kept: Columns) -> Narrow:
    """The arcs of these columns, and each student's vacancy or lock."""
    every = (*kept, choices.fallback(arrays))
    x, y = (np.zeros(len(owner), dtype=np.bool_) for owner in (arrays.x_student, arrays.y_student))
    for one in every:
        x[one.x[one.x >= 0]] = True
        y[one.y[one.y >= 0]] = True
    arcs = np.flatnonzero(x), np.flatnonzero(y)
    made, budgets = cut(arrays, np.arange(len(arrays.students)), arcs, arrays.rows)
    return Narrow(dataclasses.replace(made, budgets=budgets), *arcs)


def cut(arrays: Arrays, who: Ints, arcs: tuple[Ints, Ints], rows: Rows) -> tuple[Arrays, tuple[Budget, ...]]:
    """These students with these arcs and joint choices between them, and the budgets in terms of them."""
    x, y = arcs
    groups = np.unique(arrays.y_group[y])
    here = _flags(x, len(arrays.x_student)), _flags(groups, len(arrays.group_start))
    z = np.flatnonzero(here[0][arrays.z_arc] & here[1][arrays.z_group])
    x_student = np.searchsorted(who, arrays.x_student[x])
    y_group = np.searchsorted(groups, arrays.y_group[y])
    group_student, every = np.searchsorted(who, arrays.group_student[groups]), np.arange(len(who))
    made = dataclasses.replace(
        arrays,
        students=tuple(arrays.students[one] for one in who.tolist()),
        units=arrays.units[who],
        rows=rows,
        x_student=x_student,
        x_rows=arrays.x_rows[:, x],
        x_start=np.searchsorted(x_student, every),
        y_student=np.searchsorted(who, arrays.y_student[y]),
        y_rows=arrays.y_rows[:, y],
        y_group=y_group,
        group_start=np.searchsorted(y_group, np.arange(len(groups))),
        group_student=group_student,
        student_group=np.searchsorted(group_student, every),
        z_arc=np.searchsorted(x, arrays.z_arc[z]),
        z_group=np.searchsorted(groups, arrays.z_group[z]),
        z_student=np.searchsorted(who, arrays.z_student[z]),
        points=_points(arrays.points, (x, y, z)),
        budgets=(),
    )
    return made, tuple(Budget(_points(one.points, (x, y, z)), one.limit) for one in arrays.budgets)


def _flags(chosen: Ints, count: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    found = np.zeros(count, dtype=np.bool_)
    found[chosen] = True
    return found


def _points(aim: Points, arcs: tuple[Ints, Ints, Ints]) -> Points:
    x, y, z = arcs
    return Points(aim.x[x], aim.y[y], aim.z[z], aim.shortfall, aim.over)
