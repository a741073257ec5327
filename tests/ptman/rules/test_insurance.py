"""Insurance: verified policies together cover every day of a placement, or the days are named."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import insurance
from ptman.rules.findings import Standing
from ptman.rules.insurance import Policy
from ptman.rules.months import Segment

STAY = Segment(date(2026, 9, 1), date(2027, 2, 28))


def policy(start: str, end: str, *, verified: bool = True) -> Policy:
    return Policy(Segment(date.fromisoformat(start), date.fromisoformat(end)), verified)


@pytest.mark.parametrize(
    ("policies", "gap"),
    [
        ([policy("2026-09-01", "2027-02-28")], None),
        ([policy("2026-08-01", "2026-12-31"), policy("2027-01-01", "2027-12-31")], None),
        ([policy("2026-08-01", "2026-12-31"), policy("2027-01-02", "2027-12-31")], "1 天"),
        ([policy("2026-09-01", "2027-02-28", verified=False)], "181 天"),
        ([], "181 天"),
    ],
)
def test_the_union_covers_the_placement(policies: list[Policy], gap: str | None) -> None:
    found = insurance.judge(STAY, policies)
    assert (found.standing is Standing.MET, found.gap.zh if found.gap else None) == (gap is None, gap)


def test_the_days_to_insure_are_named() -> None:
    found = insurance.judge(STAY, [policy("2026-10-01", "2027-01-31")])
    assert found.cure is not None
    assert found.cure.zh == "投保：2026-09-01 至 2026-09-30、2027-02-01 至 2027-02-28"
    waiting = insurance.judge(STAY, [policy("2026-09-01", "2027-02-28", verified=False)])
    assert waiting.cure is not None
    assert waiting.cure.en.startswith("Verify or insure")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(-30, 200), st.integers(0, 120), st.booleans()), max_size=5))
def test_it_agrees_with_every_day(drawn: list[tuple[int, int, bool]]) -> None:
    start = [(STAY.start + timedelta(days=off), n, verified) for off, n, verified in drawn]
    policies = [Policy(Segment(day, day + timedelta(days=n)), verified) for day, n, verified in start]
    days = [STAY.start + timedelta(days=n) for n in range((STAY.end - STAY.start).days + 1)]
    bare = [day for day in days if not any(one.verified and one.days.start <= day <= one.days.end for one in policies)]
    open_ = insurance.uncovered(STAY, policies)
    assert sum((one.end - one.start).days + 1 for one in open_) == len(bare)
    assert insurance.judge(STAY, policies).met is not bool(bare)
