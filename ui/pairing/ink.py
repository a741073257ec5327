"""Words and marks on tall rows: elided text, the dashed pill of a proposal, a small icon."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui import icons, style
from ui.palette import Tone

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def write(painter: QPainter, area: QRectF, text: str, tone: Tone = Tone.PLAIN, pixels: int = style.BODY) -> float:
    """Write `text` at the left of `area`, elided; the width it has taken."""
    font = style.font(pixels)
    painter.setFont(font)
    painter.setPen(QColor(style.tones().ink_of(tone)))
    fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, area.width()))
    painter.drawText(area, Qt.TextFlag.TextSingleLine | LEFT, fitting)
    return QFontMetricsF(font).horizontalAdvance(fitting)


def write_right(painter: QPainter, area: QRectF, text: str, tone: Tone = Tone.PLAIN, pixels: int = style.BODY) -> float:
    """Write `text` at the right of `area`; the width it has taken."""
    font = style.font(pixels)
    painter.setFont(font)
    painter.setPen(QColor(style.tones().ink_of(tone)))
    painter.drawText(area, Qt.TextFlag.TextSingleLine | RIGHT, text)
    return QFontMetricsF(font).horizontalAdvance(text)


def mark(painter: QPainter, area: QRectF, icon: str, tone: Tone) -> float:
    """A small icon at the left of `area`; the width it has taken."""
    icons.paint(painter, icon, QRectF(area.left(), area.center().y() - 7, 14, 14), style.tones().ink_of(tone))
    return 14.0 + style.TIGHT


def pill(painter: QPainter, area: QRectF, text: str) -> float:
    """What is only proposed: a dashed outline on a tint; the width it has taken."""
    tones = style.tones()
    metrics = QFontMetricsF(style.font(style.SECONDARY))
    room = max(0.0, area.width() - 2 * style.SMALL)
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(fitting) + 2 * style.SMALL
    box = QRectF(area.left() + 0.5, area.center().y() - 9.5, width, 19)
    painter.setPen(QPen(QColor(tones.accent), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(tones.accent_soft))
    painter.drawRoundedRect(box, 9, 9)
    painter.setPen(QColor(tones.accent))
    painter.setFont(style.font(style.SECONDARY))
    painter.drawText(box, Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignCenter, fitting)
    return width + style.TIGHT


def halves(area: QRectF) -> tuple[QRectF, QRectF]:
    """The upper and the lower line of a row."""
    half = area.height() / 2
    return (
        QRectF(area.left(), area.top(), area.width(), half),
        QRectF(area.left(), area.top() + half, area.width(), half),
    )
