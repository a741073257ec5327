"""Many tiny problems side by side as one: what is best for all of them is best for each, in every mode."""

import dataclasses
from collections.abc import Mapping

from ptman.assign.problem import Academic, Demand, Given, Industry, Options, Penalties, Problem, Ranking, Role, Student


def crowd(parts: list[Problem], penalties: Penalties) -> Problem:
    """The parts have nothing in common but the penalties; each goes by its number in every name."""
    named = [_named(one, f"{place}.") for place, one in enumerate(parts)]
    return Problem(
        tuple(one for part in named for one in part.students),
        tuple(one for part in named for one in part.academics),
        tuple(one for part in named for one in part.industry),
        tuple(one for part in named for one in part.bases),
        {pair: points for part in named for pair, points in part.affinity.items()},
        tuple(one for part in named for one in part.locks),
        tuple(one for part in named for one in part.forbidden),
        penalties,
        tuple(one for part in named for one in part.organisations),
        {who: given for part in named for who, given in part.standing.items()},
        {seat: price for part in named for seat, price in part.overload.items()},
    )


def part_of(given: Mapping[str, Given], place: int) -> dict[str, Given]:
    """What one part's students were given, in that part's own names."""
    start = f"{place}."

    def own(key: str | None) -> str | None:
        return None if key is None else key.removeprefix(start)

    return {
        who.removeprefix(start): Given(own(one.academic), own(one.industry), own(one.base))
        for who, one in given.items()
        if who.startswith(start)
    }


def lots_of(problem: Problem, place: int) -> Problem:
    """The part drawing under the names that it has in the crowd."""
    people = (problem.students, problem.academics, problem.industry, problem.bases)
    return dataclasses.replace(problem, lots={one.id: f"{place}.{one.id}" for part in people for one in part})


def _named(problem: Problem, start: str) -> Problem:
    def menu(student: Student, role: Role) -> Options:
        return {start + key: one for key, one in student.options(role).items()}

    def demands(listed: tuple[Demand, ...]) -> tuple[Demand, ...]:
        return tuple(Demand(start + one.student, one.role, start + one.target) for one in listed)

    def named(key: str | None) -> str | None:
        return start + key if key else key

    return Problem(
        tuple(dataclasses.replace(one.with_options(menu), id=start + one.id) for one in problem.students),
        *_people(problem, start),
        tuple(dataclasses.replace(one, id=start + one.id) for one in problem.bases),
        {(start + a, start + i): points for (a, i), points in problem.affinity.items()},
        demands(problem.locks),
        demands(problem.forbidden),
        organisations=tuple(
            dataclasses.replace(one, id=start + one.id, ranking=_ranking(one.ranking, start))
            for one in problem.organisations
        ),
        standing={
            start + who: Given(named(one.academic), named(one.industry), named(one.base))
            for who, one in problem.standing.items()
        },
        overload={(role, start + key, at): price for (role, key, at), price in problem.overload.items()},
    )


def _people(problem: Problem, start: str) -> tuple[tuple[Academic, ...], tuple[Industry, ...]]:
    def office(key: str) -> str:
        return start + key if key else ""

    academics = (
        Academic(start + one.id, one.upper, one.lower, office(one.organisation), _ranking(one.ranking, start))
        for one in problem.academics
    )
    hosts = (
        dataclasses.replace(
            one,
            id=start + one.id,
            organisation=office(one.organisation),
            bases=frozenset(start + key for key in one.bases),
            ranking=_ranking(one.ranking, start),
        )
        for one in problem.industry
    )
    return tuple(academics), tuple(hosts)


def _ranking(ties: Ranking, start: str) -> Ranking:
    return tuple(tuple(start + who for who in tie) for tie in ties)
