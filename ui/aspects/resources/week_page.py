"""The week of shared resources: what can be booked and the use that is looked at, at the left; the drawn week."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.aspects.resources import week
from ptman.aspects.resources.week import DAYS, Week
from ptman.labels import Label
from ui import day, style, words
from ui.actions import Action
from ui.aspects.resources import deeds, week_bar
from ui.aspects.resources.hands import Hands
from ui.aspects.resources.resource_list import ResourceList
from ui.aspects.resources.week_bar import WeekBar
from ui.aspects.resources.week_grid import WeekGrid
from ui.desk import Desk
from ui.pieces.empty_state import EmptyState
from ui.pieces.inspector import Inspector
from ui.pieces.splitter import Splitter
from ui.record_page import CorrectingPage
from ui.registers import page_steps
from ui.registers.pane import Asked, RecordPane
from ui.status_line import Standing

MINUTE = 60_000
SIDE = 300
_EMPTY = Label(
    "这里按周安排共享资源的使用。先登记可预约的资源，如实验室、软件许可。",
    "Here the use of shared resources is planned by the week. First enter one that is booked: a laboratory, a licence.",
)
_NOTHING = Label("选中一项预约，这里显示它的内容。", "Select a booking to see it here.")


class WeekPage(CorrectingPage):
    """Holds the week that is looked at, and passes what is asked to those who do it."""

    KEY = "resources/week"
    TITLE = Label("一周安排", "The week")
    ICON = "calendar"
    GUIDE = "resources"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.look: Week | None = None
        self._day: date | None = None
        super().__init__(desk)
        self.list, self.grid = ResourceList(), WeekGrid()
        self.inspector = Inspector(nothing=_NOTHING)
        self.pane = RecordPane(self.doing, self.inspector, tuple)
        self.hands = Hands(desk, self)
        self.bar = WeekBar(self.acts)
        self.empty = EmptyState(self.ICON, _EMPTY, Label("登记教学资源…", "New teaching resource…"))
        self._stack = QStackedWidget()
        self._clock = QTimer(self, interval=MINUTE)
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (*deeds.week(self._do, self._why_not), *page_steps.rows("resource_use", self.stepping))

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, week.week, self._day or day.today(), day.today()), self._on_looked)

    def show_day(self, on: date | None) -> None:
        """The week of that day; today's without one."""
        self._day = on
        self.refresh()

    @override
    def standing(self) -> Standing:
        if self.look is None:
            return Standing()
        count, waits = len(self.look.uses), self.look.waiting
        return Standing(Label(f"本周 {count} 项 · 待批 {waits} 项", f"{count} this week · {waits} to be approved"))

    @override
    def first_focus(self) -> QWidget:
        return self.grid

    def _lay_out(self) -> None:
        side = Splitter("resources/week-side", Qt.Orientation.Vertical)
        for part in (self.list, self.inspector):
            side.addWidget(part)
        side.restore([200, 400])
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(style.SMALL, 0, style.WIDE, style.SMALL)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.grid, 1)
        body = Splitter(self.KEY)
        body.addWidget(side)
        body.addWidget(right)
        body.setStretchFactor(1, 1)
        body.restore([SIDE, 1200 - SIDE])
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        self.frame.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.shown_changed.connect(self._show)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.opened.connect(partial(self.show_record, "resource_use"))
        self.grid.booked.connect(self._on_booked)
        self.grid.moved.connect(self.hands.move)
        self.hands.told.connect(self.told)
        self.hands.refused.connect(self.refresh)
        self.empty.pressed.connect(partial(self.add_one, "teaching_resource", {}))
        self._clock.timeout.connect(self._show)
        self._clock.start()
        words.on_change(self, self.refresh)

    def _on_looked(self, found: Week) -> None:
        self.look = found
        self._stack.setCurrentIndex(0 if found.resources else 1)
        self.list.show_resources(found.resources)
        self._show()
        self._on_chosen(self.grid.use.ref.id if self.grid.use is not None else "")
        self.standing_changed.emit()

    def _show(self) -> None:
        """Draw the week anew: other resources, another language, a minute later."""
        found = self.look
        if found is None:
            return
        self.bar.show_week(found.monday)
        self.grid.locked = self.desk.read_only is not None
        if self.grid.span is None:
            self.grid.show_week(
                found, self.list.shown(), self.list.resource(), week_bar.scene(found.monday, self.list.chosen())
            )
        self.acts.renew()

    def _on_chosen(self, key: str) -> None:
        self.stepping.look([("resource_use", key)] if key else [])
        if key:
            self.pane.look(Asked("resource_use", key))
        else:
            self.pane.show_nothing()
            self.inspector.show_nothing()
        self.acts.renew()

    def _on_booked(self, starts: datetime, ends: datetime) -> None:
        self.hands.book(self.list.link(), (starts, ends), self._on_added)

    def _on_added(self, key: str) -> None:
        self.grid.choose(key)
        self.told.emit(Label("已登记申请，批准后占用时间", "Asked for; once approved it takes the time"))

    def _why_not(self, key: str) -> Label | None:
        return deeds.not_in_week(key, self.desk.read_only, self.list.resource(), self.grid.use)

    def _do(self, key: str) -> None:
        """What each action does, by its key."""
        shown = self.look.monday if self.look is not None else day.today()
        use = self.grid.use
        deed: dict[str, Callable[[], object]] = {
            "book": lambda: self.hands.book(self.list.link(), self.grid.hour(), self._on_added),
            "evaluate": lambda: self.hands.evaluate(use.ref.id) if use is not None else None,
            "ics": lambda: self.hands.calendar(self.list.shown()),
            "before": lambda: self.show_day(shown - timedelta(days=DAYS)),
            "now": lambda: self.show_day(None),
            "after": lambda: self.show_day(shown + timedelta(days=DAYS)),
        }
        deed[key]()
