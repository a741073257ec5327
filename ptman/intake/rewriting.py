"""Writes the values of a workbook that is no .xlsx anew as one, each in its own place, to be marked and sent back."""

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from ptman.intake.sheet import Cell, CellKind, Workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_DATE, _MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"
_FIRST_DATE = date(1900, 3, 1)
"""Excel counts a day before this one that never was."""


def as_xlsx(book: Workbook) -> bytes:
    """Values, dates and merged areas; no styles, no formulas."""
    import xlsxwriter

    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as made:
        formats = {date: made.add_format({"num_format": _DATE}), datetime: made.add_format({"num_format": _MOMENT})}
        for sheet in book.sheets:
            page = made.add_worksheet(sheet.name)
            for area in sheet.merged:
                page.merge_range(area.top - 1, area.left - 1, area.bottom - 1, area.right - 1, "")
            for _, cells in sheet.rows():
                for cell in cells:
                    _write(page, cell, formats)
    return output.getvalue()


def _write(page: "Worksheet", cell: Cell, formats: "dict[type[date], Format]") -> None:
    at = cell.row - 1, cell.column - 1
    value = cell.value
    if isinstance(value, bool):
        page.write_boolean(*at, value)
    elif isinstance(value, int | float) and cell.kind is CellKind.NUMBER:
        page.write_number(*at, value)
    elif isinstance(value, date) and _day(value) >= _FIRST_DATE:
        page.write_datetime(*at, value, formats[type(value)])
    else:
        page.write_string(*at, cell.text())


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
