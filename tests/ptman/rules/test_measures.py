"""Amounts, scores, shares, months and times: known texts and cells, and that what is said is read back."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.fields import Field, Kind
from ptman.labels import Label, Lang
from ptman.listing import shown, sort_key
from ptman.rules import checks, measures

TODAY = date(2026, 9, 1)
at = datetime.fromisoformat
M, T, P, MONTH, TIME, MOMENT = Kind.MONEY, Kind.TENTHS, Kind.PERCENT, Kind.MONTH, Kind.TIME, Kind.DATETIME


@pytest.mark.parametrize(
    ("kind", "raw", "stored"),
    [
        (M, "12,345.60", 1_234_560),
        (M, "１２，３４５.６元", 1_234_560),
        (M, "1.2万", 1_200_000),
        (M, "¥ 3 万元", 3_000_000),
        (M, 0.1 + 0.2, 30),
        (M, 0, 0),
        (T, "85.5分", 855),
        (T, 85, 850),
        (P, "12.5%", 1250),
        (P, "100", 10_000),
        (P, 0.125, 1250),
        (MONTH, "2026年3月", date(2026, 3, 1)),
        (MONTH, date(2026, 3, 31), date(2026, 3, 1)),
        (TIME, "14:30", time(14, 30)),
        (TIME, "下午2点半", time(14, 30)),
        (TIME, "9点", time(9)),
        (TIME, "12:15 am", time(0, 15)),
        (TIME, "12:15 pm", time(12, 15)),
        (TIME, 0.75, time(18)),
        (TIME, "14:30:00", time(14, 30)),
        (MOMENT, "2026-03-01 14:30", at("2026-03-01 14:30")),
        (MOMENT, "2026年3月1日下午2点", at("2026-03-01 14:00")),
        (MOMENT, "2026-03-01", at("2026-03-01 00:00")),
        (MOMENT, 46082.5, at("2026-03-01 12:00")),
    ],
)
def test_what_offices_write_is_read(kind: Kind, raw: measures.Raw, stored: measures.Stored) -> None:
    assert measures.read(kind, raw).must() == stored


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        *((M, raw) for raw in ("12.345", "-1", -1, "abc", "1e400", "nan", "", "100000000001", date(2026, 1, 1), True)),
        *((T, raw) for raw in ("85.55", "优")),
        *((P, raw) for raw in ("100.5%", "-1%", 101)),
        *((MONTH, raw) for raw in ("2026", "13/2026", time(9))),
        *((TIME, raw) for raw in ("25:00", "14", "9:75", 1.5, date(2026, 1, 1))),
        *((MOMENT, raw) for raw in ("14:30", "03/04/2026 9:00", time(9))),
    ],
)
def test_what_is_none_is_refused(kind: Kind, raw: measures.Raw) -> None:
    assert measures.read(kind, raw).fault is not None


STORED = {
    M: st.integers(0, 10**13),
    T: st.integers(0, 10**6),
    P: st.integers(0, 10_000),
    MONTH: st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(lambda day: day.replace(day=1)),
    TIME: st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    MOMENT: st.datetimes(at("1900-01-01 00:00"), at("2199-12-31 00:00")).map(
        lambda one: one.replace(second=0, microsecond=0)
    ),
}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_said_is_read_back(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(STORED)))
    stored = data.draw(STORED[kind])
    assert measures.read(kind, measures.said(kind, stored)).must() == stored


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_lists_sort_by_what_is_stored(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(STORED)))
    low, high = sorted(data.draw(st.lists(STORED[kind], min_size=2, max_size=2)))
    if low != high:
        first, last = (sort_key(measures.cell(kind, value) or value) for value in (low, high))
        assert first < last


def test_cells_are_shown_as_their_kind_is() -> None:
    cases = {M: (1_234_560, "12,345.60"), T: (855, "85.5"), P: (1250, "12.5%"), TIME: (time(9, 5), "09:05")}
    assert {kind: shown(measures.cell(kind, stored), Lang.ZH) for kind, (stored, _) in cases.items()} == {
        kind: said for kind, (_, said) in cases.items()
    }
    assert shown(at("2026-03-01 09:05"), Lang.EN) == "2026-03-01 09:05"


def test_a_score_is_at_most_a_hundred() -> None:
    score = Field("score", Label("成绩", "Score"), Kind.TENTHS, rule="score")
    assert checks.read(score, "100", TODAY).must() == 1000
    assert checks.read(score, "100.1", TODAY).fault is not None
