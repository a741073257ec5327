"""One aim from start to proof: prices, the linear relaxation, its rounding, and the closing search."""

import dataclasses

import numpy as np

from ptman.assign.answer import Certificate, Phase
from ptman.assign.engine import certificate, greedy, linear, prices, rounding
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.close import close
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.prices import Reduced

WIDTH = 1.0


@dataclasses.dataclass(frozen=True, slots=True)
class Start:
    """Where a search begins: an answer that fits, prices, and columns that were good for an earlier aim."""

    best: Incumbent
    prices: Floats
    columns: Columns | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Reached:
    """Where a search ended; `columns` are those the relaxation came to look at."""

    best: Incumbent
    bound: int
    certificate: Certificate
    proved: int
    phases: tuple[Phase, ...]
    cancelled: bool
    prices: Floats
    columns: Columns


def run(arrays: Arrays, start: Start, control: Control) -> Reached:
    phases = list[Phase]()
    best = _quick(arrays, prices.reduced(arrays, start.prices), start.best)
    control.report("start", value=best.value)
    found, steps = start.prices, 0
    if start.columns is None:
        found, top, steps = prices.search(arrays, start.prices, control.limits.price_steps, control.stopped)
        control.report("prices", bound=int(np.ceil(float(top) - linear.TINY)))
    phases.append(Phase("prices", steps))
    reduced = prices.reduced(arrays, found)
    best = _quick(arrays, reduced, best)
    control.report("prices", value=best.value)
    floor = int(np.ceil(float(reduced.bound) - linear.TINY))
    if floor >= best.value:
        proof, proved = certificate.certify(arrays, found)
        none = choices.fallback(arrays) if start.columns is None else start.columns
        return Reached(best, best.value, proof, proved, tuple(phases), cancelled=False, prices=found, columns=none)
    first = choices.within(arrays, reduced, WIDTH) if start.columns is None else start.columns
    kept = choices.of_answer(arrays, best.x, best.y)
    relaxed = linear.relax(arrays, found, first.plus(kept.without(first)), control)
    phases.append(Phase("relaxation", relaxed.rounds, len(relaxed.model.columns), None, relaxed.floor))
    best, bound = _rounded(arrays, relaxed, best, control, phases)
    proof, proved = certificate.certify(arrays, relaxed.prices)
    cancelled = control.cancelled and best.value > bound
    bound = min(best.value, max(bound, proved))
    return Reached(best, bound, proof, proved, tuple(phases), cancelled, relaxed.prices, relaxed.model.columns)


def _quick(arrays: Arrays, reduced: Reduced, best: Incumbent) -> Incumbent:
    """The better of the answer in hand and what can be had at once; an answer within budgets is not to be had so."""
    if arrays.budgets:
        return best
    quick = greedy.first(arrays, reduced)
    return quick if quick.value < best.value else best


def _rounded(
    arrays: Arrays, relaxed: Relaxed, best: Incumbent, control: Control, phases: list[Phase]
) -> tuple[Incumbent, int]:
    """From the relaxation to a whole answer and its bound."""
    ground = rounding.Ground(relaxed.prices, relaxed.reduced, relaxed.floor)
    if best.value > relaxed.floor:
        found, pieces = rounding.rounded(arrays, relaxed.solution(), ground, control)
        if found is not None and found.value < best.value:
            best = found
            control.report("rounding", value=best.value)
        phases.append(Phase("rounding", pieces, len(relaxed.model.columns), best.value))
    closed = close(arrays, relaxed, best, control)
    phases.append(Phase("closing", closed.searches, closed.columns, closed.best.value, closed.bound))
    return closed.best, closed.bound
