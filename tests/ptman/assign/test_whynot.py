"""Each answer to “why not” is tested by doing it: the choice forced, the quota raised."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import chain, relaxing, verify, whynot
from ptman.assign.answer import Certificate
from ptman.assign.engine import solve
from ptman.assign.problem import Academic, Demand, Given, Industry, Problem, Role
from ptman.assign.reading import Reading
from tests.ptman.assign import brute, problems
from tests.ptman.assign.test_exact import forced

A = problems.only(Role.ACADEMIC)
seeds = st.integers(0, 10**9)
some = settings(deadline=None, max_examples=40)


def one_sided(seed: int) -> Problem:
    """A tiny problem without collaborators, in which only the academic side decides."""
    made = problems.tiny(seed)
    return dataclasses.replace(
        made,
        students=tuple(dataclasses.replace(one, needs=A) for one in made.students),
        affinity={},
        locks=tuple(one for one in made.locks if one.role is Role.ACADEMIC),
    )


@some
@given(seeds)
def test_the_chain_costs_what_forcing_costs_and_leads_there(seed: int) -> None:
    problem = one_sided(seed)
    answer = solve.solve(problem)
    for student in problem.students:
        for target in Reading(problem).menu(student, Role.ACADEMIC):
            wish = Demand(student.id, Role.ACADEMIC, target)
            told = whynot.why_not(problem, answer, wish)
            if told.chain is None:
                continue
            after = {key: one.academic for key, one in answer.given.items()}
            for step in told.chain.steps:
                assert after[step.student] == step.old
                after[step.student] = step.new
            assert after[student.id] == target
            other = forced(problem, student.id, target)
            picked, held = brute.value(other, _triples(problem, after), brute.standing(other)), brute.best(other)
            assert (told.chain.cost, picked) == (held - answer.value, held)


def _triples(problem: Problem, after: dict[str, str | None]) -> tuple[tuple[brute.Triple, int], ...]:
    rows = []
    for one in problem.students:
        key = after[one.id]
        points = problem.penalties.academic if key is None else one.academics[key].cost if key in one.academics else 0
        rows.append(((key, None, None), points))
    return tuple(rows)


@some
@given(seeds)
def test_what_the_prices_prove_at_once_is_never_too_much(seed: int) -> None:
    problem = problems.rich(seed)
    answer = solve.solve(problem)
    for student in problem.students[:1]:
        for target in student.academics:
            told = whynot.why_not(problem, answer, Demand(student.id, Role.ACADEMIC, target))
            if told.cost is not None:
                assert told.least is None or told.least <= told.cost
                assert told.cost == brute.best(forced(problem, student.id, target)) - answer.value


@some
@given(seeds, seeds)
def test_at_any_prices_no_more_is_said_than_they_prove(seed: int, prices: int) -> None:
    problem, draw = problems.rich(seed), problems.drawing(prices)
    answer, reading = solve.solve(problem), Reading(problem)
    proof = Certificate({seat: draw.randint(-2000, 2000) for seat in reading.room}, 100)
    weak = dataclasses.replace(answer, certificate=proof, proved=verify.proved_bound(reading, proof))
    for student in problem.students[:1]:
        for target in student.academics:
            told = whynot.why_not(problem, weak, Demand(student.id, Role.ACADEMIC, target), exact=False)
            cost = brute.best(forced(problem, student.id, target)) - answer.value
            assert told.least is None or told.least <= cost


@some
@given(seeds)
def test_one_more_place_is_worth_no_more_than_said(seed: int) -> None:
    problem = problems.rich(seed)
    answer = solve.solve(problem)
    for student in problem.students:
        for target in student.academics:
            for quota in whynot.why_not(problem, answer, Demand(student.id, Role.ACADEMIC, target), exact=False).quotas:
                upper = relaxing.limits(
                    problem, relaxing.Relaxation(relaxing.Kind.RAISE, *quota.seat[:2], 1, quota.seat[2])
                )
                more = relaxing.requota(problem, quota.seat, upper=upper + 1)
                assert quota.worth is None or answer.value - solve.solve(more).value <= quota.worth


def queue() -> Problem:
    """Three students in a row of places: forcing the first to b sends the second on to c."""
    students = (
        problems.student("s", "a:0 b:1", needs=A),
        problems.student("t", "b:0 c:4", needs=A),
        problems.student("u", "c:0 d:0", needs=A),
    )
    return Problem(students, tuple(Academic(key, 1) for key in "abcd"))


def test_a_chain_is_told_in_order_and_in_words() -> None:
    problem = queue()
    answer = solve.solve(problem)
    told = whynot.why_not(problem, answer, Demand("s", Role.ACADEMIC, "b"), name_of=str.upper)
    assert told.chain is not None
    assert (told.cost, told.code) == (5, "full")
    assert [one.student for one in told.chain.steps[:2]] == ["s", "t"]
    (quota,) = told.quotas
    assert (quota.taken, quota.seats) == (1, 1)
    assert "B" in quota.label.zh
    assert "{" not in quota.label.en + told.label.zh + told.label.en
    assert told.terms == (("rank", 1),)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Demand("s", Role.ACADEMIC, "a"), "given"),
        (Demand("s", Role.ACADEMIC, "d"), "excluded"),
        (Demand("s", Role.INDUSTRY, "i"), "not_needed"),
        (Demand("t", Role.ACADEMIC, "c"), "forbidden"),
        (Demand("u", Role.ACADEMIC, "d"), "locked"),
    ],
)
def test_each_reason_has_its_sentence(wish: Demand, code: str) -> None:
    problem = dataclasses.replace(
        queue(),
        forbidden=(Demand("t", Role.ACADEMIC, "c"),),
        locks=(Demand("u", Role.ACADEMIC, "c"),),
    )
    told = whynot.why_not(problem, solve.solve(problem), wish)
    assert told.code == code
    assert told.label.zh
    assert "{" not in told.label.zh + told.label.en


def test_what_is_just_as_good_is_called_so() -> None:
    problem = Problem((problems.student("s", "a:3 b:3", needs=A),), (Academic("a", 1), Academic("b", 1)))
    answer = solve.solve(problem)
    other = "b" if answer.given["s"] == Given("a") else "a"
    told = whynot.why_not(problem, answer, Demand("s", Role.ACADEMIC, other))
    assert (told.code, told.cost) == ("equal", 0)


def test_collaborators_need_the_whole_to_be_solved_again() -> None:
    problem = dataclasses.replace(queue(), affinity={("a", "i"): 3}, industry=(Industry("i", 1),))
    assert not chain.applies(problem, solve.solve(problem), Role.ACADEMIC)
