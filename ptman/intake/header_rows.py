"""Reads the rows of a sheet that may be its header: texts over one or two rows, merged cells, groups above."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ptman.intake import cells
from ptman.intake.header_names import UNDER_GROUP
from ptman.intake.sheet import Area, Sheet
from ptman.rules import text

FIRST_ROWS = cells.FIRST_ROWS
# Bounds for sheets made to be slow; no roster comes near. Columns beyond are reported as headless.
FIRST_COLUMNS = 400
FIRST_AREAS = 500
_MERELY_NAME = {"姓名", "name"}


@dataclass(frozen=True, slots=True)
class Header:
    """One header: its texts from the most to the least telling, each with what it costs in certainty."""

    column: int
    shown: str
    texts: tuple[tuple[str, int], ...]
    inherited: bool


def rows(sheet: Sheet) -> tuple[tuple[int, tuple[Header, ...]], ...]:
    areas = _areas(sheet)
    numbers = range(1, min(FIRST_ROWS, sheet.last_row) + 1)
    return tuple((row, tuple(_headers(sheet, areas, row))) for row in numbers)


def _areas(sheet: Sheet) -> dict[tuple[int, int], Area]:
    """The merged area each place of the first rows lies in."""
    first = [area for area in sheet.merged if area.top <= FIRST_ROWS][:FIRST_AREAS]
    return {
        (row, column): area
        for area in first
        for row in range(area.top, min(area.bottom, FIRST_ROWS) + 1)
        for column in range(area.left, min(area.right, FIRST_COLUMNS) + 1)
    }


def _headers(sheet: Sheet, areas: Mapping[tuple[int, int], Area], row: int) -> Iterator[Header]:
    for column in range(1, min(FIRST_COLUMNS, sheet.last_column) + 1):
        own, inherited = _text(sheet, row, column), False
        area = areas.get((row, column))
        if not own and area is not None and area.left == column:
            own, inherited = _text(sheet, area.top, column), True
        if not own:
            continue
        group = "" if inherited else _group(sheet, areas.get((row - 1, column)), row)
        yield Header(column, f"{group} {own}".strip(), _texts(group, own), inherited)


def _texts(group: str, own: str) -> tuple[tuple[str, int], ...]:
    if not group:
        return ((own, 0),)
    alone = ((group, 0),) if text.header_key(own) in _MERELY_NAME else ()
    return ((group + own, 0), *alone, (own, UNDER_GROUP))


def _group(sheet: Sheet, above: Area | None, row: int) -> str:
    """The text of a wide merged cell right above, which the header below only completes."""
    if above is None or above.left == above.right or above.bottom != row - 1:
        return ""
    if (above.right - above.left + 1) * 2 > sheet.last_column:
        return ""  # a title over the whole sheet groups nothing
    return _text(sheet, above.top, above.left)


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cell(row, column)
    return "" if cell is None else " ".join(cell.text().split())


def likely(sheet: Sheet) -> tuple[int, tuple[tuple[int, str], ...]]:
    """The row that looks most like a header where none was recognised, with its columns; (0, ()) for none."""
    best: tuple[int, tuple[tuple[int, str], ...]] = (0, ())
    for row, row_headers in rows(sheet):
        if len(row_headers) > len(best[1]):
            best = row, tuple((header.column, header.shown) for header in row_headers)
    return best
