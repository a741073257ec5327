"""The linear relaxation to its optimum by column generation: a bound, and prices that prove it."""

import dataclasses
import math

import numpy as np

from ptman.assign.engine import columns as choices
from ptman.assign.engine import prices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.model import Model
from ptman.assign.engine.prices import Reduced

TINY = 1e-6
ROUNDS = 200
HELD = 3.0
MANY_STUDENTS = 10_000
ENOUGH = 2e-4
"""With so many students, and collaborators, the last small part of the bound takes as long as all the rest."""
MANY = 8000
"""Above so many columns the first solve goes through the inside: the simplex alone takes several times as long."""


Priced = tuple[Floats, Reduced]


@dataclasses.dataclass(frozen=True, slots=True)
class Relaxed:
    """The relaxation's model, its best prices with their reduced costs, and how many rounds it took."""

    model: Model
    prices: Floats
    reduced: Reduced
    rounds: int

    @property
    def floor(self) -> int:
        """The least whole number of points that the prices leave possible."""
        return math.ceil(float(self.reduced.bound) - TINY)

    def solution(self) -> tuple[Columns, Floats]:
        """The columns and how much of each the relaxation takes."""
        return self.model.columns, self.model.values()


def relax(arrays: Arrays, start: Floats, first: Columns, control: Control) -> Relaxed:
    """Begin with the columns of `first`, and add what would gain until nothing would."""
    model = Model(arrays, first.plus(choices.fallback(arrays).without(first)), presolve=False)
    model.inside(len(model.columns) > MANY)
    model.presolved(len(model.columns) > MANY and not len(arrays.z_arc))
    return converge(arrays, model, start, control)


def converge(arrays: Arrays, model: Model, start: Floats, control: Control) -> Relaxed:
    """From the columns that the model has, warm from wherever it stands."""
    best = start, prices.reduced(arrays, start)
    rounds = 0
    while rounds < ROUNDS and not control.stopped():
        model.run(control)
        model.inside(False)
        model.presolved(False)
        rounds += 1
        if not model.solved():
            break
        alpha, beta, seat = model.duals()
        seat = np.where(np.abs(seat) < TINY, 0, seat)
        reduced = prices.reduced(arrays, seat)
        best = _better(arrays, (seat, reduced), best, model.value)
        control.report("relaxation", bound=math.ceil(float(best[1].bound) - TINY))
        if _close(arrays, best[1], model.value) or not grow(arrays, model, reduced, (alpha, beta)):
            break
    return Relaxed(model, *best, rounds)


def _better(arrays: Arrays, found: Priced, best: Priced, value: float) -> Priced:
    """The prices that prove most: those found, those held near the best ones so far, or these.

    Where the model lacks the columns for a seat, its price means nothing, and would spoil the bound of all others.
    """
    if found[1].bound > best[1].bound:
        best = found
    if best[1].bound < value - TINY:
        near = np.clip(found[0], best[0] - HELD, best[0] + HELD)
        tame = near, prices.reduced(arrays, near)
        best = tame if tame[1].bound > best[1].bound else best
    return best


def _close(arrays: Arrays, reduced: Reduced, value: float) -> bool:
    """Whether more columns could gain no more than is worth the time; the model's value is never below the best."""
    room = ENOUGH * abs(value) if len(arrays.students) >= MANY_STUDENTS and len(arrays.z_arc) else TINY
    return bool(reduced.bound >= value - room)


def grow(arrays: Arrays, model: Model, reduced: Reduced, duals: tuple[Floats, Floats]) -> int:
    """Add the columns that the model would gain from; answers how many."""
    added = choices.improving(arrays, reduced, duals).without(model.columns)
    if len(added):
        model.append(added)
    return len(added)
