"""One list of the desk: the questions above it as chips, a search, and the table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.listing import Listing
from ui import style, words
from ui.pieces.chips import Chip, Chips
from ui.pieces.empty_state import EmptyState
from ui.pieces.search_box import SearchBox
from ui.table import TableView
from ui.table_model import ToneOf


class ListTab(QWidget):
    """Chips count the rows of their tag.

    Signals:
        chosen(tuple): the ids of the selected rows.
        opened(str): Enter or a double click on a row.
    """

    chosen = Signal(tuple)
    opened = Signal(str)

    def __init__(self, blank: Listing, chips: Sequence[Chip], empty: EmptyState, tone_of: ToneOf | None = None) -> None:
        super().__init__()
        self.chips, self.search, self.table = Chips(chips), SearchBox(), TableView(blank, empty)
        self._tags = {chip.key: chip.tag for chip in chips}
        words.name(self.chips, Label("视图", "Views"))
        if tone_of is not None:
            self.table.colour_by(tone_of)
        bar = QHBoxLayout()
        bar.setSpacing(style.SMALL)
        bar.addWidget(self.chips, 1)
        bar.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.SMALL, style.NORMAL, 0)
        layout.setSpacing(style.SMALL)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        self.chips.chosen.connect(self.view)
        self.search.searched.connect(self.table.search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.shown_changed.connect(self.search.show_left)
        self.table.selection_changed.connect(self.chosen)
        self.table.row_opened.connect(self.opened)

    def show_listing(self, listing: Listing) -> None:
        self.table.show_listing(listing)
        counts = {key: sum(not tag or tag in row.tags for row in listing.rows) for key, tag in self._tags.items()}
        self.chips.show_counts(counts, quiet=True)

    def view(self, key: str) -> None:
        """The rows of that chip."""
        self.chips.check(key)
        self.table.show_tag(self._tags.get(key, ""))

    def selected(self) -> tuple[str, ...]:
        return self.table.selected()
