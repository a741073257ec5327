"""One open cell of a workbook that is sent, written by the kind of its field; and the formats of such a workbook."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ptman.export import cell_text
from ptman.fields import NUMERIC, Field, Kind
from ptman.labels import Lang
from ptman.rules import measures

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FIRST_EXCEL_DAY = date(1900, 3, 1)
_FACE = {"font_name": "等线", "font_size": 10, "valign": "vcenter"}
_CELL = {**_FACE, "border": 1, "border_color": "#9AA3AF", "num_format": "@"}
_LOCKED = {**_CELL, "bg_color": "#F3F4F6", "font_color": "#374151", "text_wrap": True}
_OPEN = {**_CELL, "bg_color": "#FFF9DB", "locked": False, "text_wrap": True}
_NUMBERS = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.MONTH: "yyyy-mm",
    Kind.NUMBER: "0",
    Kind.MONEY: "#,##0.00",
    Kind.TENTHS: "0.0",
    Kind.PERCENT: "0.##%",
}


@dataclass(frozen=True, slots=True)
class Formats:
    title: "Format"
    how: "Format"
    header: "Format"
    open_header: "Format"
    locked: "Format"
    open: "Format"
    measures: "dict[Kind, Format]"


def formats(workbook: "Workbook") -> Formats:
    header = {**_CELL, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E6ECF5"}
    return Formats(
        title=workbook.add_format({**_FACE, "bold": True, "font_size": 15}),
        how=workbook.add_format({**_FACE, "font_color": "#4B5563"}),
        header=workbook.add_format(header),
        open_header=workbook.add_format({**header, "bg_color": "#FFE58A"}),
        locked=workbook.add_format(_LOCKED),
        open=workbook.add_format(_OPEN),
        measures={kind: workbook.add_format({**_OPEN, "num_format": how}) for kind, how in _NUMBERS.items()},
    )


def write(page: "Worksheet", at: tuple[int, int], what: tuple[Field, Any], made: Formats, lang: Lang) -> None:
    """`what` is the field and its value as the journal writes it."""
    field, value = what
    style = made.measures.get(field.kind, made.open)
    if value is None or value == "":
        page.write_blank(*at, None, style)
    elif field.kind in {Kind.DATE, Kind.MONTH} and date.fromisoformat(value) >= FIRST_EXCEL_DAY:
        page.write_datetime(*at, date.fromisoformat(value), style)
    elif field.kind in NUMERIC:
        page.write_number(*at, _size(field.kind, value), style)
    else:
        page.write_string(*at, cell_text.writable(shown(field, value, lang))[0], style)


def shown(field: Field, value: object, lang: Lang) -> str:
    """A value of the journal as a cell says it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return {Lang.ZH: ("否", "是"), Lang.EN: ("no", "yes")}[lang][value]
    if field.choices is not None:
        return field.choices(str(value)).label.text(lang)
    return str(value)


def _size(kind: Kind, value: int) -> float:
    measure = measures.cell(kind, value)
    if measure is None:
        return value
    return measure.size / 100 if kind is Kind.PERCENT else measure.size
