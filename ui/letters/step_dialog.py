"""Asks which step letters took on their way: printed, sealed, sent, returned, filed; when, by whom, how many copies."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.letters.steps import STEPS, Taken
from ptman.rules import dates
from ui import style, words
from ui.form_editors import ChoiceEditor, DateEditor, TextEditor
from ui.palette import Tone
from ui.pieces import button, foot_row, text

TITLE = Label("登记去向", "Log a step")
_NO_STEP = Label("请选一步。", "Choose a step.")
_NO_DAY = Label("日期写作 2026-09-10。", "Write the date as 2026-09-10.")
_NO_COUNT = Label("份数写整数，不少于 1。", "Copies are a whole number, at least 1.")


class StepDialog(QDialog):
    """One step for all letters chosen.

    Signals:
        given(Taken): what was done; the dialog is closed by then.
    """

    given = Signal(object)

    def __init__(self, what: Label, who: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self.step, self.on = ChoiceEditor(STEPS), DateEditor()
        self.who, self.copies, self.remark = TextEditor(), TextEditor(), TextEditor()
        self.on.show_value(today)
        self.who.show_value(who)
        self.fault = text.line(_NO_STEP, style.SECONDARY, Tone.OVERDUE)
        self.keep = button.primary(Label("登记", "Log"))
        self.cancel = button.plain(Label("返回", "Back"))
        words.bind(self, self.setWindowTitle, TITLE)
        self._lay_out(what)
        self.fault.hide()
        self.keep.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self.step.setFocus()

    @override
    def accept(self) -> None:
        day, copies = dates.date(self.on.typed()).value, self.copies.typed()
        count = int(copies) if copies.isascii() and copies.isdecimal() else 0
        step = self.step.typed()
        fault = _NO_STEP if not step else _NO_DAY if day is None else _NO_COUNT if copies and not count else None
        if fault is None and day is not None:
            super().accept()
            self.given.emit(Taken(STEPS(step), day, self.who.typed(), count or None, self.remark.typed()))
        elif fault is not None:
            self.fault.setText(words.say(fault))
            self.fault.show()

    def _lay_out(self, what: Label) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(style.NORMAL)
        for label, editor in (
            (Label("步骤 *", "Step *"), self.step),
            (Label("日期 *", "Date *"), self.on),
            (Label("经办人", "By"), self.who),
            (Label("份数", "Copies"), self.copies),
            (Label("备注", "Remark"), self.remark),
        ):
            words.name(editor, label)
            form.addRow(text.line(label, tone=Tone.QUIET), editor)
        foot = foot_row.of(self.cancel, self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.title(TITLE))
        layout.addWidget(text.paragraph(what))
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addLayout(foot)
