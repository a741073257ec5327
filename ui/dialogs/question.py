"""Asks before something that cannot be taken back, saying exactly what will happen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import style, words
from ui.pieces import button, foot_row, text

_BACK = Label("返回", "Back")


@dataclass(frozen=True, slots=True)
class Asked:
    """A title, what will happen, the verb on the button that does it, and the way back."""

    title: Label
    what: Label
    verb: Label
    back: Label = _BACK


class Question(QDialog):
    """`accepted` does it; Escape and Enter go back, so that nothing happens by a key too many."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.back = button.primary(asked.back)
        self.go_on = button.plain(asked.verb)
        words.bind(self, self.setWindowTitle, asked.title)
        what = text.paragraph(asked.what, selectable=True)
        what.setMinimumWidth(400)
        foot = foot_row.of(self.go_on, self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.WIDE)
        layout.addWidget(text.title(asked.title))
        layout.addWidget(what)
        layout.addStretch(1)
        layout.addLayout(foot)
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.back.setFocus()
