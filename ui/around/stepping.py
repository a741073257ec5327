"""Takes a step with one record or several, asking for the reason where the step wants one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ptman.labels import Label
from ptman.register import moving
from ptman.register.cards import Ref
from ptman.register.moving import Offered
from ui import day, words
from ui.around.reading import Doing
from ui.dialogs.reason import ReasonDialog
from ui.pieces import text

STEP = Label("办理", "Step")
NOTHING = Label("现在没有可以办理的下一步。", "No step leads on from here now.")


def take(doing: Doing, refs: Sequence[Ref], step: Offered) -> None:
    """Take the step now, or once its reason is given; a refusal has changed nothing."""
    if not step.reason:
        _do(doing, refs, step, "")
        return
    count = f"{len(refs)} 条记录" if len(refs) > 1 else "这条记录"
    many = f"{len(refs)} records go" if len(refs) > 1 else "The record goes"
    what = Label(
        f"{count}将变为“{step.target.zh}”。原因会记入办理记录。", f"{many} to “{step.target.en}”. The reason is logged."
    )
    dialog = ReasonDialog(step.label, what, step.label, doing.owner)
    dialog.given.connect(partial(_do, doing, tuple(refs), step))
    dialog.open()


def _do(doing: Doing, refs: Sequence[Ref], step: Offered, reason: str) -> None:
    def job(_progress: object) -> None:
        doing.desk.write(moving.move_all, list(refs), step.key, day.today(), reason)

    said = Label(f"已办理：{step.label.zh}", f"Done: {step.label.en}")
    doing.desk.work.act(step.label, job, lambda _none: doing.told(said))


def pop_up(doing: Doing, refs: Sequence[Ref], steps: Sequence[Offered], place: QPoint) -> QMenu:
    """A menu of the steps, numbered so that a digit takes one; those that cannot be taken say why."""
    menu = QMenu(doing.owner)
    menu.setToolTipsVisible(True)
    words.name(menu, STEP)
    for number, step in enumerate(steps, 1):
        label = f"&{number}  {words.say(step.label)} → {words.say(step.target)}"
        action = menu.addAction(label + ("…" if step.reason else ""))
        action.setEnabled(step.off is None)
        action.setToolTip(text.plain_tip(words.say(step.off)) if step.off else "")
        action.triggered.connect(partial(_taken, doing, tuple(refs), step))
    if not steps:
        menu.addAction(words.say(NOTHING)).setEnabled(False)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    return menu


def _taken(doing: Doing, refs: Sequence[Ref], step: Offered, _checked: object = None) -> None:
    take(doing, refs, step)
