"""The check list of an application's evidence: one line a kind, with whom it is asked of and how it stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Choice, Label
from ptman.register.title_evidence import Line
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text

TITLE = Label("核验佐证材料", "Check the evidence")
_HEADS = (Label("材料", "Paper"), Label("要求范围", "Asked of"), Label("核验", "Check"))
_HINT = Label(
    "逐项核验原件。成果类材料核验一项即可。核验人和日期随保存记入。",
    "Check each against its original. Of the results any one will do. Who checked it, and when, is noted on saving.",
)


class EvidenceDialog(QDialog):
    """Signals nothing where nothing was changed.

    Signals:
        given(object): what each changed kind was marked as; the dialog is closed by then.
    """

    given = Signal(object)

    def __init__(self, who: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = {line.kind: line.status for line in lines}
        self.boxes: dict[str, QComboBox] = {}
        self.every = button.plain(Label("应交材料全部核验", "Verify all that must be"), "check")
        self.keep = button.primary(Label("保存", "Save"), "check")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self._lines = tuple(lines)
        words.bind(self, self.setWindowTitle, TITLE)
        self.setMinimumWidth(560)
        self._lay_out(who)
        self.every.clicked.connect(self._on_every)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)

    def marks(self) -> Mapping[str, Choice]:
        """What was changed, by kind."""
        now = {line.kind: list(type(line.status))[self.boxes[line.kind].currentIndex()] for line in self._lines}
        return {kind: status for kind, status in now.items() if status is not self._before[kind]}

    @override
    def accept(self) -> None:
        found = self.marks()
        super().accept()
        if found:
            self.given.emit(found)

    def _lay_out(self, who: str) -> None:
        title, hint = text.Elided(style.TITLE), text.paragraph(_HINT, Tone.QUIET)
        title.setText(who)
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.WIDE)
        grid.setVerticalSpacing(style.SMALL)
        grid.setColumnStretch(1, 1)
        for at, head in enumerate(_HEADS):
            grid.addWidget(text.small(head), 0, at)
        for at, line in enumerate(self._lines, 1):
            grid.addWidget(text.line(line.kind.label), at, 0)
            grid.addWidget(text.line(line.asked_of.label, tone=Tone.QUIET), at, 1)
            self.boxes[line.kind] = _box(line)
            grid.addWidget(self.boxes[line.kind], at, 2)
        foot = foot_row.of(self.cancel, self.keep, left=(self.every,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addLayout(grid)
        layout.addLayout(foot)

    def _on_every(self) -> None:
        """Those of which any one will do are left to the eye."""
        for line in self._lines:
            if line.sure:
                box = self.boxes[line.kind]
                box.setCurrentIndex(box.findText(words.say(type(line.status).VERIFIED.label)))


def _box(line: Line) -> QComboBox:
    made = QComboBox()
    words.name(made, line.kind.label)
    for status in type(line.status):
        made.addItem(words.say(status.label))
    made.setCurrentIndex(list(type(line.status)).index(line.status))
    return made
