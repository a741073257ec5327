"""The draw between answers of equal worth: only choices that can be in one of them take part, so it is soon made."""

import dataclasses

import numpy as np

from ptman.assign.answer import Phase
from ptman.assign.engine import certificate, prices
from ptman.assign.engine import close as closing
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.model import Model
from ptman.assign.engine.search import Reached

MOST = 40_000
"""Above so many choices the draw would take minutes; it then stays with the best answer in hand."""


def drawn(arrays: Arrays, before: tuple[Arrays, Reached], best: Incumbent, control: Control) -> Reached:
    """The answer with the smallest sum of tickets; `before` is the last aim, proved, and what was reached in it.

    A choice whose conditional bound at that aim's prices is above its value is in no answer as good: it is left out.
    """
    earlier, reached = before
    reduced = prices.reduced(earlier, reached.prices)
    gap = reached.best.value - float(reduced.bound)
    within = choices.within(earlier, reduced, gap + closing.TINY)
    kept = choices.of_answer(arrays, best.x, best.y)
    columns = kept.plus(within.without(kept))
    proof, proved = certificate.certify(arrays, np.zeros(len(arrays.rows.seats) + len(arrays.budgets)))
    bound = proved
    if len(columns) <= MOST and not control.stopped() and best.value > proved:
        model = Model(arrays, columns, presolve=True)
        found, exhausted = closing.search(arrays, model, (proved, best.value), control)
        if found is None and exhausted:
            # What is in hand stands within the search, so nothing at all is a mistake of the solver's presolving.
            model.plainly()
            found, exhausted = closing.search(arrays, model, (proved, best.value), control)
        if found is not None:
            best = best if found.value >= best.value else found
            bound = best.value if exhausted else proved
    phases = (Phase("draw", 1, len(columns), best.value, bound),)
    stopped = control.cancelled and best.value > bound
    return dataclasses.replace(
        reached, best=best, bound=bound, certificate=proof, proved=proved, phases=phases, cancelled=stopped
    )
