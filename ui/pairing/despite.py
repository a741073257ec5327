"""Asks before a rule is broken by hand: says which, takes the reason, and pairs only on a second yes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import icons, style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text

_TITLE = Label("仍然配对？", "Pair all the same?")
_WHY = Label("理由（随配对一起记下）", "Reason (kept with the pairing)")


class Despite(QDialog):
    """Escape and Cancel change nothing.

    Signals:
        confirmed(str): pair all the same, for this reason.
    """

    confirmed = Signal(str)

    def __init__(self, sentence: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.reason = QLineEdit()
        self.pair = button.primary(Label("仍然配对", "Pair all the same"))
        self.cancel = button.plain(Label("取消", "Cancel"))
        words.bind(self, self.setWindowTitle, _TITLE)
        words.name(self.reason, _WHY)
        self.cancel.setDefault(True)
        self.cancel.setAutoDefault(True)
        self._lay_out(sentence)
        self.pair.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    @override
    def accept(self) -> None:
        reason = self.reason.text().strip()
        super().accept()
        self.confirmed.emit(reason)

    def _lay_out(self, sentence: Label) -> None:
        picture = QLabel()
        picture.setTextFormat(Qt.TextFormat.PlainText)
        picture.setPixmap(icons.icon("triangle-alert", Tone.SOON).pixmap(24, 24))
        said = text.paragraph(sentence)
        said.setMinimumWidth(340)
        top = QHBoxLayout()
        top.setSpacing(style.WIDE)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(said, 1)
        buttons = foot_row.of(self.pair, self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.LOOSE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addLayout(top)
        layout.addWidget(text.small(_WHY))
        layout.addWidget(self.reason)
        layout.addLayout(buttons)
