"""The two lists of the dialog that matches headers: the headers with what they are read as, and what they may mean."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem
from typing_extensions import override

from ptman.intake.layouts import LEFT_OUT, Heading, Layout, Target
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone

OUT = Label("不读取", "Left out")
UNSAID = Label("—", "—")
_HEADERS = (Label("表头", "Header"), Label("前几行", "First values"), Label("读作", "Read as"))
_SLOT = Qt.ItemDataRole.UserRole


def meant(layout: Layout, slot: str | None) -> Label:
    """What a header is read as, in words."""
    if slot is None:
        return UNSAID
    return OUT if slot == LEFT_OUT else next((one.label for one in layout.targets if one.slot == slot), OUT)


class Headings(QTreeWidget):
    """The headers; one is dragged onto what it means.

    Signals:
        left_sideways: Enter: choose what the selected header means.
    """

    left_sideways = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAllColumnsShowFocus(True)
        words.name(self, Label("表头和它们读作什么", "Headers and what they are read as"))

    def show_layout(self, layout: Layout, slots: Sequence[str | None]) -> None:
        """The same header stays selected."""
        at = max(0, self.at())
        self.clear()
        self.setHeaderLabels([words.say(label) for label in _HEADERS])
        for heading, slot in zip(layout.headings, slots, strict=True):
            self.addTopLevelItem(_row(layout, heading, slot))
        for column, mode in enumerate((QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch)):
            self.header().setSectionResizeMode(column, mode)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.choose(min(at, len(layout.headings) - 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_sideways.emit()
        else:
            super().keyPressEvent(event)

    def at(self) -> int:
        """The selected header, -1 for none."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None else -1

    def choose(self, at: int) -> None:
        item = self.topLevelItem(at)
        if item is not None:
            self.setCurrentItem(item)


def _row(layout: Layout, heading: Heading, slot: str | None) -> QTreeWidgetItem:
    header = f"{heading.column}  {heading.header}".strip()
    item = QTreeWidgetItem([header, "、".join(heading.samples), words.say(meant(layout, slot))])
    item.setToolTip(0, heading.header)
    item.setSizeHint(0, QSize(0, style.row_height() - style.TIGHT))
    tone = Tone.SOON if slot is None else Tone.QUIET if slot == LEFT_OUT else Tone.PLAIN
    item.setForeground(2, QColor(style.tones().ink_of(tone)))
    item.setForeground(1, QColor(style.tones().quiet))
    return item


class Targets(QListWidget):
    """What a header may mean; takes the header that is dropped on it.

    Signals:
        chosen(str): this slot for the selected header: dropped on, double-clicked, or Enter.
    """

    chosen = Signal(str)

    def __init__(self, headings: Headings) -> None:
        super().__init__()
        self._headings = headings
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(item.data(_SLOT)))
        words.name(self, Label("这一类工作簿可以有的列", "The columns such a workbook may have"))

    def show_layout(self, layout: Layout, slots: Sequence[str | None]) -> None:
        """Every column, with the header that is read as it."""
        row = self.currentRow()
        self.clear()
        taken = {slot: one.header for one, slot in zip(layout.headings, slots, strict=True) if slot}
        self._add(LEFT_OUT, words.say(Label("不读取这一列", "Leave this column out")), Tone.QUIET)
        for target in layout.targets:
            self._add(target.slot, *_said(target, taken.get(target.slot)))
        self.setCurrentRow(max(0, row))

    def _add(self, slot: str, text: str, tone: Tone) -> None:
        item = QListWidgetItem(text)
        item.setData(_SLOT, slot)
        item.setForeground(QColor(style.tones().ink_of(tone)))
        self.addItem(item)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self.chosen.emit(self.currentItem().data(_SLOT))
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.setCurrentItem(item)
        self._judge(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and self._is_heading(event):
            event.acceptProposedAction()
            self.chosen.emit(item.data(_SLOT))

    def _judge(self, event: QDropEvent) -> None:
        if self._is_heading(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _is_heading(self, event: QDropEvent) -> bool:
        return cast("object", event.source()) is self._headings


def _said(target: Target, header: str | None) -> tuple[str, Tone]:
    name = words.say(target.label) + (" *" if target.required else "")
    if header is None:
        return name, Tone.SOON if target.required else Tone.PLAIN
    return f"{name}  ←  {header}", Tone.DONE
