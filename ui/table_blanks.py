"""What stands in the place of a list that is empty, or that a search has emptied."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.labels import Label
from ui.pieces.empty_state import EmptyState

_NOTHING = Label("这里还没有内容。", "Nothing here yet.")
_NONE_FOUND = Label("没有符合条件的行。清除搜索，或换一个视图。", "No row fits. Clear the search or take another view.")


class Blanks(QObject):
    """Both lie over the viewport of a list, however large it becomes."""

    def __init__(self, viewport: QWidget, empty: EmptyState | None) -> None:
        super().__init__(viewport)
        viewport.installEventFilter(self)
        self.empty = empty or EmptyState("inbox", _NOTHING)
        self.none_found = EmptyState("search", _NONE_FOUND)
        for overlay in (self.empty, self.none_found):
            overlay.setParent(viewport)
            overlay.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            for overlay in (self.empty, self.none_found):
                overlay.setGeometry(QRect(QPoint(), event.size()))
        return super().eventFilter(watched, event)

    def show(self, left: int, whole: int) -> None:
        """So many rows are shown, of so many."""
        self.empty.setVisible(not whole)
        self.none_found.setVisible(bool(whole) and not left)
