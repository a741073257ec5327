"""What is said of a crowd holds in its parts: each forced choice and each event is done and every answer tried."""

import dataclasses

import pytest

from ptman.assign import ripple, verify, whynot
from ptman.assign.engine import incumbent, solve
from ptman.assign.engine.forcing import Forcing
from ptman.assign.engine.warm import Warm
from ptman.assign.events import Edit
from ptman.assign.exact import Exact
from ptman.assign.problem import Academic, Demand, Given, Problem, Role
from ptman.assign.reading import Reading
from tests.ptman.assign import asking, crowds, problems

A = problems.only(Role.ACADEMIC)
SIZE = 20
CLOSED = {"given", "forbidden"}


@pytest.mark.parametrize("first", [0, 21, 42, 63, 560])
def test_forcing_costs_what_was_said_and_moves_whom_it_named(first: int) -> None:
    draw, asked = problems.drawing(first), asking.made(first, SIZE)
    answer = solve.solve(asked.whole)
    forcing, kept = Forcing(asked.whole, answer), Exact(asked.whole, answer)
    for place, part in enumerate(asked.parts):
        for wish in asking.wishes(part, draw, 2):
            whole = asking.named(wish, place)
            cost = asking.least(asking.held(part, wish)) - asked.least[place]
            told = whynot.why_not(asked.whole, answer, whole, exact=kept)
            assert told.code in CLOSED or told.cost == cost
            assert told.least is None or told.least <= cost
            if not forcing.applies(whole):
                continue
            found = forcing.force(whole)
            assert (found.low, found.high) == (cost, cost)
            reading = Reading(asking.held(asked.whole, whole))
            moved = {**answer.given, **dict(found.moved)}
            assert list(verify.misfits(reading, moved)) == []
            assert verify.worth(reading, moved) == answer.value + cost


@pytest.mark.parametrize("locks", [True, False])
@pytest.mark.parametrize("first", [3, 1004, 2005, 3006])
def test_an_event_brings_no_more_moves_than_it_must(first: int, *, locks: bool) -> None:
    draw, asked = problems.drawing(first), asking.made(first, 10, locks=locks)
    answer = solve.solve(asked.whole)
    happened: dict[int, list[Edit]] = {}
    whole: list[Edit] = []
    for place in draw.sample(range(10), 4):
        edits, named = list(asking.edits(asked.parts[place])), list(asking.edits(asked.parts[place], f"{place}."))
        for number in draw.sample(range(len(edits)), min(1, len(edits))):
            happened[place] = [edits[number]]
            whole.append(named[number])
    found = ripple.ripple(asked.whole, answer, whole)
    ends = [
        asking.after(part, crowds.part_of(answer.given, place), happened.get(place, []))
        for place, part in enumerate(asked.parts)
    ]
    moves, total, free = (sum(column) for column in zip(*ends, strict=True))
    assert len(found.fewest.moved) == found.fewest.least == moves
    assert (found.curve[0].total, found.fewest.total) == (free, total)


def test_what_stands_is_taken_up_over_soft_quotas_and_locks() -> None:
    students = tuple(problems.student(f"s{n}", "a:0", needs=A) for n in range(3))
    soft = Problem(students, (Academic("a", 1),), overload={(Role.ACADEMIC, "a", ""): 5})
    answer = solve.solve(soft)
    assert set(answer.given.values()) == {Given("a")}
    assert incumbent.given(*_warm(soft)) == answer.given
    locked = dataclasses.replace(soft, overload={}, locks=(Demand("s0", Role.ACADEMIC, "a"),))
    assert incumbent.given(*_warm(locked)) == solve.solve(locked).given


def _warm(problem: Problem) -> tuple[incumbent.Arrays, incumbent.Incumbent]:
    warm = Warm(problem, solve.solve(problem), "")
    return warm.arrays, warm.best
