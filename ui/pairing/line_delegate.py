"""Draws the ground of a tall row and lets its column draw what stands on it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import style

HEIGHT = {style.Density.NORMAL: 52, style.Density.COMPACT: 46}
LINE = Qt.ItemDataRole.UserRole + 1
# Each column draws its own kind of row; Qt's models carry them without their type.
Draw = Callable[[QPainter, QRectF, Any], object]


class LineDelegate(QStyledItemDelegate):
    """Selection, hover, the mark of the keys and the hairline."""

    def __init__(self, view: QAbstractItemView, draw: Draw) -> None:
        super().__init__(view)
        self._view = view
        self._draw = draw

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, HEIGHT[style.density()])

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones, rect = style.tones(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, QColor(tones.accent_soft if selected else tones.hover if hovered else tones.paper))
        painter.setPen(QPen(QColor(tones.line), 1))
        painter.drawLine(QPointF(rect.left(), rect.bottom() + 0.5), QPointF(rect.right() + 1, rect.bottom() + 0.5))
        if selected and self._view.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tones.accent))
        self._draw(painter, QRectF(rect).adjusted(style.NORMAL, 6, -style.NORMAL, -6), index.data(LINE))
        painter.restore()
