"""The palette (Ctrl+K): any page, command, person, base or letter by name, pinyin, initials or number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.pieces import text

_PAUSE = 120
_ROW = 36
_SHOWN = 9
_ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it says, a quiet word at its right, and what Enter does."""

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    find: str = ""


Search = Callable[[str, Callable[[Sequence[Entry]], None]], None]
"""`search(text, show)`: look for records and give them to `show` when they are there."""


class PaletteBox(QDialog):
    """Commands at once, records as soon as they are found; arrows choose, Enter does it, Escape leaves.

    Signals:
        taken(object): the entry chosen; the box is closed by then.
    """

    taken = Signal(object)

    def __init__(self, commands: Sequence[Entry], search: Search, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._commands = commands
        self._search = search
        self._model = QStandardItemModel(self)
        self.line = QLineEdit()
        self.list = QListView()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lay_out()
        self._connect()
        self._show(self._fitting(""))

    def _lay_out(self) -> None:
        style.role(self, style.Role.FLOAT)
        self.setFixedWidth(560)
        words.name(self, Label("命令面板", "Command palette"))
        words.name(self.line, Label("查找命令和记录", "Find commands and records"))
        words.name(self.list, Label("结果", "Results"))
        words.bind(
            self.line,
            self.line.setPlaceholderText,
            Label("姓名、拼音、首字母、号码或命令", "A name, pinyin, initials, a number or a command"),
        )
        self.line.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(_SHOWN * _ROW)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SMALL, style.SMALL, style.SMALL, style.SMALL)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(text.small(Label("↑↓ 选择 · Enter 执行 · Esc 关闭", "↑↓ choose · Enter do it · Esc close")))

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._on_text_edited)
        self._pause.timeout.connect(self._on_paused)
        self.list.clicked.connect(self._on_clicked)

    def open_over(self, window: QWidget) -> None:
        """Show the box in the upper middle of the window, ready to type."""
        top = window.mapToGlobal(window.rect().topLeft())
        self.move(top.x() + (window.width() - self.width()) // 2, top.y() + window.height() // 8)
        self.show()
        self.line.setFocus()

    def entries(self) -> list[Entry]:
        """What is listed now, from top to bottom."""
        return [self._model.item(at).data(_ENTRY) for at in range(self._model.rowCount())]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _fitting(self, typed: str) -> list[Entry]:
        wanted = typed.casefold().split()
        return [entry for entry in self._commands if all(word in entry.find.casefold() for word in wanted)]

    def _show(self, entries: Sequence[Entry]) -> None:
        self._model.clear()
        for entry in entries:
            item = QStandardItem(entry.title)
            item.setData(entry, _ENTRY)
            item.setEditable(False)
            self._model.appendRow(item)
        if entries:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _move(self, by: int) -> None:
        at = min(max(self.list.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        self.list.setCurrentIndex(self._model.index(at, 0))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            entry: Entry = index.data(_ENTRY)
            self.close()
            self.taken.emit(entry)

    def _on_text_edited(self, typed: str) -> None:
        self._show(self._fitting(typed.strip()))
        self._pause.start()

    def _on_paused(self) -> None:
        typed = self.line.text().strip()
        if typed:
            self._search(typed, lambda found: self._on_found(typed, found))

    def _on_found(self, typed: str, found: Sequence[Entry]) -> None:
        """Records stand before commands; an answer to an older text is passed over."""
        if typed == self.line.text().strip():
            self._show([*found, *self._fitting(typed)])

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index)


class _EntryDelegate(QStyledItemDelegate):
    """An icon, the title, and at the right the quiet detail."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(_ENTRY)
        tones = style.tones()
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tones.accent_soft))
            painter.drawRoundedRect(option.rect, style.CORNER, style.CORNER)
        inner = QRectF(option.rect).adjusted(style.NORMAL, 0, -style.NORMAL, 0)
        icons.paint(painter, entry.icon, QRectF(inner.left(), inner.center().y() - 8, 16, 16), tones.quiet)
        inner.setLeft(inner.left() + 28)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(style.font(style.SECONDARY))
        painter.setPen(QColor(tones.quiet))
        detail = painter.fontMetrics().elidedText(entry.detail, Qt.TextElideMode.ElideRight, int(inner.width() / 2))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, detail)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(detail) - style.NORMAL)
        painter.setFont(style.font())
        painter.setPen(QColor(tones.ink))
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, title)
