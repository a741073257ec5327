"""Opens the comparison, brings the other scenario, and takes pairs over from it."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ptman.assign import scenario_hand, scenario_reading
from ptman.assign.scenario_hand import About
from ptman.assign.scenario_rows import Opened
from ptman.labels import Label
from ui import day
from ui.desk import Desk
from ui.pairing.compare_dialog import CompareDialog
from ui.pairing.looking import Look
from ui.pairing.proposer import Proposer


class Comparer(QObject):
    """One comparison at a time; it follows every change of the scenario in hand."""

    def __init__(self, desk: Desk, proposer: Proposer, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._proposer, self._window = desk, proposer, window
        self.dialog: CompareDialog | None = None
        self._right: Opened | None = None
        proposer.shown.connect(self._on_changed)

    def begin(self, look: Look | None) -> None:
        opened = self._proposer.opened
        if look is None or opened is None:
            return
        others = tuple(one for one in look.scenarios if one.id != opened.row.id)
        self.dialog = CompareDialog(opened, others, self._window)
        self.dialog.other_chosen.connect(self._bring)
        self.dialog.taken.connect(self._on_taken)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.show()
        if others:
            self._bring(others[0].id)

    def _bring(self, key: str) -> None:
        job = partial(self._desk.read, scenario_reading.opened, key, day.today())
        self._desk.work.ask(job, self._on_brought)

    def _on_brought(self, right: Opened) -> None:
        self._right = right
        self._on_changed()

    def _on_changed(self) -> None:
        left = self._proposer.opened
        if self.dialog is not None and left is not None and self._right is not None:
            self.dialog.show_both(left, self._right)

    def _on_taken(self, other: str, abouts: list[About]) -> None:
        key = self._proposer.at
        self._proposer.act(
            lambda: self._desk.write(scenario_hand.take_over, key, other, abouts, day.today()),
            Label(f"已采用 {len(abouts)} 项", f"{len(abouts)} pairs taken over"),
        )

    def _on_closed(self) -> None:
        self.dialog = self._right = None
