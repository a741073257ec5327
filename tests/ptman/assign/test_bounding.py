"""The bound of all students at once is the sum of each one's cheapest choice and of what the seats bring in."""

import random
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import aims, bounding
from ptman.assign.answer import Certificate, Seat
from ptman.assign.pricing import Menus, Tariff, counted
from ptman.assign.problem import Problem
from ptman.assign.reading import Reading
from tests.ptman.assign import problems

MOST = 12
"""No quota and no crowd of these problems is larger."""


def one_by_one(problem: Problem, certificate: Certificate) -> int:
    """Student after student, seat after seat, every load tried."""
    reading, scale = Reading(problem), certificate.scale
    prices = counted(reading, certificate)
    tariff, friends = Tariff(reading, prices), defaultdict[str, list[tuple[str, int]]](list)
    for (academic, industry), bonus in problem.affinity.items():
        friends[academic].append((industry, bonus * scale))
    found = sum(Menus(reading, one, tariff, scale).cheapest(friends) for one in problem.students)
    short, lower = problem.penalties.shortfall * scale, reading.lower()
    for seat, upper in reading.room.items():
        over = problem.overload.get(seat)
        found += min(
            short * max(0, lower.get(seat, 0) - load)
            + (over or 0) * scale * max(0, load - upper)
            - prices.get(seat, 0) * load
            for load in range(upper + 1 if over is None else MOST + 1)
        )
    return found


def drawn(problem: Problem, seed: int, scale: int) -> dict[Seat, int]:
    draw = random.Random(seed)  # noqa: S311 - repeatable draws, not secret ones
    reading = Reading(problem)
    short = problem.penalties.shortfall
    return {
        seat: draw.randint(-short if reading.lower().get(seat) else 0, 30) * scale // draw.choice((1, 3))
        for seat in reading.room
        if draw.random() < 0.7
    }


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9), st.sampled_from((1, 7, 1 << 20)))
def test_all_at_once_is_one_by_one(seed: int, scale: int) -> None:
    problem = problems.rich(seed)
    prices = drawn(problem, seed, scale)
    found = bounding.total([(scale, Reading(problem))], prices)
    assert found == one_by_one(problem, Certificate(prices, scale))


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**9), st.integers(0, 50))
def test_aims_may_be_weighed_against_each_other(seed: int, weight: int) -> None:
    problem = problems.rich(seed)
    moves = aims.costed(problem, aims.MOVED)
    prices = drawn(problem, seed, 3)
    blend = aims.blended([(3, problem), (weight, moves)])
    found = bounding.total([(3, Reading(problem)), (weight, Reading(moves))], prices)
    assert found == one_by_one(blend, Certificate(prices, 1))


def test_numbers_that_would_outgrow_their_room_are_refused() -> None:
    problem = problems.rich(1)
    seat = next(iter(Reading(problem).room))
    with pytest.raises(ValueError, match="too large"):
        bounding.total([(1, Reading(problem))], {seat: 1 << 62})
