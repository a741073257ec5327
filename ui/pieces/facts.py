"""Facts to be read, not edited: a quiet name at the left, the value at the right, in two aligned columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ptman.labels import Label
from ptman.listing import Value, shown
from ui import style, words
from ui.palette import Tone
from ui.pieces import text

Fact = tuple[Label, Value] | tuple[Label, Value, Tone]


class Facts(QWidget):
    """A small table of facts; a blank value shows as a dash."""

    def __init__(self, facts: Sequence[Fact], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(style.NORMAL)
        layout.setVerticalSpacing(style.TIGHT)
        layout.setColumnMinimumWidth(0, 84)
        layout.setColumnStretch(1, 1)
        for at, fact in enumerate(facts):
            name = text.line(fact[0], tone=Tone.QUIET)
            layout.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(_value(fact), at, 1)
        layout.setRowStretch(len(facts), 1)


def _value(fact: Fact) -> text.Text:
    made = text.Text(tone=fact[2] if len(fact) == 3 else Tone.PLAIN)  # noqa: PLR2004 - the third part is the tone
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def say() -> None:
        made.setText(shown(fact[1], words.lang()) or "—")

    say()
    words.on_change(made, say)
    return made
