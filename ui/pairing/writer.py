"""What the workbench writes one by one: pair, end, lock, unlock; each is one step that Ctrl+Z takes back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from ptman.assign import hand
from ptman.assign.problem import Role
from ptman.assign.workbench import Pair
from ptman.labels import Label
from ui import day
from ui.desk import Desk
from ui.work import Step

_PAIR = Label("配对", "Pair")
_END = Label("解除配对", "End the pairing")
_LOCK = Label("锁定", "Lock")


class Writer(QObject):
    """Each write runs on the worker; a refusal is told by its own sentence and changes nothing.

    Signals:
        told(Label): what was done.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def pair(self, pair: Pair, names: tuple[str, str], *, reason: str = "", despite: bool = False) -> None:
        """Give a student somebody; `names` are theirs, to say what was done."""

        def job(_step: Step) -> None:
            self._desk.write(hand.assign_by_hand, pair, day.today(), reason=reason, despite=despite)

        student, other = names
        self._act(_PAIR, job, Label(f"已配对：{student} → {other}", f"Paired {student} with {other}"))

    def end(self, student: str, role: Role, name: str) -> None:
        def job(_step: Step) -> None:
            self._desk.write(hand.end_pairing, student, role, day.today())

        said = Label(f"已解除 {name} 的{role.label.zh}", f"Ended {name}’s {role.label.en}")
        self._act(_END, job, said)

    def lock(self, student: str, role: Role, name: str, *, on: bool) -> None:
        """Lock what stands in a role, or unlock it."""

        def job(_step: Step) -> None:
            self._desk.write(hand.lock if on else hand.unlock, student, role, day.today())

        done = ("已锁定", "Locked") if on else ("已取消锁定", "Unlocked")
        self._act(_LOCK, job, Label(f"{done[0]}：{name} {role.label.zh}", f"{done[1]} {name}’s {role.label.en}"))

    def _act(self, name: Label, job: Callable[[Step], None], said: Label) -> None:
        self._desk.work.act(name, job, partial(self._on_done, said))

    def _on_done(self, said: Label, _nothing: None) -> None:
        self.told.emit(said)
