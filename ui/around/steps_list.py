"""The steps of one record: buttons for what can be done now, and below them the log of what was done."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.register.moving import Moved, Offered
from ui import style, words
from ui.around import stepping
from ui.around.reading import Around, Doing
from ui.palette import Tone
from ui.pieces import button, text

NO_STEPS = Label("还没有办理记录。", "No step has been taken yet.")
LAST = Label("已到最后的状态。", "This is its last state.")


class StepsList(QWidget):
    """Steps one below the other: a step that cannot be taken stands there with its reason."""

    def __init__(self, around: Around, doing: Doing) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        if not around.steps:
            layout.addWidget(text.paragraph(LAST, Tone.QUIET))
        for step in around.steps:
            _offer(layout, around, doing, step)
        layout.addSpacing(style.SMALL)
        if not around.log:
            layout.addWidget(text.small(NO_STEPS))
        for moved in around.log:
            layout.addWidget(_logged(moved))
        layout.addStretch(1)


def _offer(layout: QVBoxLayout, around: Around, doing: Doing, step: Offered) -> None:
    made = button.plain(_ending(step), "undo-2" if step.back else "arrow-right")
    made.clicked.connect(partial(stepping.take, doing, (around.card.ref,), step))
    reason = doing.desk.read_only or step.off
    made.setEnabled(reason is None)
    layout.addWidget(made)
    if reason is not None:
        words.bind(made, made.setToolTip, reason)
        layout.addWidget(text.paragraph(reason, Tone.QUIET))


def _ending(step: Offered) -> Label:
    """A step that asks for something first ends in dots."""
    return Label(f"{step.label.zh}…", f"{step.label.en}…") if step.reason else step.label


def _logged(moved: Moved) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(text.quiet(f"{moved.day.isoformat()} · {moved.by}"))
    layout.addWidget(text.paragraph(moved.step.plus(_way(moved), "：")))
    if moved.reason:
        layout.addWidget(text.paragraph(Label(moved.reason, moved.reason), Tone.QUIET))
    return made


def _way(moved: Moved) -> Label:
    return Label(f"{moved.start.zh} → {moved.end.zh}", f"{moved.start.en} → {moved.end.en}")
