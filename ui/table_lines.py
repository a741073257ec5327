"""Draws the headings and sums of groups in a list: words that stay in sight as columns move, sums in their columns."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ptman.labels import Label
from ptman.listing import Line
from ui import style, words
from ui.table_model import Asked

Index = QModelIndex | QPersistentModelIndex
_LEAST = 96
"""Words want so many pixels; a shorter room between two sums is passed over."""


def paint(painter: QPainter, rect: QRect, index: Index, view: QAbstractItemView) -> None:
    """One cell of such a line: its own sum, or the part of the line's words that runs through it."""
    tones = style.tones()
    heading = Line(index.data(Asked.LINE)) is Line.GROUP
    font = QFont(view.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, QColor(tones.hover if heading else tones.paper))
    painter.setFont(font)
    painter.setPen(QColor(tones.ink))
    value = index.data(Asked.VALUE)
    if value is None or isinstance(value, Label):
        room = _room(rect, index, view)
        said = painter.fontMetrics().elidedText(_words(index), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter, said)
    else:
        inner = QRectF(rect).adjusted(style.SMALL, 0, -style.SMALL, -1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
    painter.setPen(QPen(QColor(tones.edge if not heading else tones.line), 1))
    painter.drawLine(QPointF(rect.left(), rect.bottom() + 0.5), QPointF(rect.right() + 1, rect.bottom() + 0.5))
    painter.restore()


def _words(index: Index) -> str:
    """What the line says, in whichever column it does."""
    model = index.model()
    values = (model.index(index.row(), at).data(Asked.VALUE) for at in range(model.columnCount()))
    said = next((value for value in values if isinstance(value, Label)), None)
    return words.say(said) if said else ""


def _room(rect: QRect, index: Index, view: QAbstractItemView) -> QRectF:
    """The first stretch of the line, from what is in sight at its left, that no sum takes."""
    whole = QRectF(0, rect.top(), view.viewport().width(), rect.height()).adjusted(style.SMALL, 0, -style.SMALL, -1)
    if not isinstance(view, QTableView):
        return whole
    head, model, left = view.horizontalHeader(), index.model(), 0.0
    for visual in range(head.count()):
        section = head.logicalIndex(visual)
        start = head.sectionViewportPosition(section)
        end = start + head.sectionSize(section)
        value = model.index(index.row(), section).data(Asked.VALUE)
        if head.isSectionHidden(section) or value is None or isinstance(value, Label) or end <= 0:
            continue
        if start - left >= _LEAST:
            return whole.intersected(QRectF(left + style.SMALL, rect.top(), start - left - style.WIDE, rect.height()))
        left = end
    return whole.intersected(QRectF(left + style.SMALL, rect.top(), whole.right() - left, rect.height()))
