"""The exact price of a choice on one side alone, and who makes room for whom: the shortest way round the seats."""

import dataclasses
import itertools
from collections import ChainMap, Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ptman.assign.answer import Answer, Seat
from ptman.assign.problem import Academic, Base, Demand, Industry, Problem, Role, Student
from ptman.assign.reading import Reading, seat_of

Floats = NDArray[np.float64]
FAR = 1e15


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One student goes from one place to another; None is a vacancy."""

    student: str
    old: str | None
    new: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Chain:
    """What the choice costs the whole, and everybody who moves for it, the student first."""

    cost: int
    steps: tuple[Step, ...]


def applies(problem: Problem, answer: Answer, role: Role) -> bool:
    """Whether the role can be decided on its own: no collaborators, no shared quotas, whole students, a best answer."""
    others = {Role.ACADEMIC: set[Role](), Role.INDUSTRY: {Role.BASE}, Role.BASE: {Role.INDUSTRY}}[role]
    wanting = [one for one in problem.students if role in one.needs]
    return (
        answer.optimal
        and answer.mode == "total"
        and not (problem.affinity or problem.overload)
        and not (problem.standing and problem.penalties.moved)
        and all(one.role is not role for one in problem.organisations)
        and all(one.units == 1 and not (one.needs & others) for one in wanting)
    )


def chain(problem: Problem, answer: Answer, lock: Demand) -> Chain:
    """Where `applies`: a residual cycle through the student's new and old place, by Bellman and Ford's relaxations."""
    return Network(problem, answer, lock.role).chain(lock)


class Network:
    """One side of one answer, asked as often as one likes: seats as nodes, an arc the student who goes on cheapest."""

    def __init__(self, problem: Problem, answer: Answer, role: Role) -> None:
        self._role = role
        self._reading = reading = Reading(problem)
        self._given = answer.given
        self._wanting = [one for one in problem.students if role in one.needs]
        periods = {one.period for one in self._wanting} if role is Role.BASE else {""}
        named = {(role, one.id, at) for one in _candidates(problem, role) for at in periods}
        self._seats: list[Seat | None] = [*sorted({*named, *(seat for seat in reading.room if seat[0] is role)}), None]
        self._place = {seat: place for place, seat in enumerate(self._seats)}
        self._sink = len(self._seats)
        size = self._sink + 1
        self._cost: Floats = np.full((size, size), FAR)
        self._mover: dict[tuple[int, int], Student] = {}
        self._holders: dict[int, list[Student]] = defaultdict(list)
        for student in self._wanting:
            if (student.id, role) not in reading.locks:
                self._holders[self._at(student)].append(student)
        for place, holders in self._holders.items():
            for student in holders:
                self._add(student, place, self._cost[place], self._mover)
        self._load = Counter(map(self._at, self._wanting))
        locked = ((reading.students[who], key) for (who, about), key in reading.locks.items() if about is role)
        self._held = Counter(seat_of(who, role, key) for who, key in locked)
        self._add_sink()

    def _choices(self, student: Student) -> dict[int, int]:
        """Node and points of everything the student may have, a vacancy too."""
        menu = self._reading.menu(student, self._role)
        found = {self._place[seat_of(student, self._role, key)]: cost for key, cost in menu.items()}
        return found | {self._place[None]: self._reading.problem.penalties.of(self._role)}

    def _at(self, student: Student) -> int:
        target = self._given[student.id].target(self._role)
        return self._place[None if target is None else seat_of(student, self._role, target)]

    def _add(self, student: Student, here: int, costs: Floats, mover: dict[tuple[int, int], Student]) -> None:
        choices = self._choices(student)
        for there, cost in choices.items():
            extra = cost - choices[here]
            if there != here and extra < costs[there]:
                costs[there] = extra
                mover[here, there] = student

    def _add_sink(self) -> None:
        """A seat may take one more or do with one less, where quotas allow it; a lower quota has its price."""
        load = self._load
        lower, short = self._reading.lower(), self._reading.problem.penalties.shortfall
        for place, seat in enumerate(self._seats):
            now, least = load[place], lower.get(seat, 0) if seat else 0
            room = self._reading.room.get(seat, 0) if seat else now + 1
            if now < room:
                self._cost[place, self._sink] = -short if now < least else 0
            if now > 0 or seat is None:
                self._cost[self._sink, place] = short if now <= least and seat else 0

    def chain(self, lock: Demand) -> Chain:
        """Who makes room for the student, and what that costs; the answer is left as it is."""
        who = self._reading.students[lock.student]
        new, end = seat_of(who, self._role, lock.target), self._at(who)
        if self._place[new] == end:
            return Chain(0, ())
        start, entry = self._place[new], 0
        if self._held[new] >= self._reading.room.get(new, 0):
            # locks alone fill the seat: one more stretches it, which this student has used up
            short, least = self._reading.problem.penalties.shortfall, self._reading.lower().get(new, 0)
            start, entry = self._sink, -short if self._load[start] < least else 0
        options = who.options(self._role)
        points = options[lock.target].cost if lock.target in options else 0
        costs, mover = self._without(who, end)
        distance, before = self._distances(start, costs)
        path = [end]
        while path[-1] != start:
            path.append(int(before[path[-1]]))
        moved = [
            Step(mover[pair].id, self._name(pair[0]), self._name(pair[1]))
            for pair in itertools.pairwise(path[::-1])
            if self._sink not in pair
        ]
        first = Step(who.id, self._name(end), lock.target)
        return Chain(points - self._choices(who)[end] + entry + round(float(distance[end])), (first, *moved))

    def _without(self, who: Student, here: int) -> tuple[Floats, Mapping[tuple[int, int], Student]]:
        """The arcs of all others: only those that leave the student's own place differ."""
        if (who.id, self._role) in self._reading.locks:
            return self._cost, self._mover
        costs, own = self._cost.copy(), dict[tuple[int, int], Student]()
        costs[here, : self._sink] = FAR
        for other in self._holders[here]:
            if other.id != who.id:
                self._add(other, here, costs[here], own)
        return costs, ChainMap(own, self._mover)

    def _name(self, place: int) -> str | None:
        seat = self._seats[place]
        return None if seat is None else seat[1]

    def _distances(self, start: int, costs: Floats) -> tuple[Floats, NDArray[np.int64]]:
        size = len(costs)
        distance, before = np.full(size, FAR), np.full(size, start)
        distance[start] = 0
        changed = np.array([start])
        for _ in range(size):
            if not len(changed):
                break
            through = distance[changed, None] + costs[changed]
            best = through.argmin(axis=0)
            shorter = through[best, np.arange(size)]
            better = shorter < distance - 0.5
            distance[better], before[better] = shorter[better], changed[best[better]]
            changed = np.flatnonzero(better)
        return distance, before


def _candidates(problem: Problem, role: Role) -> Sequence[Academic | Industry | Base]:
    if role is Role.BASE:
        return problem.bases
    return problem.academics if role is Role.ACADEMIC else problem.industry
