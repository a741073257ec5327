"""Publicity is counted in working days, without weekends and the days the office names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptman.rules.findings import Limit, Standing
from ptman.rules.titles import publicity

FIVE = Limit(5)
OFF = publicity.days_off("2026-10-01~2026-10-07、2027-01-01 元旦 2026-13-45")


def test_days_off_are_read_and_nonsense_is_passed_over() -> None:
    assert len(OFF) == 8
    assert date(2026, 10, 7) in OFF
    assert publicity.days_off("无") == frozenset()


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 11, 23), date(2026, 11, 27), 5),
        (date(2026, 11, 23), date(2026, 11, 29), 5),
        (date(2026, 11, 28), date(2026, 11, 29), 0),
        (date(2026, 9, 30), date(2026, 10, 8), 2),
        (date(2026, 11, 27), date(2026, 11, 23), 0),
    ],
)
def test_working_days(start: date, end: date, days: int) -> None:
    assert publicity.working_days(start, end, OFF) == days


@pytest.mark.parametrize(
    ("end", "today", "standing", "earliest"),
    [
        (None, date(2026, 12, 1), Standing.UNKNOWN, None),
        (date(2026, 11, 26), date(2026, 12, 1), Standing.NOT_YET, date(2026, 11, 28)),
        (date(2026, 11, 27), date(2026, 11, 27), Standing.NOT_YET, date(2026, 11, 28)),
        (date(2026, 11, 27), date(2026, 11, 28), Standing.MET, None),
    ],
)
def test_over_only_the_day_after(end: date | None, today: date, standing: Standing, earliest: date | None) -> None:
    found = publicity.judge(date(2026, 11, 23), end, FIVE, OFF, today)
    assert (found.standing, found.earliest) == (standing, earliest)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 15))
def test_the_last_day_is_the_first_on_which_it_suffices(start: date, needed: int) -> None:
    last = publicity.last_day(start, needed, OFF)
    assert publicity.working_days(start, last, OFF) == needed
    assert publicity.working_days(start, last - timedelta(days=1), OFF) < needed
