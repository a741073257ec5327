"""Changes of supervisor: how often, how late, to whom, and when to investigate."""

from dataclasses import replace
from datetime import date

import pytest

from ptman.rules.findings import Limit, Standing
from ptman.rules.supervisors import changing
from ptman.rules.supervisors.changing import Change

LIMITS = {
    "supervisor.max_changes": Limit(1, "warn"),
    "supervisor.change_latest_semester.2": Limit(2, "warn"),
    "supervisor.change_latest_semester.3": Limit(3, "warn"),
}
GOOD = Change(date(2026, 3, 1), date(2025, 9, 1), 3, 0, "0854", frozenset({"0854"}))


def standings(change: Change) -> list[Standing]:
    return [one.standing for one in changing.judge(change, LIMITS).findings]


@pytest.mark.parametrize(
    ("change", "standing"),
    [
        (GOOD, [Standing.MET] * 3),
        (replace(GOOD, new_categories=frozenset({"0855"})), [Standing.NOT_YET, Standing.MET, Standing.MET]),
        (replace(GOOD, new_categories=None), [Standing.UNKNOWN, Standing.MET, Standing.MET]),
        (replace(GOOD, changes_before=1), [Standing.MET, Standing.NOT_YET, Standing.MET]),
        (replace(GOOD, applied_on=date(2027, 2, 28)), [Standing.MET, Standing.MET, Standing.MET]),
        (replace(GOOD, applied_on=date(2027, 3, 1)), [Standing.MET, Standing.MET, Standing.NOT_YET]),
        (replace(GOOD, length_years=2, applied_on=date(2026, 9, 1)), [Standing.MET, Standing.MET, Standing.NOT_YET]),
        (replace(GOOD, length_years=None), [Standing.MET, Standing.MET, Standing.UNKNOWN]),
        (replace(GOOD, enrolled_on=None), [Standing.MET, Standing.MET, Standing.UNKNOWN]),
        (replace(GOOD, length_years=5), [Standing.MET, Standing.MET]),
    ],
)
def test_each_test(change: Change, standing: list[Standing]) -> None:
    assert standings(change) == standing


@pytest.mark.parametrize(
    ("opinion", "investigate"), [("agree", False), ("disagree", True), ("absent", True), (None, False)]
)
def test_a_refusal_is_investigated(opinion: str | None, investigate: bool) -> None:  # noqa: FBT001 - a column of the table
    assert changing.judge(replace(GOOD, original_opinion=opinion), LIMITS).investigate is investigate


def test_where_nothing_is_asked_only_the_qualification_is_judged() -> None:
    assert len(changing.judge(replace(GOOD, length_years=None), {}).findings) == 1


def test_the_old_supervision_ends_the_day_before() -> None:
    assert changing.handover(date(2026, 3, 1)) == (date(2026, 2, 28), date(2026, 3, 1))
