"""Give and take of a year: bars to both sides by partner, the same as a table, and how resources were judged."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.aspects.resources import balance, papers, tables, used
from ptman.aspects.resources.balance import Measure, Year
from ptman.labels import Label
from ptman.listing import Listing
from ui import day, style, words
from ui.actions import Action
from ui.aspects.resources import deeds
from ui.aspects.resources.hands import Hands
from ui.aspects.resources.sides_picture import Pair, SidesPicture
from ui.desk import Desk
from ui.page import Page
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.empty_state import EmptyState
from ui.pieces.splitter import Splitter
from ui.status_line import Standing
from ui.table import TableView

_GIVES, _TAKES = Label("提供给他方", "Gives to others"), Label("使用他方", "Takes from others")
_YEAR, _MEASURE = Label("年度", "Year"), Label("按什么比较", "Compared by")
_NOTHING = Label("这一年没有相互使用的记录。", "Nothing was used across units in this year.")
_TABS = (tables.BALANCE, tables.BY_KIND, tables.STATISTICS, tables.USES)


class BalancePage(Page):
    """The year and the measure are chosen above; the lists below are those of the workbook."""

    KEY = "resources/balance"
    TITLE = Label("互用统计", "Give and take")
    ICON = "scale"
    GUIDE = "resources"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.found: Year | None = None
        self._years: tuple[int, ...] = ()
        super().__init__(desk)
        self.years, self.measure = QComboBox(), QComboBox()
        self.picture = SidesPicture(self.TITLE, (_GIVES, _TAKES))
        self.lists = [TableView(blank, EmptyState(self.ICON, _NOTHING)) for blank in _TABS]
        self.tabs = QTabWidget()
        self.hands = Hands(desk, self)
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return deeds.balance(self._do)

    @override
    def refresh(self) -> None:
        wanted = self._year()

        def job() -> tuple[tuple[int, ...], Year]:
            known = self.desk.read(used.years, day.today())
            return known, self.desk.read(balance.of, wanted if wanted in known else known[0])

        self.ask(job, self._on_found)

    @override
    def go(self, place: str) -> None:
        if place.isdecimal():
            self._show_years((int(place), *self._years), int(place))
            self.refresh()

    @override
    def standing(self) -> Standing:
        if self.found is None:
            return Standing()
        units, uses = len(self.found.units), len(self.found.uses)
        return Standing(Label(f"{units} 个单位 · {uses} 次使用", f"{units} units · {uses} uses"))

    @override
    def first_focus(self) -> QWidget:
        return self.picture

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        bar.setSpacing(style.SMALL)
        for label, box in ((_YEAR, self.years), (_MEASURE, self.measure)):
            words.name(box, label)
            bar.addWidget(text.line(label, tone=Tone.QUIET))
            bar.addWidget(box)
            bar.addSpacing(style.NORMAL)
        bar.addStretch(1)
        self.frame.addLayout(bar)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.WIDE, 0, style.WIDE, style.SMALL)
        column.addWidget(self.picture)
        column.addStretch(1)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        self.tabs.setDocumentMode(True)
        words.name(self.tabs, self.TITLE)
        for table in self.lists:
            self.tabs.addTab(table, "")
        words.on_change(self, self._name)
        self._name()
        body = Splitter(self.KEY, Qt.Orientation.Vertical)
        body.addWidget(area)
        body.addWidget(self.tabs)
        body.restore([300, 320])
        self.frame.addWidget(body, 1)

    def _connect(self) -> None:
        self.years.activated.connect(self.refresh)
        self.measure.activated.connect(self._show)
        self.picture.chosen.connect(self._on_unit)
        self.lists[-1].row_opened.connect(partial(self.record_asked.emit, "resource_use"))
        self.lists[2].row_opened.connect(partial(self.record_asked.emit, "teaching_resource"))
        self.lists[0].row_opened.connect(self._on_unit)
        self.hands.told.connect(self.told)

    def _name(self) -> None:
        for at, blank in enumerate(_TABS):
            self.tabs.setTabText(at, words.say(blank.title))
        at = max(0, self.measure.currentIndex())
        self.measure.clear()
        self.measure.addItems([words.say(one.label) for one in Measure])
        self.measure.setCurrentIndex(at)
        self._show()

    def _year(self) -> int | None:
        at = self.years.currentIndex()
        return self._years[at] if 0 <= at < len(self._years) else None

    def _show_years(self, years: tuple[int, ...], chosen: int) -> None:
        self._years = tuple(dict.fromkeys(years))
        self.years.clear()
        self.years.addItems([str(one) for one in self._years])
        self.years.setCurrentIndex(self._years.index(chosen))

    def _on_found(self, answer: tuple[tuple[int, ...], Year]) -> None:
        years, self.found = answer
        self._show_years(tuple(sorted({*years, self.found.year}, reverse=True)), self.found.year)
        for table, listing in zip(self.lists, _listings(self.found), strict=True):
            table.show_listing(listing)
        self._show()
        self.acts.renew()
        self.standing_changed.emit()

    def _show(self) -> None:
        if self.found is None:
            return
        by = tuple(Measure)[max(0, self.measure.currentIndex())]
        self.picture.show_pairs(
            [
                Pair(one.unit_id, one.unit, by.of(one.balance.gives), by.of(one.balance.takes))
                for one in self.found.units
            ]
        )

    def _on_unit(self, key: str) -> None:
        """Every use in which that unit gave or took."""
        found = self.found
        if found is None:
            return
        uses = [one for one in found.uses if key in {one.owner, one.user_unit} and one.owner != one.user_unit]
        self.lists[-1].select([one.id for one in uses])
        self.tabs.setCurrentIndex(len(_TABS) - 1)
        self.lists[-1].setFocus()

    def _do(self, key: str) -> None:
        year = self.found.year if self.found is not None else day.today().year

        deed: dict[str, Callable[[], object]] = {
            "paper": lambda: self.hands.paper(tables.BALANCE.title, papers.balance_of, year),
            "book": lambda: self.hands.workbook(year),
        }
        deed[key]()


def _listings(found: Year) -> tuple[Listing, ...]:
    return (tables.balance(found), tables.by_kind(found), tables.statistics(found), tables.uses(found))
