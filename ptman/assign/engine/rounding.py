"""A whole answer out of the relaxation: who has one choice there keeps it, the others and those around are solved."""

import dataclasses

import numpy as np

from ptman.assign.engine import close, crowding, dive, incumbent, model, part, prices
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import TINY
from ptman.assign.engine.part import Flags, Part
from ptman.assign.engine.prices import Reduced

REACH = 2.0
NEAR = 1.0
NODES = 100
SMALL = 1e-6
MENDING = ((200, 2.0), (500, 1.0), (800, 1.0))


@dataclasses.dataclass(frozen=True, slots=True)
class Pace:
    """How large pieces are at first and at last, how far their choices reach, who comes along on the way down.

    With so many others for each student in fractions the way down has room to turn.
    """

    least: int
    most: int
    reach: float
    around: int
    all_again: bool

    def again(self, free: Flags, count: int) -> Flags:
        """Around whom to look again once a piece is bettered: everybody and every seat, or those in it alone."""
        found = np.full(count, self.all_again)
        found[: len(free)] |= free
        return found


FEW, MANY = Pace(100, 800, REACH, 3, all_again=True), Pace(800, 1600, 1.0, 1, all_again=False)
"""Among many students small pieces gain next to nothing, and the way down is long enough with those alone."""
MANY_STUDENTS = 3000


def pace(arrays: Arrays) -> Pace:
    return FEW if len(arrays.students) < MANY_STUDENTS else MANY


@dataclasses.dataclass(frozen=True, slots=True)
class Ground:
    """What rounding stands on: the prices of the relaxation, what they cost, the least value they leave possible."""

    prices: Floats
    reduced: Reduced
    floor: int


def rounded(
    arrays: Arrays, solved: tuple[Columns, Floats], ground: Ground, control: Control
) -> tuple[Incumbent | None, int]:
    """The best answer found and how many pieces were solved; None where what is kept leaves no room for the rest."""
    if len(solved[0]) != len(solved[1]):
        return None, 0
    kept, open_to = _kept(arrays, *solved)
    if not incumbent.fits(arrays, kept.x, kept.y):
        return None, 0
    wanted = crowding.wants(arrays, ground.reduced, NEAR)
    around = crowding.crowd(arrays, (kept, wanted), open_to, pace(arrays).around * int(open_to.sum()))
    best = _bottom(arrays, kept, around, (ground, control))
    return bettered(arrays, best, ground, control)


