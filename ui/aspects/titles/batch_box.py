"""The box that chooses a batch, with its days beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLayout, QWidget

from ptman.aspects.titles.rows import BatchRow, Look
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import text

_NONE = Label("还没有批次", "No batch yet")
_NAME = Label("职称批次", "Title batch")
_WIDTH = 310


class BatchBox(QWidget):
    """The box; `days` says elsewhere on the page what days the chosen batch has.

    Signals:
        chosen(str): the id of the batch asked for.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setFixedWidth(_WIDTH)
        self.days = text.Text(style.SECONDARY, Tone.QUIET)
        self._found: Look | None = None
        words.name(self.box, _NAME)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.NORMAL)
        row.addWidget(self.box)
        self.box.activated.connect(self._on_activated)
        words.on_change(self, self._say)

    def show_look(self, found: Look) -> None:
        self._found = found
        self._say()

    def _say(self) -> None:
        found = self._found
        self.box.clear()
        if found is None or found.batch is None:
            self.box.addItem(words.say(_NONE))
            self.box.setEnabled(False)
            self.days.setText("")
            return
        self.box.setEnabled(True)
        for one in found.batches:
            self.box.addItem(f"{one.name} · {words.say(one.status.label)}", one.ref.id)
        self.box.setCurrentIndex(self.box.findData(found.batch.ref.id))
        self.days.setText(_days(found.batch))

    def _on_activated(self, at: int) -> None:
        self.chosen.emit(str(self.box.itemData(at)))


def _days(one: BatchRow) -> str:
    """申报截止 2026-12-23 · 评审 2027-01-07 · 公示 …"""
    parts = [words.say(Label(f"申报截止 {one.closes}", f"closes {one.closes}"))]
    if one.review_on is not None:
        parts.append(words.say(Label(f"评审 {one.review_on}", f"review {one.review_on}")))
    start, end = one.publicity
    if start is not None and end is not None:
        parts.append(words.say(Label(f"公示 {start} 至 {end}", f"public {start} to {end}")))
    return " · ".join(parts)


def below_title(head: QLayout, box: BatchBox) -> None:
    """Put the box behind the title of the page."""
    if isinstance(head, QBoxLayout):
        head.insertSpacing(1, style.NORMAL)
        head.insertWidget(2, box)
