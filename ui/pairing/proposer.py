"""Solves, changes and publishes the scenario that is being worked on; all of it is kept as it is done."""

import dataclasses
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman.assign import publishing, scenario_hand, scenarios
from ptman.assign.problem import Role
from ptman.assign.scenario_hand import Turn
from ptman.assign.scenario_rows import Opened
from ptman.assign.scenarios import Settings
from ptman.assign.store import Kept
from ptman.labels import Label
from ui import day, errors, memory, words
from ui.desk import Desk
from ui.dialogs.draft import DraftDialog
from ui.dialogs.reason import ReasonDialog
from ui.pairing import proposal, proposing
from ui.pairing.looking import Look
from ui.pairing.proposal import Proposal
from ui.pairing.proposing import Follower, Wish
from ui.work import Step

_NAME = Label("起草方案", "Propose for all")
_KEEP = Label("方案定稿", "Make the scenario final")
_CHANGE = Label("调整方案", "Change the scenario")
_AT = "pairing/scenario"
_LOCK = Label("锁定", "Lock")
_WHY_LOCK = Label(
    "重新求解时不再改变这一项。理由随锁定记下。", "No later solve changes this pair. The reason is kept with the lock."
)


class Proposer(QObject):
    """Solves on the worker. `opened` is the scenario in hand, `open` the same as its rows are ticked.

    Signals:
        changed: another scenario is in hand, or it was changed, or none is any more.
        shown: the office has been looked at again.
        wanted: the office should be looked at again, at another scenario.
        phased(Label): how far the solver is; emitted on the worker's thread.
        told(Label): what was done.
    """

    changed = Signal()
    shown = Signal()
    wanted = Signal()
    phased = Signal(object)
    told = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._left: frozenset[str] = frozenset()
        self.at = memory.text(_AT)
        self.open: Proposal | None = None
        self.opened: Opened | None = None
        self.solving = False

    def show(self, look: Look | None) -> None:
        """What the office says of the scenario in hand now."""
        self.opened = look.opened if look is not None else None
        self.open = proposal.opened(self.opened, self._left) if self.opened is not None else None
        self.shown.emit()

    def choose(self, key: str) -> None:
        """Work on another scenario, or on what stands ("")."""
        self.at, self._left = key, frozenset()
        memory.keep(_AT, key)
        self.wanted.emit()

    def propose(self, look: Look, settings: Settings) -> None:
        """Solve on the worker and keep the answer; what people hold in the scenario stays."""
        key = self.opened.row.id if self.opened is not None else ""
        wish = Wish(look.cohort, key, _next_name(look), settings, day.today())
        self.solving = True
        self.changed.emit()

        def job(step: Step) -> str:
            plan = self._desk.read(proposing.propose, wish, Follower(step, self.phased.emit))
            return self._desk.write(proposing.keep, wish, plan)

        self._desk.work.act(_NAME, job, self._on_solved, self._on_failed)

    def stop(self) -> None:
        """Take the best answer so far."""
        self._desk.work.cancel()

    def discard(self) -> None:
        """Put the scenario out of the way; Ctrl+Z brings it back."""
        key = self.at
        self.choose("")
        self.act(lambda: self._desk.write(scenarios.discard, key), Label("方案已弃用", "Scenario discarded"))

    def take(self, key: str) -> None:
        """Tick a row, or untick it."""
        if self.open is not None:
            self.open = proposal.take(self.open, [key], on=key not in self.open.taken)
            self._left = self.open.plan.draft.keepable() - self.open.taken
            self.changed.emit()

    def lock(self, key: str) -> None:
        """Lock a row, asking for the reason, or unlock it."""
        student, _, role = key.rpartition(":")
        about, at = (student, Role(role)), self.at
        if self.open is not None and key in self.open.locked:
            said = Label("已取消锁定", "Unlocked")
            self.act(lambda: self._desk.write(scenario_hand.unlock, at, about, day.today()), said)
            return
        dialog = ReasonDialog(_LOCK, _WHY_LOCK, _LOCK, self._window)
        said = Label("已锁定", "Locked")

        def given(reason: str) -> None:
            self.act(lambda: self._desk.write(scenario_hand.lock, at, about, day.today(), reason), said)

        dialog.given.connect(given)
        dialog.open()

    def put(self, student: str, role: Role, target: str | None, reason: str = "") -> None:
        """Give a student another in the scenario, or nobody."""
        turn, at = Turn(student, role, target, reason), self.at
        said = Label("方案已调整", "Scenario changed")
        self.act(lambda: self._desk.write(scenario_hand.put, at, turn, day.today()), said)

    def look(self) -> DraftDialog | None:
        """Open the look before making it final; Cancel changes nothing."""
        if self.open is None or self.opened is None:
            return None
        dialog = DraftDialog(proposal.ordered(self.open), self._window)
        dialog.table.take(self.open.plan.draft.keepable() - self.open.taken, on=False)
        dialog.kept.connect(partial(self._on_kept, self.opened))
        dialog.open()
        return dialog

    def act(self, deed: Callable[[], object], said: Label) -> None:
        """Do something to the scenario on the worker, as one step; a refusal is told by its own sentence."""
        self._desk.work.act(_CHANGE, lambda _step: deed(), partial(self._on_done, said))

    def _on_done(self, said: Label, _answer: object) -> None:
        self.told.emit(said)

    def _on_solved(self, key: str) -> None:
        self.solving = False
        self.choose(key)

    def _on_failed(self, error: Exception) -> None:
        """Refused: the scenario stays as it was."""
        self.solving = False
        self.changed.emit()
        errors.show(error, self._window)

    def _on_kept(self, seen: Opened, taken: frozenset[str]) -> None:
        def job(_step: Step) -> Kept:
            return self._desk.write(publishing.publish_final, seen, taken, day.today())

        self._desk.work.act(_KEEP, job, self._on_written)

    def _on_written(self, kept: Kept) -> None:
        self.choose("")
        zh, en = f"导师 {kept.supervisions} 人次", f"{kept.supervisions} pairings"
        zh, en = f"{zh}，基地 {kept.placements} 人", f"{en}, {kept.placements} placements"
        if kept.ended:
            zh, en = f"{zh}，解除 {kept.ended} 项", f"{en}, {kept.ended} ended"
        self.told.emit(Label(f"已保留：{zh}", f"Kept: {en}"))


def settings_of(opened: Opened | None, cohort: int, *, again: bool) -> Settings:
    """Those of the scenario in hand, else the usual; what may move is as it is ticked."""
    if opened is None:
        return Settings(seed=str(cohort), again=again)
    row = opened.row
    return dataclasses.replace(Settings(row.mode, row.weights, row.seed, against=row.against), again=again)


def _next_name(look: Look) -> str:
    taken = {one.name for one in look.scenarios}
    number = 1
    while (name := words.say(Label(f"方案 {number}", f"Plan {number}"))) in taken:
        number += 1
    return name
