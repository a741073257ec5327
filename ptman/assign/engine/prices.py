"""Prices of seats: the bound they prove, each student's cheapest choice under them, and a search for good ones."""

import dataclasses
from collections.abc import Callable

import numpy as np

from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import HARD, Points

LEAST_STEP = 1e-3
PATIENCE = 10
NEVER = 1 << 61


@dataclasses.dataclass(frozen=True, slots=True)
class Reduced:
    """Costs under prices: per academic arc, per industry arc, per group, per joint choice, per student, in all.

    `bonus` is what each joint choice takes off, as far as the budgets' prices let it count.
    """

    x: Floats
    y: Floats
    group: Floats
    z: Floats
    x_best: Floats
    y_best: Floats
    student: Floats
    bonus: Floats | Ints
    bound: float


def reduced(arrays: Arrays, prices: Floats | Ints, scale: int = 1) -> Reduced:
    """The Lagrangian bound: sum of each student's cheapest choice, less what seats and budgets take back.

    Prices, of the seats and then of the budgets, and so all results are in points times `scale`.
    """
    rows = arrays.rows
    aim = combined(arrays, prices, scale)
    seat = np.minimum(prices[: len(rows.upper)], aim.over)
    priced = np.append(seat, 0)
    x_seats, y_seats = priced[arrays.x_rows].sum(axis=0), priced[arrays.y_rows].sum(axis=0)
    if not arrays.plain:
        x_seats, y_seats = x_seats * arrays.units[arrays.x_student], y_seats * arrays.units[arrays.y_student]
    x, y = aim.x + x_seats, aim.y + y_seats
    group = np.minimum.reduceat(y, arrays.group_start)
    z = x[arrays.z_arc] + group[arrays.z_group] - aim.z
    x_best = np.minimum.reduceat(x, arrays.x_start)
    y_best = np.minimum.reduceat(group, arrays.student_group)
    student = x_best + y_best
    np.minimum.at(student, arrays.z_student, z)
    kept = sum(max(0, price) * one.limit for price, one in zip(prices[len(seat) :], arrays.budgets, strict=False))
    bound = student.sum() + _taken_back(arrays, seat, aim) - kept
    return Reduced(x, y, group, z, x_best, y_best, student, aim.z, bound)


def _taken_back(arrays: Arrays, seat: Floats | Ints, aim: Points) -> float | int:
    """What seats cost less what they earn, each at its best load: none, its lower or its upper quota."""
    rows = arrays.rows
    least, most = np.minimum(rows.lower, rows.upper), np.maximum(rows.lower, rows.upper)
    top = np.where(arrays.points.over < HARD, most, rows.upper)
    empty = aim.shortfall * rows.lower
    low = aim.shortfall * (rows.lower - least) - seat * least
    over = np.where(top > rows.upper, aim.over, 0) * (top - rows.upper)
    high = aim.shortfall * np.maximum(rows.lower - top, 0) + over - seat * top
    return np.minimum(np.minimum(empty, low), high).sum()  # type: ignore[no-any-return]  # numpy's scalar


def combined(arrays: Arrays, prices: Floats | Ints, scale: int = 1) -> Points:
    """The costs of the aim with those of the budgets added at their prices."""
    aim = arrays.points
    multipliers = np.maximum(prices[len(arrays.rows.upper) :], 0)
    if scale == 1 and not len(multipliers):
        return aim
    x, y, z = aim.x * scale, aim.y * scale, aim.z * scale
    hard = aim.over >= HARD
    short, over = aim.shortfall * scale, np.where(hard, 0, aim.over) * scale
    for price, one in zip(multipliers, arrays.budgets, strict=False):
        if price:
            x, y, z = x + price * one.points.x, y + price * one.points.y, z + price * one.points.z
            short, over = short + price * one.points.shortfall, over + price * np.where(hard, 0, one.points.over)
    return Points(x, y, z, short, np.where(hard, NEVER, over))


def _first(values: Floats, best: Floats, owner: Ints, start: Ints) -> Ints:
    """Per owner, the first index whose value is its best."""
    hits = np.flatnonzero(values <= best[owner])
    return hits[np.searchsorted(hits, start)]


def taken(arrays: Arrays, costs: Reduced) -> Ints:
    """How many students take each seat if everyone takes the cheapest choice (last entry: no seat)."""
    arc = _first(costs.x, costs.x_best, arrays.x_student, arrays.x_start)
    group = _first(costs.group, costs.y_best, arrays.group_student, arrays.student_group)
    joint = np.flatnonzero(costs.z < (costs.x_best + costs.y_best)[arrays.z_student])
    joint = joint[costs.z[joint] <= costs.student[arrays.z_student[joint]]]
    who, first = np.unique(arrays.z_student[joint], return_index=True)
    arc[who] = arrays.z_arc[joint[first]]
    group[who] = arrays.z_group[joint[first]]
    cell = _first(costs.y, costs.group, arrays.y_group, arrays.group_start)[group]
    return loads(arrays, arc, cell)


def loads(arrays: Arrays, x: Ints, y: Ints) -> Ints:
    """The units that these arcs take of each seat, and last of none."""
    rows = np.concatenate((arrays.x_rows[:, x].ravel(), arrays.y_rows[:, y].ravel()))
    size = len(arrays.rows.upper) + 1
    if arrays.plain:
        return np.bincount(rows, minlength=size)
    weights = np.concatenate(
        (
            np.tile(arrays.units[arrays.x_student[x]], len(arrays.x_rows)),
            np.tile(arrays.units[arrays.y_student[y]], len(arrays.y_rows)),
        )
    )
    return np.rint(np.bincount(rows, weights, minlength=size)).astype(np.int64)


def search(arrays: Arrays, start: Floats, steps: int, stopped: Callable[[], bool]) -> tuple[Floats, float, int]:
    """Deflected subgradient ascent: the best prices found, their bound, the steps made; those of budgets stay."""
    rows, count = arrays.rows, len(arrays.rows.upper)
    multipliers = start[count:]
    least = np.where(rows.lower > 0, -float(combined(arrays, start).shortfall), 0.0)
    prices, best = start[:count].copy(), start[:count].copy()
    costs = reduced(arrays, start)
    top = costs.bound
    direction = np.zeros_like(prices)
    theta, stale, made = 1.0, 0, 0
    for made in range(1, steps + 1):  # noqa: B007 - the count is part of the answer
        load = taken(arrays, costs)[:-1]
        push = np.where(prices > 0, load - rows.upper, np.where(prices < 0, load - rows.lower, 0)).astype(np.float64)
        idle = prices == 0
        push[idle] = np.maximum(load - rows.upper, 0)[idle] - np.maximum(rows.lower - load, 0)[idle]
        direction = 0.7 * direction + 0.3 * push
        size = float(direction @ direction)
        if size == 0 or theta < LEAST_STEP or stopped():
            break
        target = 0.01 * abs(top) + 1
        moved = prices + theta * target / size * direction
        moved[(prices > 0) & (moved < 0) | (prices < 0) & (moved > 0)] = 0
        prices = np.maximum(moved, least)
        costs = reduced(arrays, np.concatenate((prices, multipliers)))
        if costs.bound > top + 1e-9:
            best, top, stale = prices.copy(), costs.bound, 0
        else:
            stale += 1
            if stale >= PATIENCE:
                theta, stale, prices = theta * 0.6, 0, best.copy()
                costs = reduced(arrays, np.concatenate((prices, multipliers)))
                direction[:] = 0
    return np.concatenate((best, multipliers)), top, made
