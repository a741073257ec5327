"""The last step before data is given away: what goes, and who is left out because they have not agreed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from ptman.export.giving import wish
from ptman.export.giving.planning import Plan
from ptman.labels import Label
from ptman.listing import Column, shown
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.facts import Facts

_NOT_ON_FILE = Label(
    "接收方还没有登记为单位；先在“单位”里登记，再登记同意书。",
    "The recipient is not on file; add it to the organisations first.",
)
_LASTING = Label(
    "写出后，这次提供会记下来（谁、何时、给谁、为什么、哪些字段、多少行、文件的 SHA-256），三年内不能删除或撤销。",
    "Writing records this giving (who, when, to whom, why, which fields, how many rows, SHA-256 of the file); "
    "for three years that cannot be deleted or undone.",
)


class Look(QWidget):
    """Shows a plan.

    Signals:
        consents_asked: those who are left out have agreed on paper.
    """

    consents_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.record = button.plain(Label("登记这些学生的同意书…", "Record their consents…"), "check")
        self.heading = text.Text(tone=Tone.SOON)
        self.left_out = QListWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SMALL)
        self._facts: QWidget = QWidget()
        self._column.addWidget(self._facts)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.left_out, 1)
        self._column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(0)
        self.record.clicked.connect(self.consents_asked)
        self._column.addWidget(text.paragraph(_LASTING, Tone.QUIET))
        words.name(self.left_out, Label("没有同意记录的学生", "Students who have not agreed"))

    def show_plan(self, plan: Plan, locked: Label | None) -> None:
        """`locked` is why nothing can be recorded in this file."""
        asked = plan.wish
        sensitive = wish.sensitive(plan.columns)
        said = asked.purpose.label.plus(Label(asked.note, asked.note), "：") if asked.note else asked.purpose.label
        made = Facts(
            (
                (Label("接收方", "Recipient"), asked.recipient.name),
                (Label("用途", "Purpose"), said),
                (Label("字段", "Fields"), _names(plan.columns)),
                (Label("敏感字段", "Sensitive"), _names(sensitive), Tone.SOON if sensitive else Tone.QUIET),
                (Label("行数", "Rows"), plan.rows),
            )
        )
        self._column.replaceWidget(self._facts, made)
        self._facts.deleteLater()
        self._facts = made
        count = len(plan.excluded)
        nobody = Label("没有人因未同意而被剔除。", "Nobody is left out.")
        out = Label(f"{count} 名学生没有同意记录，不写进文件：", f"{count} students have not agreed and are left out:")
        words.bind(self.heading, self.heading.setText, out if count else nobody)
        self.heading.set_tone(Tone.SOON if count else Tone.QUIET)
        self.left_out.clear()
        self.left_out.addItems(["  ".join(shown(one, words.lang()) for one in row.cells[:2]) for row in plan.excluded])
        self.left_out.setVisible(bool(count))
        off = locked or (None if asked.recipient.id else _NOT_ON_FILE)
        self.record.setVisible(bool(count))
        self.record.setEnabled(off is None)
        words.bind(self.record, self.record.setToolTip, off or Label("", ""))


def _names(columns: Sequence[Column]) -> Label:
    return Label("、".join(one.label.zh for one in columns), ", ".join(one.label.en for one in columns))
