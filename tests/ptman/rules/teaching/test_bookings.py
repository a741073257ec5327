"""Bookings: clashes at any moment, ends that touch do not clash, columns that never overlap."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules.teaching import bookings
from ptman.rules.teaching.bookings import Booking

DAY = datetime(2026, 9, 1, 8)  # noqa: DTZ001 - office time, as the bookings are entered
BOOKINGS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8), st.integers(1, 3)), max_size=6).map(
    lambda drawn: [book(str(n), *one) for n, one in enumerate(drawn)]
)


def book(key: str, start: int, hours: int, amount: int = 1) -> Booking:
    return Booking(key, DAY + timedelta(hours=start), DAY + timedelta(hours=start + hours), amount)


@pytest.mark.parametrize(
    ("wanted", "booked", "capacity", "clash"),
    [
        (book("w", 2, 2), [book("a", 0, 2)], 1, []),
        (book("w", 2, 2), [book("a", 4, 2)], 1, []),
        (book("w", 2, 2), [book("a", 3, 2)], 1, ["a"]),
        (book("w", 2, 2), [book("a", 0, 9)], 1, ["a"]),
        (book("w", 2, 2), [book("w", 2, 2)], 1, []),
        (book("w", 0, 4), [book("a", 0, 2), book("b", 2, 2)], 2, []),
        (book("w", 0, 4), [book("b", 1, 2), book("a", 0, 2)], 2, ["a", "b"]),
        (book("w", 0, 4, 2), [book("a", 0, 2)], 3, []),
        (book("w", 0, 4, 3), [book("a", 0, 2)], 3, ["a"]),
    ],
)
def test_clashes(wanted: Booking, booked: list[Booking], capacity: int, clash: list[str]) -> None:
    assert [one.key for one in bookings.clashes(wanted, booked, capacity)] == clash
    assert bookings.fits(wanted, booked, capacity) is not bool(clash)


def test_more_than_there_is_never_fits() -> None:
    assert not bookings.fits(book("w", 0, 1, 4), [], 3)


def test_a_booking_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="ends"):
        book("w", 3, 0)


@settings(deadline=None, max_examples=100)
@given(booked=BOOKINGS, capacity=st.integers(1, 5))
def test_it_agrees_with_every_hour(booked: list[Booking], capacity: int) -> None:
    wanted = book("w", 5, 6)
    hours = [wanted.start + timedelta(hours=n) for n in range(6)]
    load = max(sum(one.amount for one in booked if one.start <= hour < one.end) for hour in hours)
    assert bookings.fits(wanted, booked, capacity) == (load + 1 <= capacity)


@settings(deadline=None, max_examples=60)
@given(booked=BOOKINGS)
def test_bookings_that_meet_stand_in_different_columns(booked: list[Booking]) -> None:
    found = bookings.columns(booked)
    for one in booked:
        for other in booked:
            assert one.key == other.key or not one.meets(other) or found[one.key] != found[other.key]
