"""Events and the moves they bring: against brute force, and among hundreds."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import instances
from ptman.assign import formats, ripple
from ptman.assign.engine import solve
from ptman.assign.problem import Academic, Base, Given, Industry, Problem, Role, Status
from ptman.assign.ripple import Edit, Ends, Leaves, Shrinks, Withdraws
from tests.ptman.assign import brute, problems

A = problems.only(Role.ACADEMIC)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**9), st.integers(0, 2))
def test_fewer_moves_are_impossible(seed: int, which: int) -> None:
    problem = dataclasses.replace(problems.rich(seed), standing={})
    if not (problem.academics and problem.students):
        return
    first = problem.academics[0]
    edits: list[Edit] = [Leaves(Role.ACADEMIC, first.id), Shrinks(Role.ACADEMIC, first.id, 0), Withdraws("s0")]
    found = ripple.ripple(problem, solve.solve(problem), [edits[which]])
    if not found.problem.students:
        return
    fewest = min(
        sum(
            brute.has_moved(found.problem, one, triple)
            for one, triple in zip(found.problem.students, picked, strict=True)
        )
        for picked, _ in brute.answers(found.problem)
    )
    assert len(found.fewest.moved) == found.fewest.least == fewest
    assert set(found.displaced) <= set(found.fewest.moved)
    assert all(
        len(more.moved) >= len(less.moved) and more.total <= less.total
        for more, less in zip(found.curve, found.curve[1:], strict=False)
    )


@pytest.fixture(scope="module")
def hundred() -> Problem:
    return formats.problem_of(dict(instances.make(150, 3)))


def test_one_departure_moves_only_those_who_must(hundred: Problem) -> None:
    answer = solve.solve(hundred)
    busiest = max(hundred.academics, key=lambda one: sum(x.academic == one.id for x in answer.given.values())).id
    theirs = {key for key, one in answer.given.items() if one.academic == busiest}
    found = ripple.ripple(hundred, answer, [Leaves(Role.ACADEMIC, busiest)])
    assert theirs == set(found.displaced) == set(found.fewest.moved)
    assert (found.fewest.least, found.fewest.answer.status) == (len(theirs), Status.OPTIMAL)
    free, middle, fewest = found.curve
    assert free.total <= middle.total <= fewest.total


def test_an_agreement_that_ends_sends_its_students_elsewhere() -> None:
    student = problems.student("s", "", "i:0", "x:0 y:5", needs=frozenset({Role.INDUSTRY, Role.BASE}))
    host = Industry("i", 1, bases=frozenset("xy"))
    bases = Base("x", {"autumn": 1}), Base("y", {"autumn": 1})
    problem = Problem((student,), (), (host,), bases)
    found = ripple.ripple(problem, solve.solve(problem), [Ends("i", "x")])
    assert found.displaced == ("s",)
    assert found.fewest.answer.given["s"] == Given(None, "i", "y")
    gone = ripple.ripple(problem, solve.solve(problem), [Leaves(Role.BASE, "x"), Shrinks(Role.BASE, "y", 0, "autumn")])
    assert gone.fewest.answer.given["s"].base is None


def test_a_smaller_quota_moves_one_and_it_is_proved() -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:3", needs=A) for n in range(4))
    problem = Problem(students, (Academic("a", 4), Academic("b", 4)))
    found = ripple.ripple(problem, solve.solve(problem), [Shrinks(Role.ACADEMIC, "a", 3)])
    moved = next(tier for tier in found.fewest.answer.tiers if tier.code == "moved")
    assert (found.displaced, len(found.fewest.moved), moved.proved) == ((), 1, 1)
