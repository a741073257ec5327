"""The page made of a list: chips, search, table and inspector, filled by a page with a few lines."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing, Row
from ui import memory, style
from ui.desk import Desk
from ui.page import Page
from ui.palette import Tone
from ui.pieces.chips import Chip, Chips
from ui.pieces.empty_state import EmptyState
from ui.pieces.inspector import WIDTH, Inspector
from ui.pieces.search_box import SearchBox
from ui.pieces.splitter import Splitter
from ui.status_line import Standing
from ui.table import TableView

FOLDED_BELOW = 1100
"""Pixels of the window's width under which the inspector folds away."""

ALL = Chip("all", Label("全部", "All"))


class ListPage(Page):
    """A page over one Listing. Say NOUN, EMPTY and perhaps CHIPS, EMPTY_ACTION; give `blank`, `load`, `inspect`."""

    CHIPS: ClassVar[Sequence[Chip]] = (ALL,)
    # Chips of empty answers are hidden: for lists with a chip for every state a record may be in.
    QUIET_CHIPS: ClassVar[bool] = False
    COUNTED: ClassVar[Label] = Label("{} 行", "{} rows")
    EMPTY: ClassVar[Label]
    EMPTY_ACTION: ClassVar[Label | None] = None

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chips = Chips(self.CHIPS)
        self.search = SearchBox()
        self.empty = EmptyState(self.ICON, self.EMPTY, self.EMPTY_ACTION)
        self.table = TableView(self.blank(), self.empty)
        self.inspector = Inspector()
        self.splitter = Splitter(self.KEY)
        self._loaded = False
        self._lay_out()
        self._connect_list()
        self._recall()

    def blank(self) -> Listing:
        """The list without rows: its key, title and columns, shown until the rows are there."""
        raise NotImplementedError

    def load(self) -> Callable[[], Listing]:
        """The job that gives the list; it runs on the worker and must touch no widget."""
        raise NotImplementedError

    def inspect(self, rows: tuple[Row, ...]) -> None:
        """Fill `self.inspector` for the selected rows (at least one)."""

    def tone_of(self, row: Row, key: str) -> Tone:  # noqa: ARG002 - for pages that colour cells
        """The tone of a cell."""
        return Tone.PLAIN

    def open_record(self, row_id: str) -> None:
        self.record_asked.emit(self.table.listing.noun, row_id)

    @override
    def refresh(self) -> None:
        self.ask(self.load(), self._on_loaded)

    @override
    def go(self, place: str) -> None:
        """Check the chip of that key and clear the search."""
        self.search.clear()
        self.chips.check(place)
        self._on_chip_chosen()

    @override
    def standing(self) -> Standing:
        left = len(self.table.shown_rows)
        count = Label(self.COUNTED.zh.format(left), self.COUNTED.en.format(left))
        return Standing(count if self._loaded else None, len(self.table.selected()))

    @override
    def first_focus(self) -> QWidget:
        return self.table

    def selected_rows(self) -> tuple[Row, ...]:
        return self.table.selected_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.inspector.setVisible(self.window().width() >= FOLDED_BELOW)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        bar.setSpacing(style.SMALL)
        bar.addWidget(self.chips, 1)
        bar.addWidget(self.search)
        self.frame.addLayout(bar)
        left = QWidget()
        column = QHBoxLayout(left)
        column.setContentsMargins(style.SMALL, 0, 0, 0)
        column.addWidget(self.table)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.restore([1280 - WIDTH, WIDTH])
        self.frame.addWidget(self.splitter, 1)
        self.table.colour_by(self.tone_of)

    def _connect_list(self) -> None:
        self.chips.chosen.connect(self._on_chip_chosen)
        self.search.searched.connect(self._on_searched)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.row_opened.connect(self.open_record)
        self.table.selection_changed.connect(self._on_selection_changed)
        self.table.shown_changed.connect(self._on_shown_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find)

    def _recall(self) -> None:
        text = memory.text(f"page/{self.KEY}/search")
        self.search.setText(text)
        self.table.search(text)
        self.chips.check(memory.text(f"page/{self.KEY}/chip"))
        self._on_chip_chosen()

    def _on_loaded(self, listing: Listing) -> None:
        self._loaded = True
        self.table.show_listing(listing)
        counts = {chip.key: _count(listing, chip) for chip in self.CHIPS}
        self.chips.show_counts(counts, quiet=self.QUIET_CHIPS)
        self._on_selection_changed()

    def _on_chip_chosen(self) -> None:
        chip = self.chips.checked()
        self.table.show_tag(chip.tag if chip else "")
        memory.keep(f"page/{self.KEY}/chip", chip.key if chip else "")

    def _on_searched(self, text: str) -> None:
        self.table.search(text)
        memory.keep(f"page/{self.KEY}/search", text)

    def _on_selection_changed(self) -> None:
        rows = self.selected_rows()
        if rows:
            self.inspect(rows)
        else:
            self.inspector.show_nothing()
        self.acts.renew()
        self.standing_changed.emit()

    def _on_shown_changed(self, left: int, of: int) -> None:
        self.search.show_left(left, of)
        self.standing_changed.emit()

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _count(listing: Listing, chip: Chip) -> int:
    return len(listing.tagged(chip.tag).rows) if chip.tag else len(listing.rows)
