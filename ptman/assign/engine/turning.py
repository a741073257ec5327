"""The curve of moves against cost after an event, from the relaxation kept warm at the answer that stands."""

import dataclasses

import numpy as np

from ptman.assign import aims, demands, verify
from ptman.assign.answer import Answer, Seat
from ptman.assign.engine import certificate, incumbent, tiers
from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.control import Control, Steering
from ptman.assign.engine.menus import Flags
from ptman.assign.engine.points import HARD, Budget, Points
from ptman.assign.engine.search import Reached
from ptman.assign.engine.tiers import Ended
from ptman.assign.engine.turns import Turn
from ptman.assign.engine.warm import Warm
from ptman.assign.events import Edit, Ends, Leaves, Shrinks
from ptman.assign.fingerprints import Prints
from ptman.assign.problem import ORGANISATION, Problem, Role

PRICES = (0, 1)
"""Points a move for the middle of the curve; its end is fewest moves whatever they cost."""
PIECES = 10
"""So many pieces are tried for the best total; it says how far it may be from the best."""
SMALL = 300
"""Up to so many students the best total is proved, too."""


def warm_at(problem: Problem, answer: Answer, seed: str) -> Warm:
    """The relaxation at an answer of which each move costs a point: good for every event that may befall it."""
    costs = dataclasses.replace(problem.penalties, moved=1)
    return Warm(dataclasses.replace(problem, standing=answer.given, penalties=costs), answer, seed)


def answers(warm: Warm, event: tuple[Problem, tuple[Edit, ...]], how: tuple[str, Steering]) -> list[Answer] | None:
    """The points of the curve; None where the event changes more than quotas and choices, or a proof is wanting."""
    changed, edits = event
    seed, steering = how
    closed = _closed(warm, edits)
    if closed is None:
        return None
    control = Control(steering.limits, None, steering.cancel)
    findings, prints, verifier = demands.settle(changed).findings, Prints(changed), verify.Verifier(changed)
    found = []
    for price, reached in zip(PRICES, _priced(warm, closed, control), strict=True):
        priced = dataclasses.replace(changed, penalties=dataclasses.replace(changed.penalties, moved=price))
        ended = Ended((aims.TOTAL,), (reached,), seed, findings, prints)
        found.append(tiers.checked(priced, tiers.answer_of(priced, warm.arrays, ended, "total"), verifier))
    steps = _fewest(warm, closed, control)
    if steps is None:
        return None
    ended = Ended((aims.MOVED, aims.TOTAL), steps, seed, findings, prints)
    fewest = tiers.answer_of(changed, warm.arrays, ended, "minimal-change")
    return [*found, tiers.checked(changed, fewest, verifier)]


def _priced(warm: Warm, closed: Turn, control: Control) -> list[Reached]:
    """The best totals with a move at each price; proved where that is not long, otherwise with a bound."""
    few = len(warm.arrays.students) <= SMALL
    limits = control.limits if few else dataclasses.replace(control.limits, neighbourhoods=PIECES)
    found = [
        warm.turned(_at(warm, closed, price), Control(limits, None, control.cancel), proof=few, near=not price)
        for price in PRICES
    ]
    for place in reversed(range(len(PRICES) - 1)):
        found[place] = _no_worse(_at(warm, closed, PRICES[place]).priced(), found[place], found[place + 1])
    return found


def turns(problem: Problem, answer: Answer, edits: tuple[Edit, ...]) -> bool:
    """Whether the event takes away quotas and choices only, none of which somebody has locked."""
    if not problem.students or answer.given.keys() != {one.id for one in problem.students}:
        return False
    locked = {(one.role, one.target) for one in problem.locks}
    for edit in edits:
        match edit:
            case Leaves(role, key) | Shrinks(role, key):
                if (role, key) in locked:
                    return False
            case Ends(host, base):
                if locked & {(Role.INDUSTRY, host), (Role.BASE, base)}:
                    return False
            case _:
                return False
    return not (locked and any(isinstance(edit, Shrinks) for edit in edits))


