"""Numeric cells offered where a number written as text belongs."""

import math

import pytest

from ptman.rules import numeric


@pytest.mark.parametrize(
    ("value", "written"), [(22160001.0, "22160001"), (13800000000, "13800000000"), (999999999999999, "9" * 15)]
)
def test_what_a_double_holds_is_taken_with_a_note(value: float, written: str) -> None:
    read = numeric.as_text(value)
    assert read.must() == written
    assert read.noted("number-as-text")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (9.9010119990101e17, "number-rounded"),
        (10**15, "number-rounded"),
        (1.5, "number-bad"),
        (-1, "number-bad"),
        (math.nan, "number-bad"),
        (math.inf, "number-bad"),
    ],
)
def test_the_rest_is_refused(value: float, code: str) -> None:
    fault = numeric.as_text(value).fault
    assert fault is not None
    assert fault.code == code


def test_what_excel_shows_of_a_long_number_is_refused() -> None:
    assert not numeric.not_rounded("1.10101E+17").ok
    assert not numeric.not_rounded("5.01e+10").ok
    assert numeric.not_rounded("1E105").ok
