"""Counts what one sheet of an old Excel workbook holds, and notes the cells whose stored value misleads."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass

from ptman.intake import places
from ptman.intake.facts import Extent, SheetFacts
from ptman.intake.scan import Tally

_ROW, _COLUMNS, _MERGES = 0x208, 0x7D, 0xE5
_NUMBER, _SMALL, _SMALLS, _FORMULA, _BOOL_OR_ERROR = 0x203, 0x27E, 0xBD, 0x06, 0x205
_TEXTS = {0xFD, 0x204, 0xD6}
_SINGLE = {_NUMBER, _SMALL, _BOOL_OR_ERROR, *_TEXTS}
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_NOT_A_NUMBER = b"\xff\xff"
_IS_ERROR, _IS_EMPTY = 2, 3
# A cell begins with row, column, format; a row of small numbers ends with its last column.
_HEAD, _EACH, _ENDS = 6, 6, 6
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@dataclass(frozen=True, slots=True)
class Record:
    """One record: what it is and its bytes."""

    kind: int
    body: bytes


def facts(records: Iterable[Record], title: str, tally: Tally) -> SheetFacts:
    """What the records of one sheet hold; raises PtmanError with a code of bad_files.SENTENCES."""
    sheet = _Sheet(title, tally)
    for record in records:
        sheet.take(record)
    found = sheet.facts
    found.rows = len(sheet.filled)
    found.hidden_rows = len(sheet.filled & sheet.hidden)
    return found


class _Sheet:
    def __init__(self, title: str, tally: Tally) -> None:
        self.facts = SheetFacts()
        self.filled: set[int] = set()
        self.hidden: set[int] = set()
        self._title, self._tally = title, tally
        self._extent = Extent()

    def take(self, record: Record) -> None:
        kind, body = record.kind, record.body
        try:
            if kind in _SINGLE or kind == _FORMULA:
                self._cell(kind, body)
            elif kind == _SMALLS:
                self._smalls(body)
            elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
                self.hidden.add(struct.unpack_from("<H", body)[0] + 1)
            elif kind == _COLUMNS:
                self._columns(body)
            elif kind == _MERGES:
                self._merges(struct.unpack_from("<H", body)[0])
        except struct.error as error:
            raise self._tally.refusal("damaged", part="Workbook") from error

    def _cell(self, kind: int, body: bytes) -> None:
        row, column = struct.unpack_from("<2H", body)
        place = self._fill(row + 1, column + 1)
        if kind in {_NUMBER, _SMALL}:
            self.facts.numbers += 1
        elif kind == _BOOL_OR_ERROR and struct.unpack_from("<2B", body, _HEAD)[1]:
            self.facts.errors[place] = _ERRORS.get(body[_HEAD], "#?")
        elif kind == _FORMULA:
            self._formula(place, struct.unpack_from("<8s", body, _HEAD)[0])

    def _formula(self, place: int, result: bytes) -> None:
        self.facts.formulas.append(place)
        if result[6:] != _NOT_A_NUMBER:
            self.facts.numbers += 1
        elif result[0] == _IS_ERROR:
            self.facts.errors[place] = _ERRORS.get(result[2], "#?")
        elif result[0] == _IS_EMPTY:
            self.facts.uncalculated.append(place)

    def _smalls(self, body: bytes) -> None:
        row, first = struct.unpack_from("<2H", body)
        count = (len(body) - _ENDS) // _EACH
        for column in range(first, first + count):
            self._fill(row + 1, column + 1)
        self.facts.numbers += count

    def _fill(self, row: int, column: int) -> int:
        limits = self._tally.limits
        self._tally.cells += 1
        if self._tally.cells > limits.cells:
            raise self._tally.refusal("too-many-cells", limit=limits.cells)
        if column > places.MAX_COLUMN or self._extent.stretch(row, column) > limits.area:
            letters = places.column_letters(column)
            raise self._tally.refusal("sheet-too-large", sheet=self._title, row=row, column=letters)
        self.filled.add(row)
        if len(self.filled) > limits.rows:
            raise self._tally.refusal("too-many-rows", sheet=self._title, limit=limits.rows)
        return places.packed(row, column)

    def _columns(self, body: bytes) -> None:
        first, last, _width, _format, flags = struct.unpack_from("<5H", body)
        if flags & _HIDDEN_COLUMN:
            self.facts.hidden_columns += max(0, min(last, 255) - first + 1)

    def _merges(self, count: int) -> None:
        self.facts.merges += count
        if self.facts.merges > self._tally.limits.merges:
            raise self._tally.refusal("too-many-merges", sheet=self._title, limit=self._tally.limits.merges)
