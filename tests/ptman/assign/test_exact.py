"""The solver against brute force, and the laws that any exact solver obeys."""

import dataclasses
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import answer_files, verify, whatif
from ptman.assign.answer import Certificate
from ptman.assign.engine import solve
from ptman.assign.problem import Demand, Problem, Role, Status
from ptman.assign.reading import Reading
from tests.ptman.assign import brute, problems

seeds = st.integers(0, 10**9)
exactly = settings(deadline=None, max_examples=80)
some = settings(deadline=None, max_examples=40)


@exactly
@given(seeds)
def test_value_is_that_of_brute_force(seed: int) -> None:
    problem = problems.tiny(seed)
    answer = solve.solve(problem)
    assert answer.value == brute.best(problem)
    assert answer.status in {Status.OPTIMAL, Status.SOLVER_PROVED}


@exactly
@given(seeds)
def test_units_organisations_standing_and_overload_too(seed: int) -> None:
    problem = problems.rich(seed)
    answer = solve.solve(problem)
    assert (answer.value, answer.bound) == (brute.best(problem), answer.value)


@some
@given(seeds, seeds)
def test_any_prices_bound_the_value(seed: int, prices: int) -> None:
    problem = problems.rich(seed)
    draw = random.Random(prices)  # noqa: S311 - repeatable draws
    reading = Reading(problem)
    certificate = Certificate({seat: draw.randint(-3000, 3000) for seat in reading.room}, 100)
    assert verify.proved_bound(reading, certificate) <= solve.solve(problem).value


@some
@given(seeds, seeds)
def test_order_of_rows_does_not_matter(seed: int, shuffle: int) -> None:
    problem = problems.tiny(seed)
    assert solve.solve(shuffled(problem, shuffle)) == solve.solve(problem)


def shuffled(problem: Problem, seed: int) -> Problem:
    draw = random.Random(seed)  # noqa: S311 - repeatable draws
    return Problem(
        tuple(draw.sample(problem.students, len(problem.students))),
        tuple(draw.sample(problem.academics, len(problem.academics))),
        tuple(draw.sample(problem.industry, len(problem.industry))),
        tuple(draw.sample(problem.bases, len(problem.bases))),
        dict(draw.sample(list(problem.affinity.items()), len(problem.affinity))),
        tuple(draw.sample(problem.locks, len(problem.locks))),
        tuple(draw.sample(problem.forbidden, len(problem.forbidden))),
        problem.penalties,
    )


@some
@given(seeds)
def test_locking_what_was_given_changes_no_value(seed: int) -> None:
    problem = problems.tiny(seed)
    answer = solve.solve(problem)
    locks = tuple(
        Demand(student.id, role, target)
        for student in problem.students
        for role in Role
        if (target := answer.given[student.id].target(role)) is not None
    )
    again = solve.solve(dataclasses.replace(problem, locks=locks))
    assert again.value == answer.value


@some
@given(seeds)
def test_a_seat_more_never_makes_it_worse(seed: int) -> None:
    problem = problems.tiny(seed)
    more = tuple(dataclasses.replace(one, upper=one.upper + 1) for one in problem.academics)
    assert solve.solve(dataclasses.replace(problem, academics=more)).value <= solve.solve(problem).value


@some
@given(seeds)
def test_forcing_a_pair_costs_what_was_said(seed: int) -> None:
    problem = problems.tiny(seed)
    answer = solve.solve(problem)
    for student in problem.students[:1]:
        for target in student.academics:
            delta = whatif.what_if(problem, answer, Demand(student.id, Role.ACADEMIC, target))
            assert delta.exact
            assert delta.low == brute.best(forced(problem, student.id, target)) - answer.value


def forced(problem: Problem, student: str, target: str) -> Problem:
    others = tuple(one for one in problem.locks if (one.student, one.role) != (student, Role.ACADEMIC))
    return dataclasses.replace(problem, locks=(*others, Demand(student, Role.ACADEMIC, target)))


@some
@given(seeds)
def test_terms_add_up_to_the_value(seed: int) -> None:
    problem = dataclasses.replace(problems.tiny(seed), locks=())
    answer = solve.solve(problem)
    points = sum(cost for one in problem.students for _, cost in whatif.terms(problem, one, answer.given[one.id]))
    reading = Reading(problem)
    load = reading.loads(answer.given)
    short = sum(max(0, least - load[seat]) for seat, least in reading.lower().items())
    assert points + short * problem.penalties.shortfall == answer.value


@some
@given(seeds)
def test_profile_counts_every_need(seed: int) -> None:
    problem = problems.tiny(seed)
    answer = solve.solve(problem)
    for role in Role:
        wanting = sum(role in student.needs for student in problem.students)
        assert sum(answer_files.profile(problem, answer, role).values()) == wanting
