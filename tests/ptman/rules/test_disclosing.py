"""Whose consent covers what: purpose, recipient, day, and abroad only where it is said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptman.rules import disclosing
from ptman.rules.disclosing import Consent, Purpose, Towards

DAY = date(2026, 9, 10)
HOST = Towards("host", "enterprise")


@pytest.mark.parametrize(
    ("consent", "to", "covered"),
    [
        (Consent(Purpose.PLACEMENT, DAY), HOST, True),
        (Consent(Purpose.PLACEMENT, DAY), Towards(), True),
        (Consent(Purpose.PLACEMENT, DAY), Towards("abroad", "foreign"), False),
        (Consent(Purpose.PLACEMENT, DAY, kind="foreign"), Towards("abroad", "foreign"), True),
        (Consent(Purpose.PLACEMENT, DAY, recipient="host"), HOST, True),
        (Consent(Purpose.PLACEMENT, DAY, recipient="other"), HOST, False),
        (Consent(Purpose.PLACEMENT, DAY, kind="enterprise"), HOST, True),
        (Consent(Purpose.PLACEMENT, DAY, kind="government"), HOST, False),
        (Consent(Purpose.PLACEMENT, DAY, kind="enterprise"), Towards(), False),
        (Consent(Purpose.INSURANCE, DAY), HOST, False),
    ],
)
def test_covered(consent: Consent, to: Towards, covered: bool) -> None:  # noqa: FBT001 a column of the table
    assert disclosing.covers(consent, Purpose.PLACEMENT, to, DAY) is covered


@given(st.integers(-5, 5), st.integers(-5, 5) | st.none())
def test_it_holds_from_its_day_until_it_is_withdrawn(begun: int, ended: int | None) -> None:
    withdrawn = None if ended is None else DAY + timedelta(days=ended)
    consent = Consent(Purpose.TITLE, DAY + timedelta(days=begun), withdrawn)
    assert disclosing.covers(consent, Purpose.TITLE, HOST, DAY) is (begun <= 0 and (ended is None or ended > 0))


def test_three_years() -> None:
    assert disclosing.kept_until(date(2024, 2, 29)) == date(2027, 2, 28)
