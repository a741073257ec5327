"""Lengths in months and days against the vectors of domain.md §1.4."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import months
from ptman.rules.months import Duration, Reached, Segment

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))
SEGMENTS = st.lists(
    st.builds(lambda start, length: Segment(start, start + dt.timedelta(days=length)), DAYS, st.integers(0, 700)),
    max_size=6,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def segment(start: str, end: str) -> Segment:
    return Segment(day(start), day(end))


def days_of(segments: tuple[Segment, ...] | list[Segment]) -> set[int]:
    return {number for piece in segments for number in range(piece.start.toordinal(), piece.end.toordinal() + 1)}


@pytest.mark.parametrize(
    ("start", "end", "length", "needed", "reached"),
    [
        ("2026-03-01", "2026-08-31", (6, 0), 6, Reached(ok=True, borderline=False)),
        ("2026-02-28", "2026-08-27", (6, 0), 6, Reached(ok=True, borderline=False)),
        ("2025-08-31", "2026-02-27", (6, 0), 6, Reached(ok=True, borderline=False)),
        ("2026-07-01", "2026-12-30", (5, 30), 6, Reached(ok=True, borderline=True)),
        ("2026-07-01", "2026-12-29", (5, 29), 6, Reached(ok=False, borderline=False)),
        ("2025-09-01", "2026-08-31", (12, 0), 12, Reached(ok=True, borderline=False)),
        ("2024-02-29", "2025-02-27", (12, 0), 12, Reached(ok=True, borderline=False)),
        ("2026-03-01", "2026-03-01", (0, 1), 1, Reached(ok=False, borderline=False)),
    ],
)
def test_vectors(start: str, end: str, length: tuple[int, int], needed: int, reached: Reached) -> None:
    assert months.span(day(start), day(end)) == length
    assert months.reaches(*length, needed) == reached


def test_months_are_clamped_to_the_end_of_the_month() -> None:
    assert months.add_months(day("2026-01-31"), 1) == day("2026-02-28")
    assert months.add_months(day("2024-01-31"), 1) == day("2024-02-29")
    assert months.add_months(day("2026-03-31"), -1) == day("2026-02-28")
    assert months.add_months(day("2026-12-15"), 1) == day("2027-01-15")


def test_overlapping_and_adjacent_segments_count_once() -> None:
    joined = months.union(
        [segment("2026-05-01", "2026-06-30"), segment("2026-03-01", "2026-04-30"), segment("2026-04-01", "2026-05-10")]
    )
    assert joined == (segment("2026-03-01", "2026-06-30"),)


def test_interruptions_are_taken_off() -> None:
    whole = [segment("2026-03-01", "2026-08-31")]
    assert months.total(whole, [segment("2026-05-01", "2026-05-31")]) == (5, 0)
    assert months.total(whole, [segment("2026-01-01", "2026-12-31")]) == (0, 0)
    assert months.total([]) == (0, 0)


def test_left_over_days_are_carried_by_thirty_and_shown_as_borderline() -> None:
    length = months.total([segment("2026-01-01", "2026-02-20"), segment("2026-04-01", "2026-05-15")])
    assert length == Duration(2, 35)
    assert months.carried(length) == (3, 5)
    assert months.reaches(*length, 3) == Reached(ok=True, borderline=True)
    assert months.reaches(*length, 2) == Reached(ok=True, borderline=False)


def test_a_segment_runs_forward() -> None:
    with pytest.raises(ValueError, match="ends before"):
        months.span(day("2026-03-02"), day("2026-03-01"))


@settings(deadline=None)
@given(DAYS, st.integers(1, 120))
def test_span_undoes_add_months(start: dt.date, number: int) -> None:
    end = months.add_months(start, number) - dt.timedelta(days=1)
    assert months.span(start, end) == (number, 0)


@settings(deadline=None)
@given(DAYS, st.integers(0, 3000))
def test_a_span_leads_from_its_start_to_its_end(start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    number, rest = months.span(start, end)
    after = end + dt.timedelta(days=1)
    assert months.add_months(start, number) + dt.timedelta(days=rest) == after
    assert 0 <= rest <= 30
    assert months.add_months(start, number + 1) > after


@settings(deadline=None)
@given(SEGMENTS, SEGMENTS)
def test_union_and_subtraction_are_those_of_sets_of_days(segments: list[Segment], gaps: list[Segment]) -> None:
    joined = months.union(segments)
    assert days_of(joined) == days_of(segments)
    assert all(left.end + dt.timedelta(days=1) < right.start for left, right in itertools.pairwise(joined))
    assert days_of(months.subtract(segments, gaps)) == days_of(segments) - days_of(gaps)
