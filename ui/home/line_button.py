"""One line of what needs doing: a shape, the words, how urgent, how many; pressed, it opens the list behind it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ptman.register.home import Line, Urgency
from ui import icons, style, words
from ui.palette import Tone

HEIGHT = 44
_FIGURES = 56
_WORD = 76

LOOKS = {
    Urgency.RED: (Tone.OVERDUE, "circle-alert"),
    Urgency.AMBER: (Tone.SOON, "clock"),
    Urgency.NONE: (Tone.QUIET, "list-checks"),
}
"""Shape and colour of each urgency; its word stands beside them."""


class LineButton(QAbstractButton):
    """`clicked` opens the list of exactly these rows."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.on_change(self, self._say)
        self._say()

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetrics(style.font()).horizontalAdvance(words.say(self.line.label))
        return QSize(wide + _FIGURES + _WORD + style.VAST * 3, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = style.tones()
        tone, shape = LOOKS[self.line.urgency]
        area = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(tones.accent), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.hover))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -1.5), style.CORNER, style.CORNER)
        inner = area.adjusted(style.NORMAL, 0, -style.SMALL, 0)
        icons.paint(painter, shape, QRectF(inner.left(), inner.center().y() - 9, 18, 18), tones.ink_of(tone))
        icons.paint(painter, "chevron-right", QRectF(inner.right() - 16, inner.center().y() - 8, 16, 16), tones.quiet)
        self._write(painter, inner.adjusted(style.VAST, 0, -style.LOOSE, 0), tone)
        painter.setPen(QPen(QColor(tones.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _write(self, painter: QPainter, inner: QRectF, tone: Tone) -> None:
        tones = style.tones()
        middle = Qt.AlignmentFlag.AlignVCenter
        figure = QRectF(inner.right() - _FIGURES, inner.top(), _FIGURES, inner.height())
        word = QRectF(figure.left() - _WORD, inner.top(), _WORD, inner.height())
        text = QRectF(inner.left(), inner.top(), word.left() - inner.left() - style.SMALL, inner.height())
        painter.setPen(QColor(tones.ink))
        painter.setFont(style.font())
        label = painter.fontMetrics().elidedText(
            words.say(self.line.label), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignLeft, label)
        painter.setPen(QColor(tones.ink_of(tone)))
        painter.setFont(style.font(style.SECONDARY))
        painter.drawText(word, middle | Qt.AlignmentFlag.AlignRight, words.say(self.line.urgency.label))
        painter.setFont(style.font(style.FIGURE))
        painter.drawText(figure, middle | Qt.AlignmentFlag.AlignRight, str(self.line.count))

    def _say(self) -> None:
        line = self.line
        self.setAccessibleName(f"{words.say(line.label)} {line.count}, {words.say(line.urgency.label)}")
        self.setToolTip(words.say(line.label))
        self.update()
