"""The table of a workbook that has come back: where its columns stand, and its rows beside those that were sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ptman.fields import Field
from ptman.intake.headers import Found
from ptman.intake.rows import Columns
from ptman.intake.sheet import Sheet
from ptman.roundtrip import rights
from ptman.roundtrip.shape import Row, Shape
from ptman.rules import text


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: the row of its header, the column of the keys, and by key of the shape where each column stands."""

    sheet: Sheet
    shape: Shape
    header_row: int
    key_column: int
    at: Mapping[str, int]

    @property
    def strangers(self) -> tuple[str, ...]:
        """Headers, or letters of columns without one, that were not sent and have something below."""
        ours = {self.key_column, *self.at.values()}
        last = self.sheet.last_column
        found = []
        for column in range(1, last + 1):
            below = (
                cell for row, _ in self.sheet.rows() if row > self.header_row if (cell := self.sheet.cell(row, column))
            )
            if column not in ours and any(cell.text().strip() for cell in below):
                header = self.sheet.cell(self.header_row, column)
                found.append(header.text().strip() if header else "")
        return tuple(found)

    @property
    def missing(self) -> tuple[str, ...]:
        """Headers that were sent and are not there any more."""
        return tuple(column.header for column in self.shape.columns if column.key not in self.at)

    def fields(self) -> dict[str, Field]:
        """The fields that may be filled in, by right."""
        found = {one.fill: rights.named(self.shape.noun, one.fill) for one in self.shape.fills}
        return {key: right.field for key, right in found.items() if right is not None}

    def columns(self) -> tuple[tuple[str, int, int], ...]:
        """As a header row that was recognised has them: the right, where it stands, no number."""
        return tuple((one.fill, self.at[one.key], 0) for one in self.shape.fills if one.key in self.at)

    def key(self, row: int) -> str:
        cell = self.sheet.cell(row, self.key_column)
        return cell.text().strip() if cell else ""

    def trespasses(self, row: int, sent: Row) -> Iterator[tuple[int, str, str, str]]:
        """Locked cells that say something else than was sent: column, header, as sent, as it came back."""
        for column, before in zip(self.shape.columns, sent.texts, strict=True):
            at = self.at.get(column.key)
            if column.fill or at is None:
                continue
            cell = self.sheet.cell(row, at)
            now = cell.text() if cell else ""
            if _plain(now) != _plain(before):
                yield at, column.header, before, now

    def cleared(self, row: int, sent: Row) -> Iterator[str]:
        """Headers of open cells that were sent filled and came back blank."""
        for column in self.shape.fills:
            at = self.at.get(column.key)
            if at is not None and sent.values.get(column.fill) not in {None, ""} and self._blank(row, at):
                yield column.header

    def _blank(self, row: int, column: int) -> bool:
        cell = self.sheet.cell(row, column)
        return cell is None or not cell.text().strip()


def of(found: tuple[Sheet, int, int], shape: Shape) -> Grid:
    """The columns are told by their headers, so that they may have been moved."""
    sheet, row, key_column = found
    wanted = {_plain(column.header): column.key for column in shape.columns}
    at: dict[str, int] = {}
    for cell in sheet.row(row):
        key = wanted.get(_plain(cell.text()))
        if key is not None and cell.column != key_column:
            at.setdefault(key, cell.column)
    return Grid(sheet, shape, row, key_column, at)


def read_as(grid: Grid, today: date, *, date1904: bool) -> Columns:
    """The open columns, as the rows of any workbook are read."""
    headers = {one.fill: one.header for one in grid.shape.fills}
    found = Found("returned", grid.header_row, grid.columns(), (), (), (), (1.0, 1))
    return Columns(found, grid.fields(), frozenset(), today, date1904, headers)


def _plain(said: str) -> str:
    """Blanks and line ends are nothing that a person changes on purpose."""
    return " ".join((text.clean(said).value or "").split())
