"""Dates in every form of domain.md §8.3, and the forms that are refused."""

import datetime as dt
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.labels import Lang
from ptman.rules import dates
from ptman.rules.reading import Read

FIRST_OF_MARCH = dt.date(2026, 3, 1)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("2026-03-01", []),
        ("2026-3-1", []),
        ("2026/3/1", []),
        ("2026.3.1", []),
        ("20260301", []),
        ("2026年3月1日", []),
        ("2026年03月01号", []),
        (" 2026 年 3 月 1 日", ["blanks-removed"]),
        ("2026-03-01 00:00:00", ["time-dropped"]),
        ("2026/3/1 9:30", ["time-dropped"]),
        ("2026-03-01T00:00:00", ["time-dropped"]),
        ("2026年3月1日09:30", ["time-dropped"]),
        ("２０２６－０３－０１", ["half-width"]),
        ("2026—03—01", ["dashes-normalised"]),
        ("2026年3月", ["month-only"]),
        ("2026年3月份", ["month-only"]),
        ("2026-03", ["month-only"]),
        ("2026.3", ["month-only"]),
        ("202603", ["month-only"]),
        (FIRST_OF_MARCH, []),
        (dt.datetime(2026, 3, 1), []),  # noqa: DTZ001 - cells have no time zone
        (dt.datetime(2026, 3, 1, 9), ["time-dropped"]),  # noqa: DTZ001 - as above
        (46082, ["excel-serial"]),
        (46082.5, ["excel-serial", "time-dropped"]),
        (20260301, ["date-from-number"]),
        (202603.0, ["month-only", "date-from-number"]),
    ],
)
def test_every_form_gives_the_same_day(raw: str | float | dt.date, codes: list[str]) -> None:
    read = dates.date(raw)
    assert (read.must(), [note.code for note in read.notes]) == (FIRST_OF_MARCH, codes)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("03/04/2026", "date-ambiguous"),
        ("3.4.2026", "date-ambiguous"),
        ("31/02/2026", "date-bad"),
        ("25/04/2026", "date-bad"),
        ("2026-02-29", "date-bad"),
        ("2026-13-01", "date-bad"),
        ("2026-1 1", "date-bad"),
        ("2026 03 01", "date-bad"),
        ("2026-3/1", "date-bad"),
        ("26-3-1", "date-bad"),
        ("1899-12-31", "date-bad"),
        ("2201-01-01", "date-bad"),
        ("46082", "date-bad"),
        ("", "date-bad"),
        ("明年", "date-bad"),
        ("٢٠٢٦-٠٣-٠١", "date-bad"),
        (99999999, "date-bad"),
        (120000, "date-bad"),
        (0, "date-bad"),
        (60, "date-bad"),
        (-1, "date-bad"),
        (math.nan, "date-bad"),
        (math.inf, "date-bad"),
        (True, "date-bad"),
        (2026, "date-year-only"),
        (dt.date(1850, 1, 1), "date-bad"),
        (dt.datetime(2300, 1, 1), "date-bad"),  # noqa: DTZ001 - cells have no time zone
    ],
)
def test_refused(raw: str | float | dt.date, code: str) -> None:
    fault = dates.date(raw).fault
    assert fault is not None
    assert fault.code == code


@pytest.mark.parametrize(
    ("serial", "date1904", "day"),
    [
        (1, False, dt.date(1900, 1, 1)),
        (59, False, dt.date(1900, 2, 28)),
        (61, False, dt.date(1900, 3, 1)),
        (0, True, dt.date(1904, 1, 1)),
        (60, True, dt.date(1904, 3, 1)),
        (44620, True, FIRST_OF_MARCH),
        (109938, False, dt.date(2200, 12, 30)),
        (109939, False, dt.date(2200, 12, 31)),
    ],
)
def test_serials_of_both_systems(serial: int, date1904: bool, day: dt.date) -> None:  # noqa: FBT001 - a row of the table
    assert dates.date(serial, date1904=date1904).must() == day


@settings(deadline=None)
@given(DAYS, st.sampled_from(["", " 00:00", " 00:00:00", " 23:59:59.5"]))
def test_all_text_forms_agree(day: dt.date, time: str) -> None:
    year, month, number = day.year, day.month, day.day
    forms = [
        dates.iso(day),
        dates.prose(day),
        f"{year}/{month}/{number}",
        f"{year}.{month}.{number}",
        f"{year}{month:02}{number:02}",
    ]
    assert {dates.date(form + time).must() for form in forms} == {day}


@settings(deadline=None)
@given(DAYS.filter(lambda day: day > dt.date(1906, 1, 8)))
def test_serials_of_both_systems_agree_with_the_calendar(day: dt.date) -> None:
    assert dates.date((day - dt.date(1899, 12, 30)).days).must() == day
    later = dt.date(1910, 1, 10)
    if day >= later:
        assert dates.date((day - dt.date(1904, 1, 1)).days, date1904=True).must() == day


@settings(deadline=None)
@given(st.text("0123456789-/.年月日 :T", max_size=14))
def test_any_text_is_read_or_refused(raw: str) -> None:
    read = dates.date(raw)
    assert read.ok == (read.value is not None)


def test_months() -> None:
    assert dates.month("2026年3月") == dates.month("2026-03") == Read(FIRST_OF_MARCH)
    assert dates.month("2026-03-01") == Read(FIRST_OF_MARCH)
    assert dates.month("2026-03-15").must() == FIRST_OF_MARCH
    assert dates.month("2026-03-15").noted("day-dropped")
    assert not dates.month("2026").ok


def test_written_forms() -> None:
    day = dt.date(2026, 9, 10)
    assert (dates.iso(day), dates.iso_month(day)) == ("2026-09-10", "2026-09")
    assert [dates.said(day, lang) for lang in Lang] == ["2026年9月10日", "2026-09-10"]
    assert {dates.said(None, lang) for lang in Lang} == {"—"}
