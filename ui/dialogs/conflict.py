"""A stale save: both values of each field side by side, one of them to be kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import text

_WHY = Label(
    "这条记录在您打开之后被别人改过，还没有保存任何内容。请逐项选择要保留的值。",
    "Somebody changed this record after you opened it; nothing has been saved. Choose the value to keep for each.",
)
_MINE = Label("我的", "Mine")
_THEIRS = Label("现有的", "As it stands")


@dataclass(frozen=True, slots=True)
class Clash:
    """One field with two values, both as shown."""

    key: str
    field: Label
    mine: str
    theirs: str


class Conflict(QWidget):
    """Mine is chosen first: it is what the user has just typed."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        super().__init__()
        self._mine: dict[str, QRadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.WIDE)
        grid.setVerticalSpacing(style.SMALL)
        grid.addWidget(text.paragraph(_WHY, Tone.OVERDUE), 0, 0, 1, 3)
        grid.addWidget(text.small(_MINE), 1, 1)
        grid.addWidget(text.small(_THEIRS), 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, clash in enumerate(clashes, start=2):
            grid.addWidget(text.line(clash.field, tone=Tone.QUIET), row, 0, Qt.AlignmentFlag.AlignTop)
            self._add(grid, row, clash)

    def theirs(self) -> frozenset[str]:
        """The keys of the fields where what stands is to stay."""
        return frozenset(key for key, mine in self._mine.items() if not mine.isChecked())

    def _add(self, grid: QGridLayout, row: int, clash: Clash) -> None:
        group = QButtonGroup(self)
        for column, (side, value) in enumerate(((_MINE, clash.mine), (_THEIRS, clash.theirs)), start=1):
            choice = QRadioButton((value or "—").replace("&", "&&"))
            words.name(choice, clash.field.plus(side, " ").plus(Label(value, value), " "))
            group.addButton(choice)
            grid.addWidget(choice, row, column)
            if column == 1:
                choice.setChecked(True)
                self._mine[clash.key] = choice
