"""What the tiny parts of a crowd answer by trying everything: what forcing a choice costs, what an event brings."""

import dataclasses
import random
from collections.abc import Iterator

from ptman.assign import events
from ptman.assign.events import Edit, Ends, Leaves, Shrinks
from ptman.assign.problem import ORGANISATION, Demand, Given, Problem, Role
from tests.ptman.assign import brute, crowds, enumerating, problems
from tests.ptman.assign.agreeing import PENALTIES


@dataclasses.dataclass(frozen=True)
class Asked:
    """The parts, the crowd they make, and the least points of each part alone."""

    parts: list[Problem]
    whole: Problem
    least: list[int]


def made(first: int, count: int, *, locks: bool = True) -> Asked:
    penalties = PENALTIES[first % len(PENALTIES)]
    parts = [dataclasses.replace(problems.rich(seed), penalties=penalties) for seed in range(first, first + count)]
    if not locks:
        parts = [dataclasses.replace(one, locks=()) for one in parts]
    return Asked(parts, crowds.crowd(parts, penalties), [least(one) for one in parts])


def least(problem: Problem) -> int:
    return enumerating.lowest([enumerating.table(problem).total])[0][0]


def wishes(problem: Problem, draw: random.Random, most: int) -> list[Demand]:
    every = [
        Demand(one.id, role, key)
        for one in problem.students
        for role in Role
        for key in one.options(role)
        if role in one.needs
    ]
    return draw.sample(every, min(most, len(every)))


def named(wish: Demand, place: int) -> Demand:
    return Demand(f"{place}.{wish.student}", wish.role, f"{place}.{wish.target}")


def held(problem: Problem, wish: Demand) -> Problem:
    others = tuple(one for one in problem.locks if (one.student, one.role) != (wish.student, wish.role))
    return dataclasses.replace(problem, locks=(*others, wish))


def edits(problem: Problem, start: str = "") -> Iterator[Edit]:
    """All that may happen to a problem in which the names begin with `start`."""
    for role, people in ((Role.ACADEMIC, problem.academics), (Role.INDUSTRY, problem.industry)):
        for one in people:
            yield Leaves(role, start + one.id)
            yield Shrinks(role, start + one.id, max(0, one.upper - 1))
    for base in problem.bases:
        yield Leaves(Role.BASE, start + base.id)
        for at, seats in base.capacity.items():
            yield Shrinks(Role.BASE, start + base.id, max(0, seats - 1), at)
    for office in problem.organisations:
        yield Shrinks(office.role, start + office.id, max(0, office.upper - 1), ORGANISATION)
    for host in problem.industry:
        for site in host.bases:
            yield Ends(start + host.id, start + site)


def after(part: Problem, given: dict[str, Given], happened: list[Edit]) -> tuple[int, int, int]:
    """Fewest moves, the least points with so few, and the least points at all, once something has happened."""
    costs = dataclasses.replace(part.penalties, moved=0)
    changed = dataclasses.replace(events.after(part, happened), standing=given, penalties=costs)
    table = enumerating.table(changed)
    moves = table.count(lambda one, triple: int(brute.has_moved(changed, one, triple)))
    (fewest, total), _ = enumerating.lowest([moves, table.total])
    return fewest, total, int(table.total.min())
