"""Terms of appointment: their default end, overlaps, renewal, and warnings."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules.findings import Limit, Standing
from ptman.rules.supervisors import appointments
from ptman.rules.supervisors.appointments import AGE, CATEGORY, LOAD, Appointee, Term

TERM = Term("a", "li", "0854", date(2026, 9, 1), date(2029, 8, 31))
LIMITS = {AGE: Limit(60, "warn"), LOAD: Limit(3, "warn"), CATEGORY: Limit(1, "warn"), appointments.ADJUNCT: Limit(0)}


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [
        (date(2026, 9, 1), 3, date(2029, 8, 31)),
        (date(2024, 2, 29), 3, date(2027, 2, 27)),
        (date(2026, 1, 1), 1, date(2026, 12, 31)),
    ],
)
def test_the_default_end_of_a_term(start: date, years: int, end: date) -> None:
    assert appointments.term_end(start, years) == end


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        (replace(TERM, key="b", start=date(2029, 8, 31), end=date(2030, 1, 1)), True),
        (replace(TERM, key="b", start=date(2029, 9, 1), end=date(2030, 1, 1)), False),
        (replace(TERM, key="b", category="0855"), False),
        (replace(TERM, key="b", supervisor="wang"), False),
    ],
)
def test_terms_of_one_category_do_not_overlap(other: Term, overlap: bool) -> None:  # noqa: FBT001 - a column of the table
    assert appointments.overlaps([other, TERM]) == ((("a", "b"),) if overlap else ())


@pytest.mark.parametrize(("before", "open_"), [(91, False), (90, True), (0, True), (-5, True)])
def test_renewal_opens_ninety_days_before(before: int, open_: bool) -> None:  # noqa: FBT001 - a column of the table
    assert appointments.may_renew(TERM.end, TERM.end - timedelta(days=before)) is open_


def test_a_renewal_follows_the_term_or_begins_today() -> None:
    assert appointments.renewal_start(TERM.end, date(2029, 7, 1)) == date(2029, 9, 1)
    assert appointments.renewal_start(TERM.end, date(2029, 10, 5)) == date(2029, 10, 5)


@pytest.mark.parametrize(
    ("start", "end", "standing", "severity"),
    [
        (date(2026, 9, 1), date(2029, 8, 31), Standing.MET, "warn"),
        (date(2026, 9, 1), date(2029, 9, 1), Standing.NOT_YET, "warn"),
        (date(2026, 9, 1), None, Standing.UNKNOWN, "warn"),
        (date(2026, 8, 31), date(2027, 1, 1), Standing.NOT_YET, "block"),
        (date(2029, 9, 1), None, Standing.NOT_YET, "block"),
    ],
)
def test_a_supervision_lies_inside_a_term(start: date, end: date | None, standing: Standing, severity: str) -> None:
    found = appointments.covers(TERM, start, end)
    assert (found.standing, found.severity) == (standing, severity)


def test_warnings_of_age_load_category_and_adjunct_post() -> None:
    found = appointments.warnings(Appointee(date(1968, 9, 1), 4, frozenset({"0855"}), adjunct=True), TERM, LIMITS)
    assert [(one.code, one.met, one.gap.en if one.gap else "") for one in found] == [
        (AGE, True, ""),
        (LOAD, False, "1 over"),
        (CATEGORY, False, "1 over"),
        (appointments.ADJUNCT, False, "1 over"),
    ]
    older = appointments.warnings(Appointee(date(1968, 8, 31)), TERM, {AGE: LIMITS[AGE]})
    assert (older[0].value.zh if older[0].value else "", older[0].met) == ("61", False)
    unknown = appointments.warnings(Appointee(), TERM, LIMITS)
    assert [one.standing for one in unknown] == [Standing.UNKNOWN, Standing.UNKNOWN, Standing.MET, Standing.UNKNOWN]


@settings(deadline=None, max_examples=60)
@given(start=st.dates(date(2000, 1, 1), date(2040, 1, 1)), years=st.integers(1, 6))
def test_terms_that_follow_each_other_do_not_overlap(start: date, years: int) -> None:
    end = appointments.term_end(start, years)
    follow = end + timedelta(days=1)
    one = Term("a", "li", None, start, end)
    other = Term("b", "li", None, follow, appointments.term_end(follow, years))
    assert appointments.overlaps([one, other]) == ()
    assert appointments.overlaps([one, replace(other, start=end)]) == (("a", "b"),)
