"""Questions about a scenario that solve once or more: what stands in the way, and what an event would bring."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ptman.assign import remedies, ripples, scenario_remarks
from ptman.assign.remedies import Remedy, Troubles
from ptman.assign.ripples import Edit, Foreseen, Watch, Way
from ptman.assign.scenario_rows import Opened
from ptman.labels import Label
from ui import day
from ui.desk import Desk
from ui.pairing import side
from ui.pairing.proposer import Proposer
from ui.pairing.ripple_dialog import RippleDialog
from ui.pairing.side import Side

_DIAGNOSE = Label("分析空缺", "Diagnose the vacancies")
_FORESEE = Label("变动推演", "Foresee a change")


class Answers(QObject):
    """Runs them on the worker, and applies what a person chooses of the answers."""

    def __init__(self, desk: Desk, proposer: Proposer, pane: Side, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._proposer, self._pane, self.window = desk, proposer, pane, window
        self.dialog: RippleDialog | None = None
        self._watched: tuple[Opened, Watch] | None = None
        pane.remedies_asked.connect(self._diagnose)
        pane.remedies.applied.connect(self._on_remedy)
        pane.remarks.settled.connect(self._on_settled)

    def show_remedies(self) -> None:
        self._pane.turn_to(side.REMEDIES)

    def foresee(self) -> RippleDialog | None:
        """Ask what is to be foreseen."""
        opened = self._proposer.opened
        if opened is None:
            return None
        self.dialog = RippleDialog(opened, self.window)
        self.dialog.asked.connect(self._on_asked)
        self.dialog.applied.connect(self._on_applied)
        self.dialog.open()
        return self.dialog

    def _diagnose(self) -> None:
        opened = self._proposer.opened
        if opened is not None:
            self._desk.work.run(_DIAGNOSE, lambda _step: remedies.diagnose(opened), self._on_diagnosed)

    def _on_diagnosed(self, found: Troubles) -> None:
        opened = self._proposer.opened
        self._pane.remedies.show_troubles(found, closed=opened is None or opened.row.closed)

    def _on_remedy(self, remedy: Remedy, recorded: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        key = self._proposer.at
        self._proposer.act(
            lambda: self._desk.write(remedies.apply, key, remedy, day.today(), recorded=recorded), remedy.label
        )

    def _on_settled(self, comment: str, done: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        verb = scenario_remarks.resolve if done else scenario_remarks.reopen
        said = Label("意见已处理", "Comment resolved") if done else Label("意见已重新打开", "Comment open again")
        self._proposer.act(lambda: self._desk.write(verb, comment), said)

    def _on_asked(self, edit: Edit) -> None:
        opened = self._proposer.opened
        if opened is not None:
            self._desk.work.run(_FORESEE, lambda _step: self._watch(opened).foresee([edit]), self._on_foreseen)

    def _watch(self, opened: Opened) -> Watch:
        """The one kept warm, as long as the scenario has not changed."""
        if self._watched is None or self._watched[0] is not opened:
            self._watched = opened, Watch(opened)
        return self._watched[1]

    def _on_foreseen(self, seen: Foreseen) -> None:
        if self.dialog is not None:
            self.dialog.show_foreseen(seen)

    def _on_applied(self, seen: Foreseen, way: Way) -> None:
        key = self._proposer.at
        said = Label(f"已采用：{seen.label.zh}", f"Applied: {seen.label.en}")
        self._proposer.act(partial(self._desk.write, ripples.apply, key, seen, way, day.today()), said)
