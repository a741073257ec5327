"""The exact price of a choice on one side alone, and who makes room for whom: the shortest way round the seats."""

import dataclasses
import itertools
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from ptman.assign.answer import Answer, Seat
from ptman.assign.problem import Demand, Problem, Role, Student
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
    return _Residual(problem, answer, lock).shortest()


class _Residual:
    """Seats as nodes; an arc is the student to whom going on to the next seat costs least."""

    def __init__(self, problem: Problem, answer: Answer, lock: Demand) -> None:
        self._role, self._lock = lock.role, lock
        self._reading = reading = Reading(problem)
        self._given = answer.given
        self._wanting = [one for one in problem.students if self._role in one.needs]
        role_seats = [seat for seat in reading.room if seat[0] is self._role]
        self._who = reading.students[lock.student]
        self._new = seat_of(self._who, self._role, lock.target)
        seats = sorted({*role_seats, self._new})
        self._seats: list[Seat | None] = [*seats, None]
        self._place = {seat: place for place, seat in enumerate(self._seats)}
        self._sink = len(self._seats)
        size = self._sink + 1
        self._cost: Floats = np.full((size, size), FAR)
        self._mover: dict[tuple[int, int], Student] = {}
        for student in self._wanting:
            if student.id != lock.student and (student.id, self._role) not in reading.locks:
                self._add(student)
        self._add_sink()

    def _choices(self, student: Student) -> dict[int, int]:
        """Node and points of everything the student may have, a vacancy too."""
        menu = self._reading.menu(student, self._role)
        found = {self._place[seat_of(student, self._role, key)]: cost for key, cost in menu.items()}
        return found | {self._place[None]: self._reading.problem.penalties.of(self._role)}

    def _at(self, student: Student) -> int:
        target = self._given[student.id].target(self._role)
        return self._place[None if target is None else seat_of(student, self._role, target)]

    def _add(self, student: Student) -> None:
        choices, here = self._choices(student), self._at(student)
        for there, cost in choices.items():
            extra = cost - choices[here]
            if there != here and extra < self._cost[here, there]:
                self._cost[here, there] = extra
                self._mover[here, there] = student

    def _add_sink(self) -> None:
        """A seat may take one more or do with one less, where quotas allow it; a lower quota has its price."""
        load = Counter(map(self._at, self._wanting))
        lower, short = self._reading.lower(), self._reading.problem.penalties.shortfall
        for place, seat in enumerate(self._seats):
            now, least = load[place], lower.get(seat, 0) if seat else 0
            room = self._reading.room.get(seat, 0) if seat else now + 1
            if now < room:
                self._cost[place, self._sink] = -short if now < least else 0
            if now > 0 or seat is None:
                self._cost[self._sink, place] = short if now <= least and seat else 0
        own = self._place[self._new]
        if self._held(self._new) >= self._reading.room.get(self._new, 0):
            # locks alone fill the seat: one more stretches it, which this student has used up
            self._start, self._entry = self._sink, -short if load[own] < lower.get(self._new, 0) else 0
        else:
            self._start, self._entry = own, 0

    def _held(self, seat: Seat) -> int:
        """How many places of a seat are locked."""
        locks = self._reading.locks.items()
        return sum(
            seat_of(self._reading.students[who], role, key) == seat for (who, role), key in locks if role is self._role
        )

    def shortest(self) -> Chain:
        start, end = self._start, self._at(self._who)
        options = self._who.options(self._role)
        own = self._choices(self._who)[end]
        points = options[self._lock.target].cost if self._lock.target in options else 0
        if self._place[self._new] == end:
            return Chain(0, ())
        distance, before = self._distances(start)
        path = [end]
        while path[-1] != start:
            path.append(int(before[path[-1]]))
        nodes = path[::-1]
        first = Step(self._who.id, self._name(end), self._lock.target)
        moved = [
            Step(self._mover[pair].id, self._name(pair[0]), self._name(pair[1]))
            for pair in itertools.pairwise(nodes)
            if self._sink not in pair
        ]
        return Chain(points - own + self._entry + round(float(distance[end])), (first, *moved))

    def _name(self, place: int) -> str | None:
        seat = self._seats[place]
        return None if seat is None else seat[1]

    def _distances(self, start: int) -> tuple[Floats, NDArray[np.int64]]:
        size = len(self._cost)
        distance, before = np.full(size, FAR), np.full(size, start)
        distance[start] = 0
        for _ in range(size):
            through = distance[:, None] + self._cost
            best = through.argmin(axis=0)
            shorter = through[best, np.arange(size)]
            better = shorter < distance - 0.5
            if not better.any():
                break
            distance[better], before[better] = shorter[better], best[better]
        return distance, before
