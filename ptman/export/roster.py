"""One list as one sheet: title, day and count, header, typed cells, and how it is printed."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ptman.export import cell_text, layout, refusals
from ptman.export.formats import Formats
from ptman.export.options import Headers, Options
from ptman.export.refusals import Place
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Line, Listing, Load, Row, Value, shown
from ptman.rules.measures import Measure

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SERIAL = Label("序号", "No.")
TITLE_ROW, SUMMARY_ROW, HEADER_ROW = 0, 1, 2
FIRST_ROW = HEADER_ROW + 1
MOST_ROWS = 1_048_576 - FIRST_ROW
# A title over more columns than a screen shows would be out of sight if it were centred.
SCREEN_COLUMNS = 160
SERIAL_WIDTH = 6.5
# So many characters of a sheet still read well when shrunk to the width of a page (about 60 %).
PAGE_CHARACTERS = 250
FIRST_EXCEL_DAY = date(1900, 3, 1)
FOOTER_TITLE = 60
_A4 = 9
FOOTERS = {
    Headers.ZH: "第 &P 页 共 &N 页",
    Headers.EN: "Page &P of &N",
    Headers.BOTH: "第 &P 页 共 &N 页  Page &P of &N",
}
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.65}


@dataclass(frozen=True, slots=True)
class Roster:
    """Writes one listing on one empty worksheet."""

    sheet: "Worksheet"
    listing: Listing
    options: Options
    formats: Formats

    def write(self) -> tuple[Label, ...]:
        """What had to be changed; PtmanError text-too-long, too-many-rows."""
        if len(self.listing.rows) > MOST_ROWS:
            raise refusals.too_many_rows(self.listing)
        headers = tuple(self.options.headers.text(column.label, "\n") for column in self.listing.columns)
        self._headings(headers)
        notices = tuple(self._body())
        widths = layout.widths(self.listing, headers, self.options.headers.lang)
        self._arrange(headers, widths)
        self._heights(widths)
        self._page(widths)
        return notices

    def _headings(self, headers: tuple[str, ...]) -> None:
        last = len(headers)
        title = self.options.headers.text(self.listing.title)
        wide = sum(column.width for column in self.listing.columns) > SCREEN_COLUMNS
        self._across(TITLE_ROW, last, title, self.formats.wide_title if wide else self.formats.title)
        self._across(SUMMARY_ROW, last, self.options.summary(len(self.listing.records)), self.formats.summary)
        serial = self.options.headers.text(SERIAL, "\n")
        for at, header in enumerate((serial, *headers)):
            self.sheet.write_string(HEADER_ROW, at, cell_text.writable(header)[0], self.formats.header)

    def _across(self, row: int, last: int, text: str, style: object) -> None:
        if last:
            self.sheet.merge_range(row, 0, row, last, "", style)
        self.sheet.write_string(row, 0, cell_text.writable(text)[0], style)

    def _body(self) -> Iterator[Label]:
        serial = 0
        for at, row in enumerate(self.listing.rows, start=FIRST_ROW):
            if row.line is not Line.RECORD:
                self._line(at, row)
                continue
            serial += 1
            self.sheet.write_number(at, 0, serial, self.formats.serial)
            for number, (column, value) in enumerate(zip(self.listing.columns, row.cells, strict=True), start=1):
                if notice := self._cell((at, number), column, value):
                    yield refusals.stripped(Place(self.sheet.get_name(), serial, column.label), notice)

    def _line(self, at: int, row: Row) -> None:
        """The heading of a group or a sum: a tinted line of its own, whose words may run over empty cells."""
        style = self.formats.lines[row.line]
        self.sheet.write_blank(at, 0, None, style.words)
        for number, value in enumerate(row.cells, start=1):
            match value:
                case None:
                    self.sheet.write_blank(at, number, None, style.words)
                case Measure():
                    self.sheet.write_number(at, number, value.size, style.measures[value.kind])
                case int():
                    self.sheet.write_number(at, number, value, style.number)
                case _:
                    text = cell_text.writable(shown(value, self.options.headers.lang))[0]
                    self.sheet.write_string(at, number, text, style.centred if isinstance(value, Load) else style.words)

    def _cell(self, at: tuple[int, int], column: Column, value: Value) -> int:
        """Write one value by its type; answers how many control characters were taken out."""
        match value:
            case None | "":
                self.sheet.write_blank(*at, None, self.formats.text)
            case str():
                return self._text(at, column, str(value))
            case Measure():
                self._measure(at, value)
            case bool() | Load():
                self.sheet.write_string(*at, shown(value, self.options.headers.lang), self.formats.centred)
            case int() if column.kind not in layout.IDENTIFIERS:
                self.sheet.write_number(*at, value, self.formats.number)
            case datetime():
                self.sheet.write_datetime(*at, value.replace(tzinfo=None), self.formats.time)
            case date() if value >= FIRST_EXCEL_DAY:
                self.sheet.write_datetime(*at, value, self.formats.day)
            case _:
                return self._text(at, column, shown(value, self.options.headers.lang))
        return 0

    def _measure(self, at: tuple[int, int], value: Measure) -> None:
        """As the number, the month's first day or the time of day that it is; per cent as the share Excel wants."""
        style = self.formats.measures[value.kind]
        if isinstance(value.stored, date | time):
            self.sheet.write_datetime(*at, value.stored, style)
        else:
            self.sheet.write_number(*at, value.size / 100 if value.kind is Kind.PERCENT else value.size, style)

    def _text(self, at: tuple[int, int], column: Column, text: str) -> int:
        """As a text whatever it looks like; Excel would cut what is too long."""
        kept, stripped = cell_text.writable(text)
        if cell_text.units(kept) > cell_text.LONGEST:
            raise refusals.too_long(
                Place(self.sheet.get_name(), self._serial(at[0]), column.label), cell_text.units(kept)
            )
        plain, quoted = self.formats.text, self.formats.quoted
        if column.kind in layout.IDENTIFIERS:
            plain, quoted = self.formats.identifier, self.formats.quoted_identifier
        self.sheet.write_string(*at, kept, quoted if cell_text.formula_like(kept) else plain)
        return stripped

    def _serial(self, at: int) -> int:
        return sum(row.line is Line.RECORD for row in self.listing.rows[: at - HEADER_ROW])

    def _heights(self, widths: tuple[float, ...]) -> None:
        """Records of a grouped list fold under their heading."""
        self.sheet.set_default_row(layout.ROW_POINTS)
        fold = {"level": 1} if self.listing.grouped else {}
        if fold:
            self.sheet.outline_settings(symbols_below=False)
        for at, row in enumerate(self.listing.rows, start=FIRST_ROW):
            record = row.line is Line.RECORD
            texts = tuple(shown(value, self.options.headers.lang) for value in row.cells) if record else ()
            height = layout.row_height(texts, widths) if record else layout.ROW_POINTS
            if height > layout.ROW_POINTS or (fold and record):
                self.sheet.set_row(at, height, None, fold if record else {})

    def _arrange(self, headers: tuple[str, ...], widths: tuple[float, ...]) -> None:
        """Widths, what stays when scrolling, the filter."""
        self.sheet.set_column(0, 0, SERIAL_WIDTH)
        for at, width in enumerate(widths, start=1):
            self.sheet.set_column(at, at, width)
        self.sheet.set_row(TITLE_ROW, 27)
        self.sheet.set_row(SUMMARY_ROW, 16)
        self.sheet.set_row(HEADER_ROW, layout.header_height(headers, widths))
        last_row, last_column = HEADER_ROW + len(self.listing.rows), len(headers)
        if headers:
            self.sheet.freeze_panes(FIRST_ROW, layout.name_column(self.listing) + 2)
        if len(self.listing.records) == len(self.listing.rows):
            self.sheet.autofilter(HEADER_ROW, 0, last_row, last_column)
        # Excel marks each number kept as text with a green corner, and here all identifiers are.
        area = f"A{FIRST_ROW + 1}:XFD{max(last_row, FIRST_ROW) + 1}"
        self.sheet.ignore_errors({"number_stored_as_text": area})

    def _page(self, widths: tuple[float, ...]) -> None:
        """A4 landscape, header and names on each page, page n of m below; as many pages wide as can be read."""
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        across = math.ceil((SERIAL_WIDTH + sum(widths)) / PAGE_CHARACTERS)
        self.sheet.fit_to_pages(across, 0)
        if across > 1:
            self.sheet.repeat_columns(0, layout.name_column(self.listing) + 1)
        self.sheet.repeat_rows(HEADER_ROW)
        self.sheet.set_margins(**_MARGINS)
        self.sheet.center_horizontally()
        title = self.options.headers.text(self.listing.title)[:FOOTER_TITLE].replace("&", "&&")
        # A blank after the size, or a digit that follows would be taken for part of it.
        parts = {"L": title, "C": FOOTERS[self.options.headers], "R": self.options.dated.isoformat()}
        self.sheet.set_footer("".join(f"&{side}&9 {text}" for side, text in parts.items()))
