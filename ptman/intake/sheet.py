"""What a workbook holds, as plain values with the workbook's own rows and columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from ptman.intake import places
from ptman.labels import Label

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
class Area:
    """A merged area, both corners inside it."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Line:
    """One row that holds something; `values[0]` stands in column `left`."""

    row: int
    left: int
    values: tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: only the rows that hold something, in order."""

    name: str
    lines: tuple[Line, ...]
    merged: tuple[Area, ...] = ()
    formulas: frozenset[int] = frozenset()
    hidden_rows: int = 0
    hidden_columns: int = 0
    empty_rows: int = 0
    visible: bool = True
    _at: Mapping[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_at", {line.row: index for index, line in enumerate(self.lines)})

    @property
    def last_row(self) -> int:
        return self.lines[-1].row if self.lines else 0

    @property
    def last_column(self) -> int:
        return max((line.left + len(line.values) - 1 for line in self.lines), default=0)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at this place, None where it is empty."""
        index = self._at.get(row)
        if index is None:
            return None
        line = self.lines[index]
        if not line.left <= column < line.left + len(line.values):
            return None
        return self._cell(row, column, line.values[column - line.left])

    def row(self, row: int) -> tuple[Cell, ...]:
        """The filled cells of a row, from left to right."""
        index = self._at.get(row)
        return () if index is None else self._cells(self.lines[index])

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Every row that holds something: its number and its filled cells."""
        for line in self.lines:
            yield line.row, self._cells(line)

    def _cells(self, line: Line) -> tuple[Cell, ...]:
        cells = (self._cell(line.row, line.left + offset, value) for offset, value in enumerate(line.values))
        return tuple(cell for cell in cells if cell is not None)

    def _cell(self, row: int, column: int, value: Stored) -> Cell | None:
        if value is None:
            return None
        formula = places.packed(row, column) in self.formulas
        if isinstance(value, Odd):
            return Cell(row, column, value.text or None, value.kind, formula)
        return Cell(row, column, value, _kind(value), formula)


@dataclass(frozen=True, slots=True)
class Workbook:
    """What was read; `sha256` is of the very bytes that were read."""

    path_name: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Label, ...] = ()
    date_1904: bool = False
    sha256: str = ""

    def sheet(self, name: str) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def _kind(value: str | float | date) -> CellKind:
    if isinstance(value, bool):
        return CellKind.BOOL
    if isinstance(value, str):
        return CellKind.TEXT
    return CellKind.DATE if isinstance(value, date) else CellKind.NUMBER
