"""Stable allocations against all stable ones, the published examples, and what cannot be promised."""

import dataclasses
import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import stability, verify
from ptman.assign.answer import Answer
from ptman.assign.engine import modes, stable
from ptman.assign.engine.modes import Choice, Mode
from ptman.assign.problem import Academic, Given, Option, Organisation, Problem, Role, Student
from ptman.assign.reading import Reading
from ptman.errors import PtmanError
from tests.ptman.assign import problems

A = problems.only(Role.ACADEMIC)
seeds = st.integers(0, 10**9)


def wanting(key: str, *liked: str) -> Student:
    """A student who ranks projects; `p+q` is a tie."""
    menu = {key: Option(place, (), place) for place, tie in enumerate(liked, start=1) for key in tie.split("+")}
    return Student(key, "", menu, {}, {}, A)


def market(
    students: list[Student], projects: dict[str, tuple[int, str]], lecturers: dict[str, tuple[int, str]]
) -> Problem:
    """Projects with seats and lecturer, lecturers with seats and ranking written as `a b+c d`."""
    offices = tuple(
        Organisation(key, seats, 0, Role.ACADEMIC, tuple(tuple(tie.split("+")) for tie in ranking.split()))
        for key, (seats, ranking) in lecturers.items()
    )
    people = tuple(Academic(key, seats, 0, lecturer) for key, (seats, lecturer) in projects.items())
    return Problem(tuple(students), people, organisations=offices)


def solved(problem: Problem, seed: str = "") -> Answer:
    answer = modes.solve(problem, mode=Mode.STABLE, seed=seed)
    assert verify.verify(problem, answer).sound
    return answer


def pairs(answer: Answer) -> dict[str, str | None]:
    return {key: one.academic for key, one in answer.given.items()}


def all_stable(problem: Problem) -> list[dict[str, str | None]]:
    """By trying every allocation that fits."""
    reading = Reading(problem)
    menus = [[*reading.menu(one, Role.ACADEMIC), None] for one in problem.students]
    found = []
    for picked in itertools.product(*menus):
        answer = {one.id: Given(key) for one, key in zip(problem.students, picked, strict=True)}
        fits = not list(verify.misfits(reading, answer))
        if fits and not stability.blocking(problem, answer, Role.ACADEMIC):
            found.append({one.id: key for one, key in zip(problem.students, picked, strict=True)})
    return found


def strict(seed: int) -> Problem:
    """A random market of up to four students, five projects and three lecturers; nobody ties."""
    draw = problems.drawing(seed)
    keys = [f"s{n}" for n in range(draw.randint(1, 4))]
    lecturers = {f"l{n}": (draw.randint(0, 3), " ".join(draw.sample(keys, len(keys)))) for n in range(3)}
    projects = {f"p{n}": (draw.randint(0, 2), draw.choice(sorted(lecturers))) for n in range(5)}
    students = [wanting(key, *draw.sample(sorted(projects), draw.randint(0, 4))) for key in keys]
    return market(students, projects, lecturers)


@settings(deadline=None, max_examples=60)
@given(seeds)
def test_the_answer_is_the_students_best_of_all_stable_ones(seed: int) -> None:
    problem = strict(seed)
    mine, others = pairs(solved(problem)), all_stable(problem)
    places = {one.id: {key: option.cost for key, option in one.academics.items()} for one in problem.students}
    assert mine in others
    decides = stability.Preferences(Reading(problem), Role.ACADEMIC).decides
    loads = Counter(decides[key] for key in mine.values() if key)
    for other in others:
        assert {who for who, key in other.items() if key} == {who for who, key in mine.items() if key}
        assert Counter(decides[key] for key in other.values() if key) == loads
        for who, key in other.items():
            assert key is None or places[who][mine[who] or ""] <= places[who][key]


@settings(deadline=None, max_examples=60)
@given(seeds)
def test_with_ties_locks_and_lower_quotas_nobody_blocks(seed: int) -> None:
    problem = problems.ranked(seed)
    light = tuple(dataclasses.replace(one, units=1) for one in problem.students)
    penalties = dataclasses.replace(problem.penalties, partial=True)
    problem = dataclasses.replace(problem, students=light, overload={}, penalties=penalties)
    answer = modes.solve(problem, mode=Mode.STABLE, choice=Choice(roles=(Role.ACADEMIC, Role.INDUSTRY)))
    for role in (Role.ACADEMIC, Role.INDUSTRY):
        assert stability.blocking(problem, answer.given, role) == ()
    assert verify.verify(problem, answer).sound


