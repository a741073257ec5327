"""The comments on a scenario: who said what of whom and when, each resolved or opened again by one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ptman.assign.scenario_rows import Opened, Remark
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text

_NONE = Label("还没有意见。选中学生，按 Ctrl+M 写意见。", "No comments yet. Choose a student and press Ctrl+M.")


class RemarkList(QScrollArea):
    """Open ones first.

    Signals:
        settled(str, bool): the comment of that key is resolved, or (false) open again.
        student_asked(str): put the keys on that student.
    """

    settled = Signal(str, bool)
    student_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._opened: Opened | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        words.name(self, Label("意见", "Comments"))
        words.on_change(self, self._draw)

    def show_opened(self, opened: Opened | None) -> None:
        self._opened = opened
        self._draw()

    def _draw(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        column.setSpacing(style.SMALL)
        self.buttons = {}
        remarks = self._opened.remarks if self._opened is not None else ()
        names = self._opened.plan.situation.names() if self._opened is not None else {}
        if not remarks:
            column.addWidget(text.paragraph(_NONE, Tone.QUIET))
        for one in sorted(remarks, key=lambda one: one.resolved is not None):
            column.addLayout(self._row(one, names.get(one.student, "")))
            column.addWidget(text.hairline())
        column.addStretch(1)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def _row(self, one: Remark, name: str) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(style.TIGHT)
        role = one.role.label if one.role is not None else Label("", "")
        head = Label(f"{name} {role.zh}".strip(), f"{name} {role.en}".strip())
        top = QHBoxLayout()
        top.addWidget(text.line(head))
        top.addStretch(1)
        day = one.said.at.date().isoformat() if one.said.at is not None else ""
        top.addWidget(text.line(Label(f"{one.said.who} {day}", f"{one.said.who} {day}"), style.SECONDARY, Tone.QUIET))
        row.addLayout(top)
        row.addWidget(text.paragraph(Label(one.words, one.words), Tone.QUIET if one.resolved else Tone.PLAIN))
        done = one.resolved is not None
        made = button.plain(Label("重新打开", "Open again") if done else Label("已处理", "Resolve"))
        made.clicked.connect(lambda: self.settled.emit(one.id, not done))
        self.buttons[one.id] = made
        foot = QHBoxLayout()
        foot.addWidget(made)
        if one.student:
            seek = button.plain(Label("看该生", "Show the student"))
            seek.clicked.connect(lambda: self.student_asked.emit(one.student))
            foot.addWidget(seek)
        foot.addStretch(1)
        row.addLayout(foot)
        return row
