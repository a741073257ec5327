"""What a new document asks for beyond the records: one line for each question."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from ptman.labels import Label
from ptman.letters.blanks import BlankKind
from ptman.letters.families.family import Ask
from ui import style, words
from ui.palette import Tone
from ui.pieces import text

_DAY = Label("如 2026-09-10", "such as 2026-09-10")
_COUNT = Label("整数", "a whole number")
_EACH = Label("两种语言写作 中文||英文", "for both languages: Chinese||English")


class Asked(QWidget):
    """What no record holds, one line each.

    Signals:
        changed: an answer is being typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(style.TIGHT)
        self.lines: dict[str, QLineEdit] = {}
        self._typed: dict[str, str] = {}

    def show_asks(self, asks: Sequence[Ask]) -> None:
        """A line for each, with what was typed for that question, else with what usually stands there."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self.lines = {}
        for ask in asks:
            line = QLineEdit(self._typed.get(ask.key, words.say(ask.usual)))
            hint = _DAY if ask.kind is BlankKind.DATE else _COUNT if ask.kind is BlankKind.NUMBER else _EACH
            words.bind(line, line.setPlaceholderText, hint)
            star = " *" if ask.required else ""
            label = Label(f"{ask.label.zh}{star}", f"{ask.label.en[:1].upper()}{ask.label.en[1:]}{star}")
            words.name(line, label)
            line.textChanged.connect(self.changed)
            line.textEdited.connect(partial(self._typed.__setitem__, ask.key))
            self._form.addRow(text.line(label, style.SECONDARY, Tone.QUIET), line)
            self.lines[ask.key] = line

    def fill(self, given: Mapping[str, str]) -> None:
        """As if these answers had been typed; they stand until the lines are shown."""
        self._typed.update(given)
        for key, line in self.lines.items():
            line.setText(self._typed.get(key, line.text()))

    def given(self) -> tuple[tuple[str, str], ...]:
        return tuple((key, line.text().strip()) for key, line in self.lines.items())
