"""Betters a good answer piece by piece: frees the students around the worst-served one, and solves those exactly."""

import dataclasses
from collections import defaultdict, deque

import numpy as np

from ptman.assign.engine import close, model
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats, Ints
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed

CROWD = 600
REACH = 2.0
MIN_REGRET = 1e-6
MISSES = 60


@dataclasses.dataclass(frozen=True, slots=True)
class Nearby:
    """The choices worth considering, and by student the seats that they would take."""

    columns: Columns
    owner: Ints
    wanted: dict[int, list[int]]


def polish(arrays: Arrays, relaxed: Relaxed, best: Incumbent, control: Control) -> tuple[Incumbent, int]:
    """Until the bound is met, or enough neighbourhoods have been tried, in all or in a row; answers how many were."""
    near = _nearby(arrays, relaxed)
    tried: set[int] = set()
    count = misses = 0
    while best.value > relaxed.floor and count < control.limits.neighbourhoods and not control.stopped():
        regret = _regret(arrays, relaxed, best)
        order = np.lexsort((np.arange(len(regret)), -np.round(regret, 6))).tolist()
        seed = next((one for one in order if one not in tried and regret[one] > MIN_REGRET), None)
        if seed is None or misses == MISSES:
            break
        tried.add(seed)
        count, misses = count + 1, misses + 1
        found = _freed(arrays, near, best, (seed, relaxed.floor, control))
        if found is not None and found.value < best.value:
            best = found
            tried.clear()
            misses = 0
            control.report("polish", value=best.value)
    return best, count


def _nearby(arrays: Arrays, relaxed: Relaxed) -> Nearby:
    columns = choices.within(arrays, relaxed.reduced, REACH)
    owner = np.where(columns.x >= 0, arrays.x_student[columns.x], arrays.y_student[columns.y])
    starts, rows, _ = model.matrix(dataclasses.replace(arrays, budgets=()), columns)
    sizes = np.diff(np.append(starts, len(rows)))
    first = 2 * len(arrays.students)
    pairs = np.stack((np.repeat(owner, sizes), rows - first), axis=1)[rows >= first]
    wanted: dict[int, list[int]] = defaultdict(list)
    for student, seat in np.unique(pairs, axis=0).tolist():
        wanted[student].append(seat)
    return Nearby(columns, owner, wanted)


def _regret(arrays: Arrays, relaxed: Relaxed, best: Incumbent) -> Floats:
    """What each student's choice costs above the cheapest one at the prices of seats."""
    reduced = relaxed.reduced
    return (
        reduced.x[best.x] + reduced.y[best.y] - choices.meeting(arrays, reduced.bonus, best.x, best.y) - reduced.student
    )


def _crowd(arrays: Arrays, near: Nearby, best: Incumbent, seed: int) -> list[int]:
    """The student, those who hold seats the student would like, those who hold seats they would like, …"""
    holders: dict[int, list[int]] = defaultdict(list)
    for seats in (*arrays.x_rows[:, best.x], *arrays.y_rows[:, best.y]):
        for student, seat in enumerate(seats.tolist()):
            holders[seat].append(student)
    crowd, queue = {seed: None}, deque([seed])
    while queue and len(crowd) < CROWD:
        for seat in near.wanted[queue.popleft()]:
            for other in holders[seat]:
                if other not in crowd and len(crowd) < CROWD:
                    crowd[other] = None
                    queue.append(other)
    return list(crowd)


def _freed(arrays: Arrays, near: Nearby, best: Incumbent, around: tuple[int, int, Control]) -> Incumbent | None:
    """The best answer in which only the crowd around one student may change."""
    seed, floor, control = around
    free = np.zeros(len(arrays.students), dtype=np.bool_)
    free[_crowd(arrays, near, best, seed)] = True
    kept = choices.of_answer(arrays, best.x, best.y)
    columns = kept.plus(near.columns.where(free[near.owner]).without(kept))
    found, _ = close.search(arrays, model.Model(arrays, columns, presolve=True), (floor, best.value - 1), control)
    return found
