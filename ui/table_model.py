"""A list as Qt's views want it: the rows of one Listing, filtered and sorted by the Listing's own rules."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ptman.export.layouts import grouping
from ptman.fields import NUMERIC
from ptman.listing import Column, Line, Listing, Row, Value, shown
from ui import words
from ui.arrangement import NO_GROUPS, Grouping
from ui.palette import Tone
from ui.pieces import text

Index = QModelIndex | QPersistentModelIndex
ToneOf = Callable[[Row, str], Tone]
NOWHERE = QModelIndex()


class Asked(IntEnum):
    """Our own roles beside Qt's."""

    VALUE = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2
    ID = Qt.ItemDataRole.UserRole + 3
    LINE = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class View:
    """Which of the rows are shown, and in what order."""

    text: str = ""
    tag: str = ""
    sort: str = ""
    descending: bool = False
    further: tuple[tuple[str, bool], ...] = ()
    grouping: Grouping = NO_GROUPS

    def of(self, listing: Listing) -> Listing:
        if self.tag:
            listing = listing.tagged(self.tag)
        if self.text:
            listing = listing.searched(self.text)
        for key, descending in (*reversed(self.further), (self.sort, self.descending)):
            if listing.has(key):
                listing = listing.sorted(key, descending=descending)
        return listing

    def lines(self, listing: Listing) -> tuple[Row, ...]:
        """The rows of what is shown, with the headings and sums that belong to it."""
        by = self.grouping
        totals = tuple(listing.index(key) for key in by.totals if listing.has(key))
        sums = (grouping.total(listing, totals),) if listing.rows and (totals or (by.key and by.subtotals)) else ()
        if not listing.has(by.key):
            return (*listing.rows, *sums)
        turned = self.descending and self.sort == by.key
        return (*grouping.lines(listing, by.key, totals, subtotals=by.subtotals, descending=turned), *sums)


class ListingModel(QAbstractTableModel):
    """Shows `view` of `listing`; rows are known by their ids, whatever is filtered or sorted.

    `shown` are the records, `rows` are they with the headings and sums of groups among them.
    """

    def __init__(self, listing: Listing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = listing
        self.view = View()
        self.shown = listing
        self.rows = listing.rows
        self._places = _places(listing.rows)
        self.tone_of: ToneOf | None = None
        self._answers: dict[int, Callable[[Index], object]] = {
            Qt.ItemDataRole.DisplayRole: self.text,
            Qt.ItemDataRole.AccessibleTextRole: self.text,
            Qt.ItemDataRole.TextAlignmentRole: lambda index: _alignment(self.column(index.column())),
            Asked.VALUE: self.value,
            Asked.TONE: self._tone,
            Asked.ID: lambda index: self.rows[index.row()].id,
            Asked.LINE: lambda index: self.rows[index.row()].line,
        }
        words.on_change(self, self._on_language_changed)

    def show(self, listing: Listing) -> frozenset[str]:
        """Take a new state of the list; the ids of rows that are new or differ from before."""
        changed = _changed(self.listing, listing)
        self._reset(listing, self.view)
        return changed

    def look(self, view: View) -> None:
        """Filter and sort otherwise."""
        if view != self.view:
            self._reset(self.listing, view)

    def place(self, row_id: str) -> int | None:
        """The line a row stands on; None when it is filtered away."""
        return self._places.get(row_id)

    def records(self, places: Iterable[int]) -> tuple[Row, ...]:
        """The rows on these lines, without headings and sums."""
        return tuple(row for place in places if (row := self.rows[place]).line is Line.RECORD)

    def record_near(self, index: QModelIndex, come_from: int) -> QModelIndex:
        """The index, or where it is on a heading or sum the next record in its column, away from `come_from`."""
        row, step = index.row(), 1 if index.row() > come_from else -1
        while 0 <= row < len(self.rows) and self.rows[row].line is not Line.RECORD:
            row += step
        return self.index(row, index.column()) if 0 <= row < len(self.rows) else NOWHERE

    def ids(self, places: Iterable[int]) -> tuple[str, ...]:
        return tuple(row.id for row in self.records(places))

    def lines(self, places: Iterable[int], sections: Sequence[int]) -> list[list[str]]:
        """These rows and columns as words, headers first, without line breaks and tabs."""
        of = [place for place in places if self.rows[place].line is Line.RECORD]
        cells = ([" ".join(self.text(self.index(place, at)).split()) for at in sections] for place in of)
        return [[words.say(self.column(at).label) for at in sections], *cells]

    def column(self, section: int) -> Column:
        return self.shown.columns[section]

    def value(self, index: Index) -> Value:
        return self.rows[index.row()].cells[index.column()]

    def text(self, index: Index) -> str:
        """A cell as shown in the language of the moment."""
        return shown(self.value(index), words.lang())

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = self._answers.get(role)
        return answer(index) if answer is not None and index.isValid() else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings and sums are no rows that could be chosen: keys and selection pass over them."""
        is_one = index.isValid() and self.rows[index.row()].line is Line.RECORD
        return super().flags(index) if is_one else Qt.ItemFlag.NoItemFlags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.shown.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.say(self.column(section).label)
            case Qt.ItemDataRole.ToolTipRole:
                return text.plain_tip(words.say(self.column(section).label))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self.column(section))
        return None

    def _tone(self, index: Index) -> Tone:
        row, column = self.rows[index.row()], self.column(index.column())
        return self.tone_of(row, column.key) if self.tone_of else Tone.PLAIN

    def _reset(self, listing: Listing, view: View) -> None:
        self.beginResetModel()
        self.listing, self.view = listing, view
        self.shown = view.of(listing)
        self.rows = view.lines(self.shown)
        self._places = _places(self.rows)
        self.endResetModel()

    def _on_language_changed(self) -> None:
        if self.rows and self.shown.columns:
            last = self.index(len(self.rows) - 1, len(self.shown.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if self.shown.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.shown.columns) - 1)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind in NUMERIC else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _places(rows: Sequence[Row]) -> dict[str, int]:
    return {row.id: place for place, row in enumerate(rows) if row.line is Line.RECORD}


def _changed(before: Listing, after: Listing) -> frozenset[str]:
    """Nothing has changed where one list takes the place of another, or a first one appears."""
    if before.key != after.key or not before.rows or before.columns != after.columns:
        return frozenset()
    known = {row.id: row.cells for row in before.rows}
    return frozenset(row.id for row in after.rows if known.get(row.id) != row.cells)
