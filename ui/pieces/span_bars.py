"""A person's supervisors and placements as bars on a time axis, years below, today as a line."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.register.timeline import Span
from ui import style, words
from ui.palette import Tone, Tones
from ui.pieces import time_axis
from ui.pieces.time_axis import TimeAxis

_ROW = 36
_BAR = 8
_AHEAD = 180
"""Days shown beyond the last date, so that what has no end is seen to go on."""


class SpanBars(QWidget):
    """One row a span: what and who above, its bar below; a span without end runs to the right edge."""

    def __init__(self, spans: Sequence[Span], today: date) -> None:
        super().__init__()
        self._spans = tuple(spans)
        self._today = today
        days = [span.starts_on for span in spans] + [span.ends_on for span in spans if span.ends_on] + [today]
        self._axis = TimeAxis(min(days).toordinal(), max(days).toordinal() + _AHEAD)
        self.setFont(style.font(style.SECONDARY))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.on_change(self, self._say)
        self._say()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * len(self._spans) + time_axis.HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = style.tones()
        self._axis.draw(painter, self.width(), _ROW * len(self._spans), ((self._today, tones.overdue),))
        for at, span in enumerate(self._spans):
            self._draw(painter, at, span, tones)

    def _draw(self, painter: QPainter, at: int, span: Span, tones: Tones) -> None:
        top = at * _ROW
        area = QRectF(0, top, self.width(), _ROW - _BAR - style.TIGHT)
        said = painter.fontMetrics().elidedText(words.say(said_of(span)), Qt.TextElideMode.ElideRight, self.width())
        over = span.ends_on is not None and span.ends_on < self._today
        painter.setPen(QColor(tones.quiet if over else tones.ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        left, right = self._x(span.starts_on), self._x(span.ends_on) if span.ends_on else float(self.width())
        bar = QRectF(left, top + _ROW - _BAR - style.TIGHT, max(right - left, float(_BAR)), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.edge if over else tones.ink_of(_tone(span))))
        painter.drawRoundedRect(bar, 3, 3)

    def _x(self, day: date) -> float:
        return self._axis.x(day, self.width())

    def _say(self) -> None:
        self.setAccessibleName("; ".join(words.say(said_of(span)) for span in self._spans))
        self.update()


def said_of(span: Span) -> Label:
    """What it is, who or where, from when to when."""
    until = span.ends_on.isoformat() if span.ends_on else ""
    head = span.what.plus(Label(span.who, span.who), " ")
    return head.plus(Label(f"{span.starts_on} – {until}", f"{span.starts_on} – {until}"), " · ")


def _tone(span: Span) -> Tone:
    return Tone.DONE if span.noun == "placement" else Tone.ACCENT
