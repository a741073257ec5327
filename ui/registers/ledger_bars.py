"""The practice ledger of a student as bars on a time axis: a line a placement, what does not count, the window."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ptman.labels import Label, same
from ptman.ledgers import Placed, Practice
from ptman.rules.months import Segment
from ptman.rules.practice.ledger import Bar, BarKind
from ui import style, words
from ui.palette import Tone, Tones
from ui.pieces import time_axis
from ui.pieces.time_axis import TimeAxis

_ROW, _BAR = 36, 8
_ALL = (BarKind.OVERLAP, BarKind.GAP, BarKind.OUTSIDE)
_LOOK = {
    BarKind.STAY: Tone.ACCENT,
    BarKind.PROJECT: Tone.DONE,
    BarKind.UNCOUNTED: Tone.QUIET,
    BarKind.INTERRUPTION: Tone.SOON,
    BarKind.OVERLAP: Tone.SOON,
    BarKind.GAP: Tone.QUIET,
    BarKind.OUTSIDE: Tone.OVERDUE,
}


class LedgerBars(QWidget):
    """Words above each bar say what it is, so that no colour says anything alone."""

    def __init__(self, practice: Practice) -> None:
        super().__init__()
        self._practice = practice
        self._lines = tuple(_lines(practice))
        window = practice.case.terms.window
        days = [one for _, bars in self._lines for bar in bars for one in (bar.days.start, bar.days.end)]
        days += [practice.case.today, *((window.start, window.end) if window else ())]
        self._axis = TimeAxis(min(days).toordinal(), max(days).toordinal())
        self.setFont(style.font(style.SECONDARY))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words.on_change(self, self._say)
        self._say()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * len(self._lines) + time_axis.HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = style.tones()
        marks = ((self._practice.case.today, tones.overdue),)
        self._axis.draw(painter, self.width(), _ROW * len(self._lines), marks)
        for at, (label, bars) in enumerate(self._lines):
            place = QRectF(0, at * _ROW, self.width(), _ROW - _BAR - style.TIGHT)
            said = painter.fontMetrics().elidedText(words.say(label), Qt.TextElideMode.ElideRight, self.width())
            painter.setPen(QColor(tones.ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
            for bar in bars:
                self._bar(painter, at, bar, tones)

    def _bar(self, painter: QPainter, at: int, bar: Bar, tones: Tones) -> None:
        left, right = self._x(bar.days.start), self._x(bar.days.end)
        place = QRectF(left, at * _ROW + _ROW - _BAR - style.TIGHT, max(right - left, 3.0), _BAR)
        colour = QColor(tones.ink_of(_LOOK[bar.kind]))
        hollow = bar.kind in {BarKind.UNCOUNTED, BarKind.GAP}
        painter.setPen(QPen(colour) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawRoundedRect(place, 3, 3)

    def _x(self, day: date) -> float:
        return self._axis.x(day, self.width())

    def _say(self) -> None:
        self.setAccessibleName("; ".join(words.say(label) for label, _ in self._lines))
        self.update()


def _lines(practice: Practice) -> Iterator[tuple[Label, tuple[Bar, ...]]]:
    """Each placement with its interruptions, then what concerns several of them."""
    bars = practice.ledger.bars
    for one in practice.placed:
        mine = tuple(bar for bar in bars if bar.key == one.id)
        yield _named(one, mine), mine or (Bar(BarKind.UNCOUNTED, one.days, one.id),)
    for kind in _ALL:
        found = tuple(bar for bar in bars if bar.kind is kind)
        if found:
            yield kind.label.plus(same("、".join(_span(bar.days) for bar in found)), " "), found


def _named(one: Placed, bars: tuple[Bar, ...]) -> Label:
    pauses = sum((bar.days.end - bar.days.start).days + 1 for bar in bars if bar.kind is BarKind.INTERRUPTION)
    head = same(one.base).plus(one.form, " · ").plus(one.status, " · ").plus(same(_span(one.days)), " · ")
    return head.plus(Label(f"中断 {pauses} 天", f"{pauses} days interrupted"), " · ") if pauses else head


def _span(days: Segment) -> str:
    return f"{days.start} – {days.end}"
