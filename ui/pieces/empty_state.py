"""What a list without rows shows: what it is for, and the button to begin with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import icons, style
from ui.palette import Tone
from ui.pieces import button, text

_WIDTH, _LEAST = 360, 120


class EmptyState(QWidget):
    """An icon, one sentence and perhaps one button, in the middle of the place.

    Signals:
        pressed: the button was pressed.
    """

    pressed = Signal()

    def __init__(self, icon: str, sentence: Label, action: Label | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setTextFormat(Qt.TextFormat.PlainText)
        picture.setPixmap(icons.icon(icon, Tone.QUIET).pixmap(style.VAST, style.VAST))
        self.sentence = text.paragraph(sentence, Tone.QUIET)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setMaximumWidth(_WIDTH)
        self.sentence.setMinimumWidth(_LEAST)
        # A label that wraps gets its height from a layout only where it is not aligned in it; a narrow place, such as
        # the inspector, makes it narrower, never the other way round.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence, _WIDTH)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.NORMAL)
        layout.addStretch(2)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(middle)
        if action is not None:
            self.button = button.primary(action)
            self.button.clicked.connect(self.pressed)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