def test_the_example_of_two_lecturers_and_four_projects() -> None:
    students = [
        wanting("A", "X1", "X2"),
        wanting("B", "Y2", "X2", "Y1"),
        wanting("C", "X1", "Y1", "X2"),
        wanting("D", "Y2", "X1", "Y1"),
        wanting("E", "X1", "Y2", "X2", "Y1"),
    ]
    projects = {"X1": (2, "X"), "X2": (2, "X"), "Y1": (2, "Y"), "Y2": (2, "Y")}
    lecturers = {"X": (3, "B C A E D"), "Y": (3, "B C E D")}
    assert pairs(solved(market(students, projects, lecturers))) == {
        "A": "X1",
        "B": "Y2",
        "C": "X1",
        "D": "Y1",
        "E": "Y2",
    }


def test_four_students_have_exactly_two_stable_allocations() -> None:
    students = [wanting(f"s{n}", *liked) for n, liked in enumerate((("1", "2"), ("2", "3"), ("3", "1"), ("4", "1")), 1)]
    projects = {"1": (1, "l1"), "2": (1, "l1"), "3": (1, "l2"), "4": (1, "l2")}
    problem = market(students, projects, {"l1": (2, "s3 s1 s2 s4"), "l2": (2, "s2 s4 s3")})
    found = [tuple(one.values()) for one in all_stable(problem)]
    assert sorted(map(str, found)) == sorted(map(str, [("1", "2", "3", "4"), ("2", "3", "1", "4")]))
    assert pairs(solved(problem)) == {"s1": "1", "s2": "2", "s3": "3", "s4": "4"}


def test_a_tie_broken_by_the_draw_decides_how_many_are_placed() -> None:
    students = [wanting("s1", "p1"), wanting("s2", "p1", "p2")]
    problem = market(students, {"p1": (1, "l1"), "p2": (1, "l2")}, {"l1": (1, "s1+s2"), "l2": (1, "s2")})
    sizes = {sum(key is not None for key in pairs(solved(problem, str(seed))).values()) for seed in range(8)}
    assert sizes == {1, 2}


def test_one_ranking_for_all_is_a_queue() -> None:
    students = [wanting(f"s{n}", "p1", "p2", "p3") for n in range(4)]
    queue = tuple((f"s{n}",) for n in (2, 0, 3, 1))
    people = tuple(Academic(f"p{n}", 1, ranking=queue) for n in (1, 2, 3))
    answer = solved(Problem(tuple(students), people))
    assert pairs(answer) == {"s2": "p1", "s0": "p2", "s3": "p3", "s1": None}


def test_an_unstable_answer_is_found_out() -> None:
    students = [wanting("s1", "p1", "p2"), wanting("s2", "p1", "p2")]
    people = Academic("p1", 1, ranking=(("s1",), ("s2",))), Academic("p2", 1)
    problem = Problem(tuple(students), people)
    answer = solved(problem)
    swapped = dataclasses.replace(answer, given={"s1": Given("p2"), "s2": Given("p1")})
    assert stability.blocking(problem, swapped.given, Role.ACADEMIC) == (("s1", "p1"),)
    assert any("block" in fault for fault in verify.verify(problem, swapped).faults)


def test_what_cannot_be_promised_is_refused_in_one_sentence() -> None:
    heavy = dataclasses.replace(wanting("s", "p"), units=2)
    with pytest.raises(PtmanError) as refused:
        solved(Problem((heavy,), (Academic("p", 2),)))
    assert refused.value.code == "assign-stable"


def test_a_thousand_of_them_finish() -> None:
    draw = problems.drawing(1)
    staff = [f"p{n}" for n in range(150)]
    students = [wanting(f"s{n}", *draw.sample(staff, 5)) for n in range(1000)]
    keys = [one.id for one in students]
    people = tuple(Academic(key, 7, ranking=tuple((one,) for one in draw.sample(keys, len(keys)))) for key in staff)
    problem = Problem(tuple(students), people)
    holds = stable.asked(problem, Role.ACADEMIC, "")
    answer = {key: Given(holds.get(key)) for key in keys}
    assert len(holds) > 900
    assert stability.blocking(problem, answer, Role.ACADEMIC) == ()
