"""Editions of the title rules: in force by day and cohort, their own thresholds, only the tests they ask."""

from dataclasses import replace
from datetime import date

import pytest

from ptman.errors import PtmanError
from ptman.rules.findings import Limit, Standing
from ptman.rules.months import Segment
from ptman.rules.practice.ledger import PROJECT, Stay
from ptman.rules.titles import editions, what_if
from ptman.rules.titles.editions import Asked, Edition, Question
from ptman.rules.titles.eligibility import Batch, Candidate
from ptman.rules.titles.mean import Course

OLD = Edition("a", "2020", date(2020, 1, 1), "院发〔2020〕10号", tuple(Asked(test) for test in editions.FINDINGS))
NEW = replace(OLD, key="b", name="2027", since=date(2027, 1, 1), basis="院发〔2026〕1号", from_cohort=2025)
LIMITS = {"title.degree_course_mean_min": Limit(80), "title.practice_months_min_if_below": Limit(12)}
TODAY = date(2026, 3, 1)
BATCH = Batch(date(2026, 5, 31), date(2026, 6, 30))
STUDENT = Candidate(
    category="0854",
    about_to_graduate=True,
    orientation="non_oriented",
    courses=(Course(800, 30),),
    work_months=0,
    stays=(Stay("p", PROJECT, Segment(date(2025, 6, 1), date(2026, 3, 31))),),
    practice_score_x10=800,
)

ASKED = Question(STUDENT, OLD, LIMITS, BATCH)


@pytest.mark.parametrize(
    ("day", "cohort", "key"),
    [
        (date(2019, 12, 31), 2019, None),
        (date(2020, 1, 1), 2019, "a"),
        (date(2026, 12, 31), 2025, "a"),
        (date(2027, 1, 1), 2025, "b"),
        (date(2027, 1, 1), 2024, "a"),
    ],
)
def test_in_force_by_day_and_cohort(day: date, cohort: int, key: str | None) -> None:
    found = editions.in_force((NEW, OLD), day, cohort)
    assert (found.key if found else None) == key


def test_only_what_is_asked_in_its_order_with_its_basis() -> None:
    asked = (Asked("practice_months", 9, "warn", "第三条"), Asked("degree_course_mean", 85), Asked("no_such_test"))
    found = Question(STUDENT, replace(OLD, asked=asked), LIMITS, BATCH).judge(TODAY)
    assert [(one.code, one.severity, one.basis) for one in found] == [
        (editions.FINDINGS["practice_months"], "warn", "第三条"),
        (editions.FINDINGS["degree_course_mean"], "block", OLD.basis),
    ]
    assert [one.standing for one in found] == [Standing.MET, Standing.IMPOSSIBLE]


def test_thresholds_left_open_are_the_parameters() -> None:
    assert editions.ruleset(OLD, LIMITS | {"title.practice_months_min_if_below": Limit(10)}).practice_months == 10
    assert editions.ruleset(replace(OLD, work_months=24), LIMITS).work_months == 24


def test_every_test_has_its_finding() -> None:
    assert [one.code for one in ASKED.judge(TODAY)] == list(editions.FINDINGS.values())


def test_what_if_practice_goes_on() -> None:
    changed = what_if.extend(ASKED, date(2026, 5, 31), TODAY)
    (practice,) = (one for one in changed if one.differs)
    assert practice.before.code == what_if.PRACTICE
    assert (practice.before.standing, practice.before.earliest) == (Standing.NOT_YET, date(2026, 5, 30))
    assert practice.after.standing is Standing.MET
    short = what_if.extend(ASKED, date(2026, 5, 1), TODAY)
    assert [one.after.standing for one in short if one.before.code == what_if.PRACTICE] == [Standing.NOT_YET]


def test_what_if_too_late_stays_impossible() -> None:
    late = Batch(date(2026, 5, 31), date(2026, 5, 15))
    changed = what_if.extend(replace(ASKED, batch=late), date(2026, 8, 31), TODAY)
    assert [one.after.standing for one in changed if one.before.code == what_if.PRACTICE] == [Standing.IMPOSSIBLE]


def test_what_if_goes_forward_only_and_starts_anew_where_nothing_lasts() -> None:
    with pytest.raises(PtmanError, match="must be later than 2026-03-31"):
        what_if.extended(STUDENT.stays or (), date(2026, 3, 31), TODAY)
    (_, new) = what_if.extended(STUDENT.stays or (), date(2026, 12, 31), date(2026, 7, 1))
    assert new.days == Segment(date(2026, 7, 1), date(2026, 12, 31))
    (only,) = what_if.extended((), date(2026, 12, 31), TODAY)
    assert only.key == what_if.NEW
