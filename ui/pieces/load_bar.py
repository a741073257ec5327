"""How much of a capacity is taken: a bar with 5/8 beside it, in a cell or on its own."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.listing import Load
from ui import style
from ui.palette import Tone, Tones

_FIGURES = 40
_THICK = 6


def tone_of(load: Load) -> Tone:
    """Full is amber, more than full is red; the figures beside the bar say it too."""
    if load.taken > load.of:
        return Tone.OVERDUE
    return Tone.SOON if load.taken == load.of else Tone.ACCENT


def paint(painter: QPainter, area: QRectF, load: Load, tones: Tones) -> None:
    """Draw bar and figures into `area`; figures at the right, so that they stand in a column."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tone = tone_of(load)
    painter.setPen(QColor(tones.ink if tone is Tone.ACCENT else tones.ink_of(tone)))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(load))
    figures = max(_FIGURES, painter.fontMetrics().horizontalAdvance(str(load)) + style.SMALL)
    track = QRectF(area.left(), area.center().y() - _THICK / 2, max(0.0, area.width() - figures), _THICK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.line))
    painter.drawRoundedRect(track, 3, 3)
    if load.taken > 0:
        painter.setBrush(QColor(tones.ink_of(tone)))
        filled = min(1.0, load.share) * track.width()
        painter.drawRoundedRect(QRectF(track.left(), track.top(), max(filled, float(_THICK)), _THICK), 3, 3)
    painter.restore()


class LoadBar(QWidget):
    """The bar on its own, in a form or an inspector."""

    def __init__(self, load: Load, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self.setFont(style.font())
        self.setAccessibleName(str(load))

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint(QPainter(self), QRectF(self.rect()), self._load, style.tones())
