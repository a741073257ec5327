"""What a person does on the workbench, row by row: into the open proposal if there is one, else into the records."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman.assign import words as wording
from ptman.assign.problem import Role
from ptman.assign.workbench import Pair
from ptman.labels import Label
from ui import errors
from ui.desk import Desk
from ui.pairing import choices, reasons
from ui.pairing.choices import Choice
from ui.pairing.despite import Despite
from ui.pairing.proposer import Proposer
from ui.pairing.reasons import State
from ui.pairing.writer import Writer

_NOT_DONE = Label("没有配对", "Not paired")


class Hands(QObject):
    """`state` says what is in hand; `window` carries the dialogs.

    Signals:
        told(Label): what was done.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, proposer: Proposer, state: Callable[[], State], window: QWidget) -> None:
        super().__init__(window)
        self._proposer, self._state, self._window = proposer, state, window
        self._writer = Writer(desk, self)
        self._writer.told.connect(self.told)

    def assign(self) -> None:
        """Give the student in hand the candidate in hand."""
        state = self._state()
        if state.pupil is not None and state.choice is not None:
            self.give(state.pupil.id, state.choice.id)

    def give(self, student: str, target: str) -> None:
        """Give a student a candidate of the role in hand, whoever is chosen now."""
        state = self._state()
        learner = state.look.learner(student) if state.look is not None else None
        if state.look is None or learner is None:
            return
        items = choices.choices(state.look.situation, learner, state.role, state.given)
        choice = next((one for one in items if one.id == target), None)
        standing = learner.stands(state.role)
        fixed = standing is not None and standing.fixed
        why = reasons.why_not_given(state, choice, fixed=fixed)
        if why is not None or choice is None:
            errors.tell(_NOT_DONE, why or _NOT_DONE, self._window)
        elif state.proposal is None:
            self._pair(Pair(student, state.role, target), learner.name, choice)
        elif choice.one.points is None:
            self._despite(Pair(student, state.role, target), learner.name, choice)
        else:
            self._proposer.put(student, state.role, target)

    def lock(self) -> None:
        """Lock or unlock: the proposed row, else what stands."""
        state = self._state()
        if state.pupil is None:
            return
        if state.opened is not None:
            self._proposer.lock(wording.key(state.pupil.id, state.role))
        else:
            self._writer.lock(state.pupil.id, state.role, state.pupil.name, on=not state.pupil.locked)

    def end(self) -> None:
        """End what stands for the student in hand."""
        state = self._state()
        if state.pupil is not None:
            self._writer.end(state.pupil.id, state.role, state.pupil.name)

    def give_row(self, candidate: str, key: str) -> None:
        """A candidate of the role in hand was dropped on a row of the proposal."""
        student, _, role = key.rpartition(":")
        if Role(role) is self._state().role:
            self.give(student, candidate)

    def _pair(self, pair: Pair, name: str, choice: Choice) -> None:
        if choice.one.objection is None:
            self._writer.pair(pair, (name, choice.one.name))
        else:
            self._despite(pair, name, choice)

    def _despite(self, pair: Pair, name: str, choice: Choice) -> None:
        """Against a rule only on a second yes, with the reason."""
        objection = choice.one.objection or Label("", "")
        said = Label(f"{name}与{choice.one.name}：{objection.zh}。", f"{name} and {choice.one.name}: {objection.en}.")
        dialog = Despite(said, self._window)
        dialog.confirmed.connect(partial(self._on_confirmed, pair, (name, choice.one.name)))
        dialog.open()

    def _on_confirmed(self, pair: Pair, names: tuple[str, str], reason: str) -> None:
        if self._state().opened is not None:
            self._proposer.put(pair.student, pair.role, pair.target, reason)
        else:
            self._writer.pair(pair, names, reason=reason, despite=True)
