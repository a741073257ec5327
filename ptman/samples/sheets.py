"""Writes a laid-out sheet as the bytes of a workbook, each value as the type it has."""

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ptman.samples.dress import Grid
from ptman.samples.made import Cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# No clock: the same sample has the same bytes.
CREATED = datetime(2026, 1, 1, tzinfo=UTC)
NARROWEST, WIDEST = 9, 40
TITLE_POINTS, HEADER_POINTS = 24, 36
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def content(grid: Grid) -> bytes:
    """A workbook of this one sheet."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _PLAIN) as workbook:
        workbook.set_properties({"created": CREATED})
        _fill(workbook, workbook.add_worksheet(grid.name), grid)
    return stream.getvalue()


def _fill(workbook: "Workbook", sheet: "Worksheet", grid: Grid) -> None:
    title = workbook.add_format({"bold": True, "font_size": 14, "align": "center"})
    header = workbook.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1})
    day = workbook.add_format({"num_format": "yyyy/m/d"})
    for at in range(len(grid.plain)):
        longest = max(len(str(row[at] or "").encode("gb18030")) for row in grid.rows[grid.header_row :])
        sheet.set_column(at, at, min(WIDEST, max(NARROWEST, longest + 2)))
    note = workbook.add_format({"align": "left"})
    for at in sorted(grid.merged):
        sheet.merge_range(at - 1, 0, at - 1, len(grid.plain) - 1, "", title if at == 1 else note)
    sheet.set_row(0, TITLE_POINTS)
    sheet.set_row(grid.header_row - 1, HEADER_POINTS)
    for at, row in enumerate(grid.rows, start=1):
        style = (title if at == 1 else note) if at in grid.merged else header if at == grid.header_row else None
        for column, value in enumerate(row):
            _write(sheet, (at - 1, column), value, day if isinstance(value, date) else style)


def _write(sheet: "Worksheet", at: tuple[int, int], value: Cell, style: "Format | None") -> None:
    match value:
        case str():
            sheet.write_string(*at, value, style)
        case date():
            sheet.write_datetime(*at, value, style)
        case int() | float():
            sheet.write_number(*at, value, style)
