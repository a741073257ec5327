"""A picture of figures: each part can be clicked through to the list behind it, by mouse and by keys, and printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.palette import Tone, Tones


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a picture; `key` says which list stands behind it."""

    key: str
    label: Label
    count: int
    tone: Tone = Tone.ACCENT


class Picture(QWidget):
    """What all pictures share: parts, the part under the mouse or the keys, and the words for a screen reader.

    Signals:
        chosen(str): the key of the part the user wants to see the list of.
    """

    chosen = Signal(str)

    def __init__(self, name: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._parts: tuple[Part, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(style.font(style.SECONDARY))
        words.on_change(self, self._say)
        self._say()

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self._at = -1
        self._say()
        self.updateGeometry()
        self.update()

    def places(self, area: QRectF) -> list[QRectF]:
        """Where each part stands within `area`, in the order of the parts."""
        raise NotImplementedError

    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        """Draw into `area` of a screen or of a page to print."""
        raise NotImplementedError

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = style.tones()
        area = QRectF(self.rect())
        if 0 <= self._at < len(self._parts):
            place = self.places(area)[self._at].adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(QColor(tones.accent)) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.hover))
            painter.drawRoundedRect(place, style.CORNER, style.CORNER)
        self.draw(painter, area, tones)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._under(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._point_at(max(self._at, 0))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point_at(-1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._choose(self._under(event.position()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Right}:
            self._point_at(min(self._at + 1, len(self._parts) - 1))
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Left}:
            self._point_at(max(self._at - 1, 0))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def _under(self, point: QPointF) -> int:
        found = [at for at, place in enumerate(self.places(QRectF(self.rect()))) if place.contains(point)]
        return found[0] if found else -1

    def _point_at(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._parts):
            self.chosen.emit(self._parts[at].key)

    def _say(self) -> None:
        self.setAccessibleName(words.say(self._name))
        self.setAccessibleDescription("; ".join(f"{words.say(part.label)} {part.count}" for part in self._parts))
        self.update()
