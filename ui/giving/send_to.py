"""The first step of sending a workbook: to whom, what for, and when it is due back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ptman.export.giving import wish
from ptman.export.sending.request import Recipient
from ptman.labels import Label
from ptman.register.recipients import Party
from ptman.rules import dates
from ptman.rules.disclosing import Purpose
from ui import style, words
from ui.form_editors import DateEditor
from ui.palette import Tone
from ui.pieces import text

_HINT = Label(
    "收件人在校外时，只发出已有同意记录的学生；其余的人会逐个列出，不写进工作簿。",
    "Outside the university only students who have agreed are sent; the others are listed and left out.",
)
NO_RECIPIENT = Label("请填写收件人。", "Name the recipient.")
BAD_DUE = Label("应返回的日期写成 2026-09-30，不早于今天。", "The day it is due back: 2026-09-30, today or later.")


class SendTo(QWidget):
    """A form of one page.

    Signals:
        changed: something was said.
    """

    changed = Signal()

    def __init__(self, parties: Sequence[Party], likely: str) -> None:
        super().__init__()
        self._parties = parties
        self.recipient, self.inside, self.purpose = QComboBox(), QCheckBox(), QComboBox()
        self.why, self.agreement, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.due = DateEditor()
        self._fill_in(likely)
        self._lay_out()
        for changed in (
            self.recipient.editTextChanged,
            self.inside.toggled,
            self.purpose.activated,
            self.why.textChanged,
            self.due.textChanged,
        ):
            changed.connect(self.changed)

    def who(self) -> Recipient:
        typed = self.recipient.currentText().strip()
        known = next((one for one in self._parties if _called(one) == typed), Party(typed, "", ""))
        return Recipient.of(known.name, known.noun, known.id, inside=self.inside.isChecked())

    def purpose_now(self) -> Purpose:
        return list(Purpose)[max(0, self.purpose.currentIndex())]

    def due_on(self) -> date | None:
        return dates.date(self.due.text().strip()).value if self.due.text().strip() else None

    def wanting(self, today: date) -> Label | None:
        """What is still to be said."""
        if not self.recipient.currentText().strip():
            return NO_RECIPIENT
        if self.purpose_now() is Purpose.OTHER and not self.why.text().strip():
            return wish.NO_PURPOSE
        due = self.due_on()
        return BAD_DUE if self.due.text().strip() and (due is None or due < today) else None

    def _fill_in(self, likely: str) -> None:
        self.recipient.setEditable(True)
        self.recipient.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.recipient.addItems([_called(one) for one in self._parties])
        self.recipient.setCurrentText(likely)
        completer = self.recipient.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.purpose.addItems([words.say(one.label) for one in Purpose])
        words.bind(self.inside, self.inside.setText, Label("是本校的单位", "Part of our own university"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.NORMAL)
        form = QFormLayout()
        form.setSpacing(style.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        lines: tuple[tuple[Label, QWidget], ...] = (
            (Label("收件人", "Recipient"), self.recipient),
            (Label("", ""), self.inside),
            (Label("用途", "Purpose"), self.purpose),
            (Label("用途说明", "Purpose in words"), self.why),
            (Label("依据协议", "Agreement"), self.agreement),
            (Label("应返回", "Due back"), self.due),
            (Label("写给对方的话", "Note to them"), self.note),
        )
        for label, editor in lines:
            if label.zh:
                words.name(editor, label)
            form.addRow(text.line(label, tone=Tone.QUIET), editor)
        column.addLayout(form)
        column.addWidget(text.paragraph(_HINT, Tone.QUIET))
        column.addStretch(1)


def _called(party: Party) -> str:
    return f"{party.name}（{party.at}）" if party.at else party.name
