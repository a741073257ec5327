"""The list that all three columns are made of: tall rows known by their ids, which can be dragged onto each other."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from ui import style
from ui.pairing.line_delegate import Draw, LineDelegate
from ui.pairing.line_model import CARRIED, Item, LineModel


class LineList(QListView, Generic[Item]):
    """A column's list. The row of the keys is the selected one; it keeps its id, else its place, through refresh.

    `at` is that id, "" for none.

    Signals:
        chosen(str): the keys now stand on the row of that id, or on none ("").
        opened(str): a double click on a row.
        accepted(str): Enter on a row, where no action has taken that key.
        dropped(str, str): the row of the first id, from the other list, was dropped on the second.
        sideways(int): arrow left (-1) or right (1): on to the next column.
    """

    chosen = Signal(str)
    opened = Signal(str)
    accepted = Signal(str)
    dropped = Signal(str, str)
    sideways = Signal(int)

    def __init__(self, kind: str, takes: str, draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes = CARRIED + takes
        self._model: LineModel[Item] = LineModel(kind, self)
        self.at = ""
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(self, draw))
        self.setFont(style.font())
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.items[index.row()].id))

    @property
    def items(self) -> tuple[Item, ...]:
        return self._model.items

    def current(self) -> Item | None:
        """The row of the keys."""
        index = self.currentIndex()
        return self._model.items[index.row()] if index.isValid() else None

    def show_items(self, items: Sequence[Item], *, anew: bool = False) -> None:
        """Show other rows; where the chosen one has gone, or `anew`, the one in its place or the first is chosen."""
        place = 0 if anew else max(0, self.currentIndex().row())
        wanted = "" if anew else self.at
        self.selectionModel().blockSignals(True)
        self._model.show(items)
        here = next((at for at, item in enumerate(items) if item.id == wanted), min(place, len(items) - 1))
        if here >= 0:
            self.setCurrentIndex(self._model.index(here))
        self.selectionModel().blockSignals(False)
        self._tell()
        self.viewport().update()

    def choose(self, row_id: str) -> None:
        """Put the keys on a row, if it is there."""
        for at, item in enumerate(self._model.items):
            if item.id == row_id:
                self.setCurrentIndex(self._model.index(at))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.sideways.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit(self.at)
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(self._takes))

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self._lands(event) != "")

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        target = self._lands(event)
        if target:
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(self._takes).data()).decode(), target)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def _lands(self, event: QDropEvent) -> str:
        """The id of the row under what is dragged; nothing where it cannot land."""
        index = self.indexAt(event.position().toPoint())
        fits = event.mimeData().hasFormat(self._takes) and index.isValid()
        return self._model.items[index.row()].id if fits else ""

    def _on_current_changed(self) -> None:
        self._tell()

    def _tell(self) -> None:
        item = self.current()
        self.at = item.id if item is not None else ""
        self.chosen.emit(self.at)
