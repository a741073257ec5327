"""Deadlines as a strip: one mark a date on a time axis, months below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from typing_extensions import override

from ptman.labels import Label, Lang
from ui import words
from ui.palette import Tone, Tones
from ui.pieces.picture import Part, Picture

_HEIGHT = 56
_AXIS = 28


@dataclass(frozen=True, slots=True)
class Mark:
    """One deadline."""

    key: str
    day: date
    label: Label
    tone: Tone = Tone.ACCENT


class Strip(Picture):
    """The days from `today` on; what is past stands at the left end."""

    def __init__(self, name: Label, today: date, days: int = 180) -> None:
        super().__init__(name)
        self._today = today
        self._days = days
        self._marks: tuple[Mark, ...] = ()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = tuple(sorted(marks, key=lambda mark: mark.day))
        self.show_parts(
            [Part(mark.key, _dated(mark), (mark.day - self._today).days, mark.tone) for mark in self._marks]
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    @override
    def places(self, area: QRectF) -> list[QRectF]:
        return [QRectF(self._x(mark.day, area) - 8, area.top() + 4, 16, _AXIS) for mark in self._marks]

    @override
    def draw(self, painter: QPainter, area: QRectF, tones: Tones) -> None:
        axis = area.top() + _AXIS
        painter.setPen(QPen(QColor(tones.edge), 1))
        painter.drawLine(QPointF(area.left(), axis), QPointF(area.right(), axis))
        for month in _months(self._today, self._days):
            x = self._x(month, area)
            painter.setPen(QPen(QColor(tones.edge), 1))
            painter.drawLine(QPointF(x, axis), QPointF(x, axis + 4))
            painter.setPen(QColor(tones.quiet))
            painter.drawText(QRectF(x + 2, axis + 4, 56, 20), Qt.AlignmentFlag.AlignLeft, _month(month))
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self._marks:
            painter.setBrush(QColor(tones.ink_of(mark.tone)))
            x = self._x(mark.day, area)
            painter.drawPolygon(QPolygonF([QPointF(x, axis), QPointF(x - 5, axis - 14), QPointF(x + 5, axis - 14)]))

    def _x(self, day: date, area: QRectF) -> float:
        share = min(max((day - self._today).days / self._days, 0.0), 1.0)
        return area.left() + 8 + share * (area.width() - 16)


def _dated(mark: Mark) -> Label:
    return Label(f"{mark.day.isoformat()} {mark.label.zh}", f"{mark.day.isoformat()} {mark.label.en}")


def _months(first: date, days: int) -> list[date]:
    every = (first + timedelta(days=at) for at in range(days))
    return [day for day in every if day.day == 1]


def _month(day: date) -> str:
    return f"{day.month}月" if words.lang() is Lang.ZH else day.strftime("%b")
