"""Every answer of a tiny problem at once, as rows of numbers: the brute force of thousands, apart from the solver."""

import dataclasses
import functools
import hashlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ptman.assign.problem import Given, Problem, Role, Student
from tests.ptman.assign import brute
from tests.ptman.assign.brute import Triple

Numbers = NDArray[np.int64]
LAST = 1 << 30
Count = Callable[[Student, Triple], int]


@dataclasses.dataclass(frozen=True)
class Table:
    """Per student the triples that may be, and the answers: rows of places in those lists, all of which fit."""

    problem: Problem
    triples: list[list[tuple[Triple, int]]]
    rows: Numbers
    loads: dict[tuple[Role, str, str], Numbers]

    def count(self, one: Count) -> Numbers:
        """The sum over the students, answer by answer."""
        total = np.zeros(len(self.rows), dtype=np.int64)
        for place, student in enumerate(self.problem.students):
            points = np.array([one(student, triple) for triple, _ in self.triples[place]], dtype=np.int64)
            total += points[self.rows[:, place]]
        return total

    @functools.cached_property
    def total(self) -> Numbers:
        points = np.zeros(len(self.rows), dtype=np.int64)
        for place in range(len(self.problem.students)):
            points += np.array([cost for _, cost in self.triples[place]], dtype=np.int64)[self.rows[:, place]]
        points += self.short * self.problem.penalties.shortfall
        for seat, cost in _soft(self.problem).items():
            points += np.maximum(0, self.loads[seat] - _upper(self.problem, seat)) * cost
        return points

    @functools.cached_property
    def short(self) -> Numbers:
        found = np.zeros(len(self.rows), dtype=np.int64)
        for seat, (_, least) in _limits(self.problem).items():
            found += np.maximum(0, least - self.loads[seat])
        return found

    def given(self, row: int) -> dict[str, Given]:
        picked = zip(self.problem.students, self.triples, self.rows[row].tolist(), strict=True)
        return {one.id: Given(*options[at][0]) for one, options, at in picked}


def table(problem: Problem) -> Table:
    locks = brute.standing(problem)
    triples = [list(brute.triples(problem, one, locks)) for one in problem.students]
    sizes = [len(one) for one in triples]
    every = np.indices(sizes).reshape(len(sizes), -1).T if sizes else np.zeros((1, 0), dtype=np.int64)
    soft, limits = _soft(problem), _limits(problem)
    taken: dict[tuple[Role, str, str], list[list[int]]] = {}
    for place, student in enumerate(problem.students):
        for at, (triple, _) in enumerate(triples[place]):
            for seat in _seats(problem, student, triple):
                taken.setdefault(seat, [[0] * size for size in sizes])[place][at] = student.units
    loads = {seat: np.zeros(len(every), dtype=np.int64) for seat in {*limits, *soft, *taken}}
    for seat, by_student in taken.items():
        for place, units in enumerate(by_student):
            loads[seat] += np.array(units, dtype=np.int64)[every[:, place]]
    fits = np.ones(len(every), dtype=np.bool_)
    for seat, load in loads.items():
        if seat not in soft:
            fits &= load <= _upper(problem, seat)
    return Table(problem, triples, every[fits], {seat: load[fits] for seat, load in loads.items()})


def _seats(problem: Problem, student: Student, triple: Triple) -> list[tuple[Role, str, str]]:
    chosen = [(role, key) for role, key in zip(Role, triple, strict=True) if key is not None]
    return [seat for role, key in chosen for seat in brute.quotas(problem, student, role, key)]


def lowest(vectors: Sequence[Numbers]) -> tuple[tuple[int, ...], Numbers]:
    """The lexicographically least row of these columns, and where it stands."""
    rows = np.arange(len(vectors[0]))
    found = []
    for one in vectors:
        found.append(int(one[rows].min()))
        rows = rows[one[rows] == found[-1]]
    return tuple(found), rows


def vacant(student: Student, triple: Triple) -> int:
    return sum(key is None and role in student.needs for role, key in zip(Role, triple, strict=True))


def ranked(place: int, roles: Sequence[Role]) -> Count:
    """How many of these roles are given a choice of this place; `LAST` is that of the unranked."""

    def count(student: Student, triple: Triple) -> int:
        options = [(student.options(role).get(key or ""), role) for role, key in zip(Role, triple, strict=True)]
        return sum(role in roles and one is not None and (one.rank or LAST) == place for one, role in options)

    return count


def ticket(problem: Problem, seed: str) -> Count:
    """What each student draws with the candidate: the first four bytes of a digest, of 2²⁰ numbers."""

    def drawn(student: Student, triple: Triple) -> int:
        total = 0
        for role, key in zip(Role, triple, strict=True):
            if key is not None and key in student.options(role):
                names = (seed, problem.lots.get(student.id, student.id), role.value, problem.lots.get(key, key))
                digest = hashlib.sha256("\n".join(names).encode()).digest()
                total += int.from_bytes(digest[:4]) % (1 << 20)
        return total

    return drawn


def _limits(problem: Problem) -> dict[tuple[Role, str, str], tuple[int, int]]:
    limits = {(Role.ACADEMIC, one.id, ""): (one.upper, one.lower) for one in problem.academics}
    limits |= {(Role.INDUSTRY, one.id, ""): (one.upper, one.lower) for one in problem.industry}
    limits |= {(one.role, one.id, "all"): (one.upper, one.lower) for one in problem.organisations}
    return limits | {(Role.BASE, one.id, at): (room, 0) for one in problem.bases for at, room in one.capacity.items()}


def _soft(problem: Problem) -> dict[tuple[Role, str, str], int]:
    return {
        (role, key, "all" if at == "organisation" and role is not Role.BASE else at): cost
        for (role, key, at), cost in problem.overload.items()
    }


def _upper(problem: Problem, seat: tuple[Role, str, str]) -> int:
    """The quota, or what is locked where that is more."""
    students = {one.id: one for one in problem.students}
    held = sum(
        students[who].units
        for (who, role), key in brute.standing(problem).items()
        if seat in brute.quotas(problem, students[who], role, key)
    )
    return max(held, _limits(problem).get(seat, (0, 0))[0])


def moved(problem: Problem, student: Student, triple: Triple) -> bool:
    return brute.has_moved(problem, student, triple)
