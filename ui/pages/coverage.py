"""Usable seats of every base by month: what is promised, what holds it back, and the way to its cure."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.aspects.bases import coverage, coverage_paper
from ptman.aspects.bases.coverage import Coverage, Cure, Line, Tile
from ptman.labels import Label, Lang
from ptman.register.sender import sender
from ptman.reports.report import Report
from ptman.rules import months
from ui import day, records, style, words
from ui.actions import Action, Menu
from ui.aspects.bases import cures
from ui.aspects.bases.heat_map import HeatMap
from ui.aspects.bases.tile_pane import TilePane
from ui.desk import Desk
from ui.page import Page
from ui.page_hands import PageHands
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.empty_state import EmptyState
from ui.pieces.inspector import WIDTH
from ui.pieces.splitter import Splitter
from ui.registers.exporting import Exporting
from ui.registers.written_bar import WrittenBar
from ui.status_line import Standing

HALF = 6
_EMPTY = Label(
    "这里按月显示每个基地真正可用的名额。先登记在用的基地和实践批次。",
    "Here stand the seats of each base that can really be used, month by month. Enter bases in use and periods first.",
)
NO_CELL = Label("先选中一格。", "Select a cell first.")
NO_CURE = Label("这一格没有缺口。", "Nothing is lacking in this cell.")
NO_BASES = Label("还没有在用的基地。", "No base is in use yet.")


class CoveragePage(Page):
    """Twelve months at a time, half a year on or back."""

    KEY = "coverage"
    TITLE = Label("基地能力", "Coverage")
    ICON = "map-pin"
    GUIDE = "coverage"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.found: Coverage | None = None
        self._first: date | None = None
        super().__init__(desk)
        self.map, self.side, self.written = HeatMap(), TilePane(), WrittenBar()
        self.hands, self.exporting = PageHands(desk, self), Exporting(desk, self)
        self.empty = EmptyState(self.ICON, _EMPTY, Label("去基地页…", "Go to bases…"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        row = self._row
        return (
            replace(row("earlier", Label("前半年(&B)", "Half a year &back"), "Ctrl+B", "chevron-left"), button=True),
            replace(row("later", Label("后半年(&N)", "Half a year o&n"), "Ctrl+N", "chevron-right"), button=True),
            row("now", Label("回到本月(&T)", "&This month"), "Ctrl+T", "calendar"),
            replace(row("cure", Label("去解决(&J)", "Go to the c&ure"), "Ctrl+J", "arrow-right"), primary=True),
            row("open", Label("打开基地(&O)", "&Open the base"), "Ctrl+O", "factory"),
            replace(row("paper", Label("能力图报告(&P)…", "&Print the map…"), "Ctrl+P", "file-text"), button=True),
            replace(
                row("export", Label("导出工作簿(&E)…", "&Export a workbook…"), "Ctrl+E", "download"), menu=Menu.FILE
            ),
        )

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, coverage.coverage_map, day.today(), self._first), self._on_read)

    @override
    def go(self, place: str) -> None:
        """The base of that id."""
        if place and self.found is not None:
            self.map.select(
                next((f"{line.id}:{self.found.first}" for line in self.found.lines if line.id == place), "")
            )
            self._on_chosen()

    @override
    def standing(self) -> Standing:
        if self.found is None or not self.found.totals:
            return Standing()
        usable, promised = self.found.totals[0].usable, self.found.totals[0].promised
        first = f"{self.found.first:%Y-%m}"
        return Standing(
            Label(f"{first} 可用 {usable} 个名额，承诺 {promised} 个", f"{first}: {usable} of {promised} seats usable")
        )

    @override
    def first_focus(self) -> QWidget:
        return self.map if self._stack.currentIndex() == 0 else self.empty

    def _row(self, key: str, label: Label, keys: str, icon: str) -> Action:
        return Action(key, label, partial(self._do, key), None, keys, icon, off_because=partial(self._why_not, key))

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.SMALL, 0, style.SMALL, style.SMALL)
        column.addWidget(text.paragraph(coverage_paper.HOW, Tone.QUIET))
        column.addWidget(self.map)
        column.addStretch(1)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        body = Splitter(self.KEY)
        body.addWidget(area)
        body.addWidget(self.side)
        body.setStretchFactor(0, 1)
        body.restore([1280 - WIDTH, WIDTH])
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        self.frame.addWidget(self._stack, 1)
        self.frame.addWidget(self.written)

    def _connect(self) -> None:
        self.map.chosen.connect(lambda _key: self._on_chosen())
        self.side.cured.connect(partial(self._do, "cure"))
        self.side.base_asked.connect(partial(self.record_asked.emit, "training_base"))
        self.empty.pressed.connect(partial(self.page_asked.emit, "bases", ""))
        self.exporting.written.connect(lambda written: self.written.show_written(written.path))
        self.hands.told.connect(self.told)
        words.on_change(self, self.refresh)

    def _on_read(self, found: Coverage) -> None:
        self.found = found
        self._stack.setCurrentIndex(0 if found.lines else 1)
        self.map.show_map(found)
        self._on_chosen()
        self.standing_changed.emit()

    def _on_chosen(self) -> None:
        self.side.show_tile(self.map.tile())
        self.acts.renew()

    def _why_not(self, key: str) -> Label | None:
        if self.found is None or not self.found.lines:
            return NO_BASES
        if key not in {"cure", "open"}:
            return None
        chosen = self.map.tile()
        if chosen is None:
            return NO_CELL
        return NO_CURE if key == "cure" and chosen[1].cure is None else None

    def _do(self, key: str) -> None:
        found, chosen = self.found, self.map.tile()
        if found is None:
            return
        if key in {"earlier", "later", "now"}:
            moved = {"earlier": -HALF, "later": HALF}.get(key)
            self._first = None if moved is None else months.add_months(found.first, moved)
            self.refresh()
        elif key == "paper":
            self._paper(found)
        elif key == "export":
            self.exporting.begin(coverage_paper.listing(found), Label("", ""))
        elif chosen is not None and key == "open":
            self.record_asked.emit("training_base", chosen[0].id)
        elif chosen is not None and chosen[1].cure is not None:
            self._cure(*chosen, chosen[1].cure)

    def _cure(self, line: Line, tile: Tile, cure: Cure) -> None:
        """A record that is lacking is entered here, with its base filled in; anything else is cured where it is."""
        if cure.noun and self.desk.read_only is None:
            records.add(self.desk, self.window(), records.Fresh(cure.noun, cures.preset(line, tile)))
        else:
            self.page_asked.emit(cure.page, cure.place)

    def _paper(self, found: Coverage) -> None:
        def make(lang: Lang) -> Report:
            by = self.desk.read(sender, day.today(), lang)
            return coverage_paper.report(found, by.name, day.today(), lang)

        self.hands.show_paper(coverage_paper.TITLE, make)
