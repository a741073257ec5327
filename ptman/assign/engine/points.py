"""What the arcs cost under one aim: any aim on the same problem is priced on the same arcs."""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from ptman.assign.answer import Seat
from ptman.assign.engine.menus import Entries, Writer
from ptman.assign.problem import FREE, Problem, Role, Student

Ints = NDArray[np.int64]
HARD = 1 << 40
"""Stands where going over an upper quota is not for sale."""


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """What each arc is made of: a choice per role, who has moved with it, which collaborators meet."""

    students: tuple[str, ...]
    seats: tuple[Seat, ...]
    academics: Entries
    hosts: Entries
    sites: Entries
    y_host: Ints
    y_site: Ints
    x_moved: Ints
    y_moved: Ints
    z_kept: Ints
    pairs: tuple[tuple[str, str] | None, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Points:
    """Costs of arcs, bonuses of joint choices, the price of a unit short or over (`HARD`: never)."""

    x: Ints
    y: Ints
    z: Ints
    shortfall: int
    over: Ints


@dataclasses.dataclass(frozen=True, slots=True)
class Budget:
    """An earlier aim that may not get worse than `limit`."""

    points: Points
    limit: int


def layout(writer: Writer, students: tuple[str, ...], seats: tuple[Seat, ...]) -> Layout:
    hosts, sites, x_moved, y_moved, kept = (
        np.array(part, dtype=np.int64)
        for part in (writer.y_host, writer.y_site, writer.x_moved, writer.y_moved, writer.z_kept)
    )
    parts = writer.academics, writer.hosts, writer.sites
    return Layout(students, seats, *parts, hosts, sites, x_moved, y_moved, kept, tuple(writer.z_pair))


def of(made: Layout, problem: Problem) -> Points:
    """The costs of `problem`, which differs from the one the arcs were made of in costs alone."""
    known = {student.id: student for student in problem.students}
    students = [known[key] for key in made.students]
    academics, hosts, sites = (
        np.fromiter(
            (_cost(problem, students[who], role, key) for who, key in zip(entries.who, entries.keys, strict=True)),
            np.int64,
            len(entries),
        )
        for role, entries in zip(Role, (made.academics, made.hosts, made.sites), strict=True)
    )
    moved = problem.penalties.moved
    bonus = [problem.affinity.get(pair, 0) if pair else 0 for pair in made.pairs]
    return Points(
        academics + made.x_moved * moved,
        hosts[made.y_host] + sites[made.y_site] + made.y_moved * moved,
        np.array(bonus, dtype=np.int64) + made.z_kept * moved,
        problem.penalties.shortfall,
        np.array([problem.overload.get(seat, HARD) for seat in made.seats], dtype=np.int64),
    )


def _cost(problem: Problem, student: Student, role: Role, key: str | None) -> int:
    if key is not None:
        return student.options(role).get(key, FREE).cost
    return problem.penalties.of(role) if role in student.needs else 0
