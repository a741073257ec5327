"""A student's practice as bars on a time axis: what counts, interruptions, overlaps and gaps, a what-if beside it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.rules.months import Segment
from ptman.rules.practice.ledger import Bar, BarKind
from ui import style, words
from ui.palette import Tone
from ui.pieces import text, time_axis
from ui.pieces.time_axis import TimeAxis

_ROW = 18
_BAR = 10
_AROUND = timedelta(days=45)
_PLANNED = Label("假设延长", "What if")
_TONES = {
    BarKind.PROJECT: Tone.ACCENT,
    BarKind.STAY: Tone.DONE,
    BarKind.UNCOUNTED: Tone.QUIET,
    BarKind.INTERRUPTION: Tone.SOON,
    BarKind.OVERLAP: Tone.OVERDUE,
    BarKind.GAP: Tone.QUIET,
    BarKind.OUTSIDE: Tone.SOON,
}
_ORDER = (BarKind.PROJECT, BarKind.STAY, BarKind.UNCOUNTED)


class PracticeBars(QWidget):
    """A line a kind of bar, its name at the left of the line; years below, today and the last day that counts."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._more: Segment | None = None
        self._today = date.min
        self._latest: date | None = None
        self._axis = TimeAxis(0, 1)
        self.setFont(style.font(style.SECONDARY))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.on_change(self, self._say)

    def show_bars(self, bars: Sequence[Bar], today: date, latest: date | None, more: Segment | None = None) -> None:
        """`more` is the practice of a what-if; `latest` the last day that may count."""
        self._bars, self._today, self._latest, self._more = tuple(bars), today, latest, more
        days = [today, *(edge for one in bars for edge in (one.days.start, one.days.end))]
        days += [edge for edge in (latest, more.end if more else None) if edge is not None]
        self._axis = TimeAxis((min(days) - _AROUND).toordinal(), (max(days) + _AROUND).toordinal())
        self._say()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * 2 * max(1, len(self._lines())) + time_axis.HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = style.tones()
        marks = ((self._today, tones.overdue), *(((self._latest, tones.soon),) if self._latest else ()))
        self._axis.draw(painter, self.width(), _ROW * 2 * max(1, len(self._lines())), marks)
        for at, (label, tone, days) in enumerate(self._lines()):
            top = at * 2 * _ROW
            painter.setPen(QColor(tones.quiet))
            painter.drawText(QRectF(0, top, self.width(), _ROW), Qt.AlignmentFlag.AlignVCenter, words.say(label))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.edge if tone is Tone.QUIET else tones.ink_of(tone)))
            for one in days:
                painter.drawRoundedRect(self._place(one, top), 3, 3)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            said = self._under(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), text.plain_tip(said), self)
            return True
        return super().event(event)

    def _lines(self) -> list[tuple[Label, Tone, list[Segment]]]:
        """What is drawn below each other: kinds of stays, then what disturbs them, then the what-if."""
        found = []
        for kind in (*_ORDER, *(one for one in BarKind if one not in _ORDER)):
            days = [one.days for one in self._bars if one.kind is kind]
            if days:
                found.append((kind.label, _TONES[kind], days))
        if self._more is not None:
            found.append((_PLANNED, Tone.ACCENT, [self._more]))
        return found

    def _place(self, days: Segment, top: float) -> QRectF:
        left, right = self._x(days.start), self._x(days.end + timedelta(days=1))
        return QRectF(left, top + _ROW + 2, max(right - left, 3.0), _BAR)

    def _x(self, day: date) -> float:
        return self._axis.x(day, self.width())

    def _under(self, x: float, y: float) -> str:
        for at, (label, _, days) in enumerate(self._lines()):
            for one in days:
                if self._place(one, at * 2 * _ROW).adjusted(0, -4, 0, 4).contains(QPointF(x, y)):
                    return f"{words.say(label)} {one.start} – {one.end}"
        return ""

    def _say(self) -> None:
        parts = [
            f"{words.say(label)} " + ", ".join(f"{one.start} – {one.end}" for one in days)
            for label, _, days in self._lines()
        ]
        self.setAccessibleName("; ".join(parts) or words.say(Label("没有实践", "No practice")))
        self.update()
