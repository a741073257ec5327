"""The time axis below bars: where a day stands, a line at the start of each year, dashed lines at days that matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui import style

HEIGHT = 20
_YEAR = 32
"""Pixels that a year's number needs."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`first` and `last` are ordinals of days: what stands at the left and the right edge."""

    first: int
    last: int

    def x(self, day: date, width: int) -> float:
        """Where that day begins on a picture so many pixels wide."""
        return (day.toordinal() - self.first) / max(1, self.last - self.first) * width

    def draw(self, painter: QPainter, width: int, bottom: int, marks: Sequence[tuple[date, str]]) -> None:
        """Below `bottom`; each mark is a day with the colour of its line."""
        for day, colour in marks:
            painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(self.x(day, width), 0), QPointF(self.x(day, width), bottom))
        tones = style.tones()
        for year in range(date.fromordinal(self.first).year, date.fromordinal(self.last).year + 1):
            x = self.x(date(year, 1, 1), width)
            if not 0 <= x <= width:
                continue
            painter.setPen(QPen(QColor(tones.line), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom + style.TIGHT))
            if x <= width - _YEAR:
                painter.setPen(QColor(tones.quiet))
                painter.drawText(QRectF(x + 2, bottom, 60, HEIGHT), Qt.AlignmentFlag.AlignVCenter, str(year))
