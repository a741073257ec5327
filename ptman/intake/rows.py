"""Turns the rows below a header into readings: values by column key, normalisations noted, faults collected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ptman.fields import Field, Kind
from ptman.intake.headers import Found
from ptman.intake.sheet import Cell, CellKind, Sheet
from ptman.labels import Label
from ptman.rules import checks, text

# Columns whose merged or repeated cells speak for the rows below (domain §10.7).
CARRIED = frozenset({"academic_supervisor.department", "student.department", "training_base.host_organisation_id"})
# Read by a rule of their own once the rest of the row is known: an ID number by the kind of the document.
LATER = frozenset({"person.id_number"})


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
    """One row as read. `values` holds only the cells that say something; `numbered` those of numbered columns."""

    sheet: str
    row: int
    values: Mapping[str, Any]
    numbered: Mapping[tuple[str, int], str]
    notes: tuple[Label, ...] = ()
    complaints: tuple[Complaint, ...] = ()

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


def lines(sheet: Sheet, columns: Columns) -> Iterator[Line]:
    """Every data row of the sheet; blank rows and total rows are no data."""
    above: dict[int, Cell] = {}
    for row, cells in sheet.rows():
        if row <= columns.found.header_row or _is_total(cells):
            continue
        if not any(_says_something(cell) for cell in cells):
            continue
        yield _line(sheet, row, columns, above)


def _is_total(cells: tuple[Cell, ...]) -> bool:
    words = [cell.text() for cell in cells[:3] if cell.kind is CellKind.TEXT]
    return bool(words) and any(text.is_total(word) for word in words)


def _says_something(cell: Cell) -> bool:
    return cell.value is not None and not text.is_empty(cell.text())


def _line(sheet: Sheet, row: int, columns: Columns, above: dict[int, Cell]) -> Line:
    line = Line(sheet.name, row, {}, {})
    values: dict[str, Any] = {}
    numbered: dict[tuple[str, int], str] = {}
    notes: list[Label] = []
    for key, column, ordinal in columns.found.columns:
        cell = _carried(sheet, row, column, key, above)
        if cell is None or not _says_something(cell):
            continue
        reading = _read(columns, key, cell)
        if isinstance(reading, _Bad):
            line = line.refused(_complaint(sheet.name, columns, (key, ordinal), replace(cell, row=row), reading))
            continue
        notes += [_note(columns, key, cell, note) for note in reading.notes]
        if ordinal:
            numbered[(key, ordinal)] = str(reading.value)
        else:
            values[key] = reading.value
    line = replace(line, values=values, numbered=numbered, notes=tuple(notes))
    return _with_missing(line, columns)


def _carried(sheet: Sheet, row: int, column: int, key: str, above: dict[int, Cell]) -> Cell | None:
    """The cell, or what it stands for: 同上, or a merged area that began further up."""
    cell = sheet.cell(row, column)
    if cell is not None and cell.kind is CellKind.TEXT and text.is_ditto(cell.text()):
        return above.get(column)
    if cell is None and key in CARRIED:
        area = next((area for area in sheet.merged if area.holds(row, column)), None)
        cell = sheet.cell(area.top, area.left) if area else None
    if cell is not None:
        above[column] = cell
    return cell


@dataclass(frozen=True, slots=True)
class _Good:
    value: Any
    notes: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Bad:
    code: str
    message: Label


def _read(columns: Columns, key: str, cell: Cell) -> _Good | _Bad:
    declared = columns.fields[key]
    if cell.kind is CellKind.ERROR or cell.kind is CellKind.UNCALCULATED or cell.value is None:
        return _Bad(
            "cell-error",
            Label(
                "Excel 显示错误或公式没有结果；请在 Excel 中重新计算并保存。",
                "Excel shows an error; recalculate and save.",
            ),
        )
    if cell.digits_lost and declared.is_identifier:
        return _Bad(
            "number-rounded",
            Label(
                "号码以数字存放，末几位已经丢失；请将单元格设为文本后重新录入。",
                "Stored as a number, so its last digits are lost already; re-enter it as text.",
            ),
        )
    if declared.kind is Kind.LINK or key in LATER:
        return _Good(*_words(cell))
    reading = checks.read(declared, cell.value, columns.today, date1904=columns.date1904)
    if reading.fault is not None:
        expected = reading.fault.expected
        return _Bad(reading.fault.code, Label(f"应为{expected.zh}。", f"Expected {expected.en}."))
    return _Good(reading.value, tuple(note.label for note in reading.notes))


def _words(cell: Cell) -> tuple[str, tuple[Label, ...]]:
    cleaned = text.clean(cell.text())
    return cleaned.value or "", tuple(note.label for note in cleaned.notes)


def _note(columns: Columns, key: str, cell: Cell, note: Label) -> Label:
    where = f"{columns.header(key)} {cell.address}"
    return Label(f"{where}：{note.zh}", f"{where}: {note.en}")


def _complaint(sheet: str, columns: Columns, key: tuple[str, int], cell: Cell, bad: _Bad) -> Complaint:
    return Complaint(sheet, cell.row, cell.column, columns.header(*key), cell.text(), bad.code, bad.message)


def _with_missing(line: Line, columns: Columns) -> Line:
    complained = {complaint.header for complaint in line.complaints}
    for key in sorted(columns.required):
        header = columns.header(key)
        if key not in line.values and header not in complained:
            column = columns.found.column(key) or 0
            message = Label(f"缺少“{header}”。", f"“{columns.fields[key].label.en}” is missing.")
            line = line.refused(Complaint(line.sheet, line.row, column, header, "", "required-missing", message))
    return line
