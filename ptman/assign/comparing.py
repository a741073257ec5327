"""Two answers side by side, pure: student by student, what differs and which of the two is better for whom."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ptman.assign.problem import FREE, Given, Problem, Role, Student
from ptman.assign.situation import Situation

LATER = 5
"""Places from this one on are counted together."""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """What one answer gives in a role: by key and by name, its points and its place among the student's choices."""

    target: str | None
    name: str
    points: int | None
    place: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class Contrast:
    """One role of one student in which two answers differ."""

    student: str
    number: str
    name: str
    role: Role
    left: Side
    right: Side

    @property
    def better(self) -> int:
        """Below 0: the left one is better for the student; above 0: the right one; 0: equally good."""
        worst = float("inf")
        left = worst if self.left.target is None else self.left.points or 0
        right = worst if self.right.target is None else self.right.points or 0
        return (left > right) - (left < right)


@dataclasses.dataclass(frozen=True, slots=True)
class Filled:
    """How full one supervisor is, or one base in a period, under an answer; other cohorts included."""

    role: Role
    target: str
    name: str
    at: str
    taken: int
    of: int


def contrasts(
    situation: Situation, problem: Problem, left: Mapping[str, Given], right: Mapping[str, Given]
) -> tuple[Contrast, ...]:
    """In the order of the students' numbers; points are by `problem`, so that both sides are measured alike."""
    names = situation.names()
    places = {(one.student, one.target): one.rank for one in situation.wishes if one.by_student}
    made = {one.id: one for one in problem.students}
    found = []
    for learner in situation.students:
        ours, theirs = left.get(learner.id, Given()), right.get(learner.id, Given())
        for role in learner.needs:
            pair = ours.target(role), theirs.target(role)
            if pair[0] != pair[1]:
                sides = (_side(made[learner.id], role, key, (names, places)) for key in pair)
                found.append(Contrast(learner.id, learner.number, learner.name, role, *sides))
    return tuple(sorted(found, key=lambda one: one.number))


def profile(situation: Situation, given: Mapping[str, Given], role: Role) -> tuple[tuple[str, int], ...]:
    """How many students are given their first, second, … choice, one not named (`other`), or nobody (`none`)."""
    places = {(one.student, one.target): one.rank for one in situation.wishes if one.by_student}
    counted: Counter[str] = Counter()
    for learner in situation.students:
        if role in learner.needs:
            target = given.get(learner.id, Given()).target(role)
            place = places.get((learner.id, target)) if target is not None else None
            counted["none" if target is None else "other" if place is None else str(min(place, LATER))] += 1
    return tuple((name, counted[name]) for name in (*(str(at) for at in range(1, LATER + 1)), "other", "none"))


def loads(situation: Situation, given: Mapping[str, Given]) -> tuple[Filled, ...]:
    """Every supervisor, and every base in each period, who has room or students."""
    held: Counter[tuple[Role, str, str]] = Counter()
    for learner in situation.students:
        for role in Role:
            target = given.get(learner.id, Given()).target(role)
            if target is not None:
                held[role, target, learner.stay if role is Role.BASE else ""] += 1
    return tuple(one for one in _filled(situation, held) if one.taken or one.of)


def _filled(situation: Situation, held: Mapping[tuple[Role, str, str], int]) -> Iterator[Filled]:
    for academic in situation.academics:
        taken = academic.elsewhere + held.get((Role.ACADEMIC, academic.id, ""), 0)
        yield Filled(Role.ACADEMIC, academic.id, academic.name, "", taken, academic.capacity)
    for person in situation.industry:
        taken = person.elsewhere + held.get((Role.INDUSTRY, person.id, ""), 0)
        yield Filled(Role.INDUSTRY, person.id, person.name, "", taken, person.capacity)
    stays = {one.id: one.name for one in situation.stays}
    for site in situation.sites:
        gone = dict(site.elsewhere)
        for stay, seats in site.seats:
            taken = gone.get(stay, 0) + held.get((Role.BASE, site.id, stay), 0)
            yield Filled(Role.BASE, site.id, site.name, stays[stay] if len(stays) > 1 else "", taken, seats)


def moved(left: Mapping[str, Given], right: Mapping[str, Given], students: Iterable[str]) -> int:
    """How many students have anything else in the one than in the other."""
    return sum(left.get(one, Given()) != right.get(one, Given()) for one in students)


def _side(
    student: Student,
    role: Role,
    target: str | None,
    known: tuple[Mapping[str, str], Mapping[tuple[str, str], int]],
) -> Side:
    names, places = known
    if target is None:
        return Side(None, "", None, None)
    option = student.options(role).get(target, FREE)
    return Side(target, names.get(target, ""), option.cost, places.get((student.id, target)))
