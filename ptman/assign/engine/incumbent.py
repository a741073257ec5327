"""Whole answers inside the solver: one arc of either side for each student, with the true value."""

import dataclasses

import numpy as np

from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats, Ints
from ptman.assign.engine.columns import Columns
from ptman.assign.problem import Given


@dataclasses.dataclass(frozen=True, slots=True)
class Incumbent:
    """The arcs taken, by student in canonical order, and their points with shortfalls."""

    x: Ints
    y: Ints
    value: int


def of_arcs(arrays: Arrays, x: Ints, y: Ints) -> Incumbent:
    """Bonuses count wherever two collaborators meet, even where two single columns brought them together."""
    rows = arrays.rows
    load = loads(arrays, x, y)
    short = int(np.maximum(rows.lower - load, 0).sum()) * rows.shortfall
    points = arrays.x_cost[x].sum() + arrays.y_cost[y].sum() - choices.bonuses(arrays, x, y).sum()
    return Incumbent(x, y, int(points) + short)


def loads(arrays: Arrays, x: Ints, y: Ints) -> Ints:
    taken = np.concatenate((arrays.x_row[x], arrays.y_rows[0][y], arrays.y_rows[1][y]))
    return np.bincount(taken, minlength=len(arrays.rows.upper) + 1)[:-1]


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
    return of_arcs(arrays, x, y) if (loads(arrays, x, y) <= arrays.rows.upper).all() else None


def vacant(arrays: Arrays) -> Incumbent:
    """The first answer of all: locks, and otherwise vacancies."""
    last = choices.fallback(arrays)
    return of_arcs(arrays, last.x[last.x >= 0], last.y[last.y >= 0])


def given(arrays: Arrays, incumbent: Incumbent) -> dict[str, Given]:
    pairs = zip(arrays.students, incumbent.x.tolist(), incumbent.y.tolist(), strict=True)
    return {student: Given(arrays.x_target[x], *arrays.y_target[y]) for student, x, y in pairs}
