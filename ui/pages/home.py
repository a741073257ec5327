"""The first page: what needs doing today, most urgent first, and how the cohort stands in pictures."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.register.home import Home
from ui import day, style
from ui.desk import Desk
from ui.home.first_steps import FirstSteps
from ui.home.line_button import LineButton
from ui.home.morning import Morning, morning
from ui.home.pictures import Pictures
from ui.page import Page
from ui.palette import Tone
from ui.pieces import cohort_box
from ui.pieces.cohort_box import CohortBox
from ui.pieces.empty_state import EmptyState
from ui.pieces.figure_tile import FigureTile
from ui.status_line import Standing

_TILES = {
    "no-academic": (Label("缺校内导师", "No academic supervisor"), "users"),
    "no-industry": (Label("缺企业导师", "No industry supervisor"), "briefcase"),
    "no-base": (Label("缺基地", "No base"), "factory"),
    "no-letter": (Label("未发派遣函", "No letter"), "mail"),
}
_STEPS = {"no-academic": "academic", "no-industry": "industry", "no-base": "base", "no-letter": "letter"}


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
        self.lines: tuple[LineButton, ...] = ()
        self.pictures = Pictures()
        self.first_steps = FirstSteps()
        self._all_done = EmptyState("circle-check", Label("今天没有要办的事。", "Nothing needs doing today."))
        self._list = QVBoxLayout()
        self._stack = QStackedWidget()
        self._shown = False
        self._lay_out()
        self._connect()

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
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        column.addLayout(tiles)
        inner = QWidget()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, style.WIDE)
        whole.addLayout(self._list)
        whole.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        column.addWidget(area, 1)
        column.addWidget(self._all_done, 4)
        self._all_done.hide()
        return left

    def _connect(self) -> None:
        self.cohort.chosen.connect(self.refresh)
        self.first_steps.asked.connect(self.page_asked)
        self.pictures.asked.connect(self.page_asked)
        for key, tile in self.tiles.items():
            page = "placements" if key == "no-letter" else "students"
            tile.clicked.connect(partial(self.page_asked.emit, page, key))

    def _on_loaded(self, found: Morning) -> None:
        self._shown = True
        self.cohort.show_cohorts(found.cohorts, found.cohort)
        self._show_tiles(found.home)
        self._show_lines(found.home)
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

    def _show_lines(self, home: Home) -> None:
        focused = next((one.line.key for one in self.lines if one.hasFocus()), "")
        for old in self.lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = tuple(LineButton(line) for line in home.lines)
        for one in self.lines:
            one.clicked.connect(partial(self.page_asked.emit, one.line.page, one.line.tag))
            self._list.addWidget(one)
            if one.line.key == focused:
                one.setFocus()
        self._all_done.setVisible(not self.lines)
