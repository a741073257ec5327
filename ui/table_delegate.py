"""Draws the cells of a list: text in its tone, loads as bars, hairlines, and a fading tint on what has changed."""

import time

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from ptman.listing import Line, Load
from ui import style, table_lines
from ui.palette import Tone
from ui.pieces import load_bar, text
from ui.table_model import Asked

Index = QModelIndex | QPersistentModelIndex
_FADE = 2.5
_TICK = 60


class ListingDelegate(QStyledItemDelegate):
    """One for a whole table."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._tinted: frozenset[str] = frozenset()
        self._since = 0.0
        self._fading = QTimer(self, interval=_TICK)
        self._fading.timeout.connect(self._on_faded)

    def tint(self, ids: frozenset[str]) -> None:
        """Tint these rows and let the tint fade."""
        self._tinted = ids
        self._since = time.monotonic()
        if ids:
            self._fading.start()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        rect = option.rect
        tones = style.tones()
        if Line(index.data(Asked.LINE)) is not Line.RECORD:
            table_lines.paint(painter, rect, index, self._view)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(tones.accent_soft if selected else tones.paper))
        if not selected:
            self._paint_tint(painter, rect, index)
        inner = QRectF(rect).adjusted(style.SMALL, 0, -style.SMALL, -1)
        value = index.data(Asked.VALUE)
        painter.setFont(self._view.font())
        if isinstance(value, Load):
            load_bar.paint(painter, inner, value, tones)
        else:
            self._paint_text(painter, inner, index)
        painter.setPen(QPen(QColor(tones.line), 1))
        painter.drawLine(QPointF(rect.left(), rect.bottom() + 0.5), QPointF(rect.right() + 1, rect.bottom() + 0.5))
        if self._is_current(index):
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tones.accent))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(Asked.VALUE), Load):
            return QSize(120, style.row_height())
        wide = self._view.fontMetrics().horizontalAdvance(str(index.data())) + 2 * style.SMALL + 2
        return QSize(wide, style.row_height())

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() is QEvent.Type.ToolTip and index.isValid():
            words = str(index.data() or "")
            place = view.visualRect(index)
            cut = view.fontMetrics().horizontalAdvance(words) > place.width() - 2 * style.SMALL
            QToolTip.showText(event.globalPos(), text.plain_tip(words) if cut else "", view, place)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_text(self, painter: QPainter, area: QRectF, index: Index) -> None:
        tones = style.tones()
        # Qt hands an enumeration of strings back as a string.
        painter.setPen(QColor(tones.ink_of(Tone(index.data(Asked.TONE))) if self._view.isEnabled() else tones.off))
        words = str(index.data() or "").replace("\n", " ")
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(area, Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag(alignment), fitting)

    def _paint_tint(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self._tinted or index.data(Asked.ID) not in self._tinted:
            return
        colour = QColor(style.tones().done_soft)
        colour.setAlphaF(max(0.0, 1.0 - (time.monotonic() - self._since) / _FADE))
        painter.fillRect(rect, colour)

    def _is_current(self, index: Index) -> bool:
        """The mark of the line the keys stand on, at its left end."""
        current = self._view.currentIndex()
        first = self._view.visualRect(index).left() <= 0
        return first and self._view.hasFocus() and current.isValid() and current.row() == index.row()

    def _on_faded(self) -> None:
        if time.monotonic() - self._since >= _FADE:
            self._fading.stop()
            self._tinted = frozenset()
        self._view.viewport().update()
