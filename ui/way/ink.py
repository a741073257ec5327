"""Paints a student's way: the axis with years and months, lanes, bands, marks with a shape for each state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ptman.aspects.talents.rows import Shade
from ptman.aspects.talents.way_parts import Band, Mark
from ui import style, words
from ui.palette import Tone, Tones
from ui.way.places import HEAD, NAMES, LaneBox, Placed, Scale

TONES = {
    Shade.DONE: Tone.DONE,
    Shade.SUBMITTED: Tone.ACCENT,
    Shade.CONDITIONAL: Tone.SOON,
    Shade.OPEN: Tone.PLAIN,
    Shade.OVERDUE: Tone.OVERDUE,
    Shade.FAILED: Tone.OVERDUE,
    Shade.NOT_DUE: Tone.QUIET,
    Shade.ABSENT: Tone.QUIET,
}
SIGNS = {Shade.DONE: "✓", Shade.FAILED: "✗", Shade.OVERDUE: "!", Shade.CONDITIONAL: "…"}
BAND_TONES = {"supervision": Tone.ACCENT, "placement": Tone.DONE, "certificate_result": Tone.SOON}
_QUARTERS = (1, 4, 7, 10)
_QUARTER = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Ink:
    """The painter with what every stroke needs; `left` is the first pixel that is seen."""

    painter: QPainter
    tones: Tones
    scale: Scale
    height: float
    left: float


def axis(ink: Ink, today: date) -> None:
    """A line for each quarter, words for each year, and for quarters where a year's word has room; today dashed."""
    day = date(ink.scale.first.year, 1, 1)
    room = ink.painter.fontMetrics().horizontalAdvance(str(day.year)) + style.SMALL
    while day <= ink.scale.last:
        if day.month in _QUARTERS and day >= ink.scale.first:
            x = ink.scale.x(day)
            new_year = day.month == 1
            ink.painter.setPen(QPen(QColor(ink.tones.edge if new_year else ink.tones.line), 1))
            ink.painter.drawLine(QPointF(x, HEAD - 4), QPointF(x, ink.height))
            if new_year or ink.scale.x(day + _QUARTER) - x >= room:
                ink.painter.setPen(QColor(ink.tones.ink if new_year else ink.tones.quiet))
                said = str(day.year) if new_year else f"{day.month:02d}"
                ink.painter.drawText(QRectF(x + 3, 0, 48, HEAD), Qt.AlignmentFlag.AlignVCenter, said)
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    if ink.scale.first <= today <= ink.scale.last:
        x = ink.scale.x(today)
        ink.painter.setPen(QPen(QColor(ink.tones.overdue), 1, Qt.PenStyle.DashLine))
        ink.painter.drawLine(QPointF(x, HEAD - 4), QPointF(x, ink.height))


def lane(ink: Ink, box: LaneBox) -> None:
    """A hairline below the lane, then what it holds."""
    ink.painter.setPen(QPen(QColor(ink.tones.line), 1))
    ink.painter.drawLine(QPointF(0, box.top + box.height), QPointF(ink.scale.width, box.top + box.height))
    for one in box.placed:
        if isinstance(one.one, Mark):
            _mark(ink, one, one.one)
        else:
            _band(ink, one, one.one)


def names(ink: Ink, boxes: Sequence[LaneBox]) -> None:
    """The names of the lanes stay at the left, whatever is scrolled away."""
    ink.painter.fillRect(QRectF(ink.left, HEAD, NAMES - style.SMALL, ink.height), QColor(ink.tones.paper))
    ink.painter.setPen(QColor(ink.tones.quiet))
    metrics = ink.painter.fontMetrics()
    room = NAMES - 2 * style.SMALL
    for box in boxes:
        said = metrics.elidedText(words.say(box.lane.label), Qt.TextElideMode.ElideRight, room)
        area = QRectF(ink.left + style.TIGHT, box.top + style.TIGHT, room, 18)
        ink.painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


def edge(ink: Ink, one: Placed, *, strong: bool) -> None:
    """Around the one under the keys."""
    area = one.area.adjusted(-3, -3, 3, 3)
    ink.painter.setBrush(Qt.BrushStyle.NoBrush)
    ink.painter.setPen(QPen(QColor(ink.tones.accent if strong else ink.tones.edge), 2))
    ink.painter.drawRoundedRect(area, style.CORNER, style.CORNER)


def _band(ink: Ink, one: Placed, band: Band) -> None:
    tone = BAND_TONES.get(band.noun, Tone.QUIET)
    ink.painter.setPen(Qt.PenStyle.NoPen)
    ink.painter.setBrush(QColor(ink.tones.soft_of(tone)))
    ink.painter.drawRoundedRect(one.area, 4, 4)
    ink.painter.setBrush(QColor(ink.tones.ink_of(tone)))
    ink.painter.drawRoundedRect(QRectF(one.area.left(), one.area.top(), 3, one.area.height()), 1.5, 1.5)
    if one.words is not None:
        ink.painter.setPen(QColor(ink.tones.ink))
        ink.painter.drawText(one.words, Qt.AlignmentFlag.AlignVCenter, words.say(band.label))


def _mark(ink: Ink, one: Placed, mark: Mark) -> None:
    """Filled where it has happened, hollow where it is still to come; a sign says the state besides."""
    tone = TONES[mark.shade]
    colour = QColor(ink.tones.ink_of(tone))
    ink.painter.setPen(QPen(colour, 1.5))
    ink.painter.setBrush(QColor(ink.tones.paper) if mark.planned else colour)
    ink.painter.drawEllipse(one.area)
    sign = SIGNS.get(mark.shade, "")
    if sign:
        ink.painter.setPen(colour if mark.planned else QColor(ink.tones.paper))
        ink.painter.setFont(style.font(10, strong=True))
        ink.painter.drawText(one.area, Qt.AlignmentFlag.AlignCenter, sign)
        ink.painter.setFont(style.font(style.SECONDARY))
    if one.words is not None:
        late = mark.shade in {Shade.OVERDUE, Shade.FAILED}
        ink.painter.setPen(QColor(ink.tones.overdue if late else ink.tones.quiet if mark.planned else ink.tones.ink))
        ink.painter.drawText(one.words, Qt.AlignmentFlag.AlignVCenter, words.say(mark.label))
