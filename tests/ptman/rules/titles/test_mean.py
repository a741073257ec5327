"""The weighted mean: whole numbers, nothing rounded up, and what the courses left must reach."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules.findings import Limit, Standing
from ptman.rules.titles import mean
from ptman.rules.titles.mean import Course

EIGHTY = Limit(80, basis="院发〔2020〕10号")
SCORED = st.lists(st.builds(Course, st.integers(0, 1000), st.integers(5, 60)), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("courses", "x100", "standing"),
    [
        ([(800, 20), (800, 30)], 8000, Standing.MET),
        # 3999.5 points over 50 credits: 79.99 neither shows nor passes as 80.
        ([(799, 10), (800, 90)], 7999, Standing.IMPOSSIBLE),
        ([(790, 20), (810, 20)], 8000, Standing.MET),
        ([(750, 30), (900, 10)], 7875, Standing.IMPOSSIBLE),
    ],
)
def test_the_mean_is_exact(courses: list[tuple[int, int]], x100: int, standing: Standing) -> None:
    taken = [Course(*one) for one in courses]
    found = mean.judge(taken, EIGHTY)
    assert (mean.mean_x100(taken), found.standing, found.basis) == (x100, standing, "院发〔2020〕10号")


@pytest.mark.parametrize("courses", [None, (), (Course(None, 30),)])
def test_without_scores_it_cannot_be_judged(courses: tuple[Course, ...] | None) -> None:
    found = mean.judge(courses, EIGHTY)
    assert (found.standing, found.value) == (Standing.UNKNOWN, None)
    assert mean.mean_x100(courses or ()) is None


def test_what_is_left_can_close_it() -> None:
    found = mean.judge([Course(780, 20), Course(None, 10)], EIGHTY)
    assert found.standing is Standing.NOT_YET
    assert found.cure is not None
    assert found.cure.zh == "其余 1 学分平均不低于 84 分"
    assert found.gap is not None
    assert found.gap.en == "2.00"


def test_what_is_left_cannot_close_it() -> None:
    found = mean.judge([Course(700, 30), Course(None, 10)], EIGHTY)
    assert found.standing is Standing.IMPOSSIBLE
    assert mean.judge([Course(700, 30), Course(None, 15)], EIGHTY).standing is Standing.NOT_YET


@settings(deadline=None, max_examples=120)
@given(courses=SCORED)
def test_it_agrees_with_fractions(courses: list[Course]) -> None:
    points = sum(Fraction(one.score_x10 or 0, 10) * Fraction(one.credit_x10, 10) for one in courses)
    exact = points / sum(Fraction(one.credit_x10, 10) for one in courses)
    shown = mean.mean_x100(courses)
    assert shown is not None
    assert shown == exact * 100 // 1
    assert (mean.judge(courses, EIGHTY).standing is Standing.MET) == (exact >= 80)


@settings(deadline=None, max_examples=80)
@given(courses=SCORED, left=st.integers(5, 60))
def test_following_the_cure_reaches_it(courses: list[Course], left: int) -> None:
    found = mean.judge([*courses, Course(None, left)], EIGHTY)
    if found.standing is not Standing.NOT_YET or found.cure is None:
        best = mean.judge([*courses, Course(1000, left)], EIGHTY)
        assert best.met == (found.standing is Standing.MET) or (found.met and not best.met)
        return
    needed = round(Fraction(found.cure.en.split()[3]) * 10)
    assert mean.judge([*courses, Course(needed, left)], EIGHTY).met
    assert not mean.judge([*courses, Course(needed - 1, left)], EIGHTY).met
