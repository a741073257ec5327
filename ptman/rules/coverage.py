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
class Cell:
    """One base in one month, judged on its worst day among those on which seats are promised."""

    base: str
    month: date
    promised: int
    supervised: int
    usable: int
    bottleneck: Bottleneck


def grid(bases: Iterable[Base], first: date, count: int) -> tuple[Cell, ...]:
    """`count` months from that of `first`, base by base."""
    start = first.replace(day=1)
    return tuple(cell(base, months.add_months(start, n)) for base in bases for n in range(count))


def cell(base: Base, month: date) -> Cell:
    """The month that begins on `month`."""
    days = [_day(base, month, day) for day in _turning(base, month)]
    offered = [one for one in days if one.promised]
    # Of equally bad days the first tells.
    return min(offered or days, key=lambda one: (one.usable - one.promised, one.usable))


def _turning(base: Base, month: date) -> Sequence[date]:
    """The days of a month on which anything may differ from the day before."""
    last = months.add_months(month, 1) - _DAY
    turns = {month}
    for one in (*base.seats, *base.agreements, *base.supervisors, *(base.insurance or ())):
        turns |= {one.start, one.end + _DAY} if one.end else {one.start}
    return sorted(day for day in turns if month <= day <= last)


def _day(base: Base, month: date, day: date) -> Cell:
    promised = _amount(base.seats, day)
    supervised = _amount(base.supervisors, day)
    failing = _failing(base, day, promised, supervised)
    open_ = failing in {Bottleneck.NONE, Bottleneck.SUPERVISORS}
    usable = min(promised, supervised) if open_ else 0
    return Cell(base.key, month, promised, supervised, usable, failing)


def _failing(base: Base, day: date, promised: int, supervised: int) -> Bottleneck:
    if not promised:
        return Bottleneck.SEATS
    if not _amount(base.agreements, day):
        return Bottleneck.AGREEMENT
    if base.insurance is not None and not _amount(base.insurance, day):
        return Bottleneck.INSURANCE
    return Bottleneck.SUPERVISORS if supervised < promised else Bottleneck.NONE


def _amount(spans: Iterable[Span], day: date) -> int:
    return sum(one.amount for one in spans if one.on(day))
