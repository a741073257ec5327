"""One aim from start to proof: prices, the linear relaxation, its rounding, and the closing search."""

import dataclasses

import numpy as np

from ptman.assign.answer import Certificate, Phase
from ptman.assign.engine import certificate, greedy, linear, narrow, prices, rounding
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.close import close
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.prices import Reduced
from ptman.assign.engine.rounding import Ground

WIDTH, WIDE = 1.0, 3.0
"""So much above the bound a choice may be to stand in the first linear program, of few students and of many."""
MANY = rounding.MANY_STUDENTS
ROUGH, FAR = 60, 12.0
"""With many students so many steps are made with all choices, and the others with those so far above the bound.

A plain network's prices go further than that, and its steps are short.
"""
NEAR = 10.0
"""So much above the bound, and no more, a choice may be to take part in the rounding of many students."""


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
        found, top, steps = _priced(arrays, start.prices, control)
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
    width = WIDE if len(arrays.students) >= MANY else WIDTH
    first = choices.within(arrays, reduced, width) if start.columns is None else start.columns
    kept = choices.of_answer(arrays, best.x, best.y)
    relaxed = linear.relax(arrays, found, first.plus(kept.without(first)), control)
    phases.append(Phase("relaxation", relaxed.rounds, len(relaxed.model.columns), None, relaxed.floor))
    best, bound = _rounded(arrays, relaxed, best, control, phases)
    proof, proved = certificate.certify(arrays, relaxed.prices)
    cancelled = control.cancelled and best.value > bound
    bound = min(best.value, max(bound, proved))
    return Reached(best, bound, proof, proved, tuple(phases), cancelled, relaxed.prices, relaxed.model.columns)


def _priced(arrays: Arrays, start: Floats, control: Control) -> tuple[Floats, float, int]:
    """Good prices, their bound, and the steps; where students are many, soon among the choices near the best alone."""
    steps = control.limits.price_steps
    if len(arrays.students) < MANY or not len(arrays.z_arc):
        return prices.search(arrays, start, steps, control.stopped)
    rough, top, made = prices.search(arrays, start, min(ROUGH, steps), control.stopped)
    some = narrow.of(arrays, choices.within(arrays, prices.reduced(arrays, rough), FAR)).arrays
    found, _, more = prices.search(some, rough, steps - made, control.stopped)
    bound = float(prices.reduced(arrays, found).bound)
    return (found, bound, made + more) if bound > top else (rough, top, made)


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
    ground = Ground(relaxed.prices, relaxed.reduced, relaxed.floor)
    if best.value > relaxed.floor:
        found, pieces = _whole(arrays, relaxed, ground, control)
        if found is not None and found.value < best.value:
            best = found
            control.report("rounding", value=best.value)
        phases.append(Phase("rounding", pieces, len(relaxed.model.columns), best.value))
    closed = close(arrays, relaxed, best, control)
    phases.append(Phase("closing", closed.searches, closed.columns, closed.best.value, closed.bound))
    return closed.best, closed.bound


def _whole(arrays: Arrays, relaxed: Relaxed, ground: Ground, control: Control) -> tuple[Incumbent | None, int]:
    """As `rounding.rounded`; where students are many, among the choices alone that the prices leave near the best."""
    columns, levels = relaxed.solution()
    if len(arrays.students) < MANY or len(columns) != len(levels):
        return rounding.rounded(arrays, (columns, levels), ground, control)
    taken = levels > linear.TINY
    columns, levels = columns.where(taken), levels[taken]
    some = narrow.of(arrays, choices.within(arrays, ground.reduced, NEAR), columns)
    near = dataclasses.replace(ground, reduced=prices.reduced(some.arrays, ground.prices))
    found, pieces = rounding.rounded(some.arrays, (some.columns(columns), levels), near, control)
    return None if found is None else some.outside(arrays, found), pieces
