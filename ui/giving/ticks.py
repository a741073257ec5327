"""A list of which some lines are ticked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ptman.labels import Label
from ui import style, words
from ui.palette import Tone

_KEY = Qt.ItemDataRole.UserRole
_SENSITIVE = _KEY + 1


@dataclass(frozen=True, slots=True)
class Tick:
    """One line; a sensitive one is coloured, and one that cannot be ticked says why."""

    key: str
    label: Label
    ticked: bool = False
    sensitive: bool = False
    closed: Label | None = None


class Ticks(QListWidget):
    """Space ticks the line that is current; `itemChanged` says that it was."""

    def __init__(self, name: Label, ticks: Sequence[Tick] = ()) -> None:
        super().__init__()
        words.name(self, name)
        self.show_ticks(ticks)

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """These lines instead of what was listed; `itemChanged` is not emitted."""
        self.blockSignals(True)
        self.clear()
        for tick in ticks:
            item = QListWidgetItem(words.say(tick.label if tick.closed is None else _because(tick.label, tick.closed)))
            item.setData(_KEY, tick.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if tick.ticked else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, style.row_height() - style.TIGHT))
            if tick.closed is not None:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            if tick.sensitive:
                item.setData(_SENSITIVE, True)
                item.setForeground(QColor(style.tones().ink_of(Tone.SOON)))
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)

    def ticked(self) -> tuple[str, ...]:
        items = (self.item(at) for at in range(self.count()))
        return tuple(item.data(_KEY) for item in items if item.checkState() is Qt.CheckState.Checked)

    def arrange(self, keys: Sequence[str]) -> None:
        """These lines first, in that order, and only they ticked; sensitive ones wait to be ticked by hand."""
        items = [self.takeItem(0) for _ in range(self.count())]
        places = {key: at for at, key in enumerate(keys)}
        for item in sorted(items, key=lambda one: places.get(one.data(_KEY), len(places))):
            wanted = item.data(_KEY) in places and not item.data(_SENSITIVE)
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)


def _because(label: Label, why: Label) -> Label:
    return Label(f"{label.zh}（{why.zh}）", f"{label.en} ({why.en})")
