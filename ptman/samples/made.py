"""What the makers of samples hand each other: invented rows, tables of them, the season they are for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None

# A new cohort enrols in September; from August on it is the one the office works for.
NEW_COHORT_MONTH = 8


@dataclass(frozen=True, slots=True)
class Made:
    """One invented row, its cells by header. `fault` is the code of what is to be wrong with it, else empty."""

    cells: Mapping[str, Cell]
    number: str
    name: str
    categories: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one workbook."""

    file: str
    sheet: str
    rows: tuple[Made, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(self.rows[0].cells) if self.rows else ()


@dataclass(frozen=True, slots=True)
class Season:
    """The day the samples are made for, how many students there are, and whether faults are planted."""

    today: date
    students: int
    faulty: bool

    @property
    def cohort(self) -> int:
        return self.today.year - (self.today.month < NEW_COHORT_MONTH)

    @property
    def enrolled(self) -> date:
        return date(self.cohort, 9, 1)

    def faults(self, kinds: tuple[str, ...], rows: int) -> tuple[str, ...]:
        """One of each kind at least, about 3 % of the rows in all."""
        if not self.faulty:
            return ()
        count = max(len(kinds), round(rows * FAULT_SHARE))
        return tuple(kinds[at % len(kinds)] for at in range(count))


FAULT_SHARE = 0.03
