"""The best answer near one that nearly is: only the students around what changed are solved again, until it is proved.

Everybody else holds what they have. Prices found for the few are tested on all; whoever would then rather have
something else joins the few, so that the proof at the end is one for the whole.
"""

import dataclasses

import numpy as np

from ptman.assign.answer import Phase
from ptman.assign.engine import certificate, close, incumbent, linear, model, part, prices, search
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats, Ints
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import TINY
from ptman.assign.engine.part import Flags, Part
from ptman.assign.engine.prices import Reduced
from ptman.assign.engine.search import Reached, Start

CROWD = 120
ROUNDS = 25
NODES = 300
REACH = 3.0
WIDTH = 0.5
HIGH = 1e6
"""What a budget's point costs at least, so that nobody who can stay gains from moving."""


@dataclasses.dataclass(slots=True)
class Near:
    """The state of the search: the best answer, the prices with the best bound and what they cost."""

    best: Incumbent
    prices: Floats
    reduced: Reduced
    free: Flags
    rounds: int = 0

    @property
    def floor(self) -> int:
        return min(self.best.value, int(np.ceil(float(self.reduced.bound) - TINY)))

    @property
    def proved(self) -> bool:
        return self.floor >= self.best.value


def settle(arrays: Arrays, start: Start, control: Control) -> Reached:
    """From an answer that fits and the prices that were right before; solved whole where the few do not suffice."""
    reduced = prices.reduced(arrays, start.prices)
    near = Near(start.best, start.prices, reduced, np.zeros(len(arrays.students), dtype=np.bool_))
    near.free = crowd(arrays, near, regret(arrays, reduced, start.best) > TINY, CROWD)
    _price(arrays, near, control)
    size = 2 * CROWD
    while not near.proved and not control.stopped() and size < len(arrays.students):
        near.free = crowd(arrays, near, near.free, size)
        _round(arrays, near, control)
        size *= 2
    phases = [Phase("nearby", near.rounds, int(near.free.sum()), near.best.value, near.floor)]
    if near.proved or control.stopped():
        proof, proved = certificate.certify(arrays, near.prices)
        columns = choices.of_answer(arrays, near.best.x, near.best.y)
        stopped = control.cancelled and not near.proved
        bound = max(near.floor, proved)
        return Reached(near.best, bound, proof, proved, tuple(phases), stopped, near.prices, columns)
    columns = choices.within(arrays, near.reduced, search.WIDTH)
    whole = search.run(arrays, Start(near.best, near.prices, columns), control)
    return dataclasses.replace(whole, phases=(*phases, *whole.phases))


def regret(arrays: Arrays, reduced: Reduced, best: Incumbent) -> Floats:
    """What each student's choice costs above the cheapest one at the prices of seats."""
    meet = choices.meeting(arrays, reduced.bonus, best.x, best.y)
    found: Floats = reduced.x[best.x] + reduced.y[best.y] - meet - reduced.student
    return found


def _price(arrays: Arrays, near: Near, control: Control) -> None:
    """Prices of the few until nobody else wants to change: then they are the best prices of all."""
    found = near.prices
    for _ in range(ROUNDS):
        if near.proved or not near.free.any() or control.stopped():
            return
        near.rounds += 1
        some = part.cut(arrays, near.best, near.free)
        relaxed = linear.relax(some.arrays, found, _columns(some, found, WIDTH), control)
        found = _kept(arrays, some, found, relaxed.prices)
        reduced = prices.reduced(arrays, found)
        wanting = regret(arrays, reduced, near.best) > TINY
        if len(arrays.budgets):
            found, reduced = _dearer(arrays, near, found, reduced)
            wanting = regret(arrays, reduced, near.best) > TINY
        if reduced.bound > near.reduced.bound:
            near.prices, near.reduced = found, reduced
        levels = relaxed.model.values()
        whole = incumbent.of_levels(some.arrays, relaxed.model.columns, levels) if len(levels) else None
        if whole is not None:
            _better(arrays, near, some, whole)
        new = wanting & ~near.free
        if not new.any():
            return
        near.free |= new


def _dearer(arrays: Arrays, near: Near, found: Floats, reduced: Reduced) -> tuple[Floats, Reduced]:
    """Budgets' prices raised as far as the bound gains from it: mostly everybody then stays who can."""
    count = len(arrays.rows.seats)
    raised = found.copy()
    raised[count:] += regret(arrays, reduced, near.best)[~near.free].max(initial=0) + 1
    again = prices.reduced(arrays, raised)
    return (raised, again) if again.bound > reduced.bound else (found, reduced)


def _columns(some: Part, found: Floats, width: float) -> Columns:
    kept = choices.of_answer(some.arrays, some.held.x, some.held.y)
    near = choices.within(some.arrays, prices.reduced(some.arrays, found), width)
    return kept.plus(near.without(kept))


def _kept(arrays: Arrays, some: Part, before: Floats, found: Floats) -> Floats:
    """The prices of the few, but no seat that is full without them becomes cheaper than it was."""
    count = len(arrays.rows.seats)
    full = (some.arrays.rows.upper == 0) & (some.arrays.rows.lower == 0)
    seats = np.where(full, np.maximum(found[:count], before[:count]), found[:count])
    return np.concatenate((seats, found[count:]))


def _round(arrays: Arrays, near: Near, control: Control) -> None:
    """The best answer in which only the few may change, of those that the prices leave possible."""
    near.rounds += 1
    some = part.cut(arrays, near.best, near.free)
    reduced = prices.reduced(some.arrays, near.prices)
    floor, most = near.floor - some.rest, near.best.value - some.rest - 1
    columns = _columns(some, near.prices, max(0.0, min(most - float(reduced.bound), REACH)) + TINY)
    limits = dataclasses.replace(control.limits, nodes=NODES)
    steered = dataclasses.replace(control, limits=limits, progress=None)
    found, _ = close.search(some.arrays, model.Model(some.arrays, columns, presolve=True), (floor, most), steered)
    if found is not None:
        _better(arrays, near, some, found)


def _better(arrays: Arrays, near: Near, some: Part, found: Incumbent) -> None:
    whole = some.within(arrays, near.best, found)
    if whole.value < near.best.value and incumbent.fits(arrays, whole.x, whole.y):
        near.best = whole


def crowd(arrays: Arrays, near: Near, seeds: Flags, most: int) -> Flags:
    """The seeds, those who hold seats the seeds would like, those who hold seats they would like, up to `most`."""
    columns = choices.within(arrays, near.reduced, REACH)
    n, seats = len(arrays.students), len(arrays.rows.seats)
    wants = np.zeros((n, seats + 1), dtype=np.bool_)
    for rows, arcs, owner in ((arrays.x_rows, columns.x, arrays.x_student), (arrays.y_rows, columns.y, arrays.y_student)):
        taken = arcs[arcs >= 0]
        for row in rows:
            wants[owner[taken], row[taken]] = True
    holds: list[Ints] = [*arrays.x_rows[:, near.best.x], *arrays.y_rows[:, near.best.y]]
    free, last = seeds.copy(), -1
    while free.any() and last < (size := int(free.sum())) < most:
        last = size
        liked = wants[free].sum(axis=0)
        liked[-1] = 0
        pull = np.sum([liked[row] for row in holds], axis=0)
        pull[free] = 0
        order = np.lexsort((np.arange(n), -pull))[: most - size]
        free[order[pull[order] > 0]] = True
    return free
