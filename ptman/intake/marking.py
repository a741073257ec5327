"""Colours and comments cells of a workbook, keeping the rest as it is; runs in the confined process only."""

import io
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_FILL = "FFFFC7CE"
_AUTHOR = "ptman"
_WIDTH, _LINE_HEIGHT, _CHARS = 280, 20, 22


def marked(workbook: BinaryIO, marks: list[list[str | int]]) -> bytes:
    """The workbook with its marks (sheet, row, column, text); several on one cell are joined by line breaks."""
    import openpyxl

    book = openpyxl.load_workbook(workbook, rich_text=True)
    texts: dict[tuple[str, int, int], list[str]] = {}
    for sheet, row, column, text in marks:
        place = _anchor(book[str(sheet)], int(row), max(1, int(column)))
        texts.setdefault((str(sheet), *place), []).append(str(text))
    for (sheet, row, column), lines in texts.items():
        _mark(book[sheet].cell(row, column), lines)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def _anchor(sheet: "Worksheet", row: int, column: int) -> tuple[int, int]:
    """The place itself, or the first cell of the merged area it lies in, the only one that can carry a comment."""
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            return area.min_row, area.min_col
    return row, column


def _mark(cell: "Cell", lines: list[str]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    older = [cell.comment.text] if cell.comment else []
    text = "\n".join((*older, *lines))
    height = _LINE_HEIGHT * (2 + text.count("\n") + len(text) // _CHARS)
    cell.comment = Comment(text, _AUTHOR, height=height, width=_WIDTH)
    cell.fill = PatternFill("solid", fgColor=_FILL)
