"""Splits the supervisors of a host who belong to none of its bases among those bases: each place is counted once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ptman.rules import coverage, months
from ptman.rules.coverage import Base, Cell, Share, Span


@dataclass(frozen=True, slots=True)
class Host:
    """The bases of one organisation in their order, the students at each, and the supervisors they have together."""

    bases: tuple[Base, ...]
    pool: tuple[Span, ...] = ()
    there: Mapping[str, tuple[Span, ...]] | None = None

    def students(self, base: Base, day: date) -> int:
        return coverage.amount((self.there or {}).get(base.key, ()), day)


def grid(hosts: Iterable[Host], first: date, count: int) -> dict[str, tuple[Cell, ...]]:
    """`count` months from that of `first`, by base."""
    shown = [months.add_months(first.replace(day=1), n) for n in range(count)]
    found: dict[str, tuple[Cell, ...]] = {}
    for host in hosts:
        given = [shares(host, month) for month in shown]
        for base in host.bases:
            found[base.key] = tuple(
                coverage.cell(base, month, share[base.key]) for month, share in zip(shown, given, strict=True)
            )
    return found


def shares(host: Host, month: date) -> dict[str, Share]:
    """What each base is given for the month that begins on `month`.

    The pool is as large as on its smallest day among those on which a base could use it. It goes first to students who
    are there already, then to seats still free, each time in the order of the bases. As any place may go to any base,
    no other split serves more of what the bases need in the month.
    """
    days = [day for day in _days(host, month) if any(coverage.open_on(base, day) for base in host.bases)]
    pool = min((coverage.amount(host.pool, day) for day in days), default=0)
    needs = [_needs(host, base, days) for base in host.bases]
    left, given = pool, [0] * len(needs)
    for of_students in (True, False):
        for at, (students, seats) in enumerate(needs):
            more = min(left, max(0, (students if of_students else seats) - given[at]))
            given[at] += more
            left -= more
    return {base.key: Share(count, pool) for base, count in zip(host.bases, given, strict=True)}


def _days(host: Host, month: date) -> Sequence[date]:
    spans = [*host.pool, *(span for found in (host.there or {}).values() for span in found)]
    turning = {day for base in host.bases for day in coverage.turning(base, month)}
    return sorted(turning.union(coverage.turns(spans, month)))


def _needs(host: Host, base: Base, days: Iterable[date]) -> tuple[int, int]:
    """Students there, and seats, that the base's own supervisors leave without one, on the worst day for each."""
    students = seats = 0
    for day in days:
        if coverage.open_on(base, day):
            own, promised = coverage.amount(base.supervisors, day), coverage.amount(base.seats, day)
            seats = max(seats, promised - own)
            students = max(students, min(promised, host.students(base, day)) - own)
    return students, seats
