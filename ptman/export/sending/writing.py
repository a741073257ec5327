"""Writes the workbook that is sent: head, locked columns, open cells with their lists and bounds, the hidden sheet."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ptman.export import cell_text
from ptman.export.sending import bounds, cells, words
from ptman.export.sending.cells import Formats
from ptman.fields import Field, Kind
from ptman.roundtrip import fingerprint, rights
from ptman.roundtrip.shape import Row, Shape

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TITLE_ROW, HOW_ROW, NOTE_ROW, HEADER_ROW = 0, 1, 2, 3
FIRST_ROW = HEADER_ROW + 1
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PROTECTED = {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True}
_NARROWEST, _WIDEST = 8, 40
_ROW_POINTS, _A4 = 18, 9


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the table."""

    number: str
    recipient: str
    title: str
    due_on: date | None
    note: str


def content(shape: Shape, rows: Sequence[Row], head: Head, said: str, dated: date) -> bytes:
    """The bytes; `said` is the fingerprint. Equal workbooks give equal bytes."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _PLAIN) as workbook:
        workbook.set_properties(
            {"title": head.title, "created": datetime(dated.year, dated.month, dated.day, tzinfo=UTC)}
        )
        page = workbook.add_worksheet(cell_text.sheet_name(head.title, frozenset({fingerprint.SHEET})))
        hidden = workbook.add_worksheet(fingerprint.SHEET)
        made = cells.formats(workbook)
        _heads(page, shape, head, made)
        _body(page, shape, rows, made)
        places = _lists(hidden, shape, said)
        for at, column in enumerate(shape.columns, start=1):
            if field := _field(shape, column.fill):
                span = (FIRST_ROW, at, FIRST_ROW + len(rows) - 1, at)
                bounds.set_on(page, span, bounds.Bound(field, column.fill, places.get(column.fill, ""), shape.lang))
        _arrange(page, shape, rows, workbook)
        hidden.protect("", {})
        hidden.very_hidden()
    return stream.getvalue()


def _field(shape: Shape, fill: str) -> Field | None:
    right = rights.named(shape.noun, fill) if fill else None
    return right.field if right else None


def _heads(page: "Worksheet", shape: Shape, head: Head, made: Formats) -> None:
    last = len(shape.columns)
    lines = (
        (TITLE_ROW, f"{head.title}　{head.recipient}", made.title),
        (HOW_ROW, words.how(head.number, head.due_on).text(shape.lang), made.how),
        (NOTE_ROW, head.note, made.how),
    )
    for row, text, style in lines:
        page.write_string(row, 1, cell_text.writable(text)[0], style)
    page.write_string(HEADER_ROW, 0, fingerprint.MARKER, made.header)
    for at, column in enumerate(shape.columns, start=1):
        field = _field(shape, column.fill)
        page.write_string(HEADER_ROW, at, column.header, made.open_header if field else made.header)
        comment = words.comment(field) if field else words.LOCKED
        page.write_comment(HEADER_ROW, at, comment.text(shape.lang), {"x_scale": 1.6, "y_scale": 1.2, "author": ""})
    page.autofilter(HEADER_ROW, 1, HEADER_ROW, last)


def _body(page: "Worksheet", shape: Shape, rows: Sequence[Row], made: Formats) -> None:
    fields = [_field(shape, column.fill) for column in shape.columns]
    for at, row in enumerate(rows, start=FIRST_ROW):
        page.write_string(at, 0, row.id, made.locked)
        for number, (column, field) in enumerate(zip(shape.columns, fields, strict=True), start=1):
            if field is None:
                page.write_string(at, number, row.texts[number - 1], made.locked)
            else:
                value = row.values.get(column.fill)
                said = shape.word(column.fill, value) if field.kind is Kind.LINK else value
                cells.write(page, (at, number), (field, said), made, shape.lang)


def _lists(hidden: "Worksheet", shape: Shape, said: str) -> dict[str, str]:
    """The fingerprint, and beside it the words that cells may choose from; where each list stands."""
    from xlsxwriter.utility import xl_col_to_name

    hidden.write_string(0, 0, said)
    places: dict[str, str] = {}
    for column in shape.fills:
        field = _field(shape, column.fill)
        offered = bounds.offered(field, shape.lang) or [one.word for one in shape.lists.get(column.fill, ())]
        if offered:
            at = len(places) + 1
            for row, word in enumerate(offered):
                hidden.write_string(row, at, cell_text.writable(word)[0])
            letter = xl_col_to_name(at)
            places[column.fill] = f"={fingerprint.SHEET}!${letter}$1:${letter}${len(offered)}"
    return places


def _arrange(page: "Worksheet", shape: Shape, rows: Sequence[Row], workbook: "Workbook") -> None:
    page.set_column(0, 0, 2, None, {"hidden": True})
    for at, column in enumerate(shape.columns, start=1):
        words = (one.word for one in shape.lists.get(column.fill, ()))
        texts = [column.header, *(row.texts[at - 1] for row in rows), *words]
        needed = max(cell_text.columns(text) for text in texts) + 4
        field = _field(shape, column.fill)
        page.set_column(at, at, min(_WIDEST, max(_NARROWEST, needed, field.width + 4 if field else 0)))
    page.set_default_row(_ROW_POINTS)
    page.set_row(TITLE_ROW, 28)
    page.set_row(HEADER_ROW, 24)
    page.freeze_panes(FIRST_ROW, min(3, len(shape.columns)))
    page.protect("", _PROTECTED)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADER_ROW)
    page.set_tab_color("#E0B000")
    page.hide_gridlines(2)
    first = next(at for at, column in enumerate(shape.columns, start=1) if column.fill)
    page.set_selection(FIRST_ROW, first, FIRST_ROW, first)
    page.activate()
    workbook.set_size(1600, 1000)
