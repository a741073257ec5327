"""Scores of practice: weights of one hundred, totals that are cut, grades at their bounds."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.errors import PtmanError
from ptman.rules.practice import assessment
from ptman.rules.practice.assessment import Grade, Scores, Weights


@pytest.mark.parametrize("weights", [(40, 30, 31), (0, 0, 0), (150, -50, 0)])
def test_weights_make_one_hundred(weights: tuple[int, int, int]) -> None:
    with pytest.raises(PtmanError, match="100"):
        Weights(*weights)


@pytest.mark.parametrize("score", [-1, 1001])
def test_scores_lie_between_nought_and_one_hundred(score: int) -> None:
    with pytest.raises(PtmanError, match="100"):
        Scores(score, None, None)


@pytest.mark.parametrize(
    ("scores", "weights", "total"),
    [
        ((800, 900, 850), (40, 30, 30), 845),
        # 79.99 is cut to 79.9 and is not good.
        ((800, 799, 800), (50, 10, 40), 799),
        ((None, 900, 850), (0, 50, 50), 875),
        ((None, 900, 850), (10, 40, 50), None),
        ((1000, 1000, 1000), (33, 33, 34), 1000),
    ],
)
def test_the_total_in_tenths(
    scores: tuple[int | None, int, int], weights: tuple[int, int, int], total: int | None
) -> None:
    assert assessment.total_x10(Scores(*scores), Weights(*weights)) == total


@pytest.mark.parametrize(
    ("x10", "grade"),
    [
        (1000, Grade.EXCELLENT),
        (900, Grade.EXCELLENT),
        (899, Grade.GOOD),
        (800, Grade.GOOD),
        (799, Grade.PASS),
        (600, Grade.PASS),
        (599, Grade.FAIL),
    ],
)
def test_grades_at_their_bounds(x10: int, grade: Grade) -> None:
    assert assessment.grade(x10) is grade


@settings(deadline=None, max_examples=80)
@given(
    scores=st.tuples(*[st.integers(0, 1000)] * 3),
    cuts=st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted),
)
def test_it_is_never_rounded_up(scores: tuple[int, int, int], cuts: list[int]) -> None:
    weights = Weights(cuts[0], cuts[1] - cuts[0], 100 - cuts[1])
    parts = (weights.campus, weights.industry, weights.defence)
    exact = sum(Fraction(score * weight, 100) for score, weight in zip(scores, parts, strict=True))
    total = assessment.total_x10(Scores(*scores), weights)
    assert total is not None
    assert exact - 1 < total <= exact
    assert min(scores) - 1 < total <= max(scores)
