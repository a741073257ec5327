"""Every mode against brute force: profiles, fewest moves and the draw, tier by tier."""

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import aims, verify
from ptman.assign.answer import Answer
from ptman.assign.engine import modes, solve
from ptman.assign.engine.modes import Choice, Mode
from ptman.assign.problem import Academic, Demand, Given, Problem, Role, Status
from ptman.assign.reading import Reading
from tests.ptman.assign import brute, problems
from tests.ptman.assign.brute import Triple

A = problems.only(Role.ACADEMIC)
BOTH = (Role.ACADEMIC, Role.INDUSTRY)
seeds = st.integers(0, 10**9)
few = settings(deadline=None, max_examples=10)
Counted = Callable[[Problem, tuple[Triple, ...]], tuple[int, ...]]


def lowest(problem: Problem, counted: Counted) -> tuple[int, ...]:
    """The lexicographically least counts of all answers, with the total after them."""
    return min((*counted(problem, picked), total) for picked, total in brute.answers(problem))


def values(answer: Answer) -> tuple[int, ...]:
    assert answer.status in {Status.OPTIMAL, Status.SOLVER_PROVED}
    return tuple(tier.value for tier in answer.tiers if tier.code != aims.LOTTERY)


def chosen(problem: Problem, picked: tuple[Triple, ...], place: int) -> int:
    roles = [(role, at) for at, role in enumerate(Role) if role in BOTH and any_rank(problem, role)]
    return sum(
        (option := one.options(role).get(triple[at] or "")) is not None and (option.rank or aims.LAST) == place
        for one, triple in zip(problem.students, picked, strict=True)
        for role, at in roles
        if role in one.needs
    )


def any_rank(problem: Problem, role: Role) -> bool:
    return any(option.rank for one in problem.students for option in one.options(role).values())


def places_of(problem: Problem) -> list[int]:
    """The places of the sides on which anybody ranked anyone, best first, the unranked last."""
    roles = [role for role in BOTH if any_rank(problem, role)]
    options = (option for one in problem.students for role in roles for option in one.options(role).values())
    return sorted({option.rank or aims.LAST for option in options})


def unmet(problem: Problem, picked: tuple[Triple, ...]) -> tuple[int, int]:
    vacant = sum(
        target is None and role in one.needs
        for one, triple in zip(problem.students, picked, strict=True)
        for role, target in zip(Role, triple, strict=True)
    )
    reading = Reading(problem)
    load = reading.loads({one.id: Given(*triple) for one, triple in zip(problem.students, picked, strict=True)})
    return vacant, sum(max(0, least - load[seat]) for seat, least in reading.lower().items())


def generous(problem: Problem, picked: tuple[Triple, ...]) -> tuple[int, ...]:
    places = [place for place in (aims.LAST, 3, 2) if place in places_of(problem)[1:]]
    return (*unmet(problem, picked), *(chosen(problem, picked, place) for place in places))


def greedy(problem: Problem, picked: tuple[Triple, ...]) -> tuple[int, ...]:
    places = [place for place in (1, 2, 3) if place in places_of(problem)[:-1]]
    return (*unmet(problem, picked), *(-chosen(problem, picked, place) for place in places))


def moved(problem: Problem, picked: tuple[Triple, ...]) -> tuple[int, ...]:
    return (sum(brute.has_moved(problem, one, t) for one, t in zip(problem.students, picked, strict=True)),)


@few
@given(seeds)
def test_the_generous_profile_is_that_of_brute_force(seed: int) -> None:
    problem = problems.ranked(seed)
    answer = modes.solve(problem, mode=Mode.PROFILE)
    assert not problem.students or values(answer) == lowest(problem, generous)


@few
@given(seeds)
def test_the_greedy_profile_is_that_of_brute_force(seed: int) -> None:
    problem = problems.ranked(seed)
    answer = modes.solve(problem, mode=Mode.PROFILE, choice=Choice(greedy=True))
    assert not problem.students or values(answer) == lowest(problem, greedy)


