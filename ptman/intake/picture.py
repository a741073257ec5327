"""What the office knows of what a workbook may name, as one frozen picture."""

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from ptman.intake import kinds, known_rows
from ptman.intake.draft import Part
from ptman.intake.known import Entry, Known
from ptman.intake.known_rows import KnownOnDemand
from ptman.intake.planning import NUMBERS
from ptman.models import naming
from ptman.models.core import nouns

MOST_ON_DEMAND = 5_000
COMPARED = (
    "person",
    "student",
    "academic_supervisor",
    "industry_supervisor",
    "appointment",
    "organisation",
    "organisation_name",
    "programme",
    "degree_category",
    "degree_field",
    "training_base",
    "agreement",
    "preference",
    "supervision",
)


def needed(session: Session, parts: list[Part]) -> Known:
    """Where few rows have to be planned, the records are read as they are asked for."""
    settled = sum(len(part.settled.rows) for part in parts)
    planned = sum(len(part.sheet.lines) for part in parts) - settled
    if settled and planned <= min(MOST_ON_DEMAND, settled):
        found = KnownOnDemand(session)
        for part in parts:
            for noun in known_rows.LARGE:
                _ahead(found, part, noun)
        return found
    return known(session, (part.book for part in parts))


def _ahead(found: KnownOnDemand, part: Part, noun: str) -> None:
    """The records that the rows to be planned name by their number."""
    column = part.found.column(f"{noun}.{NUMBERS.get(noun, '')}")
    if column is not None:
        rows = (row for row in part.sheet.rows_filled() if row not in part.settled.rows)
        found.ahead(noun, NUMBERS[noun], [word for row in rows if (word := part.sheet.word(row, column))])


def known(session: Session, books: Iterable[str] = ()) -> Known:
    """A frozen picture of the records that workbooks can name, of further nouns those that `books` have to do with."""
    found: dict[str, list[Entry]] = {}
    for name in dict.fromkeys((*COMPARED, *_touched(books))):
        found[name] = known_rows.entries(session, name)
    return Known(found)


def _touched(books: Iterable[str]) -> Iterator[str]:
    """The nouns of workbooks drawn from their fields, and all that their links lead to."""
    left, seen = [name for name in books if kinds.kinds()[name].noun], set[str]()
    while left:
        name = left.pop()
        if name not in seen:
            seen.add(name)
            left += naming.targets(nouns()[name]).values()
            yield name
