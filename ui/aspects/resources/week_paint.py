"""Draws a week: hours and days, closed hours, uses by their state, what the hand holds, and where now is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from ptman.aspects.resources.week import DAYS, UseRow
from ptman.labels import Label
from ui import style, words
from ui.aspects.resources.week_frame import AXIS, HEAD, Frame
from ui.aspects.resources.week_spans import HOUR, Block
from ui.palette import Tone, Tones

DAY_NAMES = tuple(
    Label(f"周{zh}", en)
    for zh, en in zip("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True)
)
TONES = {
    "requested": Tone.SOON,
    "approved": Tone.ACCENT,
    "in_use": Tone.DONE,
    "returned": Tone.QUIET,
    "evaluated": Tone.QUIET,
}
STRIPE = 3.0
NARROW = 80.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What does not depend on any use: the week, today, this moment where it is shown, and the hours of opening."""

    monday: date
    today: date
    now: datetime | None
    opens: int
    closes: int


class Brush:
    """Paints one picture of a week."""

    def __init__(self, painter: QPainter, frame: Frame, tones: Tones) -> None:
        self._painter, self._frame, self._tones = painter, frame, tones
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._metrics = QFontMetricsF(style.font(style.SECONDARY))

    def ground(self, scene: Scene) -> None:
        """Days, hours, today, and what is closed."""
        frame, painter, tones = self._frame, self._painter, self._tones
        painter.setFont(style.font(style.SECONDARY))
        whole = QRectF(AXIS, HEAD, frame.width - AXIS, frame.height - HEAD)
        painter.fillRect(whole, QColor(tones.paper))
        for start, end in ((frame.first * HOUR, scene.opens), (scene.closes, frame.last * HOUR)):
            if start < end:
                top, bottom = frame.y(start), frame.y(end)
                painter.fillRect(QRectF(AXIS, top, frame.width - AXIS, bottom - top), QColor(tones.ground))
        for day in range(DAYS):
            self._day(scene, day)
        for hour in range(frame.first, frame.last):
            y = frame.y(hour * HOUR)
            painter.setPen(QPen(QColor(tones.line), 1))
            painter.drawLine(QLineF(AXIS, y, frame.width, y))
            painter.setPen(QColor(tones.quiet))
            place = QRectF(0, y, AXIS - style.TIGHT, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, f"{hour}:00")

    def use(self, block: Block, *, chosen: bool, clash: bool, named: bool) -> None:
        """One use: its occasion, its time and user, its state; `named` says whose resource it is too."""
        place, one = self._frame.place(block), block.use
        tone = Tone.OVERDUE if clash else TONES.get(one.status.value, Tone.QUIET)
        ink, soft = QColor(self._tones.ink_of(tone)), QColor(self._tones.soft_of(tone))
        painter = self._painter
        painter.setPen(QPen(ink, 2 if chosen else 1, _line(one, clash=clash)))
        painter.setBrush(soft)
        painter.drawRoundedRect(place, 4, 4)
        if one.purpose.value == "maintenance":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(QColor(self._tones.edge), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(place, 4, 4)
        elif one.holds:
            painter.fillRect(QRectF(place.left(), place.top() + 2, STRIPE, place.height() - 4), ink)
        self._words(place, _lines(block, named=named, clash=clash))

    def held(self, place: QRectF, lines: tuple[str, ...], *, clash: bool) -> None:
        """What the hand holds, over everything."""
        tone = Tone.OVERDUE if clash else Tone.ACCENT
        self._painter.setPen(QPen(QColor(self._tones.ink_of(tone)), 2, Qt.PenStyle.DashLine))
        self._painter.setBrush(QColor(self._tones.soft_of(tone)))
        self._painter.drawRoundedRect(place, 4, 4)
        self._words(place, lines)

    def cursor(self, place: QRectF) -> None:
        self._painter.setPen(QPen(QColor(self._tones.accent), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(place, 3, 3)

    def now(self, scene: Scene) -> None:
        """A line across today where the clock stands."""
        if scene.now is None:
            return
        minute = scene.now.hour * HOUR + scene.now.minute
        if not self._frame.first * HOUR <= minute <= self._frame.last * HOUR:
            return
        left, y = self._frame.x((scene.today - scene.monday).days), self._frame.y(minute)
        self._painter.setPen(QPen(QColor(self._tones.overdue), 2))
        self._painter.drawLine(QLineF(left, y, left + self._frame.day_width, y))
        self._painter.setBrush(QColor(self._tones.overdue))
        self._painter.drawEllipse(QPointF(left, y), 3, 3)

    def _day(self, scene: Scene, day: int) -> None:
        frame, painter, tones = self._frame, self._painter, self._tones
        left, width = frame.x(day), frame.day_width
        on = scene.monday + timedelta(days=day)
        today = on == scene.today
        if today:
            painter.fillRect(QRectF(left, 0, width, HEAD), QColor(tones.accent_soft))
        painter.setPen(QPen(QColor(tones.line), 1))
        painter.drawLine(QLineF(left, 0, left, frame.height))
        painter.setPen(QColor(tones.accent if today else tones.ink))
        painter.setFont(style.font(style.SECONDARY, strong=today))
        said = f"{words.say(DAY_NAMES[day])} {on.month}/{on.day}"
        painter.drawText(QRectF(left, 0, width, HEAD), Qt.AlignmentFlag.AlignCenter, said)
        painter.setFont(style.font(style.SECONDARY))

    def _words(self, place: QRectF, lines: tuple[str, ...]) -> None:
        painter = self._painter
        inner = place.adjusted(STRIPE + 3, 1, -2, -1)
        height = self._metrics.height()
        painter.setPen(QColor(self._tones.ink))
        top = inner.top()
        for at, line in enumerate(lines):
            room = int((inner.bottom() + 2 - top) // height) - (len(lines) - 1 - at if inner.width() < NARROW else 0)
            if at and top + height > inner.bottom() + 2:
                return
            for part in _wrapped(line, self._metrics, inner.width(), max(1, min(2, room))):
                spot = QRectF(inner.left(), top, inner.width(), height)
                painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, part)
                top += height


def _wrapped(line: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """The words over at most so many lines, the last one ending in … where they do not fit."""
    parts: list[str] = []
    rest = line
    while rest and len(parts) < most - 1 and metrics.horizontalAdvance(rest) > width:
        count = max(1, next((n for n in range(len(rest), 0, -1) if metrics.horizontalAdvance(rest[:n]) <= width), 1))
        space = rest.rfind(" ", 1, count + 1)
        count = space if space > 0 else count
        if rest[count - 1 : count + 1].isascii() and rest[count - 1 : count + 1].isalnum():
            break  # no word of Latin letters is parted
        parts.append(rest[:count].strip())
        rest = rest[count:].strip()
    return [*parts, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else parts


def _line(one: UseRow, *, clash: bool) -> Qt.PenStyle:
    return Qt.PenStyle.DashLine if clash or one.status.value == "requested" else Qt.PenStyle.SolidLine


def _lines(block: Block, *, named: bool, clash: bool) -> tuple[str, ...]:
    one = block.use
    usual = one.status.value == "approved" and one.late is None
    state = CLASHING if clash else one.late or one.status.label
    more = (*(() if usual and not clash else (words.say(state),)), *((one.resource,) if named else ()))
    return (one.subject, f"{_clock(one.starts)}–{_clock(one.ends)} {one.user}", *more)


def _clock(moment: datetime) -> str:
    """As short as it can be said: 8, 8:30."""
    return f"{moment.hour}:{moment:%M}" if moment.minute else f"{moment.hour}"


CLASHING = Label("时间冲突", "Clashes")
