"""One bar made of its parts (seats taken, promised, free), with a legend in words and figures below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from ui import style, words
from ui.palette import Tone, Tones
from ui.pieces.picture import Picture

_BAR = 14
_LEGEND = 26


class SeatsBar(Picture):
    """The bar at the top, one line of legend a part below it."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _BAR + style.SMALL + _LEGEND * max(1, len(self._parts)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        top = area.top() + _BAR + style.SMALL
        return [QRectF(area.left(), top + at * _LEGEND, area.width(), _LEGEND) for at in range(len(self._parts))]

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        self._draw_bar(painter, QRectF(area.left(), area.top(), area.width(), _BAR), tones)
        middle = Qt.AlignmentFlag.AlignVCenter
        for part, place in zip(self._parts, self.places(area), strict=True):
            dot = QRectF(place.left() + style.SMALL, place.center().y() - 4, 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_fill(part.tone, tones)))
            painter.drawRoundedRect(dot, 2, 2)
            painter.setPen(QColor(tones.ink))
            inner = place.adjusted(style.LOOSE, 0, -style.SMALL, 0)
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, words.say(part.label))
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, str(part.count))

    def _draw_bar(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.line))
        painter.drawRoundedRect(area, 4, 4)
        whole = sum(part.count for part in self._parts)
        left = area.left()
        for part in self._parts if whole else ():
            width = area.width() * part.count / whole
            painter.setBrush(QColor(_fill(part.tone, tones)))
            painter.drawRoundedRect(QRectF(left, area.top(), max(0.0, width - 2), area.height()), 3, 3)
            left += width


def _fill(tone: Tone, tones: Tones) -> str:
    return tones.edge if tone in {Tone.QUIET, Tone.PLAIN} else tones.ink_of(tone)
