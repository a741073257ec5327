"""Writes down what each student may be given in one role: what is open, what is locked, and the vacancy; no costs."""

import dataclasses
import itertools
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ptman.assign import demands
from ptman.assign.answer import Seat
from ptman.assign.demands import Settled
from ptman.assign.problem import Given, Problem, Role, Student

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NONE = -1
"""The place of nobody: a vacancy."""
UNKNOWN = -2
"""The place of somebody who is not in the problem."""
VACANT, FREE = -1, -2
"""Where the points of an entry come from when not from an option: the penalty of the role, or nothing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entries:
    """Choices of one role, by student and then in drawn order, the vacancy last.

    `key` is a place in `names` or NONE; `source` is the place of its option among all options of the role.
    """

    names: tuple[str, ...]
    who: Ints
    key: Ints
    source: Ints
    own: Ints
    above: Ints

    def __len__(self) -> int:
        return len(self.key)

    def name(self, place: int) -> str | None:
        key = int(self.key[place])
        return None if key == NONE else self.names[key]

    def place_of(self, name: str | None) -> int:
        """As it stands in `key`."""
        if name is None:
            return NONE
        return self.names.index(name) if name in self.names else UNKNOWN

    def places(self, names: Sequence[str | None]) -> Ints:
        """As they stand in `key`."""
        known: dict[str | None, int] = {name: place for place, name in enumerate(self.names)}
        known[None] = NONE
        return np.array([known.get(name, UNKNOWN) for name in names], dtype=np.int64)


@dataclasses.dataclass(frozen=True, slots=True)
class Ground:
    """The problem in canonical order: students by lot, the rows of seats, what is demanded."""

    problem: Problem
    settled: Settled
    students: tuple[Student, ...]
    turn: Ints
    """The canonical place of each student, in the problem's order."""
    units: Ints
    places: Mapping[Seat, int]
    upper: Ints
    soft: Flags
    """Per row, whether going over its quota is for sale; both end with the row that is no seat."""

    def stands(self, role: Role) -> list[str | None]:
        """By student what stands, as far as it is still needed."""
        before = self.problem.standing
        if not before:
            return [None] * len(self.students)
        nothing = Given()
        return [before.get(one.id, nothing).target(role) if role in one.needs else None for one in self.students]

    def needs(self, role: Role) -> Flags:
        return np.array([role in one.needs for one in self.students], dtype=np.bool_)

    def locked(self, role: Role, known: Mapping[str, int]) -> Ints:
        """By student the place of the one locked, or NONE."""
        found = np.full(len(self.students), NONE)
        order = {one.id: place for place, one in enumerate(self.students)}
        for (who, about), target in self.settled.locks.items():
            if about is role:
                found[order[who]] = known[target]
        return found


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """One role's people or bases: names, places by name, drawn order, rows by period, rows of organisations."""

    role: Role
    names: tuple[str, ...]
    known: Mapping[str, int]
    drawn: Ints
    rows: Ints
    above: Ints


def offer(ground: Ground, role: Role, periods: Sequence[str]) -> Offer:
    """`periods` are those of the bases; people have one row for all of them."""
    problem, places = ground.problem, ground.places
    people = [one.id for one in (problem.academics if role is Role.ACADEMIC else problem.industry)]
    names = tuple(one.id for one in problem.bases) if role is Role.BASE else tuple(people)
    first: dict[str, int] = {}
    for (about, key, _), place in places.items():
        if about is role:
            first.setdefault(key, place)
    drawn = np.full(len(names), len(places))
    drawn[:] = [first.get(name, len(places)) for name in names]
    at = periods if role is Role.BASE else ("",)
    rows = np.array([[places.get((role, name, period), NONE) for period in at] for name in names], dtype=np.int64)
    employers = demands.employers(problem)
    over = [places[employers[role, name]] if (role, name) in employers else len(places) for name in names]
    listed = {name: place for place, name in enumerate(names)}
    return Offer(role, names, listed, _ranked(drawn), rows.reshape(len(names), len(at)), np.array(over, dtype=np.int64))


def _ranked(values: Ints) -> Ints:
    ranks = np.empty(len(values), dtype=np.int64)
    ranks[np.argsort(values, kind="stable")] = np.arange(len(values))
    return ranks


def entries(ground: Ground, made: Offer, period: Ints, *, always_vacant: bool = False) -> Entries:
    """All that is open to each student in this role; `period` is by student, 0 for people."""
    students, role = ground.problem.students, made.role
    sizes = np.fromiter((len(one.options(role)) for one in students), np.int64, len(students))
    keys = itertools.chain.from_iterable(one.options(role) for one in students)
    key = np.fromiter((made.known[one] for one in keys), np.int64, int(sizes.sum()))
    who = np.repeat(ground.turn, sizes)
    needs, locked = ground.needs(role), ground.locked(role, made.known)
    row = made.rows[key, period[who]]
    room = (ground.upper[row] >= ground.units[who]) | ground.soft[row]
    chosen = np.flatnonzero(
        needs[who] & (locked[who] == NONE) & (row >= 0) & room & ~_forbidden(ground, made, who, key)
    )
    held = np.flatnonzero(locked != NONE)
    vacant = np.arange(len(students)) if always_vacant else np.flatnonzero(locked == NONE)
    at = _sources(made, (who, key), (held, locked[held]))
    everyone = np.concatenate((who[chosen], held, vacant))
    every_key = np.concatenate((key[chosen], locked[held], np.full(len(vacant), NONE)))
    source = np.concatenate((chosen, at, np.where(needs[vacant], VACANT, FREE)))
    width = len(made.names) + 1
    rank = np.append(made.drawn, width - 1)[every_key]
    order = np.argsort(everyone * width + rank, kind="stable")
    everyone, every_key = everyone[order], every_key[order]
    nothing, real = len(ground.places), every_key >= 0
    own = np.full(len(order), nothing)
    own[real] = made.rows[every_key[real], period[everyone[real]]]
    above = np.append(made.above, nothing)[every_key]
    return Entries(made.names, everyone, every_key, source[order], own, above)


def _forbidden(ground: Ground, made: Offer, who: Ints, key: Ints) -> Flags:
    order = {one.id: place for place, one in enumerate(ground.students)}
    width = len(made.names)
    pairs = [
        order[student] * width + made.known[target]
        for student, role, target in ground.settled.forbidden
        if role is made.role and student in order and target in made.known
    ]
    return np.isin(who * width + key, pairs) if pairs else np.zeros(len(who), dtype=np.bool_)


def _sources(made: Offer, options: tuple[Ints, Ints], wanted: tuple[Ints, Ints]) -> Ints:
    """Where the options of these pairs stand; FREE for those who have none."""
    width = len(made.names)
    have, want = (who * width + key for who, key in (options, wanted))
    order = np.argsort(have, kind="stable") if len(want) else np.empty(0, dtype=np.int64)
    if not len(order):
        return np.full(len(want), FREE)
    found = order[np.minimum(np.searchsorted(have, want, sorter=order), len(have) - 1)]
    return np.where(have[found] == want, found, FREE)
