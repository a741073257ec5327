"""The bound that prices of seats prove, in whole numbers without rounding: Lagrangian duality over the quotas."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ptman.assign import menu_tables
from ptman.assign.answer import Seat
from ptman.assign.menu_tables import FAR, NOBODY, Menu, Parts, Places
from ptman.assign.problem import Given, Role, Student

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

AT_ONCE = 4000
"""So many students at once take some dozen megabytes, however many there are."""


def total(parts: Parts, prices: Mapping[Seat, int]) -> int:
    """Each student's cheapest choice at these prices, less what the seats bring in: no answer is worth less.

    Prices are in points times the scale that the weights of `parts` have. Raises ValueError where the numbers could
    outgrow 64 bits.
    """
    first = parts[0][1]
    soft = _weighted(parts, "overload")
    counted = {seat: min(price, soft.get(seat, price)) for seat, price in prices.items()}
    _hold(parts, counted)
    places = Places(first, counted)
    students = first.problem.students
    found = 0
    for start in range(0, len(students), AT_ONCE):
        found += _cheapest(parts, places, students[start : start + AT_ONCE])
    return found + _brought_in(parts, counted, soft)


def _weighted(parts: Parts, name: str) -> dict[Seat, int]:
    of = [(weight, getattr(reading.problem, name)) for weight, reading in parts]
    return {seat: sum(weight * one[seat] for weight, one in of) for seat in of[0][1]}


def _hold(parts: Parts, prices: Mapping[Seat, int]) -> None:
    """What one student pays for seats, moves and friends, far below 64 bits; the points are looked at as they come."""
    units = max((one.units for one in parts[0][1].problem.students), default=1)
    dearest = 6 * units * max(map(abs, prices.values()), default=0)
    for weight, reading in parts:
        problem = reading.problem
        dearest += weight * (problem.penalties.moved + max(problem.affinity.values(), default=0))
    if dearest >= FAR // 16:
        raise ValueError("the prices are too large to be summed")


def _cheapest(parts: Parts, places: Places, students: Sequence[Student]) -> int:
    """The sum over these students of the least over all choices."""
    import numpy as np

    reading = parts[0][1]
    academics, hosts, sites = (menu_tables.menu(parts, places, students, role) for role in Role)
    stands = _Standing(parts, places, students)
    at, site = menu_tables.together(reading, places, students, (hosts, sites))
    points = sites.points[site]
    placed = _least(points, at, hosts)
    keeping = stands.keeps(Role.INDUSTRY, hosts)[at] & stands.keeps(Role.BASE, sites)[site]
    kept = _least(np.where(keeping, points, FAR), at, hosts)
    every = np.arange(len(students))
    starts = np.searchsorted(hosts.who, every)
    least, least_kept = np.minimum.reduceat(placed, starts), np.minimum.reduceat(kept, starts)
    stays = stands.keeps(Role.ACADEMIC, academics)
    move = stands.move[academics.who]
    best = academics.points + np.minimum(move + least[academics.who], np.where(stays, least_kept[academics.who], FAR))
    arc, host, bonus = _friends(parts, places, academics, hosts)
    met = np.minimum(move[arc] + placed[host], np.where(stays[arc], kept[host], FAR))
    np.minimum.at(best, arc, academics.points[arc] + met - bonus)
    return sum(np.minimum.reduceat(best, np.searchsorted(academics.who, every)).tolist())


def _least(points: "Ints", at: "Ints", hosts: Menu) -> "Ints":
    """By entry of hosts its points with the cheapest of the sites that go with it; FAR where none does."""
    import numpy as np

    found = np.full(len(hosts.key), FAR)
    if len(at):
        first = np.flatnonzero(np.append(True, at[1:] != at[:-1]))
        lowest = np.minimum.reduceat(points, first)
        found[at[first]] = np.where(lowest < FAR, hosts.points[at[first]] + lowest, FAR)
    return found


class _Standing:
    """What some students have today, and what moving costs each of them."""

    def __init__(self, parts: Parts, places: Places, students: Sequence[Student]) -> None:
        import numpy as np

        before, nothing = parts[0][1].problem.standing, Given()
        self._of: dict[Role, Ints] = {}
        any_stands = np.zeros(len(students), dtype=np.bool_)
        for role in Role:
            known = places.known[role]
            stood = [before.get(one.id, nothing).target(role) if role in one.needs else None for one in students]
            self._of[role] = np.array(
                [NOBODY if key is None else known.get(key, len(known)) for key in stood], dtype=np.int64
            )
            any_stands |= self._of[role] != NOBODY
        moved = sum(weight * reading.problem.penalties.moved for weight, reading in parts)
        self.move = np.where(any_stands, moved, 0)

    def keeps(self, role: Role, menu: Menu) -> "NDArray[np.bool_]":
        """Which choices leave the role as it stands, or fill what stood vacant."""
        import numpy as np

        stood = self._of[role][menu.who]
        return np.asarray((stood == NOBODY) | (stood == menu.key))


def _friends(parts: Parts, places: Places, academics: Menu, hosts: Menu) -> "tuple[Ints, Ints, Ints]":
    """Choices of an academic with the entries of collaborators open to the same student, and what both take off."""
    import numpy as np

    off: dict[tuple[str, str], int] = {}
    for weight, reading in parts:
        for pair, points in reading.problem.affinity.items():
            off[pair] = off.get(pair, 0) + weight * points
    known, others = places.known[Role.ACADEMIC], places.known[Role.INDUSTRY]
    rows = sorted(
        (known[one], others[two], points) for (one, two), points in off.items() if one in known and two in others
    )
    listed = np.array(rows, dtype=np.int64).reshape(len(rows), 3)
    bounds = np.searchsorted(listed[:, 0], np.arange(len(known) + 1))
    real = np.flatnonzero(academics.key != NOBODY)
    first, last = bounds[academics.key[real]], bounds[academics.key[real] + 1]
    arc = np.repeat(real, last - first)
    each = np.arange(len(arc)) + np.repeat(first - np.cumsum(last - first) + (last - first), last - first)
    table = np.full((len(academics.who) and int(academics.who[-1]) + 1, len(others)), NOBODY)
    chosen = np.flatnonzero(hosts.key != NOBODY)
    table[hosts.who[chosen], hosts.key[chosen]] = chosen
    host = table[academics.who[arc], listed[each, 1]]
    found = host != NOBODY
    return arc[found], host[found], listed[each, 2][found]


def _brought_in(parts: Parts, prices: Mapping[Seat, int], soft: Mapping[Seat, int]) -> int:
    """What the seats' quotas take back, each at its best load."""
    reading = parts[0][1]
    short, lower = sum(weight * one.problem.penalties.shortfall for weight, one in parts), reading.lower()
    found = 0
    for seat, upper in reading.room.items():
        least, cost, price = lower.get(seat, 0), soft.get(seat), prices.get(seat, 0)
        loads = {0, min(least, upper), upper if cost is None else max(least, upper)}
        found += min(short * max(0, least - load) + (cost or 0) * max(0, load - upper) - price * load for load in loads)
    return found
