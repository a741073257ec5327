"""Counts what a worksheet or the list of shared texts holds, and notes the cells whose stored value misleads."""

import sys
from collections.abc import Iterable

from typing_extensions import override

from ptman.intake import places, plain_rows, scan
from ptman.intake.facts import Extent, SheetFacts
from ptman.intake.scan import Attributes, Tally

_TRUE = {"1", "true"}
# A reference longer than this names no place in any sheet.
_LONGEST_REFERENCE = 24


class SheetScan(scan.PartScan):
    """One part with rows and cells; `title` names the sheet in sentences."""

    def __init__(self, tally: Tally, part: str, title: str) -> None:
        super().__init__(tally, part)
        self.title = title
        self.facts = SheetFacts()
        self.handlers = {
            "row": self._row,
            "c": self._cell,
            "f": self._formula,
            "v": self._value,
            "is": self._value,
            "si": self._shared,
            "mergeCell": self._merge,
            "col": self._column,
        }
        self._extent = Extent()
        self._columns: dict[str, int] = {}
        self._at = (0, 0)
        self._inside = 0
        self._length = 0
        self._row_hidden = False
        self._row_filled = True
        self._type = ""
        self._has_formula = False
        self._value_from = -1
        self._error = ""

    @override
    def run(self, chunks: Iterable[bytes]) -> None:
        """Plain rows and texts are counted as they stand; the parser sees only the others."""
        super().run(plain_rows.Sieve(self._take, self.tally.limits.text).rest(chunks))

    def _take(self, row: plain_rows.Row) -> None:
        self._at = (row.number, 0)
        self._row_hidden, self._row_filled = False, False
        self.facts.empty_rows += 1
        self.facts.numbers += row.numbers
        if row.filled:
            self._at = (row.number, row.left)
            self._extent.stretch(row.number, row.right)
            self._fill(row.filled)
            self._at = (row.number, 0)

    @override
    def text(self, text: str) -> None:
        if not self._inside:
            return
        self._length += len(text)
        if self._length > self.tally.limits.text:
            place = f"{self.title}!{places.address(*self._at)}" if self._at[1] else self.part
            raise self.tally.refusal("text-too-long", place=place, limit=self.tally.limits.text)
        if self._type == "e" and self._value_from >= 0:
            self._error += text

    @override
    def left(self) -> None:
        if self._inside and self.depth < self._inside:
            self._inside = 0
            if self._at[1]:
                self._finish_cell()

    def _row(self, attributes: Attributes) -> None:
        self._at = (self._number(attributes.get("r"), self._at[0] + 1), 0)
        self._row_hidden = attributes.get("hidden", "") in _TRUE
        self._row_filled = False
        self.facts.empty_rows += 1
        if self._at[0] > places.MAX_ROW:
            raise self._too_large(self._at[0], 1)

    def _cell(self, attributes: Attributes) -> None:
        self._at = self._place(attributes.get("r"))
        self._type = attributes.get("t", "")
        self._inside, self._length, self._error = self.depth, 0, ""
        self._has_formula, self._value_from = False, -1

    def _shared(self, _attributes: Attributes) -> None:
        self._inside, self._length = self.depth, 0

    def _formula(self, _attributes: Attributes) -> None:
        if self._inside and not self._has_formula:
            self._has_formula = True
            self._fill()

    def _value(self, _attributes: Attributes) -> None:
        if not self._inside or self._value_from >= 0:
            return
        self._value_from = self._length
        if not self._has_formula:
            self._fill()

    def _fill(self, cells: int = 1) -> None:
        """Count what holds something, from the place at hand on."""
        self.tally.cells += cells
        if self.tally.cells > self.tally.limits.cells:
            raise self.tally.refusal("too-many-cells", limit=self.tally.limits.cells)
        if self._extent.stretch(*self._at) > self.tally.limits.area:
            raise self._too_large(self._extent.bottom, self._extent.right)
        if not self._row_filled:
            self._fill_row()

    def _fill_row(self) -> None:
        self._row_filled = True
        self.facts.rows += 1
        self.facts.empty_rows -= 1
        self.facts.hidden_rows += self._row_hidden
        if self.facts.rows > self.tally.limits.rows:
            raise self.tally.refusal("too-many-rows", sheet=self.title, limit=self.tally.limits.rows)

    def _finish_cell(self) -> None:
        place = places.packed(*self._at)
        valued = self._value_from >= 0 and (self._length > self._value_from or self._type == "str")
        if self._has_formula:
            self.facts.formulas.append(place)
            if not valued:
                self.facts.uncalculated.append(place)
        self.facts.numbers += valued and self._type in {"", "n"}
        if self._type == "e" and valued:
            self.facts.errors[place] = sys.intern(self._error.strip())

    def _merge(self, _attributes: Attributes) -> None:
        self.facts.merges += 1
        if self.facts.merges > self.tally.limits.merges:
            raise self.tally.refusal("too-many-merges", sheet=self.title, limit=self.tally.limits.merges)

    def _column(self, attributes: Attributes) -> None:
        if attributes.get("hidden", "") in _TRUE:
            first = self._number(attributes.get("min"), 1)
            last = min(self._number(attributes.get("max"), first), places.MAX_COLUMN)
            self.facts.hidden_columns += max(0, last - first + 1)

    def _place(self, reference: str | None) -> tuple[int, int]:
        """Row and column of a cell; without a reference it is the next one in its row."""
        row, column = self._at
        if reference is None:
            column += 1
        else:
            letters = reference.rstrip("0123456789")
            row = self._number(reference[len(letters) :], 0)
            column = self._columns.get(letters) or self._learn(letters)
        if row > places.MAX_ROW or column > places.MAX_COLUMN:
            raise self._too_large(row, column)
        return row, column

    def _learn(self, letters: str) -> int:
        number = places.column_number(letters)
        if number is None:
            raise self.tally.refusal("damaged", part=self.part)
        self._columns[letters] = number
        return number

    def _number(self, text: str | None, default: int) -> int:
        """A row or column number of at least 1."""
        if text is None:
            return default
        if not (text.isascii() and text.isdigit()) or len(text) > _LONGEST_REFERENCE or int(text) < 1:
            raise self.tally.refusal("damaged", part=self.part)
        return int(text)

    def _too_large(self, row: int, column: int) -> Exception:
        return self.tally.refusal(
            "sheet-too-large", sheet=self.title, row=row, column=places.column_letters(min(column, 99_999))
        )
