"""Supervisors of a host with several bases are counted once: who gets them, and what is said of the rest."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import coverage, coverage_sharing, months
from ptman.rules.coverage import Base, Bottleneck, Share, Span
from ptman.rules.coverage_sharing import Host

SEPTEMBER = date(2026, 9, 1)
ALWAYS = Span(date(2026, 1, 1))


def base(key: str, seats: int, own: int = 0) -> Base:
    """All is there but perhaps supervisors."""
    return Base(key, (replace(ALWAYS, amount=seats),), (ALWAYS,), (replace(ALWAYS, amount=own),) if own else ())


def pooled(bases: tuple[Base, ...], pool: int, **there: int) -> Host:
    students = {key: (replace(ALWAYS, amount=count),) for key, count in there.items()}
    return Host(bases, (replace(ALWAYS, amount=pool),), students)


@pytest.mark.parametrize(
    ("host", "usable", "bottlenecks"),
    [
        # Enough for both; each is given only what it needs.
        (pooled((base("a", 3), base("b", 4)), 9), (3, 4), (Bottleneck.NONE, Bottleneck.NONE)),
        # Not enough: the first in order is served, and the second is told who has them.
        (pooled((base("a", 3), base("b", 4)), 5), (3, 2), (Bottleneck.NONE, Bottleneck.SHARED)),
        # Students who are there come before seats that are free.
        (pooled((base("a", 3), base("b", 4)), 5, b=4), (1, 4), (Bottleneck.SHARED, Bottleneck.NONE)),
        # Even all of them would not do.
        (pooled((base("a", 3), base("b", 6)), 5), (3, 2), (Bottleneck.NONE, Bottleneck.SUPERVISORS)),
        # A base's own supervisors count first.
        (pooled((base("a", 3, own=2), base("b", 4)), 5), (3, 4), (Bottleneck.NONE, Bottleneck.NONE)),
        # A base that lacks its agreement takes nothing from the other.
        (
            pooled((replace(base("a", 3), agreements=()), base("b", 4)), 4),
            (0, 4),
            (Bottleneck.AGREEMENT, Bottleneck.NONE),
        ),
    ],
)
def test_each_place_goes_to_one_base(host: Host, usable: tuple[int, ...], bottlenecks: tuple[Bottleneck, ...]) -> None:
    found = coverage_sharing.grid([host], SEPTEMBER, 1)
    assert tuple(found[one.key][0].usable for one in host.bases) == usable
    assert tuple(found[one.key][0].bottleneck for one in host.bases) == bottlenecks


def test_the_pool_is_that_of_its_smallest_day_and_is_said() -> None:
    host = Host((base("a", 3), base("b", 4)), (Span(ALWAYS.start, date(2026, 9, 20), 4), replace(ALWAYS, amount=2)))
    assert coverage_sharing.shares(host, SEPTEMBER) == {"a": Share(2, 2), "b": Share(0, 2)}
    assert coverage_sharing.shares(host, date(2026, 8, 1)) == {"a": Share(3, 6), "b": Share(3, 6)}


def test_months_come_by_base() -> None:
    host = pooled((base("a", 3), base("b", 4)), 5)
    found = coverage_sharing.grid([host], date(2026, 11, 20), 3)
    assert {key: [one.month.month for one in cells] for key, cells in found.items()} == {
        "a": [11, 12, 1],
        "b": [11, 12, 1],
    }


SPANS = st.lists(
    st.builds(
        lambda start, n, amount: Span(start, start + timedelta(days=n) if n else None, amount),
        st.dates(date(2026, 8, 1), date(2026, 10, 10)),
        st.integers(0, 40),
        st.integers(1, 4),
    ),
    max_size=3,
).map(tuple)
BASES = st.lists(st.tuples(SPANS, SPANS, SPANS, SPANS), min_size=1, max_size=4)


@settings(deadline=None, max_examples=80)
@given(drawn=BASES, pool=SPANS)
def test_a_host_never_offers_more_than_its_supervisors_take(
    drawn: list[tuple[tuple[Span, ...], ...]], pool: tuple[Span, ...]
) -> None:
    """Never more is given out than there is on any day with seats; and nothing is left over while a base is short."""
    bases = tuple(Base(str(at), seats, agreed, own) for at, (seats, agreed, own, _) in enumerate(drawn))
    host = Host(bases, pool, {str(at): there for at, (*_, there) in enumerate(drawn)})
    cells = {key: found[0] for key, found in coverage_sharing.grid([host], SEPTEMBER, 1).items()}
    given_out = sum(one.share.given for one in cells.values())
    length = (months.add_months(SEPTEMBER, 1) - SEPTEMBER).days
    days = [SEPTEMBER + timedelta(days=n) for n in range(length)]
    offered = [day for day in days if any(coverage.open_on(one, day) for one in bases)]
    assert given_out <= min((coverage.amount(pool, day) for day in offered), default=0)
    for day in offered:
        own = {one.key: coverage.amount(one.supervisors, day) for one in bases}
        able = sum(own.values()) + coverage.amount(pool, day)
        seats = {one.key: coverage.amount(one.seats, day) for one in bases if coverage.open_on(one, day)}
        assert sum(min(seats[key], own[key] + cells[key].share.given) for key in seats) <= able
    if any(one.bottleneck in {Bottleneck.SUPERVISORS, Bottleneck.SHARED} for one in cells.values()):
        assert given_out == max((one.share.pool for one in cells.values()), default=0)
