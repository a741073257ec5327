"""One record on one line: what it is called, how it stands, from when to when; pressed, it is opened."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.palette import Tone

HEIGHT = 28
_DATES, _STATE = 168, 120


class RecordLine(QAbstractButton):
    """Three columns: title, state, dates; the last two keep their places, so that they stand below each other."""

    def __init__(self, title: str, state: Label, dates: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._state, self._dates, self._tone = title, state, dates, tone
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.on_change(self, self._say)
        self._say()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_DATES + _STATE + 80, HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as Space does; in a dialog it would press the default button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

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
        inner = area.adjusted(style.SMALL, 0, -style.SMALL, 0)
        dates = QRectF(inner.right() - _DATES, inner.top(), _DATES, inner.height())
        state = QRectF(dates.left() - _STATE, inner.top(), _STATE - style.SMALL, inner.height())
        title = QRectF(inner.left(), inner.top(), state.left() - inner.left() - style.SMALL, inner.height())
        _write(painter, title, self._title, (style.BODY, tones.ink_of(self._tone)))
        _write(painter, state, words.say(self._state), (style.SECONDARY, tones.quiet))
        _write(painter, dates, self._dates, (style.SECONDARY, tones.quiet))

    def _say(self) -> None:
        said = " · ".join(part for part in (self._title, words.say(self._state), self._dates) if part)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()


def _write(painter: QPainter, place: QRectF, said: str, how: tuple[int, str]) -> None:
    pixels, ink = how
    painter.setFont(style.font(pixels))
    painter.setPen(QColor(ink))
    fitted = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)
