"""A list as Qt's views want it: the rows of one Listing, filtered and sorted by the Listing's own rules."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ptman.fields import NUMERIC
from ptman.listing import Column, Listing, Row, Value, shown
from ui import words
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


@dataclass(frozen=True, slots=True)
class View:
    """Which of the rows are shown, and in what order."""

    text: str = ""
    tag: str = ""
    sort: str = ""
    descending: bool = False
    further: tuple[tuple[str, bool], ...] = ()

    def of(self, listing: Listing) -> Listing:
        if self.tag:
            listing = listing.tagged(self.tag)
        if self.text:
            listing = listing.searched(self.text)
        for key, descending in (*reversed(self.further), (self.sort, self.descending)):
            if listing.has(key):
                listing = listing.sorted(key, descending=descending)
        return listing


class ListingModel(QAbstractTableModel):
    """Shows `view` of `listing`; rows are known by their ids, whatever is filtered or sorted."""

    def __init__(self, listing: Listing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = listing
        self.view = View()
        self.shown = listing
        self._places = _places(listing)
        self.tone_of: ToneOf | None = None
        self._answers: dict[int, Callable[[Index], object]] = {
            Qt.ItemDataRole.DisplayRole: self.text,
            Qt.ItemDataRole.AccessibleTextRole: self.text,
            Qt.ItemDataRole.TextAlignmentRole: lambda index: _alignment(self.column(index.column())),
            Asked.VALUE: self.value,
            Asked.TONE: self._tone,
            Asked.ID: lambda index: self.shown.rows[index.row()].id,
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

    def ids(self, places: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.shown.rows[place].id for place in places)

    def lines(self, places: Iterable[int], sections: Sequence[int]) -> list[list[str]]:
        """These rows and columns as words, headers first, without line breaks and tabs."""
        heads = [words.say(self.column(at).label) for at in sections]
        cells = ([" ".join(self.text(self.index(place, at)).split()) for at in sections] for place in places)
        return [heads, *cells]

    def column(self, section: int) -> Column:
        return self.shown.columns[section]

    def value(self, index: Index) -> Value:
        return self.shown.rows[index.row()].cells[index.column()]

    def text(self, index: Index) -> str:
        """A cell as shown in the language of the moment."""
        return shown(self.value(index), words.lang())

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown.rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = self._answers.get(role)
        return answer(index) if answer is not None and index.isValid() else None

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
        row = self.shown.rows[index.row()]
        return self.tone_of(row, self.column(index.column()).key) if self.tone_of else Tone.PLAIN

    def _reset(self, listing: Listing, view: View) -> None:
        self.beginResetModel()
        self.listing, self.view = listing, view
        self.shown = view.of(listing)
        self._places = _places(self.shown)
        self.endResetModel()

    def _on_language_changed(self) -> None:
        if self.shown.rows and self.shown.columns:
            last = self.index(len(self.shown.rows) - 1, len(self.shown.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if self.shown.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.shown.columns) - 1)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind in NUMERIC else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _places(listing: Listing) -> dict[str, int]:
    return {row.id: place for place, row in enumerate(listing.rows)}


def _changed(before: Listing, after: Listing) -> frozenset[str]:
    """Nothing has changed where one list takes the place of another, or a first one appears."""
    if before.key != after.key or not before.rows or before.columns != after.columns:
        return frozenset()
    known = {row.id: row.cells for row in before.rows}
    return frozenset(row.id for row in after.rows if known.get(row.id) != row.cells)
