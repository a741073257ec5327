"""The price of a choice is exact, and of all plans of that price the one that moves the fewest is shown."""

import pytest

from ptman.assign import steady, whatif
from ptman.assign.engine import solve
from ptman.assign.problem import Academic, Base, Demand, Industry, Option, Problem, Role, Student

COUNT = 12


def alike() -> Problem:
    """Students and academic supervisors of whom each fits each equally well, one place each."""
    everyone = {f"a{n}": Option(5) for n in range(COUNT)}
    students = tuple(Student(f"s{n}", "", everyone, {}, {}, frozenset({Role.ACADEMIC})) for n in range(COUNT))
    return Problem(students, tuple(Academic(key, 1) for key in everyone))


def test_only_the_two_who_swap_move() -> None:
    problem = alike()
    answer = solve.solve(problem)
    wanted = answer.given["s7"].academic or ""
    forced = steady.force(problem, answer, Demand("s0", Role.ACADEMIC, wanted))
    moved = {key for key, given in forced.answer.given.items() if given != answer.given[key]}
    assert (moved, forced.low, forced.high) == ({"s0", "s7"}, 0, 0)


@pytest.mark.parametrize("target", [f"a{n}" for n in range(4)])
def test_the_price_is_that_of_solving_again(target: str) -> None:
    academics = {f"a{n}": Option(3 * n + 1) for n in range(4)}
    hosts, sites = {"i0": Option(2), "i1": Option(9)}, {"b0": Option(1), "b1": Option(4)}
    problem = Problem(
        tuple(Student(f"s{n}", "", academics, hosts, sites) for n in range(6)),
        tuple(Academic(key, 2) for key in academics),
        (Industry("i0", 4, 0, "", frozenset({"b0"})), Industry("i1", 4, 0, "", frozenset({"b0", "b1"}))),
        (Base("b0", {"": 3}), Base("b1", {"": 4})),
        {("a3", "i1"): 4},
    )
    answer = solve.solve(problem)
    lock = Demand("s0", Role.ACADEMIC, target)
    plain = whatif.what_if(problem, answer, lock)
    forced = steady.force(problem, answer, lock)
    assert (forced.low, forced.high) == (plain.low, plain.high)
    moved = [key for key, given in forced.answer.given.items() if given != answer.given[key]]
    assert len(moved) <= len(plain.moved)
