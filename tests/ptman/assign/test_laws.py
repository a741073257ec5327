"""Laws of an exact solver that no brute force needs: changed problems whose answers must be worth as much."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ptman.assign import aims
from ptman.assign.engine import modes, solve
from ptman.assign.engine.modes import Mode
from ptman.assign.problem import Academic, Base, Demand, Option, Options, Problem, Role, Student
from tests.ptman.assign import asking, problems
from tests.ptman.assign.test_spa_text import TIED


@pytest.fixture(scope="module")
def crowd() -> Problem:
    return asking.made(700, 25).whole


def costs(problem: Problem, points: dict[str, tuple[int, int]]) -> Problem:
    """Each named student's costs times the first number and plus the second."""

    def student(one: Student) -> Student:
        times, more = points.get(one.id, (1, 0))

        def menu(_: Student, role: Role) -> Options:
            return {key: Option(each.cost * times + more) for key, each in one.options(role).items()}

        return one.with_options(menu)

    return dataclasses.replace(problem, students=tuple(map(student, problem.students)))


def market(seed: int) -> Problem:
    """Only academic supervisors, one seat or two each, six students of whom each may have each."""
    draw, role = problems.drawing(seed), problems.only(Role.ACADEMIC)
    staff = tuple(Academic(f"a{n}", draw.randint(1, 2)) for n in range(5))
    menus = ({one.id: Option(draw.randint(0, 20)) for one in staff} for _ in range(6))
    return Problem(tuple(Student(f"s{n}", "", menu, {}, {}, role) for n, menu in enumerate(menus)), staff)


@pytest.mark.parametrize("seed", range(5))
def test_one_side_alone_is_a_matching_of_seats(seed: int) -> None:
    problem = market(seed)
    seats = [one.id for one in problem.academics for _ in range(one.upper)]
    best = {0: 0}
    for student in problem.students:
        rows = [
            (taken | 1 << place, cost + student.academics[key].cost)
            for taken, cost in best.items()
            for place, key in enumerate(seats)
            if not taken >> place & 1
        ]
        rows += [(taken, cost + problem.penalties.academic) for taken, cost in best.items()]
        best = {taken: min(cost for one, cost in rows if one == taken) for taken in {one for one, _ in rows}}
    assert solve.solve(problem).value == min(best.values())


@pytest.mark.parametrize("seed", [1, 2])
def test_sides_with_nothing_in_common_add_up(seed: int) -> None:
    made = asking.made(seed * 100, 10, locks=False).whole
    whole = dataclasses.replace(
        made,
        affinity={},
        standing={},
        academics=tuple(dataclasses.replace(one, lower=0) for one in made.academics),
        industry=tuple(dataclasses.replace(one, lower=0) for one in made.industry),
        organisations=tuple(dataclasses.replace(one, lower=0) for one in made.organisations),
    )
    sides = problems.only(Role.ACADEMIC), frozenset({Role.INDUSTRY, Role.BASE})
    apart = [
        dataclasses.replace(
            whole, students=tuple(dataclasses.replace(one, needs=one.needs & side) for one in whole.students)
        )
        for side in sides
    ]
    assert solve.solve(whole).value == sum(solve.solve(one).value for one in apart)


