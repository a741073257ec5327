"""Solves crowds of tiny problems in one mode and holds each part against all of its own answers."""

import dataclasses

import numpy as np

from ptman.assign import aims
from ptman.assign.engine import modes
from ptman.assign.engine.modes import Choice, Mode
from ptman.assign.problem import Given, Penalties, Problem, Role, Status
from tests.ptman.assign import blockers, crowds, enumerating, problems
from tests.ptman.assign.enumerating import Numbers, Table

PENALTIES = (
    Penalties(20, 15, 10, 7, partial=True, moved=1),
    Penalties(20, 15, 10, 7, partial=False, moved=0),
    Penalties(9, 12, 10, 30, partial=True, moved=5),
    Penalties(6, 4, 5, 2, partial=False, moved=2),
)
SIDES = (Role.ACADEMIC, Role.INDUSTRY)
WAYS = {
    "total": (Mode.TOTAL, Choice()),
    "generous": (Mode.PROFILE, Choice()),
    "greedy": (Mode.PROFILE, Choice(greedy=True)),
    "stable": (Mode.STABLE, Choice(roles=SIDES)),
    "minimal-change": (Mode.MINIMAL_CHANGE, Choice()),
}
SEED = "drawn"


def agree(way: str, first: int, count: int, turn: int | None = None) -> None:
    """The tiny problems number `first` and the next, together in one crowd: every aim and every part.

    Where the search met its limit the crowd is halved, as it was too hard; alone each part is always proved.
    """
    mode, choice = WAYS[way]
    turn = first // count if turn is None else turn
    penalties = PENALTIES[turn % len(PENALTIES)]
    if mode is Mode.STABLE:
        penalties = dataclasses.replace(penalties, partial=True)
    parts = [_part(seed, penalties, light=mode is Mode.STABLE) for seed in range(first, first + count)]
    whole = crowds.crowd(parts, penalties)
    if not whole.students:
        return
    answer = modes.solve(whole, mode=mode, choice=choice, seed=SEED)
    if answer.status is Status.BOUNDED and count > 1:
        agree(way, first, count // 2, turn)
        agree(way, first + count // 2, count - count // 2, turn)
        return
    assert answer.status in {Status.OPTIMAL, Status.SOLVER_PROVED}
    # the draw is between proved answers and need not be proved itself
    tiers = [tier for tier in answer.tiers if tier.code != aims.LOTTERY or not tier.gap]
    sums = np.zeros(len(tiers), dtype=np.int64)
    for place, part in enumerate(parts):
        table = enumerating.table(crowds.lots_of(part, place))
        mine = crowds.part_of(answer.given, place)
        if mode is Mode.STABLE:
            table = _stable(table, mine)
        columns = [_counted(table, tier.code, whole) for tier in tiers]
        least, rows = enumerating.lowest(columns)
        sums += least
        assert mine in [table.given(row) for row in rows.tolist()], f"part {first + place} is not at its best"
    assert [(tier.value, tier.gap) for tier in tiers] == [(one, 0) for one in sums.tolist()]


def _part(seed: int, penalties: Penalties, *, light: bool) -> Problem:
    made = problems.ranked(seed)
    if light:
        students = tuple(dataclasses.replace(one, units=1) for one in made.students)
        made = dataclasses.replace(made, students=students, overload={})
    return dataclasses.replace(made, penalties=penalties)


def _stable(table: Table, mine: dict[str, Given]) -> Table:
    """Only the answers that give the supervisors of both sides as here, once it is clear that no pair blocks."""
    for role in SIDES:
        assert not blockers.blocking(table.problem, mine, role)
    rows = [row for row in range(len(table.rows)) if _alike(table.given(row), mine)]
    return dataclasses.replace(
        table, rows=table.rows[rows], loads={seat: load[rows] for seat, load in table.loads.items()}
    )


def _alike(one: dict[str, Given], other: dict[str, Given]) -> bool:
    return all(one[who].target(role) == other[who].target(role) for who in one for role in SIDES)


def _counted(table: Table, code: str, whole: Problem) -> Numbers:
    """What an aim counts, answer by answer."""
    kind, *rest = code.split(":")
    match kind:
        case aims.TOTAL:
            return table.total
        case aims.VACANCIES:
            return table.count(enumerating.vacant)
        case aims.SHORTFALL:
            return table.short
        case aims.MOVED:
            return table.count(lambda one, triple: int(enumerating.moved(table.problem, one, triple)))
        case aims.LOTTERY:
            return table.count(enumerating.ticket(table.problem, SEED))
    sign = {aims.AVOID: 1, aims.PREFER: -1, "stable": 0}[kind]
    return sign * table.count(enumerating.ranked(int(rest[0]) if sign else 0, _sides(whole)))


def _sides(whole: Problem) -> list[Role]:
    """The sides on which anybody ranked anyone."""
    return [role for role in SIDES if any(x.rank for one in whole.students for x in one.options(role).values())]
