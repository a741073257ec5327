"""What the arcs cost under one aim: any aim on the same problem is priced on the same arcs."""

import dataclasses

import numpy as np

from ptman.assign.answer import Seat
from ptman.assign.engine.menus import Entries, Flags, Ints
from ptman.assign.problem import Problem, Role

HARD = 1 << 40
"""Stands where going over an upper quota is not for sale."""


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """What each arc is made of: a choice per role, who has moved with it, which collaborators meet."""

    seats: tuple[Seat, ...]
    academics: Entries
    hosts: Entries
    sites: Entries
    y_host: Ints
    y_site: Ints
    x_moved: Flags
    y_moved: Flags
    z_kept: Flags
    z_pair: Ints
    pairs: tuple[tuple[str, str], ...]


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


def of(made: Layout, problem: Problem) -> Points:
    """The costs of `problem`, which differs from the one the arcs were made of in costs alone."""
    academics, hosts, sites = (
        _costs(problem, role, entries)
        for role, entries in zip(Role, (made.academics, made.hosts, made.sites), strict=True)
    )
    moved = problem.penalties.moved
    bonus = np.array([*(problem.affinity.get(pair, 0) for pair in made.pairs), 0], dtype=np.int64)
    return Points(
        academics + made.x_moved * moved,
        hosts[made.y_host] + sites[made.y_site] + made.y_moved * moved,
        bonus[made.z_pair] + made.z_kept * moved,
        problem.penalties.shortfall,
        np.array([problem.overload.get(seat, HARD) for seat in made.seats], dtype=np.int64),
    )


def _costs(problem: Problem, role: Role, entries: Entries) -> Ints:
    """Options stand in the order of the problem's students, and after them what no option is."""
    listed = (one.cost for student in problem.students for one in student.options(role).values())
    return np.array([*listed, 0, problem.penalties.of(role)], dtype=np.int64)[entries.source]
