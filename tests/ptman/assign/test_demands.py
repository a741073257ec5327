"""Awkward demands: each gives an answer and a sentence, never a crash."""

import dataclasses

import pytest

from ptman.assign import explain
from ptman.assign.answer import Answer
from ptman.assign.engine import solve
from ptman.assign.problem import Academic, Base, Demand, Given, Industry, Penalties, Problem, Role
from tests.ptman.assign import problems

A = problems.only(Role.ACADEMIC)


def codes(answer: Answer) -> list[str]:
    for finding in answer.findings:
        sentence = explain.finding_sentence(finding, str.upper)
        assert sentence.zh
        assert "{" not in sentence.zh + sentence.en
    return [finding.code for finding in answer.findings]


def academics_only(*locks: Demand, upper: int = 1) -> Problem:
    students = tuple(problems.student(key, "a:0", needs=A) for key in ("s", "t"))
    return Problem(students, (Academic("a", upper), Academic("b", 1)), locks=locks)


def test_two_locks_for_the_last_seat_both_hold_and_are_told() -> None:
    locks = Demand("s", Role.ACADEMIC, "a"), Demand("t", Role.ACADEMIC, "a")
    answer = solve.solve(academics_only(*locks))
    assert codes(answer) == ["locks_over_capacity"]
    assert {given.academic for given in answer.given.values()} == {"a"}


def test_a_lock_takes_the_seat_from_others() -> None:
    answer = solve.solve(academics_only(Demand("t", Role.ACADEMIC, "a")))
    assert (answer.given["s"].academic, answer.given["t"].academic, codes(answer)) == (None, "a", [])


@pytest.mark.parametrize(
    ("lock", "code", "given"),
    [
        (Demand("s", Role.ACADEMIC, "nobody"), "lock_unknown", "a"),
        (Demand("s", Role.ACADEMIC, "b"), "lock_ineligible", "b"),
        (Demand("s", Role.BASE, "x"), "lock_unknown", "a"),
        (Demand("u", Role.ACADEMIC, "a"), "lock_unknown", "a"),
    ],
)
def test_odd_locks(lock: Demand, code: str, given: str) -> None:
    answer = solve.solve(academics_only(lock, upper=2))
    assert codes(answer) == [code]
    assert answer.given["s"].academic == given


def test_contradicting_locks_keep_one() -> None:
    answer = solve.solve(academics_only(Demand("s", Role.ACADEMIC, "b"), Demand("s", Role.ACADEMIC, "a")))
    assert codes(answer) == ["lock_conflict"]
    assert answer.given["s"].academic == "a"


def test_forbidden_beats_locked() -> None:
    pair = Demand("s", Role.ACADEMIC, "a", "relative")
    answer = solve.solve(dataclasses.replace(academics_only(pair), forbidden=(pair,)))
    assert codes(answer) == ["lock_forbidden"]
    assert answer.given["s"].academic is None


def test_a_lock_of_what_is_not_needed_is_set_aside() -> None:
    problem = dataclasses.replace(academics_only(Demand("s", Role.BASE, "x")), bases=(Base("x", {"autumn": 1}),))
    answer = solve.solve(problem)
    assert codes(answer) == ["lock_not_needed"]
    assert answer.given["s"].base is None


def test_locks_apart_hold_together() -> None:
    locks = Demand("s", Role.INDUSTRY, "i"), Demand("s", Role.BASE, "x")
    problem = Problem((problems.student("s"),), (), (Industry("i", 1),), (Base("x", {}),), locks=locks)
    answer = solve.solve(problem)
    assert answer.given["s"] == Given(None, "i", "x")
    assert set(codes(answer)) == {"lock_ineligible", "locks_over_capacity", "locks_apart"}


def test_a_lower_quota_beyond_reach_costs_its_shortfall() -> None:
    problem = Problem((problems.student("s", "a:3", needs=A),), (Academic("a", 2, 4),))
    answer = solve.solve(problem)
    assert (answer.value, codes(answer)) == (3 + 3 * 500, ["lower_unreachable"])


def test_a_lower_quota_moves_a_student_to_a_worse_choice() -> None:
    problem = Problem((problems.student("s", "a:0 b:9", needs=A),), (Academic("a", 1), Academic("b", 1, 1)))
    assert solve.solve(problem).given["s"].academic == "b"


def test_nobody_and_nothing() -> None:
    assert solve.solve(Problem(())).value == 0
    assert solve.solve(Problem((), (Academic("a", 1, 1),))).value == 500
    alone = solve.solve(Problem((problems.student("s"),)))
    assert (alone.value, alone.given["s"]) == (3000, Given())


def test_half_a_placement_is_better_than_none_where_the_office_wants_it() -> None:
    one = problems.student("s", "", "i:2", "x:1")
    apart = Problem((one,), (), (Industry("i", 1),), (Base("x", {"autumn": 1}),))
    assert solve.solve(apart).value == 1000 + 1000 + 1
    whole = dataclasses.replace(apart, penalties=Penalties(partial=False))
    assert solve.solve(whole).given["s"] == Given()


@pytest.mark.parametrize(
    "parts",
    [
        {"academics": (Academic("a", 1), Academic("a", 1))},
        {"academics": (Academic("a", -1),)},
        {"students": (problems.student("s", "ghost:0"),)},
        {"affinity": {("a", "i"): 0}},
    ],
)
def test_a_problem_that_does_not_fit_together_is_a_bug(parts: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"twice|negative|unknown|above 0"):
        Problem(**{"students": (), **parts})  # type: ignore[arg-type]  # wrong parts are the point