def bettered(arrays: Arrays, best: Incumbent, ground: Ground, control: Control) -> tuple[Incumbent, int]:
    """Piece by piece around those who are worst served, in pieces that grow, until the floor is met."""
    how = pace(arrays)
    wanted, pieces, size = crowding.wants(arrays, ground.reduced, how.reach), 0, how.least
    begun, tried = best.value, np.zeros(len(arrays.students) + len(arrays.rows.seats), dtype=np.bool_)
    most = control.limits.neighbourhoods * max(1, len(arrays.students) // MANY_STUDENTS)
    while best.value > ground.floor and pieces < most and not control.stopped():
        sore = np.where(tried, 0, losses(arrays, ground, best))
        worst = int(sore.argmax())
        if sore[worst] <= SMALL:
            if size < min(how.most, len(arrays.students)):
                size *= 2
            elif best.value < begun and not how.all_again:
                size, begun = how.least, best.value
            else:
                break
            tried[:] = False
            continue
        free = crowding.crowd(arrays, (best, wanted), wanted.around(worst), size)
        found = piece(arrays, best, free, (ground, control), how.reach)
        pieces += 1
        tried[worst] = True
        if found.value < best.value:
            best = found
            tried[how.again(free, len(tried))] = False
            control.report("polish", value=best.value)
    return best, pieces


def mended(arrays: Arrays, best: Incumbent, ground: Ground, control: Control) -> tuple[Incumbent, int]:
    """An answer that lacks little: all whom it serves badly, and more and more of those around."""
    pieces = 0
    for size, reach in MENDING:
        if best.value <= ground.floor or control.stopped():
            break
        wanted = crowding.wants(arrays, ground.reduced, reach)
        sore = losses(arrays, ground, best)[: len(arrays.students)] > SMALL
        best = piece(arrays, best, crowding.crowd(arrays, (best, wanted), sore, size), (ground, control), reach)
        pieces += 1
    return best, pieces


def losses(arrays: Arrays, ground: Ground, best: Incumbent) -> Floats:
    """Where the value parts from the bound: by student what is dearer than need be, by seat what is left unused."""
    rows, seat = arrays.rows, ground.prices[: len(arrays.rows.seats)]
    load = prices.loads(arrays, best.x, best.y)[:-1]
    unused = np.where(seat > 0, seat * (rows.upper - load), seat * (rows.lower - load))
    return np.concatenate((regret(arrays, ground.reduced, best), np.maximum(unused, 0)))


def regret(arrays: Arrays, reduced: Reduced, best: Incumbent) -> Floats:
    """What each student's choice costs above the cheapest one at the prices of seats."""
    meet = choices.meeting(arrays, reduced.bonus, best.x, best.y)
    found: Floats = reduced.x[best.x] + reduced.y[best.y] - meet - reduced.student
    return found


def _bottom(arrays: Arrays, kept: Incumbent, open_to: Flags, how: tuple[Ground, Control]) -> Incumbent:
    """Those without one choice and those around them share what is left, the largest fractions first."""
    ground, control = how
    if not open_to.any():
        return kept
    some = part.cut(arrays, kept, open_to)
    columns = near(some, prices.reduced(some.arrays, ground.prices), NEAR)
    found, _ = dive.dive(some.arrays, model.Model(some.arrays, columns, presolve=False), control)
    return kept if found is None else some.within(arrays, kept, found)


def _kept(arrays: Arrays, columns: Columns, levels: Floats) -> tuple[Incumbent, Flags]:
    """Choices at one as they are, vacancies for the rest, and who the rest are."""
    sure = columns.where(levels > 1 - TINY)
    last = choices.fallback(arrays)
    x, y = last.x[last.x >= 0].copy(), last.y[last.y >= 0].copy()
    open_to = np.ones((2, len(arrays.students)), dtype=np.bool_)
    for arcs, taken, owner, side in ((x, sure.x, arrays.x_student, 0), (y, sure.y, arrays.y_student, 1)):
        chosen = taken[taken >= 0]
        arcs[owner[chosen]] = chosen
        open_to[side, owner[chosen]] = False
    return incumbent.of_arcs(arrays, x, y), np.asarray(open_to.any(axis=0))


def piece(arrays: Arrays, best: Incumbent, free: Flags, how: tuple[Ground, Control], reach: float = REACH) -> Incumbent:
    """The best answer in which only the free change, of those that the prices leave possible."""
    ground, control = how
    if not free.any():
        return best
    some = part.cut(arrays, best, free)
    reduced = prices.reduced(some.arrays, ground.prices)
    most = best.value - some.rest - 1
    columns = near(some, reduced, min(max(0.0, most - float(reduced.bound)), reach) + TINY)
    limits = dataclasses.replace(control.limits, nodes=NODES)
    steered = dataclasses.replace(control, limits=limits, progress=None)
    search = model.Model(some.arrays, columns, presolve=True)
    found, _ = close.search(some.arrays, search, (ground.floor - some.rest, most), steered)
    if found is None:
        return best
    whole = some.within(arrays, best, found)
    return whole if whole.value < best.value else best


def near(some: Part, reduced: Reduced, width: float) -> Columns:
    kept = choices.of_answer(some.arrays, some.held.x, some.held.y)
    return kept.plus(choices.within(some.arrays, reduced, width).without(kept))
