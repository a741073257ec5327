"""What may happen to a programme that is assigned already, and the problem once it has happened."""

import dataclasses
from collections.abc import Mapping, Sequence

from ptman.assign import relaxing
from ptman.assign.problem import ORGANISATION, Demand, Given, Options, Problem, Role, Student
from ptman.assign.reading import Reading


@dataclasses.dataclass(frozen=True, slots=True)
class Leaves:
    """A supervisor or a base is gone for good."""

    role: Role
    id: str


@dataclasses.dataclass(frozen=True, slots=True)
class Withdraws:
    """A student is gone for good."""

    student: str


@dataclasses.dataclass(frozen=True, slots=True)
class Shrinks:
    """A quota becomes `upper`; `at` is a base's period or ORGANISATION."""

    role: Role
    id: str
    upper: int
    at: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Ends:
    """An industry supervisor no longer hosts at a base: the agreement has ended."""

    industry: str
    base: str


Edit = Leaves | Withdraws | Shrinks | Ends


def standing_still(problem: Problem, given: Mapping[str, Given]) -> Problem:
    """The problem in which all that stands may stay: what today's rules would no longer give is no event's doing."""
    reading = Reading(problem)
    odd = [
        Demand(one.id, role, target)
        for one in problem.students
        for role in _odd(reading, one, given.get(one.id, Given()))
        if (target := given[one.id].target(role)) is not None and (one.id, role) not in reading.locks
    ]
    problem = dataclasses.replace(problem, locks=(*problem.locks, *odd))
    room = Reading(problem).room
    for seat, taken in reading.loads({one.id: given.get(one.id, Given()) for one in problem.students}).items():
        if taken > room.get(seat, 0) and seat not in problem.overload:
            problem = relaxing.requota(problem, seat, upper=taken)
    return problem


def _odd(reading: Reading, student: Student, mine: Given) -> list[Role]:
    """The roles in which the student may not have what they have."""
    found = [
        role
        for role in Role
        if (target := mine.target(role)) is not None and reading.choice(student, role, target) is None
    ]
    apart = not reading.together(student, mine.industry, mine.base)
    return [*found, *({Role.INDUSTRY, Role.BASE} - {*found})] if apart else found


def after(problem: Problem, edits: Sequence[Edit]) -> Problem:
    """The problem once these things have happened."""
    for edit in edits:
        match edit:
            case Withdraws(key):
                problem = dataclasses.replace(
                    problem,
                    students=tuple(one for one in problem.students if one.id != key),
                    locks=tuple(one for one in problem.locks if one.student != key),
                    forbidden=tuple(one for one in problem.forbidden if one.student != key),
                )
            case Leaves(role, key):
                problem = _without(problem, role, key)
            case Shrinks(role, key, upper, at):
                problem = relaxing.requota(problem, (role, key, at), upper=upper)
            case Ends(host, base):
                industry = tuple(
                    dataclasses.replace(one, bases=one.bases - {base}) if one.id == host else one
                    for one in problem.industry
                )
                problem = dataclasses.replace(problem, industry=industry)
    return problem


def _without(problem: Problem, role: Role, key: str) -> Problem:
    """Nobody may choose the one who left, and nothing that was demanded of them holds."""

    def menu(student: Student, about: Role) -> Options:
        options = student.options(about)
        return {name: one for name, one in options.items() if name != key} if about is role else options

    return dataclasses.replace(
        problem,
        students=tuple(one.with_options(menu) for one in problem.students),
        academics=tuple(one for one in problem.academics if role is not Role.ACADEMIC or one.id != key),
        industry=tuple(one for one in problem.industry if role is not Role.INDUSTRY or one.id != key),
        bases=tuple(one for one in problem.bases if role is not Role.BASE or one.id != key),
        locks=tuple(one for one in problem.locks if (one.role, one.target) != (role, key)),
        forbidden=tuple(one for one in problem.forbidden if (one.role, one.target) != (role, key)),
        overload={
            seat: price
            for seat, price in problem.overload.items()
            if seat[:2] != (role, key) or (seat[2] == ORGANISATION and role is not Role.BASE)
        },
    )
