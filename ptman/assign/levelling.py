"""Even loads, pure: above the even share of the students each further one costs; students of other cohorts count."""

import dataclasses
from collections.abc import Sequence

from ptman.assign import problem
from ptman.assign.problem import ORGANISATION, Organisation, Problem, Role
from ptman.assign.situation import Academic, Industry, Situation

SHARE = "share of "
"""Begins the id of a person's even share, which is a quota that may be gone over at a price."""


def levelled(made: Problem, situation: Situation, price: int) -> Problem:
    """The problem with an even share for everybody, each student above it costing `price` points."""
    if not price:
        return made
    shares: list[Organisation] = []
    people: tuple[tuple[Role, Sequence[Academic | Industry]], ...] = (
        (Role.ACADEMIC, situation.academics),
        (Role.INDUSTRY, situation.industry),
    )
    for role, listed in people:
        able = {key for student in made.students for key in student.options(role)}
        asking = sum(role in student.needs for student in made.students)
        open_to = [one for one in listed if one.id in able]
        level = even(asking, [(one.capacity, one.elsewhere) for one in open_to])
        for one in open_to:
            room = max(0, min(level, one.capacity) - one.elsewhere)
            shares.append(Organisation(SHARE + one.id, room, role=role))
    held = {(one.role, one.id) for one in shares}
    return dataclasses.replace(
        made,
        academics=tuple(_academic(one, held) for one in made.academics),
        industry=tuple(_industry(one, held) for one in made.industry),
        organisations=tuple(shares),
        overload={(one.role, one.id, ORGANISATION): price for one in shares},
    )


def plain(made: Problem) -> Problem:
    """The problem without shares: reasons are told in quotas, not in shares."""
    return dataclasses.replace(
        made,
        organisations=tuple(one for one in made.organisations if not one.id.startswith(SHARE)),
        overload={seat: price for seat, price in made.overload.items() if not seat[1].startswith(SHARE)},
    )


def even(asking: int, people: Sequence[tuple[int, int]]) -> int:
    """The lowest load at which all who ask find a place; `people` are capacities and students they have already."""
    highest = max((capacity for capacity, _ in people), default=0)
    for level in range(highest):
        if sum(max(0, min(level, capacity) - taken) for capacity, taken in people) >= asking:
            return level
    return highest


def _academic(one: problem.Academic, held: set[tuple[Role, str]]) -> problem.Academic:
    mine = SHARE + one.id
    return dataclasses.replace(one, organisation=mine) if (Role.ACADEMIC, mine) in held else one


def _industry(one: problem.Industry, held: set[tuple[Role, str]]) -> problem.Industry:
    mine = SHARE + one.id
    return dataclasses.replace(one, organisation=mine) if (Role.INDUSTRY, mine) in held else one
