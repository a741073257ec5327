"""Eligibility for the title: each test of the formula by itself, and nothing that is missing passes."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules.findings import Finding, Limit, Standing
from ptman.rules.months import Segment
from ptman.rules.practice.ledger import PROJECT, Stay
from ptman.rules.titles import eligibility, rulesets
from ptman.rules.titles.eligibility import Batch, Candidate
from ptman.rules.titles.mean import Course
from ptman.rules.titles.rulesets import RuleSet

RULES = RuleSet("2020", date(2020, 9, 1), "院发〔2020〕10号")
TODAY = date(2026, 3, 1)
BATCH = Batch(date(2026, 5, 31))
YEAR = Stay("p", PROJECT, Segment(date(2025, 3, 1), date(2026, 2, 28)))
GOOD = Candidate(
    category="0854",
    about_to_graduate=True,
    orientation="non_oriented",
    courses=(Course(800, 30),),
    work_months=0,
    stays=(YEAR,),
    practice_score_x10=800,
)
CODES = {
    "category": "title.category",
    "status": "title.about_to_graduate",
    "civil": "title.not_civil_service",
    "consent": "title.employer_consent",
    "mean": "title.degree_course_mean_min",
    "practice": "title.practice_months_min_if_below",
    "score": "title.practice_score_min_if_below",
    "deadline": "title.deadline.batch",
}
SHORT = replace(YEAR, days=Segment(date(2025, 6, 1), date(2026, 2, 28)))


def judge(one: Candidate, batch: Batch = BATCH, today: date = TODAY) -> dict[str, Finding]:
    return {found.code: found for found in eligibility.judge(one, RULES, batch, today)}


def test_a_good_candidate_meets_every_test() -> None:
    found = eligibility.judge(GOOD, RULES, BATCH, TODAY)
    assert [one.code for one in found] == list(CODES.values())
    assert eligibility.verdict(found) is Standing.MET
    assert {one.basis for one in found} == {"院发〔2020〕10号"}


@pytest.mark.parametrize(
    ("changes", "test", "standing"),
    [
        ({"category": "1256"}, "category", Standing.IMPOSSIBLE),
        ({"category": None}, "category", Standing.UNKNOWN),
        ({"about_to_graduate": False}, "status", Standing.NOT_YET),
        ({"about_to_graduate": None}, "status", Standing.UNKNOWN),
        ({"orientation": "oriented", "employer_type": "civil_service"}, "civil", Standing.IMPOSSIBLE),
        ({"orientation": "oriented", "employer_type": "enterprise"}, "civil", Standing.MET),
        ({"orientation": "oriented"}, "civil", Standing.UNKNOWN),
        ({"orientation": None}, "civil", Standing.UNKNOWN),
        ({"orientation": "non_oriented", "employer_type": "civil_service"}, "civil", Standing.MET),
        ({"orientation": "oriented", "employer_type": "public_institution"}, "consent", Standing.UNKNOWN),
        (
            {"orientation": "oriented", "employer_type": "public_institution", "employer_consent": False},
            "consent",
            Standing.NOT_YET,
        ),
        (
            {"orientation": "oriented", "employer_type": "public_institution", "employer_consent": True},
            "consent",
            Standing.MET,
        ),
        ({"courses": (Course(799, 10), Course(800, 90))}, "mean", Standing.IMPOSSIBLE),
        ({"courses": ()}, "mean", Standing.UNKNOWN),
        ({"practice_score_x10": 799}, "score", Standing.NOT_YET),
        ({"practice_score_x10": None}, "score", Standing.UNKNOWN),
        ({"practice_score_x10": None, "work_months": 36}, "score", Standing.MET),
        ({"practice_score_x10": 799, "work_months": 35}, "score", Standing.NOT_YET),
        ({"practice_score_x10": 799, "work_months": None}, "score", Standing.UNKNOWN),
        ({"practice_score_x10": 800, "work_months": None}, "score", Standing.MET),
        ({"stays": (), "work_months": 36}, "practice", Standing.MET),
        ({"stays": None, "work_months": 36}, "practice", Standing.MET),
        ({"stays": None}, "practice", Standing.UNKNOWN),
        ({"stays": ()}, "practice", Standing.IMPOSSIBLE),
        ({"stays": (SHORT,)}, "practice", Standing.NOT_YET),
        ({"work_months": None}, "practice", Standing.MET),
        ({"work_months": None, "stays": ()}, "practice", Standing.UNKNOWN),
    ],
)
def test_each_test_by_itself(changes: dict[str, Any], test: str, standing: Standing) -> None:
    assert judge(replace(GOOD, **changes))[CODES[test]].standing is standing


@pytest.mark.parametrize("code", ["0854", "0855", "0856", "0857", "0858", "0859", "0860", "0861"])
def test_each_category_of_the_formula_may_apply(code: str) -> None:
    assert judge(replace(GOOD, category=code))[CODES["category"]].met


@pytest.mark.parametrize("code", ["0852", "0853", "0862", "1256"])
def test_no_other_category_may(code: str) -> None:
    assert judge(replace(GOOD, category=code))[CODES["category"]].standing is Standing.IMPOSSIBLE


def test_a_short_practice_says_how_long_and_until_when() -> None:
    """Eleven months and 30 days make twelve."""
    found = judge(replace(GOOD, stays=(SHORT,)))[CODES["practice"]]
    assert found.earliest == date(2026, 5, 30)
    assert found.cure is not None
    assert found.cure.en == "Arrange 3 months more, at the earliest 2026-03-01 to 2026-05-30"
    late = judge(replace(GOOD, stays=(SHORT,)), Batch(date(2026, 5, 29)))[CODES["practice"]]
    assert (late.standing, late.earliest) == (Standing.IMPOSSIBLE, date(2026, 5, 30))
    graduating = Batch(date(2026, 5, 29), latest=date(2026, 6, 30))
    assert judge(replace(GOOD, stays=(SHORT,)), graduating)[CODES["practice"]].standing is Standing.NOT_YET


@pytest.mark.parametrize(
    ("today", "close", "standing"),
    [
        (date(2026, 5, 31), date(2026, 5, 31), Standing.MET),
        (date(2026, 6, 1), date(2026, 5, 31), Standing.IMPOSSIBLE),
        (date(2026, 6, 1), None, Standing.UNKNOWN),
    ],
)
def test_the_last_day_is_in_time(today: date, close: date | None, standing: Standing) -> None:
    assert judge(GOOD, Batch(close), today)[CODES["deadline"]].standing is standing


def test_the_edition_in_force_is_the_last_one_begun() -> None:
    newer = replace(RULES, name="2026", since=date(2026, 9, 1), mean_min=85)
    assert rulesets.in_force([newer, RULES], date(2026, 8, 31)) is RULES
    assert rulesets.in_force([RULES, newer], date(2026, 9, 1)) is newer
    assert rulesets.in_force([RULES], date(2020, 8, 31)) is None


def test_an_edition_is_made_of_the_office_s_parameters() -> None:
    limits = {
        "title.degree_course_mean_min": Limit(85, "block", "新办法"),
        "title.work_years_threshold": Limit(2, "block", "新办法"),
    }
    found = rulesets.from_limits(limits, "2027", date(2027, 1, 1))
    assert (found.mean_min, found.work_months, found.practice_months, found.basis) == (85, 24, 12, "新办法")


@settings(deadline=None, max_examples=80)
@given(missing=st.sets(st.sampled_from([one.name for one in fields(Candidate)])), work=st.sampled_from([None, 0, 36]))
def test_what_is_missing_never_passes(missing: set[str], work: int | None) -> None:
    whole = replace(GOOD, orientation="oriented", employer_type="public_institution", employer_consent=True)
    one = replace(replace(whole, work_months=work), **dict.fromkeys(missing - {"work_months"}))
    verdict = eligibility.verdict(eligibility.judge(one, RULES, BATCH, TODAY))
    asked = missing - {"work_months"} - ({"stays", "practice_score_x10"} if work == 36 else set())
    assert (verdict is Standing.UNKNOWN) == bool(asked)
    assert (verdict is Standing.MET) == (not asked)
