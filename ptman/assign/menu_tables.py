"""What students may be given, as tables of whole numbers for many at once: read from the problem, never solved."""

import dataclasses
import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ptman.assign.pricing import Places
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
    """One role's choices of some students, in their order: whose, and which (NOBODY: vacant)."""

    who: "Ints"
    key: "Ints"


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """What some students may choose, whatever it costs: menus by role, placements and meetings as pairs of entries.

    `host` and `site` go together, sorted by hosts; `arc` and `friend` are collaborators, `pair` says which.
    """

    students: tuple[str, ...]
    menus: Mapping[Role, Menu]
    host: "Ints"
    site: "Ints"
    arc: "Ints"
    friend: "Ints"
    pair: "Ints"


def table(reading: Reading, places: Places, students: Sequence[Student], pairs: Sequence[tuple[str, str]]) -> Table:
    """Of these students; `pairs` are the collaborators."""
    menus = {role: _menu(reading, places, students, role) for role in Role}
    hosts, sites = menus[Role.INDUSTRY], menus[Role.BASE]
    met = _friends(places, menus[Role.ACADEMIC], hosts, (len(students), pairs))
    return Table(tuple(one.id for one in students), menus, *_together(reading, places, students, (hosts, sites)), *met)


def _menu(reading: Reading, places: Places, students: Sequence[Student], role: Role) -> Menu:
    """What these students may be given in one role, the vacancy last where it is open."""
    import numpy as np

    known = places.known[role]
    listed = [
        [*map(known.__getitem__, reading.menu(one, role)), *([] if reading.vacancy(one, role) is None else [NOBODY])]
        for one in students
    ]
    sizes = [len(one) for one in listed]
    key = np.fromiter(itertools.chain.from_iterable(listed), np.int64, sum(sizes))
    return Menu(np.repeat(np.arange(len(students)), sizes), key)


def priced(parts: Parts, places: Places, made: Table, role: Role) -> "Ints":
    """The points of each entry in this role, with what its seats cost."""
    import numpy as np

    menu = made.menus[role]
    rows: list[list[int]] = []
    for weight, reading in parts:
        students = [reading.students[one] for one in made.students]
        menus = ((reading.menu(one, role), reading.vacancy(one, role)) for one in students)
        listed = ([*one.values()] if gap is None else [*one.values(), gap] for one, gap in menus)
        rows.append([weight * points for points in itertools.chain.from_iterable(listed)])
    points = np.array(rows, dtype=np.int64).reshape(len(rows), len(menu.key))
    if np.abs(points).max(initial=0) >= FAR // (16 * len(rows)):
        raise ValueError("the points are too large to be summed")
    units = np.array([one.units for one in students], dtype=np.int64)
    found: Ints = points.sum(axis=0) + units[menu.who] * _seats(places, students, role, menu)
    return found


def _seats(places: Places, students: Sequence[Student], role: Role, menu: Menu) -> "Ints":
    """What each entry costs in seats, a unit."""
    import numpy as np

    key = menu.key
    found = np.zeros(len(key), dtype=np.int64)
    at: dict[str, int] = {}
    first: list[Student] = []
    for student in students:
        about = student.period if role is Role.BASE else ""
        if about not in at:
            at[about] = len(first)
            first.append(student)
    period = np.array([at[one.period if role is Role.BASE else ""] for one in students], dtype=np.int64)[menu.who]
    for place, student in enumerate(first):
        here = (period == place) & (key != NOBODY)
        found[here] = places.prices(role, student)[key[here]]
    return found


def _together(
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


def _friends(
    places: Places, academics: Menu, hosts: Menu, about: tuple[int, Sequence[tuple[str, str]]]
) -> "tuple[Ints, Ints, Ints]":
    """Choices of an academic with the entries of collaborators open to the same student, and which pair they are."""
    import numpy as np

    count, pairs = about
    known, others = places.known[Role.ACADEMIC], places.known[Role.INDUSTRY]
    rows = sorted(
        (known[one], others[two], place) for place, (one, two) in enumerate(pairs) if one in known and two in others
    )
    listed = np.array(rows, dtype=np.int64).reshape(len(rows), 3)
    bounds = np.searchsorted(listed[:, 0], np.arange(len(known) + 1))
    real = np.flatnonzero(academics.key != NOBODY)
    first, last = bounds[academics.key[real]], bounds[academics.key[real] + 1]
    arc = np.repeat(real, last - first)
    each = np.arange(len(arc)) + np.repeat(last - np.cumsum(last - first), last - first)
    entry = np.full((count, len(others)), NOBODY)
    chosen = np.flatnonzero(hosts.key != NOBODY)
    entry[hosts.who[chosen], hosts.key[chosen]] = chosen
    host = entry[academics.who[arc], listed[each, 1]]
    found = host != NOBODY
    return arc[found], host[found], listed[each, 2][found]
