"""Changes of placements fit or not: by the state, the dates and the base, each refusal in words."""

from dataclasses import replace
from datetime import date

import pytest

from ptman.labels import Label
from ptman.rules.practice import fitting
from ptman.rules.practice.fitting import Case

TODAY = date(2028, 3, 1)
GOING = Case("post", "in_progress", date(2027, 9, 1), date(2028, 8, 31), TODAY)
LATER, BEFORE = date(2028, 3, 2), date(2028, 2, 1)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (GOING, None),
        (replace(GOING, status="archived"), fitting.IS_OVER),
        (replace(GOING, kind="extend", new_end=date(2028, 9, 1)), None),
        (replace(GOING, kind="extend", new_end=GOING.ends_on), fitting.NOT_LATER),
        (replace(GOING, kind="extend"), fitting.NOT_LATER),
        (replace(GOING, kind="shorten", new_end=date(2028, 8, 30)), None),
        (replace(GOING, kind="shorten", new_end=GOING.ends_on), fitting.NOT_EARLIER),
        (replace(GOING, kind="shorten", new_end=date(2027, 8, 31)), fitting.NOT_EARLIER),
        (replace(GOING, kind="end", new_end=TODAY), None),
        (replace(GOING, kind="end", new_end=LATER), fitting.TOO_EARLY),
        (replace(GOING, kind="end", new_end=TODAY, status="planned"), fitting.NOT_UNDER_WAY),
        (replace(GOING, kind="transfer"), None),
        (replace(GOING, kind="transfer", status="planned"), fitting.NOT_UNDER_WAY),
        (replace(GOING, kind="transfer", base_differs=False), fitting.SAME_BASE),
        (replace(GOING, kind="transfer", base_in_use=False), fitting.NOT_IN_USE),
        (replace(GOING, kind="transfer", effective_on=GOING.starts_on), fitting.NOT_WITHIN),
        (replace(GOING, kind="transfer", new_end=BEFORE), fitting.NOT_WITHIN),
        (replace(GOING, kind="split", base_differs=False), None),
        (replace(GOING, kind="split", effective_on=date(2028, 9, 1)), fitting.NOT_WITHIN),
        (replace(GOING, kind="interrupt"), None),
        (replace(GOING, kind="interrupt", status="dispatched"), fitting.NOT_IN_PROGRESS),
        (replace(GOING, kind="interrupt", effective_on=LATER), fitting.TOO_EARLY),
        (replace(GOING, kind="interrupt", new_end=BEFORE), fitting.NOT_WITHIN),
        (replace(GOING, kind="resume"), fitting.NOT_INTERRUPTED),
        (replace(GOING, kind="resume", status="interrupted", interrupted_on=BEFORE), None),
        (replace(GOING, kind="resume", status="interrupted", effective_on=LATER), fitting.TOO_EARLY),
        (
            replace(GOING, kind="resume", status="interrupted", interrupted_on=TODAY, effective_on=BEFORE),
            fitting.BEFORE_BREAK,
        ),
    ],
)
def test_each_kind_has_its_conditions(case: Case, said: Label | None) -> None:
    assert fitting.against(case, TODAY) == said
