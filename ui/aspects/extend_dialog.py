"""Puts off what is due: another day, and the reason that is asked for later."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.rules import dates
from ui import style, words
from ui.form_editors import DateEditor, LongEditor
from ui.palette import Tone
from ui.pieces import button, foot_row, text

TITLE = Label("延期", "Extend")
_DAY, _REASON = Label("新的应完成日期 *", "New day *"), Label("原因 *", "Reason *")
_NO_DAY = Label("请填写晚于今天的日期。", "Give a day after today.")
_NO_REASON = Label("请写明原因。", "Please give a reason.")


class ExtendDialog(QDialog):
    """Says what is put off; nothing happens before both are given.

    Signals:
        given(object, str): the day and the reason; the dialog is closed by then.
    """

    given = Signal(object, str)

    def __init__(self, what: Label, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.day, self.reason = DateEditor(), LongEditor()
        self.fault = text.line(_NO_DAY, style.SECONDARY, Tone.OVERDUE)
        self.go_on = button.primary(TITLE, "clock")
        self.cancel = button.plain(Label("返回", "Back"))
        self.setMinimumWidth(440)
        words.bind(self, self.setWindowTitle, TITLE)
        words.name(self.day, Label("新的应完成日期", "New day"))
        words.name(self.reason, Label("原因", "Reason"))
        self._lay_out(what)
        self.fault.hide()
        self.go_on.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.day.setFocus()

    @override
    def accept(self) -> None:
        day, reason = dates.date(self.day.typed()).value, self.reason.typed().strip()
        fault = _NO_DAY if day is None or day <= self._today else None if reason else _NO_REASON
        if fault is not None:
            words.bind(self.fault, self.fault.setText, fault)
            self.fault.show()
            return
        super().accept()
        self.given.emit(day, reason)

    def _lay_out(self, what: Label) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.title(TITLE))
        layout.addWidget(text.paragraph(what))
        for label, editor in ((_DAY, self.day), (_REASON, self.reason)):
            layout.addWidget(text.line(label, tone=Tone.QUIET))
            layout.addWidget(editor)
        layout.addWidget(self.fault)
        foot = foot_row.of(self.cancel, self.go_on)
        layout.addLayout(foot)
