"""One line of the agenda: a kind with its count, or one thing with its day; pressed, it leads to where it is cured."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.palette import Tone

HEIGHT = 28
_RIGHT = 52


class DueButton(QAbstractButton):
    """A heading of a kind (`strong`) or a thing below it: what it is, and at the right its count or its day."""

    def __init__(self, said: Label, right: str, tone: Tone, *, strong: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said, self._right, self._tone, self._strong = said, right, tone, strong
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.on_change(self, self._say)
        self._say()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = style.tones()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(tones.accent), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.hover))
            painter.drawRoundedRect(area, style.CORNER, style.CORNER)
        inner = area.adjusted(style.SMALL if self._strong else style.WIDE, 0, -style.SMALL, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(style.font(style.BODY if self._strong else style.SECONDARY))
        painter.setPen(QColor(tones.ink if self._strong else tones.quiet))
        text = inner.adjusted(0, 0, -_RIGHT, 0)
        said = painter.fontMetrics().elidedText(words.say(self._said), Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignLeft, said)
        painter.setPen(QColor(tones.ink_of(self._tone)))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, self._right)

    def _say(self) -> None:
        said = words.say(self._said)
        self.setAccessibleName(f"{said} {self._right}")
        self.setToolTip(f"{said} {self._right}")
        self.update()
