"""The applications of a batch: how the committee and the publicity stand above, the list below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.aspects.titles import applied
from ptman.aspects.titles.rows import Look
from ptman.labels import Label
from ptman.rules.findings import Finding
from ui import style, words
from ui.aspects.titles import tones
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.empty_state import EmptyState
from ui.table import TableView

_EMPTY = Label(
    "本批次还没有申报。按“起草申报”，从满足条件的学生起草。",
    "No application in this batch yet. Press “Draft applications” to draft them from all who are eligible.",
)


class AppliedPane(QWidget):
    """The list, and above it whether the committee may decide and the publicity is over.

    Signals:
        chosen(tuple): the ids of the selected applications.
        opened(str): open the application of that id.
    """

    chosen = Signal(tuple)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.table = TableView(applied.LIST, EmptyState("award", _EMPTY))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(style.TIGHT)
        self._found: Look | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SMALL, style.SMALL, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addLayout(self._lines)
        layout.addWidget(self.table, 1)
        self.table.colour_by(tones.of_application)
        self.table.row_opened.connect(self.opened)
        self.table.selection_changed.connect(self.chosen)
        words.on_change(self, self._say)

    def show_look(self, found: Look) -> None:
        self._found = found
        self.table.show_listing(found.applied)
        self._say()

    def _say(self) -> None:
        """One line a finding on the committee and the publicity."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        found = self._found
        if found is None or found.batch is None:
            return
        for one in (*found.sitting, *((found.publicity,) if found.publicity else ())):
            line = text.Elided(style.SECONDARY, Tone.QUIET if one.met else tones.OF[one.standing])
            line.setText(_said(one))
            self._lines.addWidget(line)


def _said(one: Finding) -> str:
    parts = [words.say(part) for part in (one.value, one.threshold) if part is not None]
    cure = "" if one.met or one.cure is None else words.say(one.cure)
    said = " / ".join(parts)
    return "  ".join(part for part in (f"{tones.sign(one.standing)} {words.say(one.label)}", said, cure) if part)
