"""A list beside the matrix, with its questions, a search box, and buttons for what is done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.listing import Listing, Row
from ui import style
from ui.palette import Tone
from ui.pieces import button
from ui.pieces.chips import Chip, Chips
from ui.pieces.empty_state import EmptyState
from ui.pieces.search_box import SearchBox
from ui.table import TableView

_LATE = frozenset({"due_on", "days_late"})
_TAGGED = {"expired": Tone.OVERDUE, "soon": Tone.SOON, "blocked": Tone.PLAIN, "clear": Tone.DONE}


class ListTab(QWidget):
    """Buttons go by the key of the page's action they trigger.

    Signals:
        asked(str): a button was pressed.
        chosen: other rows are selected.
        opened(str, str): open the record of that noun and id.
    """

    asked = Signal(str)
    chosen = Signal()
    opened = Signal(str, str)

    def __init__(
        self, blank: Listing, empty: EmptyState, chips: Sequence[Chip], buttons: Sequence[tuple[str, Label, str]]
    ) -> None:
        super().__init__()
        self._asked = tuple(chips)
        self.table = TableView(blank, empty)
        self.chips, self.search = Chips(chips), SearchBox()
        self.buttons: dict[str, QPushButton] = {}
        above = QHBoxLayout()
        above.setContentsMargins(style.WIDE, style.SMALL, style.WIDE, style.SMALL)
        above.setSpacing(style.SMALL)
        above.addWidget(self.chips, 1)
        below = QHBoxLayout()
        below.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        below.setSpacing(style.SMALL)
        for key, label, icon in buttons:
            self.buttons[key] = made = button.plain(label, icon)
            made.setObjectName(key)
            made.clicked.connect(self._on_pressed)
            below.addWidget(made)
        above.addWidget(self.search)
        below.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(above)
        self.column.addLayout(below)
        self.column.addWidget(self.table, 1)
        self.table.colour_by(tone_of)
        self._connect()

    def show_listing(self, listing: Listing) -> None:
        self.table.show_listing(listing)
        counts = {
            chip.key: len(listing.tagged(chip.tag).rows) if chip.tag else len(listing.rows) for chip in self._asked
        }
        self.chips.show_counts(counts)

    def selected(self) -> list[tuple[str, str]]:
        """Noun and id of each row selected."""
        return [(self.table.listing.noun, key) for key in self.table.selected()]

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_chip)
        self.search.searched.connect(self.table.search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.shown_changed.connect(self.search.show_left)
        self.table.selection_changed.connect(self._on_selected)
        self.table.row_opened.connect(self._on_opened)

    def _on_pressed(self) -> None:
        sender = self.sender()
        self.asked.emit(sender.objectName() if sender is not None else "")

    def _on_chip(self, _key: str) -> None:
        chip = self.chips.checked()
        self.table.show_tag(chip.tag if chip else "")

    def _on_selected(self, _ids: tuple[str, ...]) -> None:
        self.chosen.emit()

    def _on_opened(self, key: str) -> None:
        self.opened.emit(self.table.listing.noun, key)


def tone_of(row: Row, key: str) -> Tone:
    """Late days in red, expiring ones in amber; the column of the state says it in words."""
    if "late" in row.tags and key in _LATE:
        return Tone.OVERDUE
    if key in {"valid_until", "holding", "count"}:
        return next((tone for tag, tone in _TAGGED.items() if tag in row.tags), Tone.PLAIN)
    return Tone.PLAIN
