"""Asks for the reason of a step that others will ask about later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.form_editors import LongEditor
from ui.palette import Tone
from ui.pieces import button, foot_row, text

_MISSING = Label("请写明原因。", "Please give a reason.")


class ReasonDialog(QDialog):
    """A sentence that says what will happen, and a reason without which it does not.

    Signals:
        given(str): the reason; the dialog is closed by then.
    """

    given = Signal(str)

    def __init__(self, title: Label, what: Label, verb: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self.reason = LongEditor()
        self.fault = text.line(_MISSING, style.SECONDARY, Tone.OVERDUE)
        self.go_on = button.primary(verb)
        self.cancel = button.plain(Label("返回", "Back"))
        words.bind(self, self.setWindowTitle, title)
        words.name(self.reason, Label("原因", "Reason"))
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.title(title))
        layout.addWidget(text.paragraph(what))
        layout.addSpacing(style.SMALL)
        layout.addWidget(text.line(Label("原因 *", "Reason *"), tone=Tone.QUIET))
        layout.addWidget(self.reason)
        layout.addWidget(self.fault)
        layout.addSpacing(style.SMALL)
        foot = foot_row.of(self.cancel, self.go_on)
        layout.addLayout(foot)
        self.go_on.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.reason.setFocus()

    @override
    def accept(self) -> None:
        reason = self.reason.typed()
        self.fault.setVisible(not reason)
        if reason:
            super().accept()
            self.given.emit(reason)
