"""The problem as canonical arrays: rows of seats, and each student's choices as costs and the seats they take."""

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ptman.assign import demands
from ptman.assign.answer import Seat
from ptman.assign.engine import joining, menus, placing, points
from ptman.assign.engine.menus import Entries, Flags, Ground, Ints
from ptman.assign.engine.points import Budget, Layout, Points
from ptman.assign.problem import Given, Problem, Role

if TYPE_CHECKING:
    from ptman.assign.demands import Settled

Floats = NDArray[np.float64]
Kind = TypeVar("Kind", "Arrays", Layout, Entries)
MANY = 3000
"""So many students have arcs by the hundred thousand: their room matters more than the little time that it takes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rows:
    """Limited seats in canonical order; the index one past the end stands for “takes no seat”."""

    seats: tuple[Seat, ...]
    upper: Ints
    lower: Ints


@dataclasses.dataclass(frozen=True, slots=True)
class Arrays:
    """Academic arcs `x`, industry-and-base arcs `y` in groups of one industry supervisor, joint choices `z`.

    Arcs are sorted by student; `…_start` are the offsets of students (or groups). A joint choice is an academic arc
    with a group, cheaper than the two apart. Per student exactly one x and one y, or one joint choice.
    `points` is what is minimised, while every budget is kept.
    """

    students: tuple[str, ...]
    units: Ints
    rows: Rows
    x_student: Ints
    x_rows: Ints
    x_start: Ints
    y_student: Ints
    y_rows: Ints
    y_group: Ints
    group_start: Ints
    group_student: Ints
    student_group: Ints
    z_arc: Ints
    z_group: Ints
    z_student: Ints
    layout: Layout
    points: Points
    budgets: tuple[Budget, ...] = ()

    def target(self, x: int, y: int) -> Given:
        """What these two arcs give."""
        made = self.layout
        return Given(made.academics.name(x), made.hosts.name(made.y_host[y]), made.sites.name(made.y_site[y]))

    @property
    def plain(self) -> bool:
        """Whether every student takes one unit."""
        return bool((self.units == 1).all())


def lottery(seed: str, key: str) -> bytes:
    """The drawn order of an id: ties fall to the smaller digest, so neither names nor rows decide."""
    return hashlib.sha256(f"{seed}\n{key}".encode()).digest()


def build(problem: Problem, seed: str) -> tuple[Arrays, "Settled"]:
    """Arrays in lottery order; the same for any order of the problem's rows."""
    settled = demands.settle(problem)
    lots = problem.lots

    def drawn(key: str) -> bytes:
        return lottery(seed, lots.get(key, key))

    seats = sorted(settled.upper, key=lambda seat: (seat[0].value, drawn(seat[1]), seat[2]))
    rows = Rows(
        tuple(seats),
        np.array([settled.upper[seat] for seat in seats], dtype=np.int64),
        np.array([settled.lower.get(seat, 0) for seat in seats], dtype=np.int64),
    )
    ground = _ground(problem, settled, seats, drawn)
    periods = sorted({one.period for one in problem.students})
    at = {period: place for place, period in enumerate(periods)}
    period = np.array([at[one.period] for one in ground.students], dtype=np.int64)
    people = np.zeros_like(period)
    academics = menus.entries(ground, menus.offer(ground, Role.ACADEMIC, periods), people)
    hosts = menus.entries(ground, menus.offer(ground, Role.INDUSTRY, periods), people)
    sites = menus.entries(ground, menus.offer(ground, Role.BASE, periods), period, always_vacant=True)
    made = _packed(ground, rows, (academics, hosts, sites))
    return (made if len(made.students) < MANY else _slim(made)), settled


def _slim(made: Arrays) -> Arrays:
    roles = made.layout.academics, made.layout.hosts, made.layout.sites
    academics, hosts, sites = (_small(one) for one in roles)
    layout = dataclasses.replace(_small(made.layout), academics=academics, hosts=hosts, sites=sites)
    return dataclasses.replace(_small(made), layout=layout)