@few
@given(seeds)
def test_fewest_moves_are_those_of_brute_force(seed: int) -> None:
    problem = problems.ranked(seed)
    answer = modes.solve(problem, mode=Mode.MINIMAL_CHANGE)
    assert not problem.students or values(answer) == lowest(problem, moved)


@few
@given(seeds)
def test_vacancies_may_go_before_moves(seed: int) -> None:
    problem = problems.ranked(seed)
    answer = modes.solve(problem, mode=Mode.MINIMAL_CHANGE, choice=Choice(vacancies_first=True))
    best = lowest(problem, lambda one, picked: (unmet(one, picked)[0], *moved(one, picked)))
    assert not problem.students or values(answer) == best


@few
@given(seeds)
def test_the_draw_is_won_by_the_smallest_sum_of_tickets(seed: int) -> None:
    problem = problems.ranked(seed)
    answer = modes.solve(problem, seed="drawn")
    if not problem.students:
        return
    drawn = Reading(aims.costed(problem, aims.LOTTERY, "drawn"))
    best = brute.best(problem)
    sums = [
        verify.worth(drawn, {one.id: Given(*triple) for one, triple in zip(problem.students, picked, strict=True)})
        for picked, total in brute.answers(problem)
        if total == best
    ]
    assert (answer.value, answer.tiers[-1].value, answer.tiers[-1].gap) == (best, min(sums), 0)


def test_nobody_moves_without_need() -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:9 c:1", needs=A) for n in range(4))
    stands = {"s0": Given("a"), "s1": Given("b"), "s2": Given("b"), "s3": Given("c")}
    staff = Academic("a", 2), Academic("b", 2), Academic("c", 1)
    problem = Problem(students, staff, standing=stands)
    answer = modes.solve(problem, mode=Mode.MINIMAL_CHANGE)
    assert (answer.given, answer.tiers[0].value, answer.status) == (stands, 0, Status.OPTIMAL)
    shrunk = dataclasses.replace(problem, academics=(staff[0], Academic("b", 1), staff[2]))
    fewer = modes.solve(shrunk, mode=Mode.MINIMAL_CHANGE)
    assert (fewer.tiers[0].value, fewer.tiers[0].proved, fewer.value) == (1, 1, 0 + 0 + 9 + 1)


@pytest.mark.parametrize("mode", list(Mode))
def test_doctored_tiers_are_found_out(mode: Mode) -> None:
    problem = problems.ranked(7)
    plain = dataclasses.replace(
        problem, students=tuple(dataclasses.replace(one, units=1) for one in problem.students), overload={}
    )
    answer = modes.solve(plain, mode=mode, choice=Choice(roles=(Role.ACADEMIC,)))
    assert verify.verify(plain, answer).sound
    for place, tier in enumerate(answer.tiers):
        for wrong in (
            dataclasses.replace(tier, value=tier.value - 1),
            dataclasses.replace(tier, proved=tier.proved + 1),
            dataclasses.replace(tier, bound=tier.value + 1),
        ):
            tiers = (*answer.tiers[:place], wrong, *answer.tiers[place + 1 :])
            assert not verify.verify(plain, dataclasses.replace(answer, tiers=tiers)).sound


def test_total_alone_leaves_out_the_draw() -> None:
    problem = problems.ranked(3)
    assert solve.solve(problem).tiers == ()


def test_a_lock_on_what_stood_elsewhere_moves_that_student_alone() -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:0", needs=A) for n in range(3))
    problem = Problem(
        students,
        (Academic("a", 2), Academic("b", 2)),
        locks=(Demand("s0", Role.ACADEMIC, "b"),),
        standing={"s0": Given("a"), "s1": Given("a"), "s2": Given("b")},
    )
    answer = modes.solve(problem, mode=Mode.MINIMAL_CHANGE)
    assert {key: one.academic for key, one in answer.given.items()} == {"s0": "b", "s1": "a", "s2": "b"}
