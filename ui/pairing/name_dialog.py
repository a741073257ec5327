"""Asks what a scenario is to be called."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.pieces import button, foot_row, text

_LONGEST = 60


class NameDialog(QDialog):
    """Escape and Cancel change nothing.

    Signals:
        given(str): the name; the dialog is closed by then.
    """

    given = Signal(str)

    def __init__(self, title: Label, now: str, verb: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self.line = QLineEdit(now)
        self.line.setMaxLength(_LONGEST)
        self.go_on = button.primary(verb)
        self.cancel = button.plain(Label("取消", "Cancel"))
        words.bind(self, self.setWindowTitle, title)
        words.name(self.line, Label("名称", "Name"))
        foot = foot_row.of(self.cancel, self.go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(title))
        layout.addWidget(self.line)
        layout.addLayout(foot)
        self.go_on.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.line.textChanged.connect(lambda typed: self.go_on.setEnabled(bool(typed.strip())))
        self.go_on.setEnabled(bool(now.strip()))
        self.line.selectAll()
        self.line.setFocus()

    @override
    def accept(self) -> None:
        name = self.line.text().strip()
        if name:
            super().accept()
            self.given.emit(name)
