"""The one table: shows a Listing, keeps selection and place by row ids through refresh, filter, sort and language."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from ptman.export.layouts import applying
from ptman.export.layouts.layout import Layout, Pick
from ptman.listing import Listing, Row
from ui import style, table_marks, words
from ui.pieces.empty_state import EmptyState
from ui.table_blanks import Blanks
from ui.table_delegate import ListingDelegate
from ui.table_header import ListingHeader
from ui.table_model import ListingModel, ToneOf, View


class TableView(QTableView):
    """A list on a page or in a dialog.

    Signals:
        row_opened(str): Enter or a double click on the row of that id.
        selection_changed(tuple): the ids of the selected rows, from top to bottom.
        shown_changed(int, int): how many rows are shown, of how many.
    """

    row_opened = Signal(str)
    selection_changed = Signal(tuple)
    shown_changed = Signal(int, int)

    def __init__(self, listing: Listing, empty: EmptyState | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ListingModel(listing, self)
        self._delegate = ListingDelegate(self)
        self._header = ListingHeader(listing.key, self)
        self._blanks = Blanks(self.viewport(), empty)
        self._settling = False
        self._set_up()
        self.setModel(self._model)
        self._connect()
        self._header.arrange(listing.columns)
        self._look()
        self._after_reset(())

    def _set_up(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFont(style.font())
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(style.row_height())
        words.bind(self, self.setAccessibleName, self._model.listing.title)

    def _connect(self) -> None:
        self._header.sort_asked.connect(lambda: self._asked(self._arranged()))
        self.doubleClicked.connect(self._on_opened)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        # The words of headings stay where they are: what Qt would only push aside is drawn anew.
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def listing(self) -> Listing:
        """All rows, whatever is filtered away."""
        return self._model.listing

    @property
    def shown(self) -> Listing:
        """What is on screen (to export and print): rows as filtered, sorted and grouped, columns as visible."""
        by, keys = self._header.grouping, [self._model.column(at).key for at in self._header.visible()]
        if len(self._model.rows) == len(self._model.shown.rows):
            return self._model.shown.only(keys)
        picks = tuple(Pick(key, total=key in by.totals) for key in keys)
        return applying.arranged(Layout("", picks, group=by.key, subtotals=by.subtotals), self._model.shown)

    @property
    def shown_rows(self) -> tuple[Row, ...]:
        """The records as filtered and sorted."""
        return self._model.shown.rows

    def colour_by(self, tone_of: ToneOf) -> None:
        """Which tone a row's cell wears: `tone_of(row, column_key)`; its words must say it too."""
        self._model.tone_of = tone_of
        self.viewport().update()

    def show_listing(self, listing: Listing) -> None:
        """Show a new state of the list; rows that changed are tinted for a moment."""
        keep, at = self.selected(), self.current()
        self._settling = True
        changed = self._model.show(listing)
        self._header.arrange(listing.columns)
        self._look()
        self._after_reset(keep, at)
        self._delegate.tint(changed)

    def search(self, text: str) -> None:
        self._asked(replace(self._model.view, text=text))

    def show_tag(self, tag: str) -> None:
        """Only the rows with that tag; all rows for an empty one."""
        self._asked(replace(self._model.view, tag=tag))

    def selected(self) -> tuple[str, ...]:
        """The ids of the selected rows, from top to bottom."""
        return self._model.ids(table_marks.places(self.selectionModel()))

    def selected_rows(self) -> tuple[Row, ...]:
        """The selected rows, from top to bottom."""
        return self._model.records(table_marks.places(self.selectionModel()))

    def current(self) -> str | None:
        """The id of the row the keys stand on."""
        index = self.currentIndex()
        return next(iter(self._model.ids([index.row()])), None) if index.isValid() else None

    def row(self, row_id: str) -> Row | None:
        return next((row for row in self._model.listing.rows if row.id == row_id), None)

    def select(self, ids: Iterable[str]) -> None:
        """Select these rows as far as they are shown, and bring the first into sight."""
        self._mark(wanted := tuple(ids), wanted[0] if wanted else None)
        self._on_selection_changed()
        self.scrollTo(self.currentIndex())

    def copy(self) -> None:
        """The selected rows as tab-separated text with headers, as a spreadsheet takes them."""
        lines = self._model.lines(table_marks.places(self.selectionModel()), self._header.visible())
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        return self._model.record_near(super().moveCursor(action, modifiers), self.currentIndex().row())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(style.row_height())

    def _asked(self, view: View) -> None:
        if view != self._model.view:
            keep, at = self.selected(), self.current()
            self._settling = True
            self._model.look(view)
            self._after_reset(keep, at)

    def _look(self) -> None:
        self._model.look(self._arranged())

    def _arranged(self) -> View:
        """What the header says of the order of rows, and what is asked for otherwise."""
        (key, descending), further, by = self._header.sort, self._header.further, self._header.grouping
        return replace(self._model.view, sort=key, descending=descending, further=further, grouping=by)

    def _after_reset(self, keep: tuple[str, ...], at: str | None = None) -> None:
        self._mark(keep, at)
        self._settling = False
        whole, left = len(self._model.listing.rows), len(self._model.shown.rows)
        self._blanks.show(left, whole)
        self.shown_changed.emit(left, whole)
        if self.selected() != keep:
            self._on_selection_changed()

    def _mark(self, ids: tuple[str, ...], at: str | None) -> None:
        places = [place for place in map(self._model.place, ids) if place is not None]
        selection = table_marks.selection(self._model, places)
        was, self._settling = self._settling, True
        chosen = self.selectionModel()
        here = self._model.place(at) if at else None
        if here is not None:
            chosen.setCurrentIndex(self._model.index(here, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._settling = was

    def _on_opened(self, index: QModelIndex) -> None:
        for key in self._model.ids([index.row()]):
            self.row_opened.emit(key)

    def _on_selection_changed(self) -> None:
        if not self._settling:
            self.selection_changed.emit(self.selected())
