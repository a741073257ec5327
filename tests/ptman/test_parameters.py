"""Rule parameters: the value in force for a cohort, and what is said where there is none or a bad one."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, parameters
from ptman.errors import PtmanError
from ptman.models import RuleParameter
from ptman.rules.degree import audit
from ptman.rules.findings import Limit
from ptman.rules.practice import checks
from ptman.rules.supervisors import appointments, changing
from ptman.rules.titles import mean

CODE = "practice.period_start"


def test_seeded_values_are_read_as_what_they_are(office: db.Database) -> None:
    assert office.read(parameters.value, CODE, 2026) == "1-09-01"
    assert office.read(parameters.day, CODE, 2026) == date(2027, 9, 1)
    assert office.read(parameters.number, "base.seats_default", 2026) == 5


def test_the_row_that_begins_last_counts_within_its_cohorts(office: db.Database) -> None:
    def add(session: Session) -> None:
        more = {"code": CODE, "name": "实践开始", "name_en": "Start"}
        session.add(RuleParameter(from_cohort=2024, to_cohort=2025, value="1-03-01", **more))
        session.add(RuleParameter(from_cohort=2026, value="2-03-01", retired_on=date(2026, 1, 1), **more))

    office.write(add)
    assert [office.read(parameters.day, CODE, cohort).isoformat() for cohort in (2023, 2024, 2025, 2026)] == [
        "2024-09-01",
        "2025-03-01",
        "2026-03-01",
        "2027-09-01",
    ]


@pytest.mark.parametrize("text", ["", "1-9-1", "1-13-01", "1-02-30", "一-09-01", "2027-09-01"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(PtmanError) as refused:
        parameters.day_after_enrolment(text, 2026)
    assert refused.value.code == "parameter-bad"


@pytest.mark.parametrize("text", ["", "-1", "2.5", "三", "１２"])
def test_what_is_no_number_is_refused(office: db.Database, text: str) -> None:
    def spoil(session: Session) -> None:
        session.scalars(select(RuleParameter).where(RuleParameter.code == "base.seats_default")).one().value = text

    office.write(spoil)
    with pytest.raises(PtmanError) as refused:
        office.read(parameters.number, "base.seats_default", 2026)
    assert refused.value.code == "parameter-bad"
    assert "base.seats_default" in refused.value.sentence.zh


def test_a_missing_parameter_is_named(office: db.Database) -> None:
    with pytest.raises(PtmanError) as refused:
        office.read(parameters.value, "no.such", 2026)
    assert refused.value.code == "no-parameter"


def test_thresholds_come_with_their_severity_and_basis(office: db.Database) -> None:
    found = office.read(parameters.limits, 2026)
    assert found["practice.min_months.non_oriented"] == Limit(6, "block", "院发〔2018〕28号")
    assert found["supervisor.industry_max_age"].severity == "warn"
    assert not {"defence.pass_ratio", "practice.window_end", "office.name"} & set(found)


def test_the_threshold_of_a_cohort_is_its_own(office: db.Database) -> None:
    code = "title.degree_course_mean_min"

    def add(session: Session) -> None:
        session.add(RuleParameter(code=code, name="平均分", name_en="Mean", from_cohort=2027, value="85"))
        session.add(RuleParameter(code="own.off", name="旧", name_en="Old", value="1", retired_on=date(2026, 1, 1)))

    office.write(add)
    assert [office.read(parameters.limits, cohort)[code].value for cohort in (2026, 2027)] == [80, 85]
    assert "own.off" not in office.read(parameters.limits, 2027)


def test_every_threshold_the_rules_ask_for_is_seeded(office: db.Database) -> None:
    """The limits by which practice, degree, appointments and changes are judged are those of the file."""
    found = office.read(parameters.limits, 2026)
    asked = {
        *(f"practice.min_project_months.{one}" for one in (checks.ORIENTED, checks.NON_ORIENTED)),
        *("practice.min_months.no_experience", "practice.min_months.experienced", "practice.experience_months"),
        *(code for code, _ in audit.REQUIRED),
        *(appointments.AGE, appointments.LOAD, appointments.CATEGORY, appointments.ADJUNCT),
        *(changing.MAX_CHANGES, f"{changing.LATEST}.2", f"{changing.LATEST}.3"),
        *(mean.CODE, "title.practice_months_min_if_below", "title.practice_score_min_if_below"),
        *("defence.committee_min.master", "defence.committee_min.doctor"),
    }
    assert asked <= set(found)
    weights = [found[f"practice.score_weights.{one}"].value for one in ("campus", "industry", "defence")]
    assert sum(weights) == 100
