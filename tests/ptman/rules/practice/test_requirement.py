"""Requirements of practice: met, not yet, impossible and unknown, with the day and the cure."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.labels import Label
from ptman.rules import months
from ptman.rules.findings import Limit, Standing
from ptman.rules.months import Duration, Segment
from ptman.rules.practice import checks, ledger, requirement
from ptman.rules.practice.checks import Profile
from ptman.rules.practice.ledger import PROJECT, Stay, Terms
from ptman.rules.practice.requirement import Case, Requirement

INTERN = "industry_internship"
TODAY = date(2026, 9, 1)
SIX = Requirement("x", Label("时长", "Length"), Limit(6, "block", "院发〔2018〕28号"))
LIMITS = {
    "practice.min_months.non_oriented": Limit(6),
    "practice.min_project_months.non_oriented": Limit(3),
    "practice.min_project_months.oriented": Limit(3),
    "practice.min_months.no_experience": Limit(12, "warn"),
    "practice.min_months.experienced": Limit(6, "warn"),
    "practice.experience_months": Limit(24, "warn"),
}


def stay(start: str, end: str, form: str = PROJECT) -> Stay:
    return Stay("p", form, Segment(date.fromisoformat(start), date.fromisoformat(end)))


@pytest.mark.parametrize(
    ("start", "end", "borderline"),
    [
        ("2026-03-01", "2026-08-31", False),
        ("2026-02-28", "2026-08-27", False),
        ("2025-08-31", "2026-02-27", False),
        ("2026-07-01", "2026-12-30", True),
        ("2025-09-01", "2026-08-31", False),
        ("2024-02-29", "2025-02-27", False),
    ],
)
def test_given_vectors_are_met(start: str, end: str, borderline: bool) -> None:  # noqa: FBT001 - a column of the table
    found = requirement.judge(Case((stay(start, end),), date(2027, 1, 1)), SIX)
    assert (found.standing, found.borderline, found.basis) == (Standing.MET, borderline, "院发〔2018〕28号")


def test_a_running_placement_too_short_is_extended() -> None:
    """3 months 6 days of 6 leave 2 months 24 days."""
    found = requirement.judge(Case((stay("2026-06-15", "2026-09-20"),), TODAY), SIX)
    assert found.standing is Standing.NOT_YET
    assert found.gap == Label("2 个月 24 天", "2 months 24 days")
    assert found.earliest == date(2026, 12, 14)
    assert found.cure == Label(
        "将实践延长 2 个月 24 天，至 2026-12-14", "Extend the placement by 2 months 24 days, until 2026-12-14"
    )
    assert found.value == Label("2 个月 18 天", "2 months 18 days")


def test_a_placement_long_enough_needs_only_time() -> None:
    found = requirement.judge(Case((stay("2026-06-01", "2026-12-31"),), TODAY), SIX)
    assert (found.standing, found.earliest) == (Standing.NOT_YET, date(2026, 11, 30))
    assert found.cure == Label("按计划实践至 2026-11-30", "Practise as planned until 2026-11-30")


def test_after_the_last_placement_a_new_one_is_needed() -> None:
    """30 days left over make a month, so the 30th of October suffices."""
    found = requirement.judge(Case((stay("2026-01-01", "2026-04-30"),), TODAY), SIX)
    assert found.earliest == date(2026, 10, 30)
    assert found.cure == Label(
        "再安排专业实践 2 个月，最早自 2026-09-01 至 2026-10-30",
        "Arrange 2 months more, at the earliest 2026-09-01 to 2026-10-30",
    )


def test_what_comes_too_late_is_impossible() -> None:
    for latest, standing in ((date(2026, 10, 30), Standing.NOT_YET), (date(2026, 10, 29), Standing.IMPOSSIBLE)):
        case = Case((stay("2026-01-01", "2026-04-30"),), TODAY, latest=latest)
        assert requirement.judge(case, SIX).standing is standing


def test_unknown_practice_is_unknown_and_none_is_not() -> None:
    assert requirement.judge(Case(None, TODAY), SIX).standing is Standing.UNKNOWN
    none = requirement.judge(Case((), TODAY), SIX)
    assert (none.standing, none.value, none.gap) == (
        Standing.NOT_YET,
        Label("0 个月", "0 months"),
        Label("6 个月", "6 months"),
    )
    opens = Terms(Segment(date(2027, 9, 1), date(2028, 8, 31)))
    assert requirement.judge(Case((), TODAY, opens), SIX).earliest == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("orientation", "codes"),
    [
        ("non_oriented", {"practice.min_months", "practice.min_project_months"}),
        ("oriented", {"practice.min_project_months"}),
    ],
)
def test_sponsored_students_need_project_research_alone(orientation: str, codes: set[str]) -> None:
    case = Case((stay("2026-01-01", "2026-03-31", INTERN), stay("2026-04-01", "2026-06-30")), TODAY)
    found = checks.judge(case, Profile(orientation, 24), LIMITS)
    assert {one.code for one in found if one.severity == "block"} == codes
    assert all(one.met for one in found)


def test_a_profile_that_is_not_known_judges_nothing() -> None:
    case = Case((stay("2026-03-01", "2026-08-31"),), TODAY)
    first = checks.judge(case, Profile(None, 24), LIMITS)[0]
    assert (first.standing, first.blocks) == (Standing.UNKNOWN, True)
    national = checks.judge(case, Profile("non_oriented"), LIMITS)[-1]
    assert (national.standing, national.severity) == (Standing.UNKNOWN, "warn")
    year = Case((stay("2025-03-01", "2026-08-31"),), TODAY)
    assert checks.judge(year, Profile("non_oriented"), LIMITS)[-1].met


@pytest.mark.parametrize(("worked", "met"), [(23, False), (24, True)])
def test_little_experience_asks_for_a_year(worked: int, met: bool) -> None:  # noqa: FBT001 - a column of the table
    case = Case((stay("2026-03-01", "2026-08-31"),), TODAY)
    assert checks.judge(case, Profile("non_oriented", worked), LIMITS)[-1].met is met


def test_days_beyond_the_window_warn_and_count() -> None:
    window = Terms(Segment(date(2024, 9, 1), date(2026, 8, 30)))
    found = checks.judge(Case((stay("2026-03-01", "2026-08-31"),), TODAY, window), Profile("non_oriented", 24), LIMITS)
    assert found[0].met
    assert (found[-1].code, found[-1].severity, found[-1].gap) == (
        "practice.window_end",
        "warn",
        Label("1 天", "1 day"),
    )


def test_a_summary_for_a_certificate() -> None:
    case = Case((stay("2026-03-01", "2026-05-31", INTERN), stay("2026-06-01", "2026-09-10")), TODAY)
    assert checks.summary(case).zh == "6 个月 1 天，其中项目研究 3 个月 1 天"


@settings(deadline=None, max_examples=80)
@given(
    start=st.dates(date(2025, 9, 1), date(2026, 12, 1)),
    days=st.integers(0, 400),
    needed=st.integers(1, 14),
)
def test_following_the_cure_meets_it_that_day_and_not_before(start: date, days: int, needed: int) -> None:
    one = Stay("p", PROJECT, Segment(start, start + timedelta(days=days)))
    test = Requirement("x", SIX.label, Limit(needed))
    found = requirement.judge(Case((one,), TODAY), test)
    if found.met:
        assert months.reaches(*months.total(ledger.until([one.days], TODAY)), needed).ok
        return
    assert found.earliest is not None
    begin = one.days.end + timedelta(days=1) if one.days.end >= TODAY else TODAY
    more = (Stay("q", PROJECT, Segment(begin, max(found.earliest, begin))),) if found.earliest > one.days.end else ()
    assert requirement.judge(Case((one, *more), found.earliest), test).met
    assert not requirement.judge(Case((one, *more), found.earliest - timedelta(days=1)), test).met


@settings(deadline=None, max_examples=50)
@given(done=st.integers(0, 11), days=st.integers(0, 29))
def test_what_is_done_and_what_is_missing_make_the_whole(done: int, days: int) -> None:
    left = requirement.shortage(Duration(done, days), 12)
    assert months.carried(Duration(done + left.months, days + left.days)) == Duration(12, 0)
