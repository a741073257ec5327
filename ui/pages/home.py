"""The first page: what needs doing today, most urgent first, what falls due, and how the cohort stands in pictures."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.register.agenda import Item
from ptman.register.home import Home
from ui import day, style
from ui.desk import Desk
from ui.home.first_steps import FirstSteps
from ui.home.line_button import LineButton
from ui.home.morning import Morning, morning
from ui.home.pictures import Pictures
from ui.home.today_list import TodayList
from ui.home.waiting_tile import WaitingTile
from ui.nouns import leading
from ui.page import Page
from ui.palette import Tone
from ui.pieces import cohort_box
from ui.pieces.cohort_box import CohortBox
from ui.pieces.figure_tile import FigureTile
from ui.status_line import Standing

_TILES = {
    "no-academic": (Label("缺校内导师", "No academic"), "users"),
    "no-base": (Label("缺基地", "No base"), "factory"),
    "no-letter": (Label("未发派遣函", "No letter"), "mail"),
}
_STEPS = {"no-academic": "academic", "no-base": "base", "no-letter": "letter"}


class HomePage(Page):
    """Each line and each figure opens the list behind it."""

    KEY = "home"
    TITLE = Label("首页", "Home")
    ICON = "house"
    GUIDE = "home"
    SECTION = "home"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cohort = CohortBox("page/home", every=True)
        self.tiles = {key: FigureTile(label, icon) for key, (label, icon) in _TILES.items()}
        self.waiting = WaitingTile()
        self.today = TodayList()
        self.pictures = Pictures()
        self.first_steps = FirstSteps()
        self._stack = QStackedWidget()
        self._shown = False
        self._lay_out()
        self._connect()

    @property
    def lines(self) -> tuple[LineButton, ...]:
        """The exceptions that are shown."""
        return self.today.lines

    @override
    def depends_on(self) -> str:
        return self.cohort.wanted()

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, morning, day.today(), self.cohort.wanted()), self._on_loaded)

    @override
    def standing(self) -> Standing:
        count = len(self.lines)
        return Standing(Label(f"{count} 类待办", f"{count} kinds of things to do") if self._shown else None)

    @override
    def first_focus(self) -> QWidget:
        return self.lines[0] if self.lines and self._stack.currentIndex() == 0 else self

    def _lay_out(self) -> None:
        cohort_box.beside_title(self.head, self.cohort)
        today = QWidget()
        across = QHBoxLayout(today)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left(), 1)
        across.addWidget(self.pictures)
        self._stack.addWidget(today)
        self._stack.addWidget(self.first_steps)
        self.frame.addWidget(self._stack, 1)
        self._stack.hide()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(style.WIDE, 0, style.WIDE, 0)
        column.setSpacing(style.WIDE)
        tiles = QHBoxLayout()
        tiles.setSpacing(style.NORMAL)
        tiles.addWidget(self.waiting, 3)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 2)
        column.addLayout(tiles)
        column.addWidget(self.today, 1)
        return left

    def _connect(self) -> None:
        self.cohort.chosen.connect(self.refresh)
        self.first_steps.asked.connect(self.page_asked)
        self.pictures.asked.connect(self.page_asked)
        self.today.page_asked.connect(self.page_asked)
        self.today.agenda.kind_asked.connect(partial(self.page_asked.emit, "agenda"))
        self.today.agenda.item_asked.connect(self._on_item)
        self.waiting.chosen.connect(partial(self.page_asked.emit, "students"))
        for key, tile in self.tiles.items():
            page = "placements" if key == "no-letter" else "students"
            tile.clicked.connect(partial(self.page_asked.emit, page, key))

    def _on_loaded(self, found: Morning) -> None:
        self._shown = True
        self.cohort.show_cohorts(found.cohorts, found.cohort)
        self._show_tiles(found.home)
        self.today.show_today(found.home.lines, found.due)
        self.pictures.show_home(found.home)
        self.first_steps.show_steps(found.begun)
        self.cohort.setVisible(not found.begun)
        self._stack.setCurrentIndex(1 if found.begun else 0)
        self._stack.show()
        if self.window().focusWidget() in {None, self}:
            self.first_focus().setFocus()
        self.standing_changed.emit()

    def _show_tiles(self, home: Home) -> None:
        """What each step of the funnel lacks, against those who need it."""
        come = {step.key: step.count for step in home.funnel}
        for key, tile in self.tiles.items():
            whole = come["base"] if key == "no-letter" else home.students
            lacking = whole - come[_STEPS[key]]
            tile.show_figure(lacking, Tone.ACCENT if lacking else Tone.DONE)
        by_days = {line.tag: line.count for line in home.lines if line.page == "students"}
        self.waiting.show_waiting(home.students - come["industry"], by_days, home.limits)

    def _on_item(self, item: Item) -> None:
        """Where it is cured; a kind without a page of its own is opened in full."""
        place = leading.of_item(item)
        if place is None:
            self.record_asked.emit(item.noun, item.id)
        else:
            self.page_asked.emit(*place)
