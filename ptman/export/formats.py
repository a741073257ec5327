"""The few cell formats of an exported sheet, each made once a workbook."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptman.fields import Kind
from ptman.listing import Line

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

TITLE_POINTS, SUMMARY_POINTS, BODY_POINTS = 16, 9, 10
TEXT_FORMAT, DAY_FORMAT, TIME_FORMAT = "@", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
# A face that Excel has on Chinese systems; elsewhere the system's own Chinese face takes its place.
_FACE = {"font_name": "等线", "font_size": BODY_POINTS, "valign": "vcenter"}
_CELL = {**_FACE, "border": 1, "border_color": "#9AA3AF"}
_RIGHT, _CENTRED = {"align": "right", "indent": 1}, {"align": "center"}
_MEASURES: dict[Kind, dict[str, object]] = {
    Kind.MONEY: {**_RIGHT, "num_format": "#,##0.00"},
    Kind.TENTHS: {**_RIGHT, "num_format": "0.0"},
    Kind.PERCENT: {**_RIGHT, "num_format": "0.##%"},
    Kind.MONTH: {**_CENTRED, "num_format": "yyyy-mm"},
    Kind.TIME: {**_CENTRED, "num_format": "hh:mm"},
}


_TINTS = {Line.GROUP: "#F2F5FA", Line.SUM: "#F7F7F2"}


@dataclass(frozen=True, slots=True)
class LineFormats:
    """How the heading of a group, or a sum, looks."""

    words: "Format"
    number: "Format"
    centred: "Format"
    measures: "dict[Kind, Format]"


@dataclass(frozen=True, slots=True)
class Formats:
    title: "Format"
    wide_title: "Format"
    summary: "Format"
    header: "Format"
    text: "Format"
    quoted: "Format"
    identifier: "Format"
    quoted_identifier: "Format"
    centred: "Format"
    serial: "Format"
    number: "Format"
    day: "Format"
    time: "Format"
    measures: "dict[Kind, Format]"
    lines: dict[Line, LineFormats]


def make(workbook: "Workbook") -> Formats:
    """Quoted formats carry Excel's quote prefix, so that a text stays a text when somebody edits it."""
    header = {**_CELL, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E6ECF5"}
    text = {**_CELL, "align": "left", "indent": 1, "text_wrap": True}
    identifier = {**_CELL, "align": "left", "indent": 1, "num_format": TEXT_FORMAT}
    centred = {**_CELL, "align": "center", "num_format": TEXT_FORMAT}
    quoted = {"quote_prefix": True}
    title = {**_FACE, "bold": True, "font_size": TITLE_POINTS}
    return Formats(
        title=workbook.add_format({**title, "align": "center"}),
        wide_title=workbook.add_format({**title, "align": "left"}),
        summary=workbook.add_format({**_FACE, "font_size": SUMMARY_POINTS, "font_color": "#4B5563"}),
        header=workbook.add_format(header),
        text=workbook.add_format(text),
        quoted=workbook.add_format({**text, **quoted}),
        identifier=workbook.add_format(identifier),
        quoted_identifier=workbook.add_format({**identifier, **quoted}),
        centred=workbook.add_format(centred),
        serial=workbook.add_format({**_CELL, "align": "center", "num_format": "0"}),
        number=workbook.add_format({**_CELL, "align": "right", "indent": 1, "num_format": "0"}),
        day=workbook.add_format({**_CELL, "align": "center", "num_format": DAY_FORMAT}),
        time=workbook.add_format({**_CELL, "align": "center", "num_format": TIME_FORMAT}),
        measures={kind: workbook.add_format({**_CELL, **how}) for kind, how in _MEASURES.items()},
        lines={line: _line(workbook, tint) for line, tint in _TINTS.items()},
    )


def _line(workbook: "Workbook", tint: str) -> LineFormats:
    bold = {**_FACE, "bold": True, "bg_color": tint, "top": 1, "bottom": 1, "border_color": "#9AA3AF"}
    return LineFormats(
        words=workbook.add_format({**bold, "align": "left"}),
        number=workbook.add_format({**bold, **_RIGHT, "num_format": "#,##0"}),
        centred=workbook.add_format({**bold, **_CENTRED}),
        measures={kind: workbook.add_format({**bold, **how}) for kind, how in _MEASURES.items()},
    )
