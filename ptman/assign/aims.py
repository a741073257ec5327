"""What one tier of an answer counts: the same problem with other costs, so that any aim is solved and checked alike."""

import dataclasses
import hashlib
from collections.abc import Callable, Collection, Iterable

from ptman.assign.problem import FREE, Option, Options, Penalties, Problem, Role, Student

TOTAL, VACANCIES, SHORTFALL, MOVED, LOTTERY = "total", "vacancies", "shortfall", "moved", "lottery"
AVOID, PREFER = "rank", "first"
LAST = 1 << 30
"""The place of an eligible choice that the student did not rank."""
TICKETS = 1 << 20
"""A drawn number is below this; two plans of equal worth then nearly never draw the same sum."""

NOTHING = Penalties(0, 0, 0, 0)
Menu = Callable[[Student, Role], Options]


def generous(problem: Problem, roles: Iterable[Role] = tuple(Role)) -> tuple[str, ...]:
    """Fewest of the worst place, then of the next worst, and so on; what nobody ranked is the worst."""
    places, counted = _places(problem, roles)
    return tuple(_coded(AVOID, place, counted) for place in reversed(places[1:]))


def greedy(problem: Problem, roles: Iterable[Role] = tuple(Role)) -> tuple[str, ...]:
    """Most first choices, then most second ones, and so on."""
    places, counted = _places(problem, roles)
    return tuple(_coded(PREFER, place, counted) for place in places[:-1])


def _places(problem: Problem, roles: Iterable[Role]) -> tuple[list[int], list[Role]]:
    """The places that occur, best first, and the sides on which anybody ranked anyone."""

    def found(role: Role) -> set[int | None]:
        return {one.rank for student in problem.students for one in student.options(role).values()}

    sides = {role: found(role) for role in roles}
    counted = [role for role, places in sides.items() if places - {None}]
    return sorted({place or LAST for role in counted for place in sides[role]}), counted


def _coded(kind: str, place: int, roles: Iterable[Role]) -> str:
    return f"{kind}:{place}:{'+'.join(role.value for role in roles)}"


def costed(problem: Problem, code: str, seed: str = "") -> Problem:
    """The problem whose value is what this aim counts; smaller is better. Raises ValueError for an unknown code."""
    if code == TOTAL:
        return problem
    costs = problem.penalties
    if code == VACANCIES:
        vacant = (min(1, costs.academic), min(1, costs.industry), min(1, costs.base))
        return _recosted(problem, _nothing, Penalties(*vacant, 0))
    if code == SHORTFALL:
        return _recosted(problem, _nothing, dataclasses.replace(NOTHING, shortfall=1))
    if code == MOVED:
        return _recosted(problem, _nothing, dataclasses.replace(NOTHING, moved=1))
    if code == LOTTERY:
        return _recosted(problem, lambda student, role: _tickets(problem, seed, (student, role)), NOTHING)
    kind, place, roles = code.split(":")
    return _recosted(problem, _counting({AVOID: 1, PREFER: -1}[kind], int(place), roles.split("+")), NOTHING)


def _nothing(student: Student, role: Role) -> Options:
    return dict.fromkeys(student.options(role), FREE)


def _counting(points: int, place: int, roles: Collection[str]) -> Menu:
    """Every choice at this place, on these sides, has the points; the others have none."""
    counted = Option(points)

    def menu(student: Student, role: Role) -> Options:
        if role not in roles:
            return _nothing(student, role)
        ranked = student.options(role).items()
        return {key: counted if (one.rank or LAST) == place else FREE for key, one in ranked}

    return menu


def _tickets(problem: Problem, seed: str, pair: tuple[Student, Role]) -> Options:
    """The number that a student draws with each candidate: the seed and the names they take part under decide it."""
    (student, role), lots = pair, problem.lots
    begun = hashlib.sha256("\n".join((seed, lots.get(student.id, student.id), role.value, "")).encode())
    found = {}
    for key in student.options(role):
        drawn = begun.copy()
        drawn.update(lots.get(key, key).encode())
        found[key] = Option(int.from_bytes(drawn.digest()[:4]) % TICKETS)
    return found


def _recosted(problem: Problem, menu: Menu, penalties: Penalties) -> Problem:
    return dataclasses.replace(
        problem,
        students=tuple(one.with_options(menu) for one in problem.students),
        affinity={},
        penalties=dataclasses.replace(penalties, partial=problem.penalties.partial),
        overload=dict.fromkeys(problem.overload, 0),
    )


def blended(parts: list[tuple[int, Problem]]) -> Problem:
    """The weighted sum of several aims on one problem."""
    first = parts[0][1]
    menus = [[one.students[place] for _, one in parts] for place in range(len(first.students))]
    weights = [weight for weight, _ in parts]
    affinity: dict[tuple[str, str], int] = {}
    for weight, one in parts:
        for pair, bonus in one.affinity.items():
            if weight:
                affinity[pair] = affinity.get(pair, 0) + weight * bonus
    return dataclasses.replace(
        first,
        students=tuple(_student(rows, weights) for rows in menus),
        affinity=affinity,
        penalties=_penalties([(weight, one.penalties) for weight, one in parts]),
        overload={seat: sum(weight * one.overload[seat] for weight, one in parts) for seat in first.overload},
    )


def _student(rows: list[Student], weights: list[int]) -> Student:
    def menu(_: Student, role: Role) -> Options:
        options, others = rows[0].options(role), [one.options(role) for one in rows[1:]]
        points = {key: weights[0] * one.cost for key, one in options.items()}
        for weight, other in zip(weights[1:], others, strict=True):
            for key, one in other.items():
                if weight and one.cost:
                    points[key] += weight * one.cost
        return {key: Option(cost) for key, cost in points.items()}

    return rows[0].with_options(menu)


def _penalties(parts: list[tuple[int, Penalties]]) -> Penalties:
    return Penalties(
        sum(weight * one.academic for weight, one in parts),
        sum(weight * one.industry for weight, one in parts),
        sum(weight * one.base for weight, one in parts),
        sum(weight * one.shortfall for weight, one in parts),
        parts[0][1].partial,
        sum(weight * one.moved for weight, one in parts),
    )
