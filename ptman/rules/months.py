"""Lengths of practice and of terms in months and days (domain.md §1.4); all dates count, the last one too."""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

DAYS_OF_A_MONTH = 30
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """From `start` to `end`, both included."""

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("a segment ends before it starts")


class Duration(NamedTuple):
    """Whole months, and the days left over; those of several segments may exceed a month until `carried`."""

    months: int
    days: int


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether a length suffices; `borderline` where it does so only because 30 left-over days make a month."""

    ok: bool
    borderline: bool


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def span(start: dt.date, end: dt.date) -> Duration:
    """The length from `start` to `end`, both included; ValueError where it ends before it starts."""
    after = Segment(start, end).end + _DAY
    months = (after.year - start.year) * 12 + after.month - start.month
    if add_months(start, months) > after:
        months -= 1
    return Duration(months, (after - add_months(start, months)).days)


def union(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """In order, with overlapping and adjacent ones joined, so that no day counts twice."""
    joined: list[Segment] = []
    for segment in sorted(segments):
        if joined and segment.start <= joined[-1].end + _DAY:
            joined[-1] = Segment(joined[-1].start, max(joined[-1].end, segment.end))
        else:
            joined.append(segment)
    return tuple(joined)


def subtract(segments: Iterable[Segment], interruptions: Iterable[Segment]) -> tuple[Segment, ...]:
    """What is left of the joined segments without the days of the interruptions."""
    left = list(union(segments))
    for gap in union(interruptions):
        left = [piece for segment in left for piece in _without(segment, gap)]
    return tuple(left)


def _without(segment: Segment, gap: Segment) -> list[Segment]:
    if gap.end < segment.start or segment.end < gap.start:
        return [segment]
    before = [Segment(segment.start, gap.start - _DAY)] if segment.start < gap.start else []
    after = [Segment(gap.end + _DAY, segment.end)] if gap.end < segment.end else []
    return before + after


def total(segments: Iterable[Segment], interruptions: Iterable[Segment] = ()) -> Duration:
    """Months and days of what is left, each summed and not yet carried, so that `reaches` can see a border."""
    spans = [span(piece.start, piece.end) for piece in subtract(segments, interruptions)]
    return Duration(sum(length.months for length in spans), sum(length.days for length in spans))


def carried(length: Duration) -> Duration:
    """With every 30 left-over days made a month, for showing."""
    months, days = divmod(length.days, DAYS_OF_A_MONTH)
    return Duration(length.months + months, days)


def reaches(months: int, days: int, needed: int) -> Reached:
    """Whether months and days make `needed` months."""
    ok = carried(Duration(months, days)).months >= needed
    return Reached(ok, ok and months < needed)
