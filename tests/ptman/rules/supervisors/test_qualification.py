"""Industry supervisors qualify by any one condition, and by its evidence."""

from dataclasses import replace
from datetime import date

import pytest

from ptman.rules.findings import Standing
from ptman.rules.supervisors import qualification
from ptman.rules.supervisors.qualification import FOR_DOCTORS, FOR_MASTERS, Conditions, Expert

TODAY = date(2026, 9, 1)
NOBODY = Expert("intermediate", "bachelor", date(2010, 7, 1), None, is_manager=False)
ALL = frozenset(qualification.EVIDENCE)


@pytest.mark.parametrize(
    ("one", "asked", "basis", "standing"),
    [
        (Expert(title_level="associate_senior"), FOR_MASTERS, "senior_title", Standing.MET),
        (Expert(title_level="senior"), FOR_DOCTORS, "senior_title", Standing.MET),
        (Expert(title_level="associate_senior"), FOR_DOCTORS, None, Standing.UNKNOWN),
        (Expert(degree="doctor", degree_awarded_on=date(2024, 9, 1)), FOR_MASTERS, "degree_years", Standing.MET),
        (Expert(degree="doctor", degree_awarded_on=date(2024, 9, 2)), FOR_MASTERS, None, Standing.NOT_YET),
        (Expert(degree="master", degree_awarded_on=date(2021, 9, 1)), FOR_MASTERS, "degree_years", Standing.MET),
        (Expert(degree="master", degree_awarded_on=date(2001, 9, 1)), FOR_DOCTORS, None, Standing.UNKNOWN),
        (Expert(tech_head_since=date(2026, 1, 1)), FOR_MASTERS, "tech_head", Standing.MET),
        (Expert(tech_head_since=date(2026, 1, 1)), FOR_DOCTORS, None, Standing.NOT_YET),
        (Expert(is_manager=True), FOR_MASTERS, "manager", Standing.MET),
        (Expert(is_manager=True), FOR_DOCTORS, None, Standing.UNKNOWN),
        (Expert(), FOR_MASTERS, None, Standing.UNKNOWN),
        (NOBODY, FOR_MASTERS, None, Standing.UNKNOWN),
    ],
)
def test_any_one_condition(one: Expert, asked: Conditions, basis: str | None, standing: Standing) -> None:
    found = qualification.judge(one, asked, TODAY)
    assert (found.basis, found.standing) == (basis, standing)


def test_the_day_from_which_a_degree_is_old_enough() -> None:
    one = replace(NOBODY, degree="doctor", degree_awarded_on=date(2024, 9, 2))
    degree = qualification.judge(one, FOR_MASTERS, TODAY).conditions[1]
    assert degree.earliest == date(2026, 9, 2)
    assert degree.value is not None
    assert degree.value.en == "23 months"


@pytest.mark.parametrize(
    ("evidence", "missing"),
    [
        (frozenset(), ("registration_form", "id_copy", "title_copy")),
        (frozenset({"registration_form", "id_copy"}), ("title_copy",)),
        (ALL, ()),
    ],
)
def test_the_evidence_that_is_missing(evidence: frozenset[str], missing: tuple[str, ...]) -> None:
    found = qualification.judge(Expert(title_level="senior", evidence=evidence), FOR_MASTERS, TODAY)
    assert (found.missing, found.complete) == (missing, not missing)
    assert qualification.missing_words(("id_copy", "degree_copy")).zh == "身份证件复印件、学位证书复印件"


def test_a_condition_with_its_evidence_goes_before_one_without() -> None:
    evidence = frozenset({"registration_form", "id_copy", "degree_copy"})
    one = Expert("senior", "doctor", date(2010, 7, 1), evidence=evidence)
    found = qualification.judge(one, FOR_MASTERS, TODAY)
    assert (found.basis, found.complete) == ("degree_years", True)
