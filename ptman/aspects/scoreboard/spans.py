"""The year that is measured, and what a measure answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.rules.targets import TENTHS

PERCENT = Label("%", "%")


@dataclass(frozen=True, slots=True)
class Span:
    """A year as far as it has gone: from `first` to `last`, both included; `today` may lie after it."""

    year: int
    today: date

    @property
    def first(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        return min(self.today, date(self.year, 12, 31))

    @property
    def current(self) -> bool:
        """Whether the year is running: what stands now is told of no other year."""
        return self.year == self.today.year


Count = Callable[[Session, Span], int | None]
"""In tenths of the unit; None where the records cannot say."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How one measure is counted: its unit, its function, and the page with the records behind it."""

    unit: Label
    count: Count
    page: str
    place: str = ""


def number(count: Callable[[Session, Span], int]) -> Count:
    """A plain number of things."""
    return lambda session, span: count(session, span) * TENTHS


def standing(count: Count) -> Count:
    """What is known only as it stands now: a year that is over has it where it was recorded."""
    return lambda session, span: count(session, span) if span.current else None
