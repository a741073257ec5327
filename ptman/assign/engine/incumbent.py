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
    left = np.append(arrays.rows.upper - prices.loads(arrays, x, y)[:-1], PLENTY)
    left[:-1][arrays.points.over < HARD] = PLENTY
    stood = [before.get(name, Given()) for name in arrays.students]
    made = arrays.layout
    for who, arc in _standing(
        made.academics.places([one.academic for one in stood]), arrays.x_student, made.academics.key
    ):
        _take(x, (who, arc), (arrays.x_rows, left, int(arrays.units[who])))
    hosts, sites = made.hosts.places([one.industry for one in stood]), made.sites.places([one.base for one in stood])
    width = len(made.sites.names) + 3
    pairs = made.hosts.key[made.y_host] * width + made.sites.key[made.y_site]
    for who, arc in _standing(hosts * width + sites, arrays.y_student, pairs):
        _take(y, (who, arc), (arrays.y_rows, left, int(arrays.units[who])))
    return of_arcs(arrays, x, y)


def _standing(wanted: Ints, owner: Ints, key: Ints) -> list[tuple[int, int]]:
    """Each student with the first arc that is what is wanted for them."""
    hits = np.flatnonzero(key == wanted[owner])
    who, first = np.unique(owner[hits], return_index=True)
    return list(zip(who.tolist(), hits[first].tolist(), strict=True))


def _take(arcs: Ints, move: tuple[int, int], seats: tuple[Ints, Ints, int]) -> None:
    """The arc in the place of the one in hand, if its seats suffice."""
    (who, arc), (rows, left, units) = move, seats
    left[rows[:, arcs[who]]] += units
    if (left[rows[:, arc]] >= units).all():
        arcs[who] = arc
    left[rows[:, arcs[who]]] -= units


def given(arrays: Arrays, incumbent: Incumbent) -> dict[str, Given]:
    pairs = zip(arrays.students, incumbent.x.tolist(), incumbent.y.tolist(), strict=True)
    return {student: arrays.target(x, y) for student, x, y in pairs}
