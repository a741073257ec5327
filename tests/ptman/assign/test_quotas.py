"""Heavier students, quotas of organisations, what stands, soft quotas and hints, each with a known answer."""

import dataclasses

import pytest

from ptman.assign import explain, verify
from ptman.assign.engine import solve
from ptman.assign.problem import Academic, Demand, Given, Industry, Option, Organisation, Penalties, Problem, Role
from tests.ptman.assign import problems

A = problems.only(Role.ACADEMIC)
BOTH = frozenset({Role.ACADEMIC, Role.INDUSTRY})


def academics(problem: Problem) -> list[str | None]:
    answer = solve.solve(problem)
    assert verify.verify(problem, answer).sound
    return [answer.given[one.id].academic for one in problem.students]


def test_a_student_of_two_units_fills_two_places() -> None:
    heavy = dataclasses.replace(problems.student("s", "a:0 b:5", needs=A), units=2)
    light = tuple(problems.student(key, "a:1 b:1", needs=A) for key in ("t", "u"))
    assert academics(Problem((heavy, *light), (Academic("a", 2), Academic("b", 2)))) == ["a", "b", "b"]
    assert academics(Problem((heavy,), (Academic("a", 1), Academic("b", 1)))) == [None]


def test_an_organisation_has_a_quota_of_its_own() -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:0 c:9", needs=A) for n in range(3))
    staff = Academic("a", 3, 0, "lab"), Academic("b", 3, 0, "lab"), Academic("c", 3)
    free = Problem(students, staff)
    assert "c" not in academics(free)
    held = dataclasses.replace(free, organisations=(Organisation("lab", 1, role=Role.ACADEMIC),))
    assert academics(held).count("c") == 2
    asked = dataclasses.replace(
        free,
        academics=(*staff[:2], Academic("c", 3, 0, "other")),
        organisations=(Organisation("other", 3, 2, Role.ACADEMIC),),
    )
    assert academics(asked).count("c") == 2


def test_a_lower_quota_of_an_organisation_beyond_reach_is_told() -> None:
    problem = Problem(
        (problems.student("s", "", "i:0"),),
        (),
        (Industry("i", 1, 0, "firm"),),
        organisations=(Organisation("firm", 5, 2),),
    )
    answer = solve.solve(problem)
    assert [one.code for one in answer.findings] == ["lower_unreachable"]
    assert "2" in explain.finding_sentence(answer.findings[0], str.upper).en


def test_who_keeps_one_of_two_has_moved_once() -> None:
    one = problems.student("s", "a:0 b:1", "i:0 j:1", needs=BOTH)
    problem = Problem((one,), (Academic("a", 1), Academic("b", 1)), (Industry("i", 1), Industry("j", 1)))
    stood = dataclasses.replace(problem, standing={"s": Given("b", "j")}, penalties=Penalties(moved=3))
    assert solve.solve(stood).value == 2
    cheap = dataclasses.replace(stood, penalties=Penalties(moved=1))
    assert solve.solve(cheap).value == 1
    gone = dataclasses.replace(stood, forbidden=(Demand("s", Role.ACADEMIC, "b"),))
    assert solve.solve(gone).given["s"] == Given("a", "i")


def test_a_vacancy_filled_is_no_move() -> None:
    problem = Problem((problems.student("s", "a:5", needs=A),), (Academic("a", 1),), standing={"s": Given()})
    assert solve.solve(dataclasses.replace(problem, penalties=Penalties(moved=10_000))).value == 5


@pytest.mark.parametrize(("price", "taken", "value"), [(4, 3, 8), (30, 1, 40)])
def test_a_soft_quota_is_overrun_where_that_is_cheaper(price: int, taken: int, value: int) -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:20", needs=A) for n in range(3))
    problem = Problem(students, (Academic("a", 1), Academic("b", 3)), overload={(Role.ACADEMIC, "a", ""): price})
    answer = solve.solve(problem)
    assert (academics(problem).count("a"), answer.value) == (taken, value)


def test_hints_are_points_like_any_other() -> None:
    plain = Option.of(("rank", 2))
    hinted = {
        "a": plain,
        "b": Option.of(("rank", 2), ("encouraged", -1)),
        "c": Option.of(("rank", 0), ("discouraged", 3)),
    }
    one = dataclasses.replace(problems.student("s", needs=A), academics=hinted)
    assert academics(Problem((one,), tuple(Academic(key, 1) for key in "abc"))) == ["b"]


@pytest.mark.parametrize("units", [0, -1])
def test_a_student_takes_at_least_one_unit(units: int) -> None:
    with pytest.raises(ValueError, match="at least one unit"):
        Problem((dataclasses.replace(problems.student("s"), units=units),))
