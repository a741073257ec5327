"""Reasons of vacancies, deficient sets, and the sentences they make."""

import dataclasses
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import explain, shortage
from ptman.assign.engine import solve
from ptman.assign.problem import Academic, Base, Demand, Industry, Organisation, Problem, Role
from ptman.assign.reading import Reading, seat_of
from tests.ptman.assign import problems

A = problems.only(Role.ACADEMIC)


def reasons(problem: Problem) -> dict[tuple[str, Role], str]:
    found = explain.vacancies(problem, solve.solve(problem))
    for vacancy in found:
        sentence = explain.sentence(vacancy, str.upper)
        assert "{" not in sentence.zh + sentence.en
    return {(vacancy.student, vacancy.missing): vacancy.code for vacancy in found}


def test_one_more_student_than_seats_is_hall_exactly() -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:1", needs=A) for n in range(4))
    problem = Problem(students, (Academic("a", 1), Academic("b", 2), Academic("c", 5)))
    (found,) = shortage.shortages(problem, Role.ACADEMIC)
    assert (len(found.students), found.targets, found.seats, found.short) == (4, ("a", "b"), 3, 1)
    assert found.sentence().en == "4 students compete for 3 places with 2 academic supervisors: 1 short"
    assert set(reasons(problem).values()) == {"all_full"}


def test_each_reason() -> None:
    nobody, full = problems.student("n"), problems.student("f", "a:0", needs=A)
    assert reasons(Problem((nobody,))) == {("n", role): "none_eligible" for role in Role}
    assert reasons(Problem((full,), (Academic("a", 0),))) == {("f", Role.ACADEMIC): "no_seats"}
    banned = (Demand("f", Role.ACADEMIC, "a"),)
    assert reasons(Problem((full,), (Academic("a", 1),), forbidden=banned)) == {("f", Role.ACADEMIC): "all_forbidden"}
    dear = Problem((problems.student("f", "a:5000", needs=A),), (Academic("a", 1),))
    assert reasons(dear) == {("f", Role.ACADEMIC): "costs_more"}


def test_a_supervisor_without_a_base() -> None:
    one = problems.student("s", "", "i:0", "x:5", needs=frozenset({Role.INDUSTRY, Role.BASE}))
    problem = Problem((one,), (), (Industry("i", 1),), (Base("x", {"autumn": 1}),))
    assert reasons(problem) == {("s", Role.BASE): "none_at_supervisor"}
    other = dataclasses.replace(problem, locks=(Demand("s", Role.BASE, "x"),))
    assert reasons(other) == {("s", Role.INDUSTRY): "none_at_base"}


def test_reason_codes_of_others_are_counted() -> None:
    shut = {(Role.ACADEMIC, "a"): "field", (Role.ACADEMIC, "b"): "field", (Role.BASE, "x"): "agreement"}
    one = dataclasses.replace(problems.student("s", needs=A), excluded=shut)
    problem = Problem((one,))
    (vacancy,) = explain.vacancies(problem, solve.solve(problem))
    assert vacancy.excluded == (("field", 2),)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 10**9), st.sampled_from(list(Role)))
def test_shortage_is_the_worst_of_all_sets(seed: int, role: Role) -> None:
    problem = problems.tiny(seed)
    reading = Reading(problem)
    wanting = [one for one in problem.students if role in one.needs]
    worst = 0
    for size in range(len(wanting) + 1):
        for crowd in itertools.combinations(wanting, size):
            seats = {seat_of(one, role, key) for one in crowd for key in reading.menu(one, role)}
            worst = max(worst, size - sum(reading.room[seat] for seat in seats))
    found = shortage.shortages(problem, role)
    assert sum(one.short for one in found) == worst
    assert all(one.short > 0 for one in found)


def test_a_full_organisation_is_named_as_the_reason() -> None:
    students = tuple(problems.student(key, "a:0 b:0", needs=A) for key in ("s", "t"))
    staff = Academic("a", 1, 0, "lab"), Academic("b", 1, 0, "lab")
    problem = Problem(students, staff, organisations=(Organisation("lab", 1, role=Role.ACADEMIC),))
    assert set(reasons(problem).values()) == {"organisation_full"}


def test_a_heavier_student_competes_with_all_units() -> None:
    heavy = dataclasses.replace(problems.student("s", "a:0", needs=A), units=2)
    (found,) = shortage.shortages(
        Problem((heavy, problems.student("t", "a:0", needs=A)), (Academic("a", 2),)), Role.ACADEMIC
    )
    assert (found.units, found.seats, found.short) == (3, 2, 1)