def _closed(warm: Warm, edits: tuple[Edit, ...]) -> Turn | None:
    """Quotas and choices as the event leaves them."""
    arrays = warm.arrays
    upper, lower = arrays.rows.upper.copy(), arrays.rows.lower.copy()
    x, y = warm.stands().x, warm.stands().y
    for edit in edits:
        match edit:
            case Leaves(role, key):
                for gone in (one for one in warm.places if one[:2] == (role, key) and one[2] != ORGANISATION):
                    row = warm.places[gone]
                    upper[row] = lower[row] = 0
                    x, y = _without(arrays, row, (x, y))
            case Shrinks(role, key, most, at):
                seat: Seat = (role, key, at)
                if seat not in warm.places:
                    return None
                row = warm.places[seat]
                upper[row] = most
                if arrays.points.over[row] >= HARD and at != ORGANISATION:
                    x, y = _without(arrays, row, (x, y), above=most)
            case Ends(host, base):
                made = arrays.layout
                ends = made.hosts.key[made.y_host] == made.hosts.place_of(host)
                y |= ends & (made.sites.key[made.y_site] == made.sites.place_of(base))
            case _:
                return None
    rows = dataclasses.replace(arrays.rows, upper=upper, lower=lower)
    return Turn(dataclasses.replace(arrays, rows=rows), x, y)


def _without(arrays: Arrays, row: int, banned: tuple[Flags, Flags], above: int = 0) -> tuple[Flags, Flags]:
    """The arcs that take this quota are closed to students of more units than `above`."""
    x, y = banned
    x = x | (arrays.x_rows == row).any(axis=0) & (arrays.units[arrays.x_student] > above)
    return x, y | (arrays.y_rows == row).any(axis=0) & (arrays.units[arrays.y_student] > above)


def _at(warm: Warm, closed: Turn, price: int) -> Turn:
    """The same with a move at so many points; the warm one has it at one."""
    aim, made, more = warm.arrays.points, warm.arrays.layout, price - 1
    points = Points(
        aim.x + more * made.x_moved, aim.y + more * made.y_moved, aim.z + more * made.z_kept, aim.shortfall, aim.over
    )
    return dataclasses.replace(closed, arrays=dataclasses.replace(closed.arrays, points=points))


def _no_worse(arrays: Arrays, free: Reached, middle: Reached) -> Reached:
    """The best total known: what costs a little for moving may have come out better."""
    other = incumbent.of_arcs(arrays, middle.best.x, middle.best.y)
    return dataclasses.replace(free, best=other) if other.value <= free.best.value else free


def _fewest(warm: Warm, closed: Turn, control: Control) -> tuple[Reached, Reached] | None:
    """Fewest moves, then the best total: a move first dearer than all else; None where the count is not proved."""
    aim, made = warm.arrays.points, warm.arrays.layout
    largest = sum(int(np.abs(part).max(initial=0)) for part in (aim.x, aim.y, aim.z)) + aim.shortfall
    dear = 4 * (largest + int(np.where(aim.over < HARD, aim.over, 0).max(initial=0))) + 4
    found = warm.turned(_at(warm, closed, dear), control, near=False)
    x, y, z = (part.astype(np.int64) for part in (made.x_moved, made.y_moved, made.z_kept))
    moves = Points(x, y, z, 0, np.where(aim.over < HARD, 0, aim.over))
    counted = dataclasses.replace(closed, arrays=dataclasses.replace(closed.arrays, points=moves)).priced()
    best = incumbent.of_arcs(counted, found.best.x, found.best.y)
    first = _proved(counted, best, (np.zeros_like(found.prices), found.prices / dear))
    if first.bound < best.value:
        return None
    plain = _at(warm, closed, 0).priced()
    plain = dataclasses.replace(plain, budgets=(Budget(moves, best.value),))
    total = incumbent.of_arcs(plain, found.best.x, found.best.y)
    second = _proved(plain, total, (np.append(found.prices, dear),))
    bound = min(total.value, max(second.bound, found.bound - dear * best.value))
    return first, dataclasses.replace(second, bound=bound, phases=found.phases)


def _proved(arrays: Arrays, best: incumbent.Incumbent, tried: tuple[Floats, ...]) -> Reached:
    """What the best of these prices proves about an answer."""
    proofs = [(*certificate.certify(arrays, one), one) for one in tried]
    proof, proved, found = max(proofs, key=lambda one: one[1])
    columns = choices.of_answer(arrays, best.x, best.y)
    return Reached(best, proved, proof, proved, (), cancelled=False, prices=found, columns=columns)
