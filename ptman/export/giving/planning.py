"""What would be given away: the rows that may go, and the rows of those who have not agreed; nothing changes."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from ptman.export.giving import consents
from ptman.export.giving.wish import Wish
from ptman.fields import Sensitivity
from ptman.listing import Column, Listing, Row
from ptman.rules import disclosing


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be given: the rows that may go with all columns, and the rows of who has not agreed.

    `also` are columns that the list itself does not show, such as those of a workbook that is to be filled in.
    """

    wish: Wish
    listing: Listing
    excluded: tuple[Row, ...]
    students: dict[str, str]
    also: tuple[Column, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.listing.rows)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that go, those of the layout first."""
        listing = self.listing
        keys = [key for key in self.wish.layout.keys if listing.has(key)]
        return (*(listing.columns[listing.index(key)] for key in keys), *self.also)


def draft(session: Session, listing: Listing, asked: Wish, today: date) -> Plan:
    """What would go to the recipient; nothing changes. Inside the university no consent is asked for."""
    students = consents.students_of(session, listing)
    lacking: set[str] = set()
    if not asked.recipient.inside:
        known = consents.of(session, students.values(), asked.purpose)
        lacking = {row for row, owner in students.items() if not _agreed(known.get(owner, []), asked, today)}
    kept = tuple(row for row in listing.records if row.id not in lacking)
    excluded = tuple(row for row in listing.records if row.id in lacking)
    plain = replace(listing, rows=kept)
    return Plan(asked, _unmasked(session, plain) if asked.unmask else plain, excluded, students)


def _agreed(known: list[disclosing.Consent], asked: Wish, today: date) -> bool:
    return any(disclosing.covers(one, asked.purpose, asked.recipient.towards, today) for one in known)


def _unmasked(session: Session, listing: Listing) -> Listing:
    """Identity numbers whole, as the office has them."""
    at = [i for i, column in enumerate(listing.columns) if column.sensitivity is Sensitivity.GUARDED]
    numbers = consents.numbers(session, listing)
    return replace(listing, rows=tuple(_with(row, at, numbers.get(row.id)) for row in listing.rows))


def _with(row: Row, places: list[int], number: str | None) -> Row:
    cells = tuple(number if i in places and number else cell for i, cell in enumerate(row.cells))
    return replace(row, cells=cells)
