"""The problem as canonical arrays: rows of seats, and each student's choices as costs and the seats they take."""

import dataclasses
import hashlib
from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ptman.assign import demands
from ptman.assign.answer import Seat
from ptman.assign.engine import menus, points
from ptman.assign.engine.points import Budget, Layout, Points
from ptman.assign.problem import Given, Problem

if TYPE_CHECKING:
    from ptman.assign.demands import Settled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


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
        return Given(made.academics.keys[x], made.hosts.keys[made.y_host[y]], made.sites.keys[made.y_site[y]])

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
    places = {seat: place for place, seat in enumerate(seats)}
    order = {key: place for place, key in enumerate(dict.fromkeys(seat[1] for seat in seats))}
    writer = menus.Writer(problem, settled, places, order)
    students = sorted(problem.students, key=lambda one: drawn(one.id))
    for student in students:
        writer.add(student)
    units = np.array([one.units for one in students], dtype=np.int64)
    return _packed(writer, (tuple(one.id for one in students), units), rows, problem), settled


def _packed(writer: menus.Writer, who: tuple[tuple[str, ...], Ints], rows: Rows, problem: Problem) -> Arrays:
    students, units = who
    layout = points.layout(writer, students, rows.seats)
    academics, hosts, sites = writer.academics, writer.hosts, writer.sites
    x_student, host_student = _ints(academics.who), _ints(hosts.who)
    y_student, y_group = host_student[layout.y_host], _ints(writer.y_group)
    y_rows = _ints(hosts.own)[layout.y_host], _ints(sites.own)[layout.y_site], _ints(hosts.above)[layout.y_host]
    groups = y_group[-1] + 1 if len(y_group) else 0
    group_start = np.searchsorted(y_group, np.arange(groups))
    group_student = y_student[group_start]
    every = np.arange(len(students))
    return Arrays(
        students,
        units,
        rows,
        x_student,
        np.stack((_ints(academics.own), _ints(academics.above))),
        np.searchsorted(x_student, every),
        y_student,
        np.stack(y_rows),
        y_group,
        group_start,
        group_student,
        np.searchsorted(group_student, every),
        _ints(writer.z_arc),
        _ints(writer.z_group),
        _ints(writer.z_student),
        layout,
        points.of(layout, problem),
    )


def _ints(values: "array[int]") -> Ints:
    return np.array(values, dtype=np.int64)


def seat_prices(arrays: Arrays, prices: Mapping[Seat, int], scale: int) -> Floats:
    """Prices of an earlier certificate as a start; seats that are new cost nothing."""
    return np.array([prices.get(seat, 0) / scale for seat in arrays.rows.seats], dtype=np.float64)
