"""A figure on the first page: large, with its word, and the list behind it one click away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.palette import Tone


class FigureTile(QAbstractButton):
    """A button made of a figure and a word; `clicked` opens the list."""

    def __init__(self, label: Label, icon: str, tone: Tone = Tone.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._icon = icon
        self._tone = tone
        self._figure = "–"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words.on_change(self, self._say)
        self._say()

    def show_figure(self, figure: int | str, tone: Tone | None = None) -> None:
        self._figure = str(figure)
        self._tone = tone or self._tone
        self._say()

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetrics(style.font(style.SECONDARY)).horizontalAdvance(words.say(self._label))
        return QSize(max(160, wide + 2 * style.WIDE + 1), 76)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 76)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = style.tones()
        painter.setPen(QPen(QColor(tones.accent if self.hasFocus() else tones.line), 1))
        painter.setBrush(QColor(tones.hover if self.underMouse() else tones.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), style.CORNER, style.CORNER)
        inner = QRectF(self.rect()).adjusted(style.WIDE, style.NORMAL, -style.WIDE, -style.NORMAL)
        icons.paint(painter, self._icon, QRectF(inner.right() - 18, inner.top(), 18, 18), tones.ink_of(self._tone))
        painter.setPen(QColor(tones.ink_of(self._tone)))
        painter.setFont(style.font(style.FIGURE))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self._figure)
        painter.setPen(QColor(tones.quiet))
        painter.setFont(style.font(style.SECONDARY))
        name = painter.fontMetrics().elidedText(words.say(self._label), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, name)

    def _say(self) -> None:
        self.setAccessibleName(f"{words.say(self._label)} {self._figure}")
        self.setToolTip(words.say(self._label))
        self.update()
