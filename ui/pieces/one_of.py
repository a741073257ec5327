"""A box of some values, each with its label in the language of the moment."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from ptman.labels import Label
from ui import words


class OneOf(QComboBox):
    """One of some values, each with its label in the language of the moment."""

    def __init__(self, label: Label) -> None:
        super().__init__()
        self._offered: tuple[tuple[str, Label], ...] = ()
        words.name(self, label)
        words.on_change(self, self._say)

    def offer(self, offered: Sequence[tuple[str, Label]]) -> None:
        """These, with the one that was chosen before where it is still there."""
        before = self.value()
        self._offered = tuple(offered)
        self._say()
        keys = [key for key, _ in self._offered]
        self.setCurrentIndex(keys.index(before) if before in keys else 0)
        self.setEnabled(len(keys) > 1)

    def value(self) -> str:
        at = self.currentIndex()
        return self._offered[at][0] if 0 <= at < len(self._offered) else ""

    def choose(self, key: str) -> None:
        """As if the user had taken it."""
        keys = [known for known, _ in self._offered]
        if key in keys:
            self.setCurrentIndex(keys.index(key))

    def _say(self) -> None:
        at = self.currentIndex()
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems([words.say(label) for _, label in self._offered])
        self.setCurrentIndex(at)
        self.blockSignals(blocked)
