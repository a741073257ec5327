"""Reads single cells of one column by its field; a value that comes again in the column is read once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ptman.fields import Field, Kind
from ptman.intake.cells import Cell, CellKind, Odd, Stored, kind_of
from ptman.labels import Label
from ptman.rules import checks, placeholders, text

# Read by a rule of their own once the rest of the row is known: an ID number by the kind of the document.
LATER = frozenset({"person.id_number"})
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Good:
    value: Any
    notes: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Bad:
    code: str
    message: Label


@dataclass(frozen=True, slots=True)
class Ditto:
    """同上: what stands above is meant."""


Reading = Good | Bad | Ditto | None


def says_something(value: Stored) -> bool:
    plain = value.text if isinstance(value, Odd) else value
    if isinstance(plain, str):
        return bool(plain or isinstance(value, str)) and not placeholders.is_empty(plain)
    return plain is not None


def as_cell(row: int, column: int, value: Stored) -> Cell:
    if isinstance(value, Odd):
        return Cell(row, column, value.text or None, value.kind)
    return Cell(row, column, value, CellKind.TEXT if value is None else kind_of(value))


class ColumnReader:
    """The readings of one column, remembered by value; nothing is read where a cell says nothing."""

    def __init__(self, key: str, field: Field, today: date, *, date1904: bool) -> None:
        self._key, self._field, self._today, self._date1904 = key, field, today, date1904
        self._known: dict[tuple[type, Stored], Reading] = {}

    def read(self, value: Stored) -> Reading:
        asked = type(value), value
        if asked not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[asked] = self._reading(value)
        return self._known[asked]

    def _reading(self, value: Stored) -> Reading:
        if isinstance(value, str) and placeholders.is_ditto(value):
            return Ditto()
        return self._read(as_cell(0, 0, value)) if says_something(value) else None

    def _read(self, cell: Cell) -> Good | Bad:
        if cell.kind is CellKind.ERROR or cell.kind is CellKind.UNCALCULATED or cell.value is None:
            return Bad(
                "cell-error",
                Label(
                    "Excel 显示错误或公式没有结果；请在 Excel 中重新计算并保存。",
                    "Excel shows an error; recalculate and save.",
                ),
            )
        if cell.digits_lost and self._field.is_identifier:
            return Bad(
                "number-rounded",
                Label(
                    "号码以数字存放，末几位已经丢失；请将单元格设为文本后重新录入。",
                    "Stored as a number, so its last digits are lost already; re-enter it as text.",
                ),
            )
        if self._field.kind is Kind.LINK or self._key in LATER:
            cleaned = text.clean(cell.text())
            return Good(cleaned.value or "", tuple(note.label for note in cleaned.notes))
        reading = checks.read(self._field, cell.value, self._today, date1904=self._date1904)
        if reading.fault is not None:
            expected = reading.fault.expected
            return Bad(reading.fault.code, Label(f"应为{expected.zh}。", f"Expected {expected.en}."))
        return Good(reading.value, tuple(note.label for note in reading.notes))
