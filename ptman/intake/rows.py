"""Turns the rows below a header into readings: values by column key, normalisations noted, faults collected."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ptman.fields import Field
from ptman.intake import cells, places
from ptman.intake.cell_reading import Bad, ColumnReader, Ditto, as_cell, says_something
from ptman.intake.cells import Stored
from ptman.intake.headers import Found
from ptman.intake.sheet import Sheet
from ptman.labels import Label
from ptman.rules import placeholders

# Columns whose merged or repeated cells speak for the rows below (domain §10.7).
CARRIED = frozenset({"academic_supervisor.department", "student.department", "training_base.host_organisation_id"})


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why a cell was not taken. `column` is 0 where the whole row is meant; `value` is as it stands in the workbook."""

    sheet: str
    row: int
    column: int
    header: str
    value: str
    code: str
    message: Label


@dataclass(frozen=True, slots=True)
class Line:
    """One row as read. `values` holds only the cells that say something; `numbered` those of numbered columns.

    A row that `leans` takes values from above (同上, merged cells).
    """

    sheet: str
    row: int
    values: Mapping[str, Any]
    numbered: Mapping[tuple[str, int], str]
    notes: tuple[Label, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    leans: bool = False

    def refused(self, complaint: Complaint) -> "Line":
        return replace(self, complaints=(*self.complaints, complaint))


@dataclass(frozen=True, slots=True)
class Columns:
    """What is in which column: the field of each, whether it must be filled, and the day for checks.

    `headers` are the sheet's own, by `slot`.
    """

    found: Found
    fields: Mapping[str, Field]
    required: frozenset[str]
    today: date
    date1904: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)

    def header(self, key: str, ordinal: int = 0) -> str:
        """As the sheet has it; a column that is not there by its usual name."""
        return self.headers.get(slot(key, ordinal)) or self.fields[key].label.zh


def slot(key: str, ordinal: int) -> str:
    """How one of several numbered columns is called: academic#2."""
    return f"{key}#{ordinal}" if ordinal else key


def own_headers(sheet: Sheet, found: Found) -> dict[str, str]:
    """The header texts of the recognised columns on one line and without stars, by `slot`."""
    cells = {slot(key, n): sheet.cell(found.header_row, column) for key, column, n in found.columns}
    words = {key: cell.text().strip("*＊ \n").split() for key, cell in cells.items() if cell is not None}
    return {key: (" " if any(map(str.isascii, parts)) else "").join(parts) for key, parts in words.items()}


def lines(sheet: Sheet, columns: Columns, passed: Callable[[int], bool] | None = None) -> Iterator[Line | int]:
    """Every data row of the sheet, or its number where it is `passed` unread; blank rows and total rows are no data."""
    reader = _Reader(sheet, columns)
    for index, row in enumerate(sheet.rows_filled()):
        if passed is not None and passed(row):
            reader.skipped.append(index)
            yield row
            continue
        raw = sheet.lines[index]
        if raw.row > columns.found.header_row and not _is_total(raw) and any(map(says_something, raw.values)):
            yield reader.line(raw)


def _is_total(raw: cells.Line) -> bool:
    first = itertools.islice((value for value in raw.values if value is not None), 3)
    return any(isinstance(value, str) and placeholders.is_total(value) for value in first)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands, which may be further up than the row it speaks for."""

    row: int
    column: int
    value: Stored


class _Reader:
    """Reads row by row, and remembers what stood last in each column."""

    def __init__(self, sheet: Sheet, columns: Columns) -> None:
        self._sheet, self._columns = sheet, columns
        self._readers = [
            ColumnReader(key, columns.fields[key], columns.today, date1904=columns.date1904)
            for key, _, _ in columns.found.columns
        ]
        self._above: dict[int, _Place] = {}
        self.skipped: list[int] = []

    def line(self, raw: cells.Line) -> Line:
        values: dict[str, Any] = {}
        numbered: dict[tuple[str, int], str] = {}
        notes: list[Label] = []
        complaints: list[Complaint] = []
        leans = False
        for reader, (key, column, ordinal) in zip(self._readers, self._columns.found.columns, strict=True):
            at = column - raw.left
            value = raw.values[at] if 0 <= at < len(raw.values) else None
            place = _Place(raw.row, column, value) if value is not None else self._carried(raw.row, column, key)
            reading = reader.read(place.value) if place is not None else None
            leans |= value is None and place is not None
            if isinstance(reading, Ditto):
                leans = True
                place = self._stood(column)
                reading = reader.read(place.value) if place is not None else None
            elif place is not None:
                self._above[column] = place
            if place is None or reading is None or isinstance(reading, Ditto):
                continue
            if isinstance(reading, Bad):
                complaints.append(self._complaint((key, ordinal), raw.row, place, reading))
                continue
            notes += [_note(self._columns, key, place, note) for note in reading.notes]
            if ordinal:
                numbered[(key, ordinal)] = str(reading.value)
            else:
                values[key] = reading.value
        line = Line(self._sheet.name, raw.row, values, numbered, tuple(notes), tuple(complaints), leans)
        return self._with_missing(line)

    def _stood(self, column: int) -> _Place | None:
        """What stood last in a column, also in the rows that were passed unread: nothing in them is 同上."""
        for index in self.skipped:
            raw = self._sheet.lines[index]
            for at, value in enumerate(raw.values, start=raw.left):
                if value is not None and (at not in self._above or self._above[at].row < raw.row):
                    self._above[at] = _Place(raw.row, at, value)
        self.skipped.clear()
        return self._above.get(column)

    def _carried(self, row: int, column: int, key: str) -> _Place | None:
        """What an empty cell stands for: a merged area that began further up."""
        if key not in CARRIED:
            return None
        area = next((area for area in self._sheet.merged if area.holds(row, column)), None)
        first = self._sheet.line(area.top) if area else None
        if area is None or first is None or not first.left <= area.left < first.left + len(first.values):
            return None
        value = first.values[area.left - first.left]
        return _Place(area.top, area.left, value) if value is not None else None

    def _complaint(self, key: tuple[str, int], row: int, place: _Place, bad: Bad) -> Complaint:
        said = as_cell(place.row, place.column, place.value).text()
        header = self._columns.header(*key)
        return Complaint(self._sheet.name, row, place.column, header, said, bad.code, bad.message)

    def _with_missing(self, line: Line) -> Line:
        if self._columns.required <= line.values.keys():
            return line
        return _with_missing(line, self._columns)


def _note(columns: Columns, key: str, place: _Place, note: Label) -> Label:
    where = f"{columns.header(key)} {places.address(place.row, place.column)}"
    return Label(f"{where}：{note.zh}", f"{where}: {note.en}")


def _with_missing(line: Line, columns: Columns) -> Line:
    complained = {complaint.header for complaint in line.complaints}
    for key in sorted(columns.required):
        header = columns.header(key)
        if key not in line.values and header not in complained:
            column = columns.found.column(key) or 0
            message = Label(f"缺少“{header}”。", f"“{columns.fields[key].label.en}” is missing.")
            line = line.refused(Complaint(line.sheet, line.row, column, header, "", "required-missing", message))
    return line
