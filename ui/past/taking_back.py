"""Takes one step of the journal back, or does it again, wherever a page offers that."""

from collections.abc import Callable

from ptman import undo
from ptman.labels import Label
from ui.desk import Desk
from ui.work import Otherwise


def doing(step: Label, *, again: bool = False) -> Label:
    """The name of the job while it runs."""
    zh, en = ("重做", "Redoing") if again else ("撤销", "Undoing")
    return Label(f"{zh}：{step.zh}", f"{en}: {step.en}")


def take_back(
    desk: Desk, number: int, name: Label, otherwise: Otherwise, then: Callable[[undo.Entry], object] | None = None
) -> None:
    """Undo change set `number` as a step of its own; a refusal goes to `otherwise` and has changed nothing."""

    def job(_step: object) -> undo.Entry:
        return desk.write(undo.undo, number)

    desk.work.act(name, job, then, otherwise)
