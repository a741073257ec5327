"""Who sends the workbook of a draft, chosen or named anew, and the way to what its columns mean."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ptman.intake.layouts import Layout
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text

_LEAD = Label("来源", "Source")
_WHY = Label(
    "与这个来源上次的文件相比：只有办公室改过的，保留；两边都改过的，逐项询问。",
    "Compared with the last file of this source: what only the office changed stays, what both changed is asked.",
)


class SourceLine(QWidget):
    """One line: the source, and what it is good for.

    Signals:
        renamed(str): another source than the one the draft was drawn for.
    """

    renamed = Signal(str)

    def __init__(self, sender: str, senders: Sequence[str], layouts: Sequence[Layout] = ()) -> None:
        super().__init__()
        self.columns = button.plain(_columns(layouts), "columns-3")
        self._sender = sender
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMinimumWidth(220)
        self.box.addItems(sorted({sender, *senders}))
        self.box.setCurrentText(sender)
        words.name(self.box, Label("这个工作簿的来源", "Who sends this workbook"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.line(_LEAD))
        layout.addWidget(self.box)
        layout.addWidget(self.columns)
        layout.addWidget(text.paragraph(_WHY, Tone.QUIET), 1)
        self.box.activated.connect(self._on_named)
        line = self.box.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._on_named)

    def _on_named(self) -> None:
        sender = self.box.currentText().strip()
        if sender and sender != self._sender:
            self._sender = sender  # said once, though both the list and the line tell of it
            self.renamed.emit(sender)


def _columns(layouts: Sequence[Layout]) -> Label:
    """How many columns have no meaning yet stands on the button."""
    unread = sum(heading.slot is None for layout in layouts for heading in layout.headings)
    if not unread:
        return Label("列的对应…", "Columns…")
    return Label(f"列的对应（{unread} 列未读）…", f"Columns ({unread} not read)…")
