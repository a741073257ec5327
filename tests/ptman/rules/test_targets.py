"""A target is met only by what is known, late only after its day, and its figures read as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptman.rules import targets
from ptman.rules.targets import Standing

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("reached", "due", "found"),
    [
        (None, date(2026, 1, 1), Standing.UNKNOWN),
        (100, date(2026, 1, 1), Standing.MET),
        (101, None, Standing.MET),
        (99, date(2026, 11, 22), Standing.LATE),
        (99, date(2026, 11, 23), Standing.UNDER_WAY),
        (0, None, Standing.UNDER_WAY),
    ],
)
def test_how_a_target_stands(reached: int | None, due: date | None, found: Standing) -> None:
    assert targets.standing(100, reached, due, TODAY) is found


@given(st.integers(1, 10_000), st.integers(0, 10_000), st.integers(0, 10_000))
def test_reaching_more_never_makes_it_worse(aim: int, reached: int, more: int) -> None:
    order = [Standing.LATE, Standing.MET]
    first, second = (targets.standing(aim, one, date(2026, 1, 1), TODAY) for one in (reached, reached + more))
    assert order.index(first) <= order.index(second)


@pytest.mark.parametrize(
    ("tenths", "unit", "said"),
    [(None, "人", "—"), (120, "人", "12 人"), (935, "%", "93.5%"), (12_345, "", "1,234.5"), (0, "次", "0 次")],
)
def test_figures_read_as_they_are_written(tenths: int | None, unit: str, said: str) -> None:
    assert targets.said(tenths, unit) == said


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_is_of_something(part: int, whole: int) -> None:
    found = targets.share(part, whole)
    assert (found is None) is (whole == 0)
    assert found is None or abs(found - 1000 * part / whole) <= 0.5
