"""The practice ledger: every day of practice counted once, interruptions out, gaps and overlaps shown (domain §1.4)."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ptman.labels import Choice
from ptman.rules import months
from ptman.rules.months import Duration, Segment

PROJECT = "project_research"
OWN_POST = "own_post"
_DAY = timedelta(days=1)


class BarKind(Choice):
    STAY = "stay", "实习实践", "Practice"
    PROJECT = "project", "项目研究", "Project research"
    UNCOUNTED = "uncounted", "不计入", "Not counted"
    INTERRUPTION = "interruption", "中断", "Interruption"
    OVERLAP = "overlap", "重叠", "Overlap"
    GAP = "gap", "空档", "Gap"
    OUTSIDE = "outside", "超出实践期", "Outside the window"


@dataclass(frozen=True, slots=True)
class Stay:
    """One segment of practice; `key` finds its placement again."""

    key: str
    form: str
    days: Segment
    interruptions: tuple[Segment, ...] = ()

    @property
    def is_project(self) -> bool:
        return self.form == PROJECT


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar to draw; `key` is the placement's, empty where the bar belongs to none or to several."""

    kind: BarKind
    days: Segment
    key: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What counts: the window of practice, and whether work at the student's own post does."""

    window: Segment | None = None
    own_post: bool = True


@dataclass(frozen=True, slots=True)
class Ledger:
    """`total` and `project` are summed over pieces and not yet carried, as `months.reaches` wants them."""

    pieces: tuple[Segment, ...]
    project_pieces: tuple[Segment, ...]
    total: Duration
    project: Duration
    overlaps: tuple[Segment, ...]
    gaps: tuple[Segment, ...]
    outside: tuple[Segment, ...]
    bars: tuple[Bar, ...]


def counted(stays: Sequence[Stay], terms: Terms, *, project: bool = False) -> tuple[Segment, ...]:
    """The days that count, joined first and then without the interruptions of any stay that counts."""
    kept = [one for one in stays if _counts(one, terms) and (one.is_project or not project)]
    pauses = [pause for one in kept for pause in one.interruptions]
    return months.subtract((one.days for one in kept), pauses)


def ledger(stays: Sequence[Stay], terms: Terms) -> Ledger:
    """Everything that is counted and drawn of one student's practice."""
    pieces, project = counted(stays, terms), counted(stays, terms, project=True)
    overlaps = _overlaps([one.days for one in stays])
    whole = months.union(one.days for one in stays)
    gaps = tuple(Segment(a.end + _DAY, b.start - _DAY) for a, b in itertools.pairwise(whole))
    outside = months.subtract(pieces, [terms.window]) if terms.window else ()
    bars = (
        *(Bar(_kind(one, terms), one.days, one.key) for one in sorted(stays, key=lambda one: one.days)),
        *(Bar(BarKind.INTERRUPTION, pause, one.key) for one in stays for pause in one.interruptions),
        *(Bar(BarKind.OVERLAP, days) for days in overlaps),
        *(Bar(BarKind.GAP, days) for days in gaps),
        *(Bar(BarKind.OUTSIDE, days) for days in outside),
    )
    return Ledger(pieces, project, months.total(pieces), months.total(project), overlaps, gaps, outside, bars)


def until(pieces: Sequence[Segment], day: date) -> tuple[Segment, ...]:
    """The same pieces as far as `day`."""
    return tuple(Segment(one.start, min(one.end, day)) for one in pieces if one.start <= day)


def first_day(pieces: Sequence[Segment], needed: int) -> date | None:
    """The first day by which these pieces make `needed` months; None where they never do."""
    low = 0
    high = days = sum((one.end - one.start).days + 1 for one in pieces)
    # More days never count for less, so the first that suffices is found by halving.
    while low < high:
        middle = (low + high) // 2
        if months.reaches(*months.total(until(pieces, _nth(pieces, middle))), needed).ok:
            high = middle
        else:
            low = middle + 1
    return _nth(pieces, low) if low < days else None


def _nth(pieces: Sequence[Segment], n: int) -> date:
    """The day of that number, from 0, of all that the pieces count."""
    for one in pieces:
        length = (one.end - one.start).days + 1
        if n < length:
            return one.start + timedelta(days=n)
        n -= length
    raise IndexError("the pieces have fewer days")


def _counts(stay: Stay, terms: Terms) -> bool:
    return terms.own_post or stay.form != OWN_POST


def _kind(stay: Stay, terms: Terms) -> BarKind:
    if not _counts(stay, terms):
        return BarKind.UNCOUNTED
    return BarKind.PROJECT if stay.is_project else BarKind.STAY


def _overlaps(days: Sequence[Segment]) -> tuple[Segment, ...]:
    both = []
    for one, other in itertools.combinations(days, 2):
        start, end = max(one.start, other.start), min(one.end, other.end)
        if start <= end:
            both.append(Segment(start, end))
    return months.union(both)
