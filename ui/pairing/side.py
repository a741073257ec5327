"""What belongs to a scenario besides its rows: loads, what stands in the way with remedies, comments; one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ptman.assign.problem import Role
from ptman.assign.scenario_rows import Opened
from ptman.labels import Label
from ui import style, words
from ui.pairing import load_lines
from ui.pairing.lines import LineList
from ui.pairing.load_lines import LoadLine
from ui.pairing.proposal_pane import ProposalPane
from ui.pairing.remark_list import RemarkList
from ui.pairing.remedy_list import RemedyList
from ui.pieces.chips import Chip, Chips

ROWS, LOADS, REMEDIES, REMARKS = "rows", "loads", "remedies", "remarks"
CHIPS = (
    Chip(ROWS, Label("方案", "Scenario")),
    Chip(LOADS, Label("负荷", "Loads")),
    Chip(REMEDIES, Label("对策", "Remedies")),
    Chip(REMARKS, Label("意见", "Comments")),
)


class Side(QWidget):
    """The proposal's pane is the first of four.

    Signals:
        remedies_asked: work out what stands in the way.
    """

    remedies_asked = Signal()

    def __init__(self, rows: ProposalPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = Chips(CHIPS)
        self.loads: LineList[LoadLine] = LineList("load", "nothing", load_lines.draw)
        words.name(self.loads, Label("负荷", "Loads"))
        self.remedies = RemedyList()
        self.remarks = RemarkList()
        self._stack = QStackedWidget()
        self._bar = QWidget()
        self._opened: Opened | None = None
        self._asked: Opened | None = None
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, 0)
        bar.addWidget(self.chips)
        for pane in (rows, self.loads, self.remedies, self.remarks):
            self._stack.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        self.chips.chosen.connect(self.turn_to)

    def turn_to(self, key: str) -> None:
        self.chips.check(key)
        self._stack.setCurrentIndex([chip.key for chip in CHIPS].index(key))
        self._ask()

    def show_work(self) -> None:
        """The solver at work, whatever else was looked at; what was asked for comes back with the scenario."""
        self._stack.setCurrentIndex(0)

    def show_opened(self, opened: Opened | None, role: Role) -> None:
        """Draw what belongs to the scenario in hand; without one there are only its rows."""
        self._bar.setVisible(opened is not None)
        if opened is None:
            self._opened = self._asked = None
            self.turn_to(ROWS)
            return
        self.loads.show_items(load_lines.lines(opened, role))
        self.remarks.show_opened(opened)
        open_remarks = sum(one.resolved is None for one in opened.remarks)
        self.chips.show_counts({REMEDIES: len(opened.plan.vacancies), REMARKS: open_remarks})
        self._opened = opened
        chip = self.chips.checked()
        self.turn_to(chip.key if chip is not None else ROWS)

    def _ask(self) -> None:
        """Diagnosing solves once: only while it is looked at, and once for what is looked at."""
        if self._stack.currentWidget() is self.remedies and self._asked is not self._opened:
            self._asked = self._opened
            self.remedies.show_troubles(None)
            self.remedies_asked.emit()
