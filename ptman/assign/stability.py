"""Who would rather be with whom: preferences of both sides as the problem states them, and the pairs that block."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ptman.assign.problem import ORGANISATION, Demand, Given, Problem, Role, Student
from ptman.assign.reading import Reading

UNRANKED = 1 << 30
Place = tuple[int, int]


class Preferences:
    """One role's market: what students think of candidates, and what those who decide for them think of students.

    A person decides alone, or the organisation where it has a quota (Abraham, Irving, Manlove 2007: the lecturer of
    several projects).
    """

    def __init__(self, reading: Reading, role: Role) -> None:
        self.reading, self.role = reading, role
        problem = reading.problem
        people = problem.academics if role is Role.ACADEMIC else problem.industry
        joint = {one.id: one.ranking for one in problem.organisations if one.role is role}
        self.decides: dict[str, str] = {}
        self._places: dict[str, dict[str, int]] = {}
        for person in people:
            of_office = person.organisation in joint
            decider = f"{ORGANISATION} {person.organisation}" if of_office else person.id
            self.decides[person.id] = decider
            ranking = joint[person.organisation] if of_office else person.ranking
            self._places[decider] = {who: place for place, tie in enumerate(ranking) for who in tie}
        self.ranked = all(self._places.values())
        locked = [key for (_, one), key in reading.locks.items() if one is role]
        self._locked = Counter(locked), Counter(self.decides[key] for key in locked)

    def menu(self, student: Student) -> list[str]:
        """Whom the student may be given, a locked base going before."""
        site = self.reading.locks.get((student.id, Role.BASE)) if self.role is Role.INDUSTRY else None
        menu = self.reading.menu(student, self.role)
        return [key for key in menu if site is None or self.reading.together(student, key, site)]

    def of_student(self, student: Student, target: str) -> Place:
        """Smaller is better: the student's own place, then the points."""
        option = student.options(self.role)[target]
        return (option.rank if option.rank is not None else UNRANKED, option.cost)

    def of_decider(self, target: str, student: str) -> int:
        """Smaller is better; students not ranked come last, equally good."""
        return self._places[self.decides[target]].get(student, UNRANKED)

    def market(self) -> Iterator[Student]:
        """The students who look for somebody: the locked ones have got theirs."""
        for student in self.reading.problem.students:
            if self.role in student.needs and (student.id, self.role) not in self.reading.locks:
                yield student

    def seats(self, target: str) -> tuple[int, int]:
        """Of the person, and of the decider, after what is locked."""
        room, decider = self.reading.room, self.decides[target]
        own = room[self.role, target, ""] - self._locked[0][target]
        employer = decider.removeprefix(f"{ORGANISATION} ")
        if employer == decider:
            return own, own
        return own, room[self.role, employer, ORGANISATION] - self._locked[1][decider]


def blocking(problem: Problem, given: Mapping[str, Given], role: Role) -> tuple[tuple[str, str], ...]:
    """Pairs who would both rather have each other than what they were given; none where the answer is stable."""
    prefer = Preferences(Reading(problem), role)
    held: dict[str, list[str]] = defaultdict(list)
    ruled: dict[str, list[str]] = defaultdict(list)
    for student in prefer.market():
        target = given[student.id].target(role)
        if target is not None:
            held[target].append(student.id)
            ruled[prefer.decides[target]].append(student.id)
    return tuple(
        (student.id, target)
        for student in prefer.market()
        for target in _liked(prefer, student, given[student.id].target(role))
        if _wanted(prefer, student, target, (held[target], ruled[prefer.decides[target]]))
    )


def _liked(prefer: Preferences, student: Student, now: str | None) -> list[str]:
    """Whom the student would rather have."""
    return [
        key
        for key in prefer.menu(student)
        if now is None or prefer.of_student(student, key) < prefer.of_student(student, now)
    ]


def _wanted(prefer: Preferences, student: Student, target: str, load: tuple[list[str], list[str]]) -> bool:
    """Whether the other side would take the student: a free place, or somebody there whom it wants less."""
    (own, all_seats), (here, under) = prefer.seats(target), load
    mine = prefer.of_decider(target, student.id)
    if len(here) >= own:
        rivals = here
    elif len(under) < all_seats or student.id in under:
        return True
    else:
        rivals = under
    return any(prefer.of_decider(target, other) > mine for other in rivals)


def fixed(problem: Problem, given: Mapping[str, Given], roles: Iterable[Role]) -> Problem:
    """The problem with these roles decided: what was given is locked, what was left vacant stays so."""
    locks, forbidden = list(problem.locks), list(problem.forbidden)
    reading = Reading(problem)
    for role in roles:
        for student in Preferences(reading, role).market():
            target = given[student.id].target(role)
            if target is not None:
                locks.append(Demand(student.id, role, target))
            else:
                forbidden += [Demand(student.id, role, key) for key in student.options(role)]
    return dataclasses.replace(problem, locks=tuple(locks), forbidden=tuple(forbidden))


def can_be_asked(problem: Problem, role: Role) -> bool:
    """Whether stability means anything here: whole students, and where it needs a base too, the base may be missing."""
    if any(student.units > 1 for student in problem.students if role in student.needs):
        return False
    needs_base = any({Role.INDUSTRY, Role.BASE} <= student.needs for student in problem.students)
    return role is Role.ACADEMIC or (role is Role.INDUSTRY and (problem.penalties.partial or not needs_base))
