"""Two records side by side that are to be one: which value to keep of each field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ptman.labels import Label
from ptman.register.merge import Contrast, Side
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.facts import Facts

_LONGEST = 36
_KEEP = Label("保留的记录", "The record that stays")
_DROP = Label("并入的记录", "The record merged into it")
_WHAT = Label(
    "两条记录合为一条：配对、派遣、志愿等都归到保留的记录。这是一步操作，可用 Ctrl+Z 整体撤销。",
    "The two become one: pairings, placements and preferences go to the record that stays. "
    "It is one step, which Ctrl+Z takes back whole.",
)
_ALIKE = Label("两条相同的内容", "What both say alike")


class MergeDialog(QDialog):
    """Nothing is merged by this dialog itself; it stays until `done` is called or it is left.

    Signals:
        merge_asked(dict): for each field that differs, the side to take.
        swap_asked: the other record is to stay.
    """

    merge_asked = Signal(dict)
    swap_asked = Signal()

    def __init__(self, contrasts: Sequence[Contrast], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides: dict[str, dict[Side, QRadioButton]] = {}
        self.merge = button.primary(Label("合并", "Merge"), "merge")
        self.swap = button.plain(Label("交换保留的一方", "Keep the other one"))
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        title = Label("合并重复记录", "Merge duplicates")
        words.bind(self, self.setWindowTitle, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.WIDE)
        layout.addWidget(text.title(title))
        layout.addWidget(text.paragraph(_WHAT, Tone.QUIET))
        layout.addWidget(self._body(contrasts), 1)
        layout.addWidget(text.hairline())
        layout.addLayout(self._foot())

    def taken(self) -> dict[str, Side]:
        """For each field that differs, the side that is chosen."""
        return {key: "keep" if pair["keep"].isChecked() else "drop" for key, pair in self.sides.items()}

    def give_back(self) -> None:
        """The merge was refused for a reason told elsewhere; the choice stays."""
        self.merge.setEnabled(True)

    @override
    def accept(self) -> None:
        self.merge.setEnabled(False)
        self.merge_asked.emit(self.taken())

    def merged(self) -> None:
        """The office has kept the merge."""
        super().accept()

    def _body(self, contrasts: Sequence[Contrast]) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, style.NORMAL, 0)
        column.setSpacing(style.WIDE)
        column.addLayout(self._differing([one for one in contrasts if one.differs]))
        alike = [(one.label, one.keep) for one in contrasts if not one.differs]
        if alike:
            column.addWidget(text.small(_ALIKE))
            column.addWidget(Facts(alike))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        return area

    def _differing(self, contrasts: Sequence[Contrast]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.WIDE)
        grid.setVerticalSpacing(style.SMALL)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(text.line(_KEEP), 0, 1)
        grid.addWidget(text.line(_DROP), 0, 2)
        for row, one in enumerate(contrasts, start=1):
            grid.addWidget(text.line(one.label, tone=Tone.QUIET), row, 0)
            group = QButtonGroup(self)
            pair: dict[Side, QRadioButton] = {"keep": _choice(one, one.keep), "drop": _choice(one, one.drop)}
            for at, choice in enumerate(pair.values(), start=1):
                group.addButton(choice)
                grid.addWidget(choice, row, at)
            pair[one.take].setChecked(True)
            self.sides[one.key] = pair
        return grid

    def _foot(self) -> QHBoxLayout:
        foot = foot_row.of(self.cancel, self.merge, left=(self.swap,))
        self.merge.setDefault(True)
        self.swap.clicked.connect(self.swap_asked)
        self.cancel.clicked.connect(self.reject)
        self.merge.clicked.connect(self.accept)
        return foot


def _choice(one: Contrast, value: Label) -> QRadioButton:
    """Long values end in … and stand whole in the tip."""
    choice = QRadioButton()
    words.bind(choice, choice.setText, Label(_short(value.zh), _short(value.en)))
    words.name(choice, one.label.plus(value, " "))
    words.bind(choice, choice.setToolTip, Label(text.plain_tip(value.zh), text.plain_tip(value.en)))
    return choice


def _short(said: str) -> str:
    cut = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    return (cut or "—").replace("&", "&&")
