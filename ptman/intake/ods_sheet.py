"""Counts what the sheets of an OpenDocument file hold, repetitions and all, and notes the cells that mislead."""

import re

from typing_extensions import override

from ptman.intake import places, scan
from ptman.intake.facts import Extent, SheetFacts
from ptman.intake.scan import Attributes, Tally

_NUMBERS = {"float", "percentage", "currency", "date", "time"}
_HIDDEN = {"collapse", "filter"}
# As LibreOffice shows a formula that failed, whatever value it stores beside it.
_ERROR = re.compile(r"#(?:[A-Z0-9/]+[!?]?)|Err:\d{3}")
_LONGEST_NUMBER = 12


class ContentScan(scan.PartScan):
    """Counts what each sheet holds; a repeated row or cell counts as often as it is repeated."""

    def __init__(self, tally: Tally, part: str) -> None:
        super().__init__(tally, part)
        self.sheets: dict[str, SheetFacts] = {}
        self.date_1904 = False
        self.links = False
        self.handlers = {
            "spreadsheet": self._spreadsheet,
            "null-date": self._null_date,
            "table": self._table,
            "table-source": self._source,
            "table-column": self._column,
            "table-row": self._row,
            "table-cell": self._cell,
            "covered-table-cell": self._cell,
            "annotation": self._annotation,
        }
        self._home = 0
        self._title = ""
        self._facts: SheetFacts | None = None
        self._extent = Extent()
        self._top, self._rows, self._left, self._columns = 1, 0, 1, 0
        self._hidden = self._filled = False
        self._inside = self._note = 0
        self._attributes: Attributes = {}
        self._text = ""

    @override
    def text(self, text: str) -> None:
        if self._inside and not self._note:
            self._text += text
            if len(self._text) > self.tally.limits.text:
                place = f"{self._title}!{places.address(self._top, self._left)}"
                raise self.tally.refusal("text-too-long", place=place, limit=self.tally.limits.text)

    @override
    def left(self) -> None:
        if self._note and self.depth < self._note:
            self._note = 0
        if self._inside and self.depth < self._inside:
            self._inside = 0
            self._finish_cell()
        if self._facts is not None and self.depth <= self._home:
            self._facts = None

    def _spreadsheet(self, _attributes: Attributes) -> None:
        self._home = self.depth

    def _null_date(self, attributes: Attributes) -> None:
        self.date_1904 = _local(attributes).get("date-value", "").startswith("1904")

    def _source(self, _attributes: Attributes) -> None:
        self.links = True

    def _table(self, attributes: Attributes) -> None:
        if self._facts is not None:
            raise self.intricate()  # a table in a cell
        if self.depth != self._home + 1:
            return  # what was linked from elsewhere, kept beside the sheets
        self._title = _local(attributes).get("name", "")
        self._facts = self.sheets[self._title] = SheetFacts()
        if len(self.sheets) > self.tally.limits.sheets:
            limit = self.tally.limits.sheets
            raise self.tally.refusal("too-many-sheets", count=len(self.sheets), limit=limit)
        self._extent = Extent()
        self._top, self._rows = 1, 0

    def _column(self, attributes: Attributes) -> None:
        own = _local(attributes)
        if self._facts is not None and own.get("visibility") in _HIDDEN:
            self._facts.hidden_columns += min(self._count(own, "number-columns-repeated"), places.MAX_COLUMN)

    def _row(self, attributes: Attributes) -> None:
        own = _local(attributes)
        self._top, self._rows = self._top + self._rows, self._count(own, "number-rows-repeated")
        self._left, self._columns = 1, 0
        self._hidden, self._filled = own.get("visibility") in _HIDDEN, False
        if self._top + self._rows - 1 > places.MAX_ROW:
            raise self._too_large()

    def _cell(self, attributes: Attributes) -> None:
        if self._facts is None:
            return
        own = _local(attributes)
        self._left, self._columns = self._left + self._columns, self._count(own, "number-columns-repeated")
        if self._left + self._columns - 1 > places.MAX_COLUMN:
            raise self._too_large()
        self._inside, self._attributes, self._text = self.depth, own, ""
        self._attributes["error"] = "1" if "error" in attributes.values() else ""

    def _annotation(self, _attributes: Attributes) -> None:
        self._note = self._note or self.depth

    def _finish_cell(self) -> None:
        own, facts = self._attributes, self._facts
        if facts is None:
            return
        kind = own.get("value-type", "")
        self._merge(own, facts)
        if not (kind or self._text or "formula" in own):
            return
        self._fill(facts)
        repeated = [
            places.packed(row, column)
            for row in range(self._top, self._top + self._rows)
            for column in range(self._left, self._left + self._columns)
        ]
        if "formula" in own:
            facts.formulas.extend(repeated)
        if "formula" in own and (own["error"] or _ERROR.fullmatch(self._text)):
            facts.errors.update(dict.fromkeys(repeated, self._text))
        elif "formula" in own and not kind:
            facts.uncalculated.extend(repeated)
        elif kind in _NUMBERS:
            facts.numbers += len(repeated)

    def _fill(self, facts: SheetFacts) -> None:
        """Count a cell that holds something, as often as it is repeated."""
        limits = self.tally.limits
        self.tally.cells += self._rows * self._columns
        if self.tally.cells > limits.cells:
            raise self.tally.refusal("too-many-cells", limit=limits.cells)
        self._extent.stretch(self._top, self._left)
        if self._extent.stretch(self._top + self._rows - 1, self._left + self._columns - 1) > limits.area:
            raise self._too_large()
        if not self._filled:
            self._filled = True
            facts.rows += self._rows
            facts.hidden_rows += self._rows * self._hidden
            if facts.rows > limits.rows:
                raise self.tally.refusal("too-many-rows", sheet=self._title, limit=limits.rows)

    def _merge(self, own: Attributes, facts: SheetFacts) -> None:
        across, down = self._count(own, "number-columns-spanned"), self._count(own, "number-rows-spanned")
        if across > 1 or down > 1:
            facts.merges += 1
            if facts.merges > self.tally.limits.merges:
                raise self.tally.refusal("too-many-merges", sheet=self._title, limit=self.tally.limits.merges)
            facts.merged.append((self._top, self._left, self._top + down - 1, self._left + across - 1))

    def _count(self, own: Attributes, key: str) -> int:
        said = own.get(key, "1")
        if not (said.isascii() and said.isdigit()) or len(said) > _LONGEST_NUMBER or int(said) < 1:
            raise self.tally.refusal("damaged", part=self.part)
        return int(said)

    def _too_large(self) -> Exception:
        row, column = self._top + self._rows - 1, self._left + max(0, self._columns - 1)
        letters = places.column_letters(min(column, 99_999))
        return self.tally.refusal("sheet-too-large", sheet=self._title, row=row, column=letters)


def _local(attributes: Attributes) -> Attributes:
    """By local name; of two types of one value (office, calcext) the first."""
    found: Attributes = {}
    for name, value in attributes.items():
        found.setdefault(scan.local(name), value)
    return found
