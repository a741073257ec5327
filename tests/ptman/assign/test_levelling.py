"""Even loads: what the engine makes of them is what trying every answer makes of them."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import building, levelling, terms
from ptman.assign.engine import solve
from ptman.assign.problem import Problem, Role
from ptman.assign.reading import Reading
from ptman.assign.request import Request
from ptman.assign.situation import Academic, Industry, Situation
from ptman.assign.weights import USUAL
from tests.ptman.assign import brute
from tests.ptman.assign.brute import Triple
from tests.ptman.assign.situations import situations


def above(office: Situation, plain: Problem, picked: tuple[Triple, ...]) -> int:
    """Students above the even share, person by person; who is locked to somebody is not above it."""
    found = 0
    locks = Reading(plain).locks
    listed: list[tuple[Role, tuple[Academic, ...] | tuple[Industry, ...]]]
    listed = [(Role.ACADEMIC, office.academics), (Role.INDUSTRY, office.industry)]
    for place, (role, people) in enumerate(listed):
        able = {key for one in plain.students for key in one.options(role)}
        open_to = [one for one in people if one.id in able]
        asking = sum(role in one.needs for one in plain.students)
        shares = [{one.id: max(0, min(level, one.capacity) - one.elsewhere) for one in open_to} for level in range(12)]
        share = next((each for each in shares if sum(each.values()) >= asking), shares[-1])
        for who, room in share.items():
            held = sum(about is role and key == who for (_, about), key in locks.items())
            found += max(0, sum(triple[place] == who for triple in picked) - max(room, held))
    return found


def known(problem: Problem) -> Problem:
    """Without locks on people who are not there, which brute force does not know to leave aside."""
    there = {one.id for one in (*problem.academics, *problem.industry, *problem.bases)}
    return dataclasses.replace(problem, locks=tuple(one for one in problem.locks if one.target in there))


@settings(deadline=None, max_examples=40)
@given(situations())
def test_even_loads_are_those_of_brute_force(drawn: Situation) -> None:
    office = dataclasses.replace(drawn, students=drawn.students[:2])
    plain, even = (
        known(building.build(office, Request(again=True, weights=USUAL.replaced("level", weight))))
        for weight in (0, 100)
    )
    best = min(total + terms.ABOVE_LEVEL * above(office, plain, picked) for picked, total in brute.answers(plain))
    assert solve.solve(even).value == best


@settings(deadline=None)
@given(st.integers(0, 12), st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=5))
def test_the_even_load_is_the_lowest_that_holds_all(asking: int, people: list[tuple[int, int]]) -> None:
    level = levelling.even(asking, people)

    def room(at: int) -> int:
        return sum(max(0, min(at, capacity) - taken) for capacity, taken in people)

    assert level == max((capacity for capacity, _ in people), default=0) or room(level) >= asking
    assert level == 0 or room(level - 1) < asking
