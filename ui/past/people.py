"""The box that narrows the history to what one person did."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ptman.labels import Label
from ui import words

_EVERYBODY = Label("所有人", "Everybody")


class PeopleBox(QComboBox):
    """Everybody, or one of the names in the journal.

    Signals:
        person_chosen(str): the name, empty for everybody.
    """

    person_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem("", "")
        words.name(self, Label("操作人", "Who did it"))
        words.on_change(self, self._say)
        self.activated.connect(lambda: self.person_chosen.emit(self.person))
        self._say()

    @property
    def person(self) -> str:
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else ""

    def show_people(self, names: Sequence[str]) -> None:
        """Take these names; who was chosen stays chosen while among them."""
        chosen = self.person
        while self.count() > 1:
            self.removeItem(1)
        for name in names:
            self.addItem(name, name)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def _say(self) -> None:
        self.setItemText(0, words.say(_EVERYBODY))