def _small(made: Kind) -> Kind:
    """All places in it as 32-bit numbers, in half the room; who multiplies them asks for 64 bits first."""
    wide: dict[str, Any] = {one.name: getattr(made, one.name) for one in dataclasses.fields(made)}  # Any: all kinds
    for name, one in wide.items():
        if isinstance(one, np.ndarray) and one.dtype == np.int64:
            wide[name] = one.astype(np.int32)
    return dataclasses.replace(made, **wide)


def _ground(problem: Problem, settled: "Settled", seats: list[Seat], drawn: Callable[[str], bytes]) -> Ground:
    lots = [drawn(one.id) for one in problem.students]
    order = sorted(range(len(lots)), key=lots.__getitem__)
    turn = np.empty(len(order), dtype=np.int64)
    turn[order] = np.arange(len(order))
    students = tuple(problem.students[place] for place in order)
    return Ground(
        problem,
        settled,
        students,
        turn,
        np.array([one.units for one in students], dtype=np.int64),
        {seat: place for place, seat in enumerate(seats)},
        np.array([*(settled.upper[seat] for seat in seats), 0], dtype=np.int64),
        np.array([*(seat in problem.overload for seat in seats), False], dtype=np.bool_),
    )


def _packed(ground: Ground, rows: Rows, menu: tuple[Entries, Entries, Entries]) -> Arrays:
    academics, hosts, sites = menu
    anchor = ground.stands(Role.ACADEMIC)
    anchored = np.array([one is not None for one in anchor], dtype=np.bool_)
    placed = placing.placements(ground, hosts, sites, anchored)
    met = joining.joints(ground, academics, hosts, placed, anchor)
    moved, pairs = _x_moved(ground, academics, anchor), tuple(ground.problem.affinity)
    parts = placed.host, placed.site, moved, placed.moved, met.kept, met.pair
    layout = Layout(rows.seats, academics, hosts, sites, *parts, pairs)
    x_rows = _taken((academics.own, academics.above), len(rows.seats))
    y_rows = _taken((hosts.own[placed.host], sites.own[placed.site], hosts.above[placed.host]), len(rows.seats))
    group_student = hosts.who[placed.group_host]
    every = np.arange(len(ground.students))
    return Arrays(
        tuple(one.id for one in ground.students),
        ground.units,
        rows,
        academics.who,
        x_rows,
        np.searchsorted(academics.who, every),
        hosts.who[placed.host],
        y_rows,
        placed.group,
        np.searchsorted(placed.group, np.arange(len(group_student))),
        group_student,
        np.searchsorted(group_student, every),
        met.arc,
        met.group,
        academics.who[met.arc],
        layout,
        points.of(layout, ground.problem),
    )


def _taken(parts: tuple[Ints, ...], nothing: int) -> Ints:
    """The seats that each arc takes; most programmes have no quota of organisations, and no row for them then."""
    used = [part for part in parts[1:] if (part != nothing).any()]
    return np.stack((parts[0], *used))


def _x_moved(ground: Ground, academics: Entries, anchor: list[str | None]) -> Flags:
    """Arcs with which a student has moved for whom nothing but an academic supervisor stands."""
    known = {name: place for place, name in enumerate(academics.names)}
    stands = np.array([menus.UNKNOWN if one is None else known.get(one, menus.UNKNOWN) for one in anchor])
    placed = zip(anchor, ground.stands(Role.INDUSTRY), ground.stands(Role.BASE), strict=True)
    alone = np.array([one is not None and two is None and three is None for one, two, three in placed], dtype=np.bool_)
    return np.asarray(alone[academics.who] & (academics.key != stands.astype(np.int64)[academics.who]))


def seat_prices(arrays: Arrays, prices: Mapping[Seat, int], scale: int) -> Floats:
    """Prices of an earlier certificate as a start; seats that are new cost nothing."""
    return np.array([prices.get(seat, 0) / scale for seat in arrays.rows.seats], dtype=np.float64)
