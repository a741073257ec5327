"""Usable seats: each condition is the bottleneck in its turn, on the worst day of the month."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import coverage, months
from ptman.rules.coverage import Base, Bottleneck, Span

SEPTEMBER = date(2026, 9, 1)
ALL = Span(date(2026, 1, 1), date(2027, 12, 31), 5)
GOOD = Base("b", (ALL,), (ALL,), (replace(ALL, amount=3), replace(ALL, amount=2)), (ALL,))
SPANS = st.lists(
    st.builds(
        lambda start, n, amount: Span(start, start + timedelta(days=n) if n else None, amount),
        st.dates(date(2026, 7, 1), date(2026, 11, 1)),
        st.integers(0, 60),
        st.integers(1, 4),
    ),
    max_size=3,
).map(tuple)


@pytest.mark.parametrize(
    ("base", "usable", "bottleneck"),
    [
        (GOOD, 5, Bottleneck.NONE),
        (replace(GOOD, seats=()), 0, Bottleneck.SEATS),
        (replace(GOOD, agreements=()), 0, Bottleneck.AGREEMENT),
        (replace(GOOD, agreements=(Span(ALL.start, date(2026, 9, 29)),)), 0, Bottleneck.AGREEMENT),
        (replace(GOOD, agreements=(Span(ALL.start),)), 5, Bottleneck.NONE),
        (replace(GOOD, insurance=()), 0, Bottleneck.INSURANCE),
        (replace(GOOD, insurance=None), 5, Bottleneck.NONE),
        (replace(GOOD, supervisors=(replace(ALL, amount=3),)), 3, Bottleneck.SUPERVISORS),
        (replace(GOOD, supervisors=()), 0, Bottleneck.SUPERVISORS),
        (replace(GOOD, supervisors=(*GOOD.supervisors, Span(ALL.start, None, 4))), 5, Bottleneck.NONE),
    ],
)
def test_the_bottleneck_is_named(base: Base, usable: int, bottleneck: Bottleneck) -> None:
    found = coverage.cell(base, SEPTEMBER)
    assert (found.usable, found.bottleneck) == (usable, bottleneck)


def test_only_days_with_seats_are_judged() -> None:
    """Seats from the 15th on need no agreement on the 14th."""
    late = date(2026, 9, 15)
    found = coverage.cell(replace(GOOD, seats=(Span(late, None, 5),), agreements=(Span(late),)), SEPTEMBER)
    assert (found.promised, found.usable) == (5, 5)


@settings(deadline=None, max_examples=80)
@given(seats=SPANS, agreements=SPANS, supervisors=SPANS, insurance=st.none() | SPANS)
def test_it_agrees_with_looking_at_every_day(
    seats: tuple[Span, ...],
    agreements: tuple[Span, ...],
    supervisors: tuple[Span, ...],
    insurance: tuple[Span, ...] | None,
) -> None:
    def usable(day: date) -> tuple[int, int]:
        promised = sum(one.amount for one in seats if one.on(day))
        valid = any(one.on(day) for one in agreements)
        insured = insurance is None or any(one.on(day) for one in insurance)
        able = sum(one.amount for one in supervisors if one.on(day)) if valid and insured else 0
        return promised, min(promised, able)

    found = coverage.cell(Base("b", seats, agreements, supervisors, insurance), SEPTEMBER)
    length = (months.add_months(SEPTEMBER, 1) - SEPTEMBER).days
    days = [usable(SEPTEMBER + timedelta(days=n)) for n in range(length)]
    short = [promised - able for promised, able in days if promised]
    assert found.promised - found.usable == max(short, default=0)
    assert (found.bottleneck is Bottleneck.NONE) == (bool(short) and max(short) == 0)
