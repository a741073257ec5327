"""Chips above a list: the questions an office asks, each with its count; one is asked at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ptman.labels import Label, Lang
from ui import style, words


@dataclass(frozen=True, slots=True)
class Chip:
    """A saved view: the rows that wear `tag`, or all rows when it is empty."""

    key: str
    label: Label
    tag: str = ""


class Chips(QWidget):
    """A row of chips of which one is checked.

    Signals:
        chosen(str): the key of the chip the user asks for.
    """

    chosen = Signal(str)

    def __init__(self, chips: Sequence[Chip], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {chip.key: chip for chip in chips}
        self._buttons: dict[str, QPushButton] = {}
        self._counts: Mapping[str, int] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        for chip in chips:
            layout.addWidget(self._button(chip))
        layout.addStretch(1)
        words.on_change(self, self._name)
        if chips:
            self.check(chips[0].key)
        self._name()

    def checked(self) -> Chip | None:
        """The chip that is asked; None where there are no chips."""
        for key, button in self._buttons.items():
            if button.isChecked():
                return self._chips[key]
        return None

    def check(self, key: str) -> None:
        """Check a chip by its key without asking; an unknown key is passed over."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def show_counts(self, counts: Mapping[str, int], *, quiet: bool = False) -> None:
        """How many rows each chip would show, by its key; `quiet` hides those but the first that would show none."""
        self._counts = counts
        self._name()
        for at, (key, button) in enumerate(self._buttons.items()):
            button.setVisible(not quiet or at == 0 or counts.get(key) != 0 or button.isChecked())

    def _button(self, chip: Chip) -> QPushButton:
        button = QPushButton()
        style.role(button, style.Role.CHIP)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(chip.key))
        self._group.addButton(button)
        self._buttons[chip.key] = button
        return button

    def _name(self) -> None:
        for key, button in self._buttons.items():
            count = self._counts.get(key)
            name = words.say(self._chips[key].label)
            button.setText((name if count is None else f"{name} {count}").replace("&", "&&"))
            rows = "" if count is None else f"，{count} 行" if words.lang() is Lang.ZH else f", {count} rows"
            button.setAccessibleName(name + rows)