def test_what_was_not_given_may_be_forbidden(crowd: Problem) -> None:
    draw, answer = problems.drawing(9), solve.solve(crowd)
    others = [
        Demand(one.id, role, key)
        for one in crowd.students
        for role in Role
        for key in one.options(role)
        if answer.given[one.id].target(role) != key and (one.id, role) not in {(x.student, x.role) for x in crowd.locks}
    ]
    bans = tuple(draw.sample(others, len(others) // 2))
    assert solve.solve(dataclasses.replace(crowd, forbidden=(*crowd.forbidden, *bans))).value == answer.value


def test_a_constant_for_one_student_moves_nobody(crowd: Problem) -> None:
    whole = dataclasses.replace(crowd, locks=(), penalties=dataclasses.replace(crowd.penalties, partial=True))
    needs = frozenset(Role)
    who = next(one for one in whole.students if one.needs == needs and one.academics)
    dear = costs(whole, {who.id: (1, 50)})
    plain = dataclasses.replace(whole.penalties, academic=1000, industry=1000, base=1000)
    before, after = (modes.solve(dataclasses.replace(one, penalties=plain), seed="x") for one in (whole, dear))
    taken = sum(before.given[who.id].target(role) is not None for role in Role)
    assert (after.value - before.value, after.given) == (50 * taken, before.given)


def test_scaled_costs_scale_the_value(crowd: Problem) -> None:
    old = crowd.penalties
    times = dataclasses.replace(
        costs(crowd, {one.id: (7, 0) for one in crowd.students}),
        affinity={pair: 7 * points for pair, points in crowd.affinity.items()},
        overload={seat: 7 * points for seat, points in crowd.overload.items()},
        penalties=dataclasses.replace(
            old,
            academic=7 * old.academic,
            industry=7 * old.industry,
            base=7 * old.base,
            shortfall=7 * old.shortfall,
            moved=7 * old.moved,
        ),
    )
    assert solve.solve(times).value == 7 * solve.solve(crowd).value


def test_without_an_event_nobody_moves(crowd: Problem) -> None:
    answer = solve.solve(crowd)
    stands = dataclasses.replace(crowd, standing=answer.given, penalties=dataclasses.replace(crowd.penalties, moved=0))
    again = modes.solve(stands, mode=Mode.MINIMAL_CHANGE)
    assert (again.tiers[0].value, again.value <= answer.value) == (0, True)


def test_processes_agree_to_the_byte(tmp_path: Path) -> None:
    file = tmp_path / "instance.txt"
    file.write_text(TIED, encoding="utf-8")
    command = [sys.executable, "-m", "ptman.assign", "solve", str(file), "--mode", "profile", "--seed", "drawn"]
    said = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_a_supervisor_whom_nobody_may_have_changes_nothing(crowd: Problem) -> None:
    useless = dataclasses.replace(crowd, academics=(Academic("nobody's", 9), *crowd.academics))
    assert solve.solve(useless).value == solve.solve(crowd).value


def test_split_quotas_are_worth_the_same(crowd: Problem) -> None:
    """Each base in two, with half of its seats each: who could go to the one may go to either."""
    light = dataclasses.replace(
        crowd,
        students=tuple(dataclasses.replace(one, units=1) for one in crowd.students),
        locks=tuple(one for one in crowd.locks if one.role is not Role.BASE),
        standing={},
        overload={seat: price for seat, price in crowd.overload.items() if seat[0] is not Role.BASE},
    )

    def halves(one: Student, role: Role) -> Options:
        menu = one.options(role)
        return menu if role is not Role.BASE else {**menu, **{f"{key}'": each for key, each in menu.items()}}

    split = dataclasses.replace(
        light,
        students=tuple(one.with_options(halves) for one in light.students),
        bases=(
            *(Base(one.id, {at: (seats + 1) // 2 for at, seats in one.capacity.items()}) for one in light.bases),
            *(Base(f"{one.id}'", {at: seats // 2 for at, seats in one.capacity.items()}) for one in light.bases),
        ),
        industry=tuple(
            dataclasses.replace(one, bases=one.bases | {f"{key}'" for key in one.bases}) for one in light.industry
        ),
        forbidden=(
            *light.forbidden,
            *(dataclasses.replace(one, target=f"{one.target}'") for one in light.forbidden if one.role is Role.BASE),
        ),
    )
    assert solve.solve(split).value == solve.solve(light).value


def test_another_draw_is_as_good(crowd: Problem) -> None:
    drawn = [modes.solve(crowd, mode=Mode.PROFILE, seed=seed) for seed in ("one", "two")]
    first, second = ([tier.value for tier in one.tiers if tier.code != aims.LOTTERY] for one in drawn)
    assert first == second
