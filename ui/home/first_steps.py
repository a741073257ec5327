"""What a new office sees on its first page: five steps in their order, each with its button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import icons, style, words
from ui.home.morning import Begun
from ui.palette import Tone
from ui.pieces import button, text

_TITLE = Label("从这里开始", "Begin here")
_SENTENCE = Label(
    "这里会列出每天要办的事。新的办公文件还是空的：按下面的顺序导入收到的工作簿，然后配对。",
    "What needs doing each day will stand here. This office file is new: import the workbooks you were sent in the "
    "order below, then pair.",
)
_IMPORT = Label("导入…", "Import…")
_GO = Label("去配对", "Go and pair")


class FirstSteps(QWidget):
    """The next step to take has the one filled button.

    Signals:
        asked(str, str): the page and the place on it where a step is done.
    """

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        inner = QWidget()
        inner.setMaximumWidth(640)
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(style.NORMAL)
        self._steps.setVerticalSpacing(style.NORMAL)
        self._steps.setColumnStretch(1, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.WIDE, style.VAST, style.WIDE, style.WIDE)
        column.setSpacing(style.NORMAL)
        column.addWidget(text.title(_TITLE))
        column.addWidget(text.paragraph(_SENTENCE, Tone.QUIET))
        column.addSpacing(style.SMALL)
        column.addLayout(self._steps)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inner, 1, Qt.AlignmentFlag.AlignHCenter)
        inner.setMinimumWidth(560)

    def show_steps(self, steps: Sequence[Begun]) -> None:
        """Show the steps, ticking those that have brought something in."""
        while (item := self._steps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        first = next((step.key for step in steps if not step.count), "")
        for at, step in enumerate(steps):
            self._add(at, step, primary=step.key == first)

    def _add(self, at: int, step: Begun, *, primary: bool) -> None:
        mark = QLabel()
        mark.setTextFormat(Qt.TextFormat.PlainText)
        if step.count:
            mark.setPixmap(icons.icon("circle-check", Tone.DONE).pixmap(20, 20))
        else:
            mark.setText(str(at + 1))
        mark.setFont(style.font(style.TITLE))
        mark.setFixedWidth(style.VAST)
        mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(text.line(step.title))
        lines.addWidget(text.small(_counted(step) if step.count else step.why))
        label = _GO if step.page == "pairing" else _IMPORT
        made = button.primary(label, "upload") if primary else button.plain(label)
        words.name(made, step.title.plus(label, "，"))
        made.clicked.connect(lambda: self.asked.emit(step.page, step.place))
        made.setMinimumWidth(120)
        self.buttons[step.key] = made
        self._steps.addWidget(mark, at, 0, Qt.AlignmentFlag.AlignTop)
        self._steps.addLayout(lines, at, 1)
        self._steps.addWidget(made, at, 2, Qt.AlignmentFlag.AlignVCenter)


def _counted(step: Begun) -> Label:
    return Label(f"已有 {step.count} 条", f"{step.count} on file")
