"""What a workbook holds: its sheets, each with only the rows that hold something."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ptman.intake import cells, packed, places
from ptman.intake.cells import EXACT, Cell, CellKind, Line, Odd, Stored, Value
from ptman.intake.packed import Packed
from ptman.labels import Label

__all__ = ["EXACT", "Area", "Cell", "CellKind", "Line", "Odd", "Sheet", "Stored", "Value", "Workbook"]


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
class Sheet:
    """One worksheet: only the rows that hold something, in order."""

    name: str
    lines: Sequence[Line]
    merged: tuple[Area, ...] = ()
    formulas: frozenset[int] = frozenset()
    hidden_rows: int = 0
    hidden_columns: int = 0
    empty_rows: int = 0
    visible: bool = True
    _at: Mapping[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbers = self.lines.rows if isinstance(self.lines, Packed) else [line.row for line in self.lines]
        object.__setattr__(self, "_at", {row: index for index, row in enumerate(numbers)})

    @property
    def last_row(self) -> int:
        return self.lines[-1].row if self.lines else 0

    @property
    def last_column(self) -> int:
        if isinstance(self.lines, Packed):
            return self.lines.last_column
        return max((line.left + len(line.values) - 1 for line in self.lines), default=0)

    def columns_below(self, row: int) -> frozenset[int]:
        """The columns that hold something below this row, one of those in which a header may stand."""
        if isinstance(self.lines, Packed):
            return self.lines.below(row)
        return frozenset(cell.column for below, filled in self.rows() if below > row for cell in filled)

    def rows_filled(self) -> Sequence[int]:
        """The numbers of the rows that hold something, in their order."""
        return tuple(self._at)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at this place, None where it is empty."""
        index = self._at.get(row)
        if index is None:
            return None
        line = self.lines[index]
        if not line.left <= column < line.left + len(line.values):
            return None
        return self._cell(row, column, line.values[column - line.left])

    def index(self, row: int) -> int | None:
        """Which of the lines this row is."""
        return self._at.get(row)

    def line(self, row: int) -> Line | None:
        index = self._at.get(row)
        return None if index is None else self.lines[index]

    def word(self, row: int, column: int) -> str:
        """The text in a cell; nothing where it is empty or holds something else."""
        index = self._at.get(row)
        if isinstance(self.lines, Packed) and index is not None:
            return packed.word(self.lines.packed[index], column)
        cell = self.cell(row, column)
        return cell.value if cell is not None and isinstance(cell.value, str) else ""

    def row(self, row: int) -> tuple[Cell, ...]:
        """The filled cells of a row, from left to right."""
        index = self._at.get(row)
        return () if index is None else self._cells(self.lines[index])

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Every row that holds something: its number and its filled cells."""
        for line in self.lines:
            yield line.row, self._cells(line)

    def _cells(self, line: Line) -> tuple[Cell, ...]:
        found = (self._cell(line.row, line.left + offset, value) for offset, value in enumerate(line.values))
        return tuple(cell for cell in found if cell is not None)

    def _cell(self, row: int, column: int, value: Stored) -> Cell | None:
        if value is None:
            return None
        formula = places.packed(row, column) in self.formulas
        if isinstance(value, Odd):
            return Cell(row, column, value.text or None, value.kind, formula)
        return Cell(row, column, value, cells.kind_of(value), formula)


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
