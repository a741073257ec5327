"""The columns of a list: checked to be shown, dragged or moved by Alt and arrows, headers and widths typed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem
from typing_extensions import override

from ptman.export.layouts.layout import NARROWEST, WIDEST, Pick
from ptman.fields import NUMERIC
from ptman.labels import Label
from ptman.listing import Column
from ui import style, words

_HEADS = (
    Label("列", "Column"),
    Label("自定表头", "Own header"),
    Label("宽度", "Width"),
    Label("合计", "Sum"),
)
_NAME, _HEADER, _WIDTH, _SUM = range(4)
_KEY = Qt.ItemDataRole.UserRole
_TYPED = {_HEADER, _WIDTH}


class ColumnList(QTreeWidget):
    """Every column of a list, the chosen ones first.

    Signals:
        changed: a hand changed what is chosen, its order, a header, a width or a sum.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        words.name(self, Label("列：空格选用，Alt+上下移动，F2 改表头", "Columns: Space, Alt+arrows, F2 for a header"))
        self.itemChanged.connect(self._on_item_changed)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        words.on_change(self, self._name)
        self._name()

    def show_columns(self, columns: Sequence[Column], picks: Sequence[Pick]) -> None:
        """The picked columns in their order, then the others."""
        self._showing = True
        self.clear()
        known = {column.key: column for column in columns}
        for pick in picks:
            if pick.key in known:
                self._add(known.pop(pick.key), pick, chosen=True)
        for column in known.values():
            self._add(column, Pick(column.key), chosen=False)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)
        self._showing = False

    def picks(self) -> tuple[Pick, ...]:
        """What is checked, from top to bottom."""
        return tuple(_pick(item) for item in self._items() if item.checkState(_NAME) is Qt.CheckState.Checked)

    def shift(self, by: int) -> None:
        """Move the current column up or down."""
        item = self.currentItem()
        at = self.indexOfTopLevelItem(item) if item is not None else -1
        if item is not None and 0 <= at + by < self.topLevelItemCount():
            self.takeTopLevelItem(at)
            self.insertTopLevelItem(at + by, item)
            self.setCurrentItem(item)
            self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        item = self.currentItem()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self.shift(ways[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and item is not None:
            on = item.checkState(_NAME) is Qt.CheckState.Checked
            item.setCheckState(_NAME, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        elif event.key() == Qt.Key.Key_F2 and item is not None:
            self.editItem(item, _HEADER)
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.changed.emit()

    def _add(self, column: Column, pick: Pick, *, chosen: bool) -> None:
        item = QTreeWidgetItem([words.say(column.label), pick.header, str(pick.width or ""), ""])
        item.setData(_NAME, _KEY, column.key)
        flags = item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(_NAME, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        if column.kind in NUMERIC:
            item.setCheckState(_SUM, Qt.CheckState.Checked if pick.total else Qt.CheckState.Unchecked)
        item.setSizeHint(_NAME, QSize(0, style.row_height() - style.TIGHT))
        self.addTopLevelItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _name(self) -> None:
        self.setHeaderLabels([words.say(head) for head in _HEADS])
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_HEADER, QHeaderView.ResizeMode.Stretch)
        for at in (_WIDTH, _SUM):
            self.header().setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)

    def _on_double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column in _TYPED:
            self.editItem(item, column)

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._showing:
            return
        if column == _WIDTH and item.text(_WIDTH) != (said := _width_said(item.text(_WIDTH))):
            item.setText(_WIDTH, said)
            return
        self.changed.emit()


def _pick(item: QTreeWidgetItem) -> Pick:
    return Pick(
        item.data(_NAME, _KEY),
        item.text(_HEADER).strip(),
        int(item.text(_WIDTH) or 0),
        item.checkState(_SUM) is Qt.CheckState.Checked,
    )


def _width_said(text: str) -> str:
    """A width within the limits; nothing for what is no number."""
    plain = text.strip()
    return str(min(WIDEST, max(NARROWEST, int(plain)))) if plain.isdecimal() and int(plain) else ""
