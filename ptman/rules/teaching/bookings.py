"""Bookings of shared resources: clashes found, and columns given for drawing a week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Booking:
    """From `start` up to `end`, which no longer belongs to it; `amount` of the resource's capacity."""

    key: str
    start: datetime
    end: datetime
    amount: int = 1

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError("a booking ends before it starts")

    def meets(self, other: "Booking") -> bool:
        return self.start < other.end and other.start < self.end


def clashes(wanted: Booking, booked: Iterable[Booking], capacity: int = 1) -> tuple[Booking, ...]:
    """The bookings that leave too little for the wanted one at some moment of it, in order of time."""
    others = [one for one in booked if one.key != wanted.key and one.meets(wanted)]
    # The load can only rise where a booking begins.
    moments = {wanted.start} | {one.start for one in others if one.start >= wanted.start}
    found = {
        one
        for moment in moments
        if wanted.amount + sum(one.amount for one in _at(others, moment)) > capacity
        for one in _at(others, moment)
    }
    return tuple(sorted(found, key=lambda one: (one.start, one.key)))


def fits(wanted: Booking, booked: Sequence[Booking], capacity: int = 1) -> bool:
    """Whether the wanted one may be booked at all."""
    return wanted.amount <= capacity and not clashes(wanted, booked, capacity)


def columns(booked: Iterable[Booking]) -> dict[str, int]:
    """The column of each booking by key, so that bookings that meet stand beside each other."""
    ends: list[datetime] = []
    found: dict[str, int] = {}
    for one in sorted(booked, key=lambda one: (one.start, one.end, one.key)):
        column = next((n for n, end in enumerate(ends) if end <= one.start), len(ends))
        ends[column : column + 1] = [one.end]
        found[one.key] = column
    return found


def _at(others: Iterable[Booking], moment: datetime) -> list[Booking]:
    return [one for one in others if one.start <= moment < one.end]
