"""A funnel: how many of a cohort have come how far, as one bar a step."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from ui import style, words
from ui.palette import Tones
from ui.pieces.picture import Picture

_ROW = 28
_NAMES = 0.4
_FIGURES = 40


class Funnel(Picture):
    """Names at the left, bars in the middle, figures at the right; the first part is the whole."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, max(1, len(self._parts)) * _ROW)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        return [QRectF(area.left(), area.top() + at * _ROW, area.width(), _ROW) for at in range(len(self._parts))]

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        most = max((part.count for part in self._parts), default=0)
        middle = Qt.AlignmentFlag.AlignVCenter
        for part, place in zip(self._parts, self.places(area), strict=True):
            inner = place.adjusted(style.SMALL, 0, -style.SMALL, 0)
            names = QRectF(inner.left(), inner.top(), inner.width() * _NAMES, inner.height())
            painter.setPen(QColor(tones.ink))
            name = painter.fontMetrics().elidedText(
                words.say(part.label), Qt.TextElideMode.ElideRight, int(names.width()) - style.SMALL
            )
            painter.drawText(names, middle | Qt.AlignmentFlag.AlignLeft, name)
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, str(part.count))
            track = QRectF(names.right(), inner.center().y() - 5, inner.right() - names.right() - _FIGURES, 10)
            _bar(painter, track, part.count / most if most else 0, (tones.ink_of(part.tone), tones.line))


def _bar(painter: QPainter, track: QRectF, share: float, colours: tuple[str, str]) -> None:
    fill, ground = colours
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(track, 3, 3)
    if share > 0:
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(
            QRectF(track.left(), track.top(), max(6.0, track.width() * share), track.height()), 3, 3
        )
