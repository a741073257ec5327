"""What may happen to a programme that is assigned already, and the problem once it has happened."""

import dataclasses
from collections.abc import Sequence

from ptman.assign import relaxing
from ptman.assign.problem import ORGANISATION, Options, Problem, Role, Student


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
