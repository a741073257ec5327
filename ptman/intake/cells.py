"""Single cells and rows of a workbook, as plain values with the workbook's own rows and columns."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ptman.intake import places

# A header row is looked for among the first rows only: below them data begin.
FIRST_ROWS = 20
# A double keeps 15 decimal digits; Excel cuts every further digit of a typed number to zero.
EXACT = 10**15


class CellKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    BOOL = "bool"
    ERROR = "error"
    UNCALCULATED = "uncalculated"


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell whose stored value is not what a person sees: a time of day, an error, a formula without a result."""

    kind: CellKind
    text: str


Stored = str | int | float | bool | date | datetime | Odd | None
Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell; row and column are the workbook's own, counted from 1."""

    row: int
    column: int
    value: Value
    kind: CellKind
    formula: bool = False

    @property
    def address(self) -> str:
        return places.address(self.row, self.column)

    @property
    def digits_lost(self) -> bool:
        """Whether the number is so long that its last digits were lost when it was typed."""
        return self.kind is CellKind.NUMBER and isinstance(self.value, int | float) and abs(self.value) >= EXACT

    def text(self) -> str:
        """The value as a person would type it: no `.0` behind whole numbers, ISO dates."""
        if isinstance(self.value, float) and self.value.is_integer():
            return f"{self.value:.0f}"
        if isinstance(self.value, datetime):
            return self.value.isoformat(sep=" ")
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class Line:
    """One row that holds something; `values[0]` stands in column `left`."""

    row: int
    left: int
    values: tuple[Stored, ...]


def kind_of(value: str | float | date) -> CellKind:
    if isinstance(value, bool):
        return CellKind.BOOL
    if isinstance(value, str):
        return CellKind.TEXT
    return CellKind.DATE if isinstance(value, date) else CellKind.NUMBER
