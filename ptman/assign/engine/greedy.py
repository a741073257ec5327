"""A first whole answer at once: each student in turn takes what is cheapest at the prices of seats and still free."""

import numpy as np

from ptman.assign.engine import columns as choices
from ptman.assign.engine import incumbent, prices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import HARD
from ptman.assign.engine.prices import Reduced

AT_ONCE = 6
"""Most students need not look further than at so many choices."""


def first(arrays: Arrays, reduced: Reduced) -> Incumbent:
    """Locks and vacancies where nothing else is left; those with most to lose choose first."""
    last = choices.fallback(arrays)
    x, y = last.x[last.x >= 0].copy(), last.y[last.y >= 0].copy()
    left = np.append(arrays.rows.upper - prices.loads(arrays, x, y)[:-1], incumbent.PLENTY)
    left[:-1][arrays.points.over < HARD] = incumbent.PLENTY
    x_order, y_order = _by_price(reduced.x, arrays.x_student), _by_price(reduced.y, arrays.y_student)
    x_end = np.append(arrays.x_start[1:], len(arrays.x_student))
    y_start = arrays.group_start[arrays.student_group]
    y_end = np.append(y_start[1:], len(arrays.y_student))
    listed: list[int] = left.tolist()
    for who in _turns(arrays, reduced):
        units = int(arrays.units[who])
        _take(x, who, x_order[arrays.x_start[who] : x_end[who]], (arrays.x_rows, listed, units))
        _take(y, who, y_order[y_start[who] : y_end[who]], (arrays.y_rows, listed, units))
    return incumbent.of_arcs(arrays, x, y)


def _by_price(price: Floats, owner: Ints) -> Ints:
    """Arcs by student, the cheapest first."""
    return np.lexsort((np.arange(len(price)), np.round(price, 6), owner))


def _turns(arrays: Arrays, reduced: Reduced) -> list[int]:
    """Students by how much dearer their second choice is than their first, most first."""
    order = _by_price(reduced.x, arrays.x_student)
    second = np.minimum(arrays.x_start + 1, len(order) - 1)
    lost = np.where(arrays.x_student[order[second]] == np.arange(len(arrays.students)), reduced.x[order[second]], 0)
    lost = lost - reduced.x_best
    return list(np.lexsort((np.arange(len(lost)), -np.round(lost, 6))).tolist())


def _take(arcs: Ints, who: int, offered: Ints, seats: tuple[Ints, list[int], int]) -> None:
    """The first arc whose seats suffice, the one in hand given back for it."""
    rows, left, units = seats
    for seat in rows[:, arcs[who]].tolist():
        left[seat] += units
    for start in range(0, len(offered), AT_ONCE):
        some = offered[start : start + AT_ONCE]
        for place, taken in enumerate(rows[:, some].T.tolist()):
            if min([left[seat] for seat in taken]) >= units:
                arcs[who] = some[place]
                for seat in taken:
                    left[seat] -= units
                return
    for seat in rows[:, arcs[who]].tolist():
        left[seat] -= units
