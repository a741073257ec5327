"""Terms of the year by the days they begin on, and the level that a score makes."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules.findings import Limit
from ptman.rules.supervisors import assessing, guiding

STARTS = "02-20、09-01"
LIMITS = {f"supervisor.grade.{key}": Limit(value) for key, value in (("excellent", 90), ("good", 80), ("pass", 60))}


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2026, 9, 1), date(2026, 9, 1), date(2027, 2, 19)),
        (date(2027, 2, 19), date(2026, 9, 1), date(2027, 2, 19)),
        (date(2027, 2, 20), date(2027, 2, 20), date(2027, 8, 31)),
        (date(2026, 1, 3), date(2025, 9, 1), date(2026, 2, 19)),
    ],
)
def test_a_day_lies_in_its_term(day: date, start: date, end: date) -> None:
    found = guiding.term(day, STARTS)
    assert (found.start, found.end) == (start, end)


@settings(deadline=None, max_examples=80)
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_terms_follow_each_other_without_a_gap(day: date) -> None:
    found = guiding.term(day, STARTS)
    assert found.holds(day)
    assert guiding.term(found.end + timedelta(days=1), STARTS).start == found.end + timedelta(days=1)
    assert found.months[0] == (found.start.year, found.start.month)
    assert found.months[-1] == (found.end.year, found.end.month)
    assert (day.year, day.month) in found.months


def test_no_days_are_refused() -> None:
    with pytest.raises(ValueError, match="no days"):
        guiding.term(date(2026, 9, 1), "秋季")


@pytest.mark.parametrize(
    ("score", "level", "decision"),
    [
        (1000, "excellent", "renew"),
        (900, "excellent", "renew"),
        (899, "good", "renew"),
        (600, "pass", "renew"),
        (599, "fail", "end"),
        (None, None, None),
    ],
)
def test_a_score_makes_a_level_and_a_usual_decision(score: int | None, level: str | None, decision: str | None) -> None:
    found = assessing.level(score, LIMITS)
    assert (found, assessing.decision(found)) == (level, decision)


def test_without_thresholds_nothing_is_judged() -> None:
    assert assessing.level(900, {}) is None
    assert assessing.span(assessing.year_of(date(2027, 8, 31))) == (date(2026, 9, 1), date(2027, 8, 31))
