"""Prices of seats: the bound they prove, each student's cheapest choice under them, and a search for good ones."""

import dataclasses
from collections.abc import Callable

import numpy as np

from ptman.assign.engine.arrays import Arrays, Floats, Ints

LEAST_STEP = 1e-3
PATIENCE = 10


@dataclasses.dataclass(frozen=True, slots=True)
class Reduced:
    """Costs under prices: per academic arc, per industry arc, per group, per joint choice, per student, in all."""

    x: Floats
    y: Floats
    group: Floats
    z: Floats
    x_best: Floats
    y_best: Floats
    student: Floats
    bound: float


def reduced(arrays: Arrays, prices: Floats, scale: int = 1) -> Reduced:
    """The Lagrangian bound: sum of each student's cheapest choice, less what the seats take back.

    Prices, and so all results, are in points times `scale`.
    """
    rows = arrays.rows
    priced = np.append(prices, 0.0)
    x = arrays.x_cost * scale + priced[arrays.x_row]
    y = arrays.y_cost * scale + priced[arrays.y_rows[0]] + priced[arrays.y_rows[1]]
    group = np.minimum.reduceat(y, arrays.group_start)
    z = x[arrays.z_arc] + group[arrays.z_group] - arrays.z_bonus * scale
    x_best = np.minimum.reduceat(x, arrays.x_start)
    y_best = np.minimum.reduceat(group, arrays.student_group)
    student = x_best + y_best
    np.minimum.at(student, arrays.z_student, z)
    earned = np.minimum(np.maximum(-prices, 0), rows.shortfall * scale) @ rows.lower
    bound = float(student.sum() - np.maximum(prices, 0) @ rows.upper + earned)
    return Reduced(x, y, group, z, x_best, y_best, student, bound)


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
    rows = np.concatenate((arrays.x_row[arc], arrays.y_rows[0][cell], arrays.y_rows[1][cell]))
    return np.bincount(rows, minlength=len(arrays.rows.upper) + 1)


def search(arrays: Arrays, start: Floats, steps: int, stopped: Callable[[], bool]) -> tuple[Floats, float, int]:
    """Deflected subgradient ascent: the best prices found, their bound, the steps made."""
    rows = arrays.rows
    prices, best = start.copy(), start.copy()
    costs = reduced(arrays, prices)
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
        prices = np.maximum(moved, np.where(rows.lower > 0, -rows.shortfall, 0))
        costs = reduced(arrays, prices)
        if costs.bound > top + 1e-9:
            best, top, stale = prices.copy(), costs.bound, 0
        else:
            stale += 1
            if stale >= PATIENCE:
                theta, stale, prices = theta * 0.6, 0, best.copy()
                costs = reduced(arrays, prices)
                direction[:] = 0
    return best, top, made
