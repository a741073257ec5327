"""Technology contracts: their ledger with money and students, what has to be put right, the next step of each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ptman.aspects.technology import ledger, publicity, reading
from ptman.aspects.technology.reading import Contract
from ptman.labels import Label
from ptman.listing import Row
from ptman.rules import measures
from ui import day, words
from ui.actions import Action
from ui.around.seen import Seen
from ui.aspects.technology import deeds, figures
from ui.aspects.technology.hands import TechHands
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces.empty_state import EmptyState
from ui.pieces.inspector import WIDTH, Inspector
from ui.pieces.splitter import Splitter
from ui.record_page import CorrectingPage
from ui.registers import page_steps
from ui.registers.exporting import Exporting
from ui.registers.pane import Asked, Build, RecordPane
from ui.registers.written_bar import WrittenBar
from ui.status_line import Standing
from ui.table import TableView

IN_PLACE = (
    *("name", "amount", "price_method", "publicity_from", "publicity_to", "ownership"),
    *("registration_no", "registered_on"),
)
_EMPTY = Label(
    "这里是技术转移基地的合同：类型、各方、金额、付款、登记和参加的学生。先登记一份合同。",
    "Contracts of technology transfer stand here: kinds, parties, amounts, payments, registration, students. "
    "Enter a contract first.",
)
NOTICE = Label("科技成果协议定价公示", "Publicity of a negotiated price")


class TechnologyPage(CorrectingPage):
    """The ledger at the left, the selected contract at the right."""

    KEY = "technology"
    TITLE = Label("技术转移", "Technology")
    ICON = "sparkles"
    GUIDE = "technology"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.found: dict[str, Contract] | None = None
        self._wanted = ""
        super().__init__(desk)
        self.table = TableView(ledger.LEDGER, EmptyState(self.ICON, deeds.NO_CONTRACTS))
        self.inspector, self.written = Inspector(), WrittenBar()
        self.pane = RecordPane(self.doing, self.inspector, tuple)
        self.hands, self.exporting = TechHands(desk, self), Exporting(desk, self)
        self.empty = EmptyState(self.ICON, _EMPTY, Label("新增合同…", "New contract…"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (*deeds.rows(self._do, self._why_not), *page_steps.rows("tech_contract", self.stepping))

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, reading.contracts, day.today()), self._on_read)

    @override
    def go(self, place: str) -> None:
        """The contract of that id."""
        self._wanted = place
        self.refresh()

    @override
    def standing(self) -> Standing:
        kept = (self.found or {}).values()
        overdue = sum(one.money.overdue for one in kept)
        count, late = len(kept), measures.yuan(overdue)
        return Standing(Label(f"{count} 份合同 · 逾期未到账 {late} 元", f"{count} contracts · {late} yuan overdue"))

    @override
    def first_focus(self) -> QWidget:
        return self.table if self._stack.currentIndex() == 0 else self.empty

    def _lay_out(self) -> None:
        self.table.colour_by(_tone_of)
        body = Splitter(self.KEY)
        body.addWidget(self.table)
        body.addWidget(self.inspector)
        body.setStretchFactor(0, 1)
        body.restore([1280 - WIDTH, WIDTH])
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        self.frame.addWidget(self._stack, 1)
        self.frame.addWidget(self.written)

    def _connect(self) -> None:
        self.table.row_opened.connect(partial(self.show_record, "tech_contract"))
        self.table.selection_changed.connect(lambda _rows: self._on_selected())
        self.empty.pressed.connect(partial(self._do, "add"))
        self.hands.told.connect(self.told)
        self.exporting.written.connect(lambda written: self.written.show_written(written.path))
        words.on_change(self, self.refresh)

    def _on_read(self, found: tuple[Contract, ...]) -> None:
        self.found = {one.id: one for one in found}
        self._stack.setCurrentIndex(0 if found else 1)
        self.table.show_listing(ledger.listed(found))
        if self._wanted in self.found or (found and not self.table.selected()):
            self.table.select([self._wanted if self._wanted in self.found else found[0].id])
        self._wanted = ""
        self._on_selected()
        self.standing_changed.emit()

    def _on_selected(self) -> None:
        key = self._chosen()
        if key:
            self.pane.look(Asked("tech_contract", key, IN_PLACE, self._more))
            self.stepping.look([("tech_contract", key)])
        else:
            self.pane.show_nothing()
            self.inspector.show_nothing()
        self.acts.renew()

    def _more(self, seen: Seen) -> Build:
        one = (self.found or {}).get(seen.card.id)
        around = figures.read(self.desk, seen.card, self.show_record, self.add_one)
        return lambda: figures.sections(one, around) if one is not None else ()

    def _chosen(self) -> str:
        selected = self.table.selected()
        return selected[0] if len(selected) == 1 else ""

    def _why_not(self, key: str) -> Label | None:
        """Asked for the first time before the page has anything on it."""
        chosen = (self.found or {}).get(self._chosen()) if self.found is not None else None
        return deeds.why_not(key, len(self.found or {}), chosen, self.desk.read_only)

    def _do(self, key: str) -> None:
        """What each action does, by its key."""
        chosen = (self.found or {}).get(self._chosen())
        deed: dict[str, Callable[[], object]] = {
            "invoice": lambda: self.hands.invoice(chosen) if chosen is not None else None,
            "receive": lambda: self.hands.receive(chosen) if chosen is not None else None,
            "add": lambda: self.add_one("tech_contract", {}),
            "open": lambda: self.show_record("tech_contract", self._chosen()),
            "projects": lambda: self.page_asked.emit("registers", "registers/tech_project"),
            "publicity": lambda: self.hands.paper(NOTICE, publicity.notice_of, self._chosen()),
            "paper": lambda: self.hands.paper(ledger.LEDGER.title, ledger.report_of),
            "export": lambda: self.exporting.begin(self.table.shown, Label("", "")),
        }
        deed[key]()


def _tone_of(row: Row, key: str) -> Tone:
    if key == "overdue" and "overdue" in row.tags:
        return Tone.OVERDUE
    if key == "checks":
        return Tone.SOON
    return Tone.QUIET if "over" in row.tags else Tone.PLAIN
