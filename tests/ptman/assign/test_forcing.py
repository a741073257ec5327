"""What forcing a choice costs, asked many times of one warm relaxation, against brute force."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import chain
from ptman.assign.engine import solve
from ptman.assign.engine.forcing import Forcing
from ptman.assign.problem import Demand, Problem, Role
from tests.ptman.assign import brute, problems
from tests.ptman.assign.test_whynot import one_sided

seeds = st.integers(0, 10**9)
some = settings(deadline=None, max_examples=30)


def wishes(problem: Problem) -> list[Demand]:
    return [
        Demand(one.id, role, key)
        for one in problem.students
        for role in Role
        for key in one.options(role)
        if role in one.needs
    ]


@some
@given(seeds)
def test_every_wish_costs_what_forcing_it_costs(seed: int) -> None:
    problem = problems.rich(seed)
    if not problem.students:
        return
    answer = solve.solve(problem)
    forcing = Forcing(problem, answer)
    for wish in filter(forcing.applies, wishes(problem)[:8]):
        lock = dataclasses.replace(problem, locks=(*problem.locks, wish))
        found = forcing.force(wish)
        assert (found.low, found.high) == (brute.best(lock) - answer.value,) * 2


@some
@given(seeds)
def test_what_is_said_at_once_holds_the_cost_between_its_bounds(seed: int) -> None:
    problem = problems.tiny(seed)
    if not problem.students:
        return
    forcing = Forcing(problem, solve.solve(problem))
    for wish in filter(forcing.applies, wishes(problem)[:6]):
        quick, exact = forcing.force(wish, exact=False), forcing.force(wish)
        assert quick.low <= exact.low == exact.high <= quick.high


@some
@given(seeds)
def test_a_network_asked_twice_says_the_same(seed: int) -> None:
    problem = one_sided(seed)
    answer = solve.solve(problem)
    network = chain.Network(problem, answer, Role.ACADEMIC)
    asked = [wish for wish in wishes(problem) if chain.applies(problem, answer, wish.role)]
    assert [network.chain(one).cost for one in asked] == [chain.chain(problem, answer, one).cost for one in asked]
