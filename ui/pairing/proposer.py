"""Makes, changes and keeps the one open proposal of the workbench."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.assign.request import Request
from ptman.assign.store import Kept
from ptman.labels import Label
from ui import day, errors
from ui.desk import Desk
from ui.dialogs.draft import DraftDialog
from ui.pairing import proposal, proposing
from ui.pairing.proposal import Proposal
from ui.pairing.proposing import Follower, Wish
from ui.work import Step

_NAME = Label("起草方案", "Propose for all")
_KEEP = Label("保留方案", "Keep the proposal")


class Proposer(QObject):
    """Solves on the worker; keeps only what has been looked at.

    Signals:
        changed: another proposal is open, or it was changed, or none is open any more.
        phased(Label): how far the solver is; emitted on the worker's thread.
        told(Label): what was kept.
    """

    changed = Signal()
    phased = Signal(object)
    told = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.open: Proposal | None = None
        self.digest = ""
        self.solving = False
        desk.work.cancelled.connect(self._on_cancelled)

    def propose(self, cohort: int, *, again: bool) -> None:
        """Solve on the worker; what is locked in the open proposal is kept."""
        demands = self.open.demands() if self.open is not None and self._of(cohort) else ()
        wish = Wish(cohort, day.today(), Request(again=again, demands=demands))
        self.solving = True
        self.changed.emit()

        def job(step: Step) -> AssignDraft:
            return self._desk.read(proposing.propose, wish, Follower(step, self.phased.emit))

        self._desk.work.run(_NAME, job, self._on_solved, self._on_failed)

    def discard(self) -> None:
        self.open = None
        self.changed.emit()

    def take(self, key: str) -> None:
        """Tick a row, or untick it."""
        if self.open is not None:
            self._become(proposal.take(self.open, [key], on=key not in self.open.taken))

    def lock(self, key: str) -> None:
        """Lock a row, or unlock it."""
        if self.open is not None:
            self._become(proposal.turn_lock(self.open, key))

    def put(self, student: str, role: Role, target: str) -> None:
        """Give a student another candidate in the proposal."""
        if self.open is not None:
            self._become(proposal.put(self.open, student, role, target))

    def look(self) -> DraftDialog | None:
        """Open the look before keeping; Cancel keeps nothing."""
        if self.open is None:
            return None
        dialog = DraftDialog(proposal.ordered(self.open), self._window)
        dialog.table.take(self.open.plan.draft.keepable() - self.open.taken, on=False)
        dialog.kept.connect(self._on_kept)
        dialog.open()
        return dialog

    def _of(self, cohort: int) -> bool:
        return self.open is not None and self.open.plan.situation.cohort == cohort

    def _become(self, changed: Proposal) -> None:
        self.open = changed
        self.changed.emit()

    def _on_solved(self, plan: AssignDraft) -> None:
        self.solving = False
        self.digest = plan.situation.digest()
        before = self.open if self._of(plan.situation.cohort) else None
        self._become(proposal.opened(plan, before))

    def _on_failed(self, error: Exception) -> None:
        """Refused: the proposal that was open stays."""
        self.solving = False
        self.changed.emit()
        errors.show(error, self._window)

    def _on_cancelled(self, name: Label) -> None:
        if name == _NAME:
            self.solving = False
            self.changed.emit()

    def _on_kept(self, taken: frozenset[str]) -> None:
        if self.open is None:
            return
        kept = self.open

        def job(_step: Step) -> Kept:
            return self._desk.write(proposing.keep, kept, taken, day.today())

        self._desk.work.act(_KEEP, job, self._on_written)

    def _on_written(self, kept: Kept) -> None:
        self.open = None
        self.changed.emit()
        zh, en = f"导师 {kept.supervisions} 人次", f"{kept.supervisions} pairings"
        zh, en = f"{zh}，基地 {kept.placements} 人", f"{en}, {kept.placements} placements"
        if kept.ended:
            zh, en = f"{zh}，解除 {kept.ended} 项", f"{en}, {kept.ended} ended"
        self.told.emit(Label(f"已保留：{zh}", f"Kept: {en}"))
