"""What is said to be the cheapest way out is: no cheaper set of relaxations does it, all of them tried."""

import dataclasses
import itertools
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import demands, diagnosis, relaxing
from ptman.assign.problem import ORGANISATION, Problem, Role
from ptman.assign.relaxing import Kind, Relaxation
from tests.ptman.assign import enumerating, problems

PRICES = diagnosis.DEFAULT
MOST = 22
"""Sets cheaper than this are few enough to try them all."""


def price(one: Relaxation) -> int:
    if one.kind is Kind.RAISE:
        whole = one.at == ORGANISATION and one.role is not Role.BASE
        unit = PRICES.organisation if whole else PRICES.base if one.role is Role.BASE else PRICES.person
        return unit * one.by
    return {Kind.REDUCE: PRICES.reduce * one.by, Kind.UNLOCK: PRICES.unlock, Kind.ALLOW: PRICES.allow}[one.kind]


def single(problem: Problem) -> Iterator[Relaxation]:
    """Every quota by one, which may be taken several times; locks and prohibitions cost more than is tried here."""
    for role, listed in ((Role.ACADEMIC, problem.academics), (Role.INDUSTRY, problem.industry)):
        for person in listed:
            yield Relaxation(Kind.RAISE, role, person.id)
            if person.lower:
                yield Relaxation(Kind.REDUCE, role, person.id)
    for office in problem.organisations:
        yield Relaxation(Kind.RAISE, office.role, office.id, at=ORGANISATION)
        if office.lower:
            yield Relaxation(Kind.REDUCE, office.role, office.id, at=ORGANISATION)
    for base in problem.bases:
        for period in base.capacity:
            yield Relaxation(Kind.RAISE, Role.BASE, base.id, at=period)


def meets(problem: Problem, hopeless: int) -> bool:
    """Whether everybody who has a candidate at all can be placed, no quota short and no demand at odds."""
    odd = {"locks_over_capacity", "lock_conflict", "lock_forbidden"}
    if odd & {one.code for one in demands.settle(problem).findings}:
        return False
    table = enumerating.table(problem)
    return bool(((table.count(enumerating.vacant) == hopeless) & (table.short == 0)).any())


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9))
def test_nothing_cheaper_does_it(seed: int) -> None:
    problem = dataclasses.replace(problems.rich(seed), overload={}, standing={})
    found = diagnosis.diagnose(problem)
    dear = sum(map(price, found.relaxations))
    if not 0 < dear <= MOST or len(problem.students) > 3:
        return
    after = problem
    for one in found.relaxations:
        after = relaxing.apply(after, one)
    assert meets(after, len(found.hopeless))
    single_steps = list(single(problem))
    for count in range(dear // PRICES.reduce + 1):
        for chosen in itertools.combinations_with_replacement(single_steps, count):
            if sum(map(price, chosen)) < dear and possible(problem, chosen):
                tried = problem
                for one in chosen:
                    tried = relaxing.apply(tried, one)
                assert not meets(tried, len(found.hopeless)), chosen


def possible(problem: Problem, chosen: tuple[Relaxation, ...]) -> bool:
    """A lower quota goes down to nothing and no further."""
    lowered = [one for one in chosen if one.kind is Kind.REDUCE]
    return all(lowered.count(one) <= relaxing.limits(problem, one) for one in lowered)
