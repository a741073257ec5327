"""What the week draws, as plain values: uses cut into days and laid beside each other, and the span held by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from ptman.aspects.resources.week import DAYS, UseRow, Week
from ptman.rules.teaching import bookings
from ptman.rules.teaching.bookings import Booking

STEP = 30
"""Minutes by which times are moved by hand."""
HOUR = 60
DAY = 24 * HOUR
FIRST, LAST = 7, 22
"""Hours that are always shown."""


@dataclass(frozen=True, slots=True)
class Block:
    """The part of one use on one day, from minute to minute, in one of `columns` that share the day's width there."""

    use: UseRow
    day: int
    start: int
    end: int
    column: int = 0
    columns: int = 1

    @property
    def whole(self) -> bool:
        """Whether the use begins and ends on this day."""
        return self.use.starts.date() == self.use.ends.date()


class Hold(StrEnum):
    """What the hand has taken hold of."""

    NEW = "new"
    MOVE = "move"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Span:
    """What is about to be booked, or where a use would go; `anchor` is where the hand took hold."""

    hold: Hold
    starts: datetime
    ends: datetime
    anchor: datetime
    use: UseRow | None = None

    @property
    def changed(self) -> bool:
        return self.use is None or (self.starts, self.ends) != (self.use.starts, self.use.ends)


def hours(uses: Iterable[UseRow]) -> tuple[int, int]:
    """The first and the last hour to show: wider where something lies outside."""
    first, last = FIRST, LAST
    for one in uses:
        if one.starts.date() == one.ends.date():
            first, last = min(first, one.starts.hour), max(last, one.ends.hour + (one.ends.minute > 0))
        else:
            first, last = 0, 24
    return first, last


def blocks(found: Week, uses: Sequence[UseRow]) -> tuple[Block, ...]:
    """Every part of every use, those that meet on a day beside each other."""
    parts = [Block(one, *part) for one in uses for part in days(found.monday, one.starts, one.ends)]
    return tuple(laid for day in range(DAYS) for laid in _beside([part for part in parts if part.day == day]))


def at(monday: date, day: int, minute: int) -> datetime:
    return datetime.combine(monday, time()) + timedelta(days=day, minutes=minute)


def taken(use: UseRow, hold: Hold, anchor: datetime) -> Span:
    """Take hold of a use: in its middle to move it, at an end to stretch it."""
    return Span(hold, use.starts, use.ends, anchor, use)


def dragged(span: Span, now: datetime) -> Span:
    """The span with the hand at `now`: a new one lies between anchor and hand, and never is empty."""
    step = timedelta(minutes=STEP)
    if span.hold is Hold.NEW:
        first, last = min(span.anchor, now), max(span.anchor, now)
        end = min(last + step, datetime.combine(first, time()) + timedelta(days=1))
        return replace(span, starts=first, ends=max(end, first + step))
    by = now - span.anchor
    use = span.use
    if use is None:
        return span
    if span.hold is Hold.MOVE:
        return replace(span, starts=use.starts + by, ends=use.ends + by)
    if span.hold is Hold.START:
        return replace(span, starts=min(use.starts + by, span.ends - step))
    return replace(span, ends=max(use.ends + by, span.starts + step))


def nudged(span: Span, days: int, steps: int, *, ends_only: bool) -> Span:
    """The span moved by whole days and steps, or only its end."""
    by = timedelta(days=days, minutes=steps * STEP)
    if ends_only:
        return replace(span, ends=max(span.ends + by, span.starts + timedelta(minutes=STEP)))
    return replace(span, starts=span.starts + by, ends=span.ends + by)


def days(monday: date, starts: datetime, ends: datetime) -> Iterable[tuple[int, int, int]]:
    """Each day of the week that lies between, with the minutes of it."""
    for day in range(DAYS):
        midnight = datetime.combine(monday, time()) + timedelta(days=day)
        first, last = max(starts, midnight), min(ends, midnight + timedelta(days=1))
        if first < last:
            yield day, _minutes(first - midnight), _minutes(last - midnight)


def _beside(parts: Sequence[Block]) -> Iterable[Block]:
    """Parts in groups that touch in time; each group shares the width."""
    group: list[Block] = []
    end = 0
    for one in sorted(parts, key=lambda one: (one.start, one.end, one.use.number)):
        if group and one.start >= end:
            yield from _columns(group)
            group = []
        group.append(one)
        end = max(end, one.end) if len(group) > 1 else one.end
    yield from _columns(group)


def _columns(group: Sequence[Block]) -> Iterable[Block]:
    midnight = datetime(2000, 1, 3)  # noqa: DTZ001 any day: only the order counts
    spans = [
        Booking(f"{at}", midnight + timedelta(minutes=one.start), midnight + timedelta(minutes=one.end))
        for at, one in enumerate(group)
    ]
    column = bookings.columns(spans)
    count = max(column.values(), default=0) + 1
    return (replace(one, column=column[f"{at}"], columns=count) for at, one in enumerate(group))


def _minutes(of: timedelta) -> int:
    return of // timedelta(minutes=1)


def minute(of: time) -> int:
    """Minutes since midnight."""
    return of.hour * HOUR + of.minute
