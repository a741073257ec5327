"""Due days of milestones: counted from enrolment, put off, overdue, and in order."""

from datetime import date

import pytest

from ptman.rules.degree import milestones

ENROLLED = date(2025, 8, 31)
BY_CODE = {one.code: one for one in milestones.DEFAULTS}


@pytest.mark.parametrize(
    ("code", "on"),
    [
        ("registration", date(2025, 8, 31)),
        ("supervisor_assigned", date(2025, 11, 30)),
        ("midterm", date(2027, 5, 31)),
        ("archive", date(2028, 8, 31)),
    ],
)
def test_the_day_counts_from_enrolment(code: str, on: date) -> None:
    assert milestones.due_on(BY_CODE[code], ENROLLED) == on


def test_a_milestone_without_a_day_is_never_late() -> None:
    free = milestones.Definition("x", BY_CODE["plan"].label, None)
    found = milestones.due(free, ENROLLED, [], date(2099, 1, 1))
    assert (found.on, found.overdue) == (None, False)


def test_the_last_delay_holds_and_each_counts() -> None:
    delays = [date(2026, 1, 31), date(2026, 3, 1)]
    found = milestones.due(BY_CODE["plan"], ENROLLED, delays, date(2026, 3, 4))
    assert (found.on, found.delays, found.days_late, found.overdue) == (date(2026, 3, 1), 2, 3, True)
    assert not milestones.due(BY_CODE["plan"], ENROLLED, delays, date(2026, 3, 1)).overdue


def test_each_route_has_its_own_way() -> None:
    thesis = {one.code for one in milestones.of_route(milestones.DEFAULTS, "thesis")}
    outcome = {one.code for one in milestones.of_route(milestones.DEFAULTS, "practical_outcome")}
    assert (thesis - outcome, outcome - thesis) == ({"draft"}, {"acceptance"})


def test_the_defaults_are_in_the_order_they_are_due() -> None:
    due = [one.months_after or 0 for one in milestones.DEFAULTS]
    assert due == sorted(due)
    assert len(BY_CODE) == len(milestones.DEFAULTS)


def test_what_was_done_before_its_time_is_seen() -> None:
    done = {"proposal": date(2027, 1, 1), "defence": date(2026, 12, 1), "plan": date(2025, 10, 1)}
    assert milestones.out_of_order(milestones.DEFAULTS, done) == (("proposal", "defence"),)
