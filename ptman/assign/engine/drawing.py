"""The draw between answers of equal worth: only choices that can be in one of them take part, so it is soon made."""

import dataclasses

import numpy as np

from ptman.assign.answer import Phase
from ptman.assign.engine import certificate, prices
from ptman.assign.engine import close as closing
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.model import Model
from ptman.assign.engine.search import Reached

MOST = 40_000
"""Above so many choices the draw would take minutes; it then stays with the best answer in hand."""


def can_be(arrays: Arrays, reached: Reached) -> bool:
    """Whether the last aim leaves no more to draw for than can be drawn."""
    return len(_choices(arrays, reached)) <= MOST


def _choices(arrays: Arrays, reached: Reached) -> Columns:
    """Those of the answer first, then those that can be in another one as good.

    A choice whose conditional bound at the prices is above the value is in no answer as good: it is left out.
    """
    reduced = prices.reduced(arrays, reached.prices)
    gap = reached.best.value - float(reduced.bound)
    kept = choices.of_answer(arrays, reached.best.x, reached.best.y)
    return kept.plus(choices.within(arrays, reduced, gap + closing.TINY).without(kept))


def drawn(arrays: Arrays, before: tuple[Arrays, Reached], best: Incumbent, control: Control) -> Reached:
    """The answer with the smallest sum of tickets; `before` is the last aim, proved, and what was reached in it."""
    reached, columns = before[1], _choices(*before)
    proof, proved = certificate.certify(arrays, np.zeros(len(arrays.rows.seats) + len(arrays.budgets)))
    bound = proved
    if len(columns) <= MOST and not control.stopped() and best.value > proved:
        model = Model(arrays, columns, presolve=True)
        found, exhausted = closing.search(arrays, model, (proved, best.value), control)
        if found is None and exhausted:
            # What is in hand stands within the search, so nothing at all is a mistake of the solver's presolving.
            model.presolved(False)
            found, exhausted = closing.search(arrays, model, (proved, best.value), control)
        if found is not None:
            best = best if found.value >= best.value else found
            bound = best.value if exhausted else proved
    phases = (Phase("draw", 1, len(columns), best.value, bound),)
    stopped = control.cancelled and best.value > bound
    return dataclasses.replace(
        reached, best=best, bound=bound, certificate=proof, proved=proved, phases=phases, cancelled=stopped
    )
