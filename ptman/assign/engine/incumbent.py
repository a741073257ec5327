"""Whole answers inside the solver: one arc of either side for each student, with the true value."""

import dataclasses
from collections.abc import Mapping

import numpy as np

from ptman.assign.engine import columns as choices
from ptman.assign.engine import prices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import HARD, Points
from ptman.assign.problem import Given

PLENTY = np.iinfo(np.int64).max // 2


@dataclasses.dataclass(frozen=True, slots=True)
class Incumbent:
    """The arcs taken, by student in canonical order, and their points with shortfalls."""

    x: Ints
    y: Ints
    value: int


def of_arcs(arrays: Arrays, x: Ints, y: Ints) -> Incumbent:
    """Bonuses count wherever two collaborators meet, even where two single columns brought them together."""
    return Incumbent(x, y, worth(arrays, arrays.points, (x, y)))


def worth(arrays: Arrays, aim: Points, arcs: tuple[Ints, Ints]) -> int:
    """What these arcs are worth under an aim."""
    rows, (x, y) = arrays.rows, arcs
    load = prices.loads(arrays, x, y)[:-1]
    short = int(np.maximum(rows.lower - load, 0).sum()) * aim.shortfall
    over = np.maximum(load - rows.upper, 0)
    points = aim.x[x].sum() + aim.y[y].sum() - choices.meeting(arrays, aim.z, x, y).sum()
    return int(points) + short + int((over * np.where(over > 0, aim.over, 0)).sum())


def fits(arrays: Arrays, x: Ints, y: Ints) -> bool:
    """Whether the seats suffice and every budget is kept."""
    over = prices.loads(arrays, x, y)[:-1] > arrays.rows.upper
    if (over & (arrays.points.over >= HARD)).any():
        return False
    return all(worth(arrays, one.points, (x, y)) <= one.limit for one in arrays.budgets)


def of_levels(arrays: Arrays, columns: Columns, levels: Floats) -> Incumbent | None:
    """The answer of an integral solution; None where a student is left in fractions or a seat is taken twice."""
    chosen = columns.where(levels > 1 - 1e-5)
    academic, industry = chosen.x[chosen.x >= 0], chosen.y[chosen.y >= 0]
    n = len(arrays.students)
    x, y = np.full(n, -1), np.full(n, -1)
    x[arrays.x_student[academic]] = academic
    y[arrays.y_student[industry]] = industry
    if len(academic) != n or len(industry) != n or min(x.min(), y.min()) < 0:
        return None
    return of_arcs(arrays, x, y) if fits(arrays, x, y) else None


def vacant(arrays: Arrays) -> Incumbent:
    """The first answer of all: locks, and otherwise vacancies."""
    last = choices.fallback(arrays)
    return of_arcs(arrays, last.x[last.x >= 0], last.y[last.y >= 0])


def standing(arrays: Arrays, before: Mapping[str, Given]) -> Incumbent:
    """What stands, as far as it is still possible; the rest locks and vacancies."""
    start = vacant(arrays)
    x, y = start.x.copy(), start.y.copy()
    x_end = np.append(arrays.x_start[1:], len(arrays.x_student))
    y_start = arrays.group_start[arrays.student_group]
    y_end = np.append(y_start[1:], len(arrays.y_student))
    left = np.append(arrays.rows.upper - prices.loads(arrays, x, y)[:-1], PLENTY)
    left[:-1][arrays.points.over < HARD] = PLENTY
    for who, name in enumerate(arrays.students):
        mine, units = before.get(name, Given()), int(arrays.units[who])
        for arcs, rows, span in (
            (x, arrays.x_rows, (arrays.x_start[who], x_end[who])),
            (y, arrays.y_rows, (y_start[who], y_end[who])),
        ):
            found = next((arc for arc in range(*span) if _stands(arrays, arc, mine, academic=arcs is x)), None)
            left[rows[:, arcs[who]]] += units
            if found is not None and (left[rows[:, found]] >= units).all():
                arcs[who] = found
            left[rows[:, arcs[who]]] -= units
    return of_arcs(arrays, x, y)


def _stands(arrays: Arrays, arc: int, mine: Given, *, academic: bool) -> bool:
    if academic:
        return arrays.target(arc, 0).academic == mine.academic
    here = arrays.target(0, arc)
    return (here.industry, here.base) == (mine.industry, mine.base)


def given(arrays: Arrays, incumbent: Incumbent) -> dict[str, Given]:
    pairs = zip(arrays.students, incumbent.x.tolist(), incumbent.y.tolist(), strict=True)
    return {student: arrays.target(x, y) for student, x, y in pairs}
