"""The search box of a list: filters as one types and says how many are left."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.palette import Tone
from ui.pieces import text

_PAUSE = 120
_WIDTH = 260


class SearchBox(QLineEdit):
    """A line with a magnifier, a cross to clear and the count of what is left.

    Signals:
        searched(str): the text to search for, a moment after the last key.
        left_downwards: the arrow down, to go on into the list.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = text.Text(style.SECONDARY, Tone.QUIET, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setFixedWidth(_WIDTH)
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", Tone.QUIET), QLineEdit.ActionPosition.LeadingPosition)
        words.bind(self, self.setPlaceholderText, Label("姓名、拼音、首字母或号码", "Name, pinyin, initials, number"))
        words.name(self, Label("搜索列表", "Search the list"))
        self._connect()

    def _connect(self) -> None:
        self.textChanged.connect(self._on_text_changed)
        self._pause.timeout.connect(self._on_paused)

    def show_left(self, left: int, of: int) -> None:
        """Say how many rows are left of how many; nothing while nothing is searched."""
        self._count.setText(f"{left}/{of}" if self.text() else "")
        self._place_count()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._on_paused()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _place_count(self) -> None:
        self._count.adjustSize()
        space = self._count.width() + style.SMALL if self._count.text() else 0
        self.setTextMargins(0, 0, space, 0)
        right = self.width() - style.VAST - self._count.width()
        self._count.move(right, (self.height() - self._count.height()) // 2)

    def _on_text_changed(self) -> None:
        self._pause.start()

    def _on_paused(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())
