"""The scoreboard: what each aspect of the co-operation is to reach in a year, as bars, with the figures behind them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from ptman.aspects.scoreboard import board as boards
from ptman.aspects.scoreboard import measures, paper, sheet
from ptman.aspects.scoreboard.board import Board
from ptman.labels import Label
from ui import day, style, words
from ui.actions import Action
from ui.around.seen import Seen
from ui.aspects.scoreboard import deeds, figures
from ui.aspects.scoreboard.board_pane import BoardPane
from ui.aspects.scoreboard.hands import Hands
from ui.aspects.scoreboard.year_bar import YearBox
from ui.desk import Desk
from ui.pieces.empty_state import EmptyState
from ui.pieces.inspector import WIDTH, Inspector
from ui.pieces.splitter import Splitter
from ui.record_page import CorrectingPage
from ui.registers.exporting import Exporting
from ui.registers.pane import Asked, Build, RecordPane
from ui.registers.written_bar import WrittenBar
from ui.status_line import Standing

IN_PLACE = ("target", "target_value", "actual_value", "status", "owner", "due_on", "remark")
_NOTHING = Label("选中一项任务，这里显示它的内容。", "Select a target to see it here.")
_EMPTY = Label(
    "这里列出一年里六个方面各要达到什么、已经达到多少。先登记一项任务，或从上一年结转。",
    "Here stands what each of the six aspects is to reach in a year, and how far it has come. Enter a target first, "
    "or carry those of the year before.",
)


class ScoreboardPage(CorrectingPage):
    """Figures are counted each time the page is looked at."""

    KEY = "scoreboard"
    TITLE = Label("合作看板", "Scoreboard")
    ICON = "chart-column"
    GUIDE = "scoreboard"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self._year: int | None = None
        self.board: Board | None = None
        super().__init__(desk)
        self.years, self.left = YearBox(), BoardPane()
        self.inspector, self.written = Inspector(nothing=_NOTHING), WrittenBar()
        self.pane = RecordPane(self.doing, self.inspector, tuple)
        self.hands, self.exporting = Hands(desk, self), Exporting(desk, self)
        self.empty = EmptyState(self.ICON, _EMPTY, Label("新增任务…", "New target…"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return deeds.rows(self._do, self._why_not)

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, boards.board, self._year, day.today()), self._on_read)

    @override
    def go(self, place: str) -> None:
        """That year."""
        self._year = int(place) if place.isdecimal() else None
        self.refresh()

    @override
    def standing(self) -> Standing:
        if self.board is None:
            return Standing()
        met, sought = (sum(getattr(side, key) for side in self.board.sides) for key in ("met", "sought"))
        return Standing(Label(f"{sought} 项任务，已达标 {met} 项", f"{met} of {sought} targets met"))

    @override
    def first_focus(self) -> QWidget:
        return self.left.bars if self._stack.currentIndex() == 0 else self.empty

    def _lay_out(self) -> None:
        if isinstance(self.head, QBoxLayout):
            self.head.insertSpacing(1, style.NORMAL)
            self.head.insertWidget(2, self.years)
        body = Splitter(self.KEY)
        body.addWidget(self.left)
        body.addWidget(self.inspector)
        body.setStretchFactor(0, 1)
        body.restore([1280 - WIDTH, WIDTH])
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        self.frame.addWidget(self._stack, 1)
        self.frame.addWidget(self.written)

    def _connect(self) -> None:
        self.years.chosen.connect(lambda year: self.go(str(year)))
        self.left.chosen.connect(self._on_chosen)
        self.left.behind_asked.connect(self._go_behind)
        self.empty.pressed.connect(self.hands.add)
        self.hands.told.connect(self.told)
        self.hands.year_asked.connect(lambda year: self.go(str(year)))
        words.on_change(self, self.refresh)
        self.exporting.written.connect(lambda written: self.written.show_written(written.path))

    def _on_read(self, found: Board) -> None:
        self.board = found
        self._year = found.year
        self.years.show_years(found)
        self._stack.setCurrentIndex(0 if found.tasks else 1)
        self.left.show_board(found)
        self.standing_changed.emit()

    def _on_chosen(self, key: str) -> None:
        if key and self.left.task() is not None:
            self.pane.look(Asked("coop_task", key, IN_PLACE, self._more))
        else:
            self.pane.show_nothing()
            self.inspector.show_nothing()
        if self.board is not None:
            self.hands.look(self.board, key)
        self.acts.renew()

    def _more(self, _seen: Seen) -> Build:
        task = self.left.task()
        return lambda: figures.sections(task, self._go_behind) if task is not None else ()

    def _go_behind(self, key: str) -> None:
        task = self.left.task(key)
        known = measures.MEASURES.get(task.measure) if task is not None and task.measure else None
        if known is not None:
            self.page_asked.emit(known.page, known.place)

    def _why_not(self, key: str) -> Label | None:
        """Asked for the first time before the page has anything on it."""
        chosen = self.left.task() if self.board is not None else None
        return deeds.why_not(key, self.board, chosen, self.desk.read_only)

    def _do(self, key: str) -> None:
        """What each action does, by its key."""
        board = self.board
        if board is None:
            return
        chosen = self.left.bars.selected
        deed: dict[str, Callable[[], object]] = {
            "add": self.hands.add,
            "open": lambda: self.show_record("coop_task", chosen),
            "behind": lambda: self._go_behind(chosen),
            "paper": lambda: self.hands.paper(deeds.PAPER, paper.paper_of, board.year),
            "export": lambda: self.exporting.begin(sheet.of(board), Label("", "")),
            "record": lambda: self.hands.record(board),
            "carry": lambda: self.hands.carry(board),
        }
        deed[key]()
