"""The drawn week: uses are looked at, taken to another time, stretched and booked, by hand and by keys."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ptman.aspects.resources import week
from ptman.aspects.resources.week import Asked, UseRow, Week
from ptman.labels import Label
from ui import words
from ui.aspects.resources import week_hand, week_keys, week_picture, week_said, week_spans
from ui.aspects.resources.week_frame import Frame
from ui.aspects.resources.week_paint import Scene
from ui.aspects.resources.week_spans import HOUR, STEP, Block, Span

_NAME = Label("一周预约", "The week's bookings")


class WeekGrid(QWidget):
    """`slot` is the day and the minute that the keys stand on, `doubtful` what was asked for and is taken.

    Signals:
        chosen(str): the id of the use that is looked at, or nothing.
        opened(str): open the use of that id.
        booked(object, object): book from then to then.
        moved(object, object, object): take that use to these times.
    """

    chosen = Signal(str)
    opened = Signal(str)
    booked = Signal(object, object)
    moved = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.found: Week | None = None
        self.blocks: tuple[Block, ...] = ()
        self.span: Span | None = None
        self.slot = (0, 9 * HOUR)
        self.locked = False
        self._scene: Scene | None = None
        self.hours = (week_spans.FIRST, week_spans.LAST)
        self._chosen, self._resource = "", ""
        self.named = False
        self.doubtful: frozenset[str] = frozenset()
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        words.name(self, _NAME)
        words.on_change(self, self.update)

    def show_week(self, found: Week, shown: Collection[str], resource: str, scene: Scene) -> None:
        """The uses of these resources; `resource` is the one that is booked next. What is chosen stays."""
        uses = found.of(shown)
        self.found, self._scene, self._resource = found, scene, resource
        self.hours = week_spans.hours(uses)
        self.blocks = week_spans.blocks(found, uses)
        self.named = len(shown) > 1
        asked = [one for one in uses if not one.holds and one.movable]
        self.doubtful = frozenset(one.ref.id for one in asked if self.in_the_way(_as_asked(one)))
        self.span = None
        if self._chosen not in {one.ref.id for one in uses}:
            self.choose("")
        self.update()

    def choose(self, key: str) -> None:
        """Look at that use, or at none."""
        if key != self._chosen:
            self._chosen = key
            self.chosen.emit(key)
        self.setAccessibleDescription(words.say(week_said.at_cursor(self)))
        self.update()

    @property
    def use(self) -> UseRow | None:
        """The use that is looked at."""
        return next((one.use for one in self.blocks if one.use.ref.id == self._chosen), None)

    @property
    def bookable(self) -> bool:
        """Whether a resource is selected that may be booked."""
        return bool(self._resource) and not self.locked

    def frame(self) -> Frame:
        return Frame(self.width(), self.height(), *self.hours)

    def at(self, slot: tuple[int, int]) -> datetime:
        if self.found is None:
            raise ValueError("no week is shown")
        return week_spans.at(self.found.monday, *slot)

    def hour(self) -> tuple[datetime, datetime] | None:
        """The hour that begins where the keys stand, or what is held new."""
        if self.found is None:
            return None
        if self.span is not None and self.span.use is None:
            return self.span.starts, self.span.ends
        start = self.at(self.slot)
        return start, start + timedelta(minutes=HOUR)

    def under_cursor(self) -> list[UseRow]:
        """The uses at the hour that the keys stand on."""
        day, minute = self.slot
        return [one.use for one in self.blocks if one.day == day and one.start < minute + STEP and minute < one.end]

    def in_the_way(self, asked: Asked) -> tuple[UseRow, ...]:
        return week.in_the_way(self.found, asked) if self.found is not None else ()

    def clashing(self) -> tuple[UseRow, ...]:
        """Who has it then that the hand is about to book or to move to."""
        span = self.span
        if span is None:
            return ()
        if span.use is None:
            return self.in_the_way(Asked(self._resource, span.starts, span.ends))
        return self.in_the_way(replace(_as_asked(span.use), starts=span.starts, ends=span.ends))

    def confirm(self) -> None:
        """Let go of what is held, where it is: it is booked, or moved there."""
        span, self.span = self.span, None
        self.update()
        if span is None or not span.changed:
            return
        if span.use is None:
            self.booked.emit(span.starts, span.ends)
        else:
            self.moved.emit(span.use, span.starts, span.ends)

    def hold(self, span: Span | None) -> None:
        """Take this into the hand; nothing lets go without doing anything."""
        self.span = None if self.locked else span
        self.setAccessibleDescription(words.say(week_said.at_cursor(self)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(760, 560)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(480, 420)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scene is None or self.found is None:
            return
        week_picture.paint(self, QPainter(self), self._scene)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.found is None or not week_keys.pressed(self, event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton and self.found is not None
        self._pressed = event.position() if left and week_hand.press(self, event.position()) else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            week_hand.drag(self, self._pressed, event.position())
        elif self.found is not None:
            week_hand.point_at(self, event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.confirm()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._chosen:
            self.opened.emit(self._chosen)
        elif self.bookable and self.frame().slot(event.position()) is not None:
            week_keys.book_hour(self)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            under = self.frame().under(QPointF(event.pos()), self.blocks)
            said = words.say(week_said.of_use(under[0].use)) if under is not None else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


def _as_asked(one: UseRow) -> Asked:
    return Asked(one.resource_id, one.starts, one.ends, one.headcount, one.purpose, one.ref.id)
