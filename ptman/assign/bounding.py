"""The bound that prices of seats prove, in whole numbers without rounding: Lagrangian duality over the quotas."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ptman.assign import menu_tables
from ptman.assign.answer import Seat
from ptman.assign.menu_tables import FAR, NOBODY, Parts, Table
from ptman.assign.pricing import Places
from ptman.assign.problem import Given, Role
from ptman.assign.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

AT_ONCE = 4000
"""So many students at once take some dozen megabytes, however many there are."""


class Bounds:
    """Bounds of problems that differ in costs alone: what students may choose is gathered once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._pairs = tuple(reading.problem.affinity)
        students = reading.problem.students
        places = Places(reading, {})
        self._tables = [
            menu_tables.table(reading, places, students[start : start + AT_ONCE], self._pairs)
            for start in range(0, len(students), AT_ONCE)
        ]

    def total(self, parts: Parts, prices: Mapping[Seat, int]) -> int:
        """Each student's cheapest choice at these prices, less what the seats bring in: no answer is worth less.

        Prices are in points times the scale that the weights of `parts` have. Raises ValueError where the numbers
        could outgrow 64 bits.
        """
        soft = _weighted(parts, "overload")
        counted = {seat: min(price, soft.get(seat, price)) for seat, price in prices.items()}
        _hold(parts, counted)
        places = Places(parts[0][1], counted)
        off = [sum(weight * reading.problem.affinity.get(pair, 0) for weight, reading in parts) for pair in self._pairs]
        found = sum(_cheapest(parts, places, one, off) for one in self._tables)
        return found + _brought_in(parts, counted, soft)


def total(parts: Parts, prices: Mapping[Seat, int]) -> int:
    """As `Bounds`, asked once; all parts share the collaborators of those that have any."""
    richest = max((reading for _, reading in parts), key=lambda one: len(one.problem.affinity))
    return Bounds(richest).total(parts, prices)


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


def _cheapest(parts: Parts, places: Places, made: Table, off: Sequence[int]) -> int:
    """The sum over these students of the least over all choices; `off` is what each pair of collaborators saves."""
    import numpy as np

    x, y, sites = (menu_tables.priced(parts, places, made, role) for role in Role)
    academics, hosts = made.menus[Role.ACADEMIC], made.menus[Role.INDUSTRY]
    stands = _Standing(parts, places, made)
    points = sites[made.site]
    placed = _least(y, points, made.host)
    keeping = stands.keeps(Role.INDUSTRY)[made.host] & stands.keeps(Role.BASE)[made.site]
    kept = _least(y, np.where(keeping, points, FAR), made.host)
    every = np.arange(len(made.students))
    starts = np.searchsorted(hosts.who, every)
    least, least_kept = np.minimum.reduceat(placed, starts), np.minimum.reduceat(kept, starts)
    stays, move = stands.keeps(Role.ACADEMIC), stands.move[academics.who]
    best = x + np.minimum(move + least[academics.who], np.where(stays, least_kept[academics.who], FAR))
    arc, friend = made.arc, made.friend
    met = np.minimum(move[arc] + placed[friend], np.where(stays[arc], kept[friend], FAR))
    np.minimum.at(best, arc, x[arc] + met - np.array(off, dtype=np.int64)[made.pair])
    return sum(np.minimum.reduceat(best, np.searchsorted(academics.who, every)).tolist())


def _least(y: "Ints", points: "Ints", at: "Ints") -> "Ints":
    """By entry of hosts its points with the cheapest of the sites that go with it; FAR where none does."""
    import numpy as np

    found = np.full(len(y), FAR)
    if len(at):
        first = np.flatnonzero(np.append(True, at[1:] != at[:-1]))
        lowest = np.minimum.reduceat(points, first)
        found[at[first]] = np.where(lowest < FAR, y[at[first]] + lowest, FAR)
    return found


class _Standing:
    """What some students have today, and what moving costs each of them."""

    def __init__(self, parts: Parts, places: Places, made: Table) -> None:
        import numpy as np

        before, nothing = parts[0][1].problem.standing, Given()
        students = [parts[0][1].students[one] for one in made.students]
        self._menus = made.menus
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

    def keeps(self, role: Role) -> "NDArray[np.bool_]":
        """Which choices leave the role as it stands, or fill what stood vacant."""
        import numpy as np

        menu = self._menus[role]
        stood = self._of[role][menu.who]
        return np.asarray((stood == NOBODY) | (stood == menu.key))


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
