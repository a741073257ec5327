"""What students may be given, as tables of whole numbers for many at once: read from the problem, never solved."""

import dataclasses
import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ptman.assign.answer import Seat
from ptman.assign.problem import Role, Student
from ptman.assign.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

NOBODY = -1
FAR = 1 << 60
"""Above all that one student's choice may come to; what is larger is refused, so that nothing outgrows 64 bits."""
Parts = Sequence[tuple[int, Reading]]
"""Readings that differ in costs alone, each with its weight: what is bounded is their weighted sum."""


@dataclasses.dataclass(frozen=True, slots=True)
class Menu:
    """One role's choices of some students, in their order: whose, which (NOBODY: vacant), and the priced points."""

    who: "Ints"
    key: "Ints"
    points: "Ints"


class Places:
    """Everybody and every base by number, and what one unit with them costs in seats at these prices."""

    def __init__(self, reading: Reading, prices: Mapping[Seat, int]) -> None:
        problem = reading.problem
        ids = {
            Role.ACADEMIC: [one.id for one in problem.academics],
            Role.INDUSTRY: [one.id for one in problem.industry],
            Role.BASE: [one.id for one in problem.bases],
        }
        self.known = {role: {key: place for place, key in enumerate(listed)} for role, listed in ids.items()}
        self._reading, self._prices, self._ids = reading, prices, ids
        self._of: dict[tuple[Role, str], Ints] = {}

    def prices(self, role: Role, student: Student) -> "Ints":
        """By number, for students of the same period."""
        import numpy as np

        about = role, student.period if role is Role.BASE else ""
        if about not in self._of:
            reading, prices = self._reading, self._prices
            found = [sum(prices.get(seat, 0) for seat in reading.seats(student, role, key)) for key in self._ids[role]]
            self._of[about] = np.array(found, dtype=np.int64)
        return self._of[about]


def menu(parts: Parts, places: Places, students: Sequence[Student], role: Role) -> Menu:
    """What these students may be given in one role, the vacancy last where it is open."""
    import numpy as np

    rows: list[list[int]] = []
    for weight, reading in parts:
        menus = [reading.menu(reading.students[student.id], role) for student in students]
        vacant = [reading.vacancy(student, role) for student in students]
        filled = (
            [*one.values()] if gap is None else [*one.values(), gap] for one, gap in zip(menus, vacant, strict=True)
        )
        rows.append([weight * points for points in itertools.chain.from_iterable(filled)])
    known = places.known[role]
    listed = [
        [*map(known.__getitem__, one)] if gap is None else [*map(known.__getitem__, one), NOBODY]
        for one, gap in zip(menus, vacant, strict=True)
    ]
    sizes = [len(one) for one in listed]
    key = np.fromiter(itertools.chain.from_iterable(listed), np.int64, sum(sizes))
    who = np.repeat(np.arange(len(students)), sizes)
    table = np.array(rows, dtype=np.int64).reshape(len(rows), len(key))
    if np.abs(table).max(initial=0) >= FAR // (16 * len(rows)):
        raise ValueError("the points are too large to be summed")
    points = table.sum(axis=0)
    seats = _seats(places, students, role, (who, key))
    units = np.array([one.units for one in students], dtype=np.int64)
    return Menu(who, key, points + units[who] * seats)


def _seats(places: Places, students: Sequence[Student], role: Role, chosen: "tuple[Ints, Ints]") -> "Ints":
    import numpy as np

    who, key = chosen
    found = np.zeros(len(key), dtype=np.int64)
    at: dict[str, int] = {}
    first: list[Student] = []
    for student in students:
        about = student.period if role is Role.BASE else ""
        if about not in at:
            at[about] = len(first)
            first.append(student)
    period = np.array([at[one.period if role is Role.BASE else ""] for one in students], dtype=np.int64)[who]
    for place, student in enumerate(first):
        here = (period == place) & (key != NOBODY)
        found[here] = places.prices(role, student)[key[here]]
    return found


def together(
    reading: Reading, places: Places, students: Sequence[Student], menus: tuple[Menu, Menu]
) -> "tuple[Ints, Ints]":
    """Which entries of hosts and of sites may be given together, sorted by hosts."""
    import numpy as np

    hosts, sites = menus
    width = len(places.known[Role.BASE]) + 1
    have = sites.who * width + np.where(sites.key == NOBODY, width - 1, sites.key)
    order = np.argsort(have, kind="stable")
    have = have[order]
    odd = np.array([reading.apart(one) for one in students], dtype=np.bool_)
    lone_host = np.array([reading.together(one, "", None) for one in students], dtype=np.bool_)
    lone_site = np.array([reading.together(one, None, "") for one in students], dtype=np.bool_)
    usual, nobody = np.flatnonzero((hosts.key != NOBODY) & ~odd[hosts.who]), np.flatnonzero(hosts.key == NOBODY)
    host, wanted = _own(reading, places, hosts, usual)
    alone = np.concatenate((usual[lone_host[hosts.who[usual]]], nobody))
    open_to = nobody[lone_site[hosts.who[nobody]]]
    every, site = _all(sites, hosts.who[open_to])
    host = np.concatenate((host, alone, open_to[every]))
    wanted = np.concatenate((wanted, np.full(len(alone), width - 1), sites.key[site]))
    mark = hosts.who[host] * width + wanted
    at = np.minimum(np.searchsorted(have, mark), len(have) - 1)
    real = np.flatnonzero((have[at] == mark) & (wanted != NOBODY))
    held = np.flatnonzero((hosts.key != NOBODY) & odd[hosts.who])
    host, site = np.concatenate((host[real], held)), np.concatenate((order[at[real]], _all(sites, hosts.who[held])[1]))
    order = np.argsort(host, kind="stable")
    return host[order], site[order]


def _all(sites: Menu, who: "Ints") -> "tuple[Ints, Ints]":
    """All entries of each of these students, with the place of the student."""
    import numpy as np

    first, last = np.searchsorted(sites.who, who), np.searchsorted(sites.who, who, side="right")
    own = np.repeat(np.arange(len(who)), last - first)
    return own, np.arange(len(own)) + (first - np.cumsum(last - first) + (last - first))[own]


def _own(reading: Reading, places: Places, hosts: Menu, usual: "Ints") -> "tuple[Ints, Ints]":
    """Each of these hosts with all of its own bases."""
    import numpy as np

    known = places.known[Role.BASE]
    own = [[known[base] for base in reading.hosts[key] if base in known] for key in places.known[Role.INDUSTRY]]
    counts = np.array([len(one) for one in own], dtype=np.int64)
    starts = np.cumsum(counts) - counts
    runs = np.fromiter(itertools.chain.from_iterable(own), np.int64, int(counts.sum()))
    sizes = counts[hosts.key[usual]]
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(usual, sizes), runs[np.repeat(starts[hosts.key[usual]], sizes) + within]
