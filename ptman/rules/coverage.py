"""Usable seats of a base, month by month: seats × agreement × insurance × supervisors, and what they fail on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ptman.labels import Choice
from ptman.rules import months

_DAY = timedelta(days=1)


class Bottleneck(Choice):
    """What keeps the usable seats low on the worst day of a month."""

    NONE = "none", "无", "None"
    SEATS = "seats", "未承诺名额", "No seats promised"
    AGREEMENT = "agreement", "协议未覆盖", "No agreement in force"
    INSURANCE = "insurance", "保险未覆盖", "Not insured"
    SUPERVISORS = "supervisors", "在聘导师不足", "Too few supervisors in appointment"
    SHARED = "shared", "单位共用导师已分给其他基地", "The host's supervisors are needed at its other bases"


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, both included; open where there is no end. `amount` is seats or students."""

    start: date
    end: date | None = None
    amount: int = 1

    def on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Base:
    """One base: seats promised, agreements, supervisors with how many each takes, and insurance (None: not asked)."""

    key: str
    seats: tuple[Span, ...]
    agreements: tuple[Span, ...]
    supervisors: tuple[Span, ...]
    insurance: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What a base is given of the `pool`: the supervisors of its host who belong to none of the host's bases."""

    given: int = 0
    pool: int = 0


NOTHING_SHARED = Share()


@dataclass(frozen=True, slots=True)
class Cell:
    """One base in one month, judged on its worst day among those on which seats are promised.

    `supervised` counts the base's own supervisors and its `share` of those of the host.
    """

    base: str
    month: date
    promised: int
    supervised: int
    usable: int
    bottleneck: Bottleneck
    share: Share = NOTHING_SHARED


def cell(base: Base, month: date, share: Share = NOTHING_SHARED) -> Cell:
    """The month that begins on `month`."""
    days = [_day(base, month, day, share) for day in turning(base, month)]
    offered = [one for one in days if one.promised]
    # Of equally bad days the first tells.
    return min(offered or days, key=lambda one: (one.usable - one.promised, one.usable))


def turning(base: Base, month: date) -> Sequence[date]:
    """The days of a month on which anything may differ from the day before."""
    return turns((*base.seats, *base.agreements, *base.supervisors, *(base.insurance or ())), month)


def turns(spans: Iterable[Span], month: date) -> Sequence[date]:
    """The first of the month, and the days in it on which one of the spans begins or is over."""
    last = months.add_months(month, 1) - _DAY
    found = {month}
    for one in spans:
        found |= {one.start, one.end + _DAY} if one.end else {one.start}
    return sorted(day for day in found if month <= day <= last)


def open_on(base: Base, day: date) -> bool:
    """Whether on that day nothing but supervisors can be lacking."""
    return _lacking(base, day) is None


def amount(spans: Iterable[Span], day: date) -> int:
    return sum(one.amount for one in spans if one.on(day))


def _day(base: Base, month: date, day: date, share: Share) -> Cell:
    promised, own = amount(base.seats, day), amount(base.supervisors, day)
    supervised = own + share.given
    lacking = _lacking(base, day)
    usable = min(promised, supervised) if lacking is None else 0
    if lacking is None and supervised < promised:
        lacking = Bottleneck.SHARED if own + share.pool >= promised else Bottleneck.SUPERVISORS
    return Cell(base.key, month, promised, supervised, usable, lacking or Bottleneck.NONE, share)


def _lacking(base: Base, day: date) -> Bottleneck | None:
    if not amount(base.seats, day):
        return Bottleneck.SEATS
    if not amount(base.agreements, day):
        return Bottleneck.AGREEMENT
    if base.insurance is not None and not amount(base.insurance, day):
        return Bottleneck.INSURANCE
    return None
