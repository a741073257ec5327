"""A first good answer: round the relaxation's largest fractions up, a few at a time, and solve again."""

import dataclasses

import numpy as np

from ptman.assign.engine import incumbent, linear, prices
from ptman.assign.engine import model as models
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.model import Model

TINY = 1e-6
SHARE = 0.15
REPRICINGS = 3


def dive(arrays: Arrays, model: Model, control: Control) -> tuple[Incumbent | None, int]:
    """The answer at the bottom and the rounds it took; None where the way down was blocked or the caller stopped."""
    rounds = 0
    _settle(arrays, model, control)
    while not control.stopped():
        if not model.solved():
            return None, rounds
        levels = model.values()
        partial = np.flatnonzero((levels > TINY) & (levels < 1 - TINY))
        if not len(partial):
            return incumbent.of_levels(arrays, model.columns, levels), rounds
        order = partial[np.lexsort((partial, -np.round(levels[partial], 6)))]
        most = max(1, int(len(order) * SHARE))
        model.require(_apart(arrays, model.columns.where(order), order, most))
        _settle(arrays, model, control)
        rounds += 1
    return None, rounds


def _settle(arrays: Arrays, model: Model, control: Control) -> None:
    """Solve with the columns now held, fetching those that have become worth having."""
    for _ in range(REPRICINGS):
        model.run(control)
        if not model.solved():
            return
        alpha, beta, seat = model.duals()
        if not linear.grow(arrays, model, prices.reduced(arrays, seat), (alpha, beta)):
            return
    model.run(control)


def _apart(arrays: Arrays, columns: Columns, index: Ints, most: int) -> Ints:
    """The first few that share no student's row and no seat: raising them together takes no seat twice."""
    starts, rows = (entries.tolist() for entries in models.matrix(dataclasses.replace(arrays, budgets=()), columns)[:2])
    used: set[int] = set()
    chosen = []
    for place, (start, end) in enumerate(zip(starts, [*starts[1:], len(rows)], strict=True)):
        own = set(rows[start:end])
        if used.isdisjoint(own):
            used |= own
            chosen.append(index[place])
            if len(chosen) == most:
                break
    return np.array(chosen, dtype=np.int64)
