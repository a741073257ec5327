"""How a use went: a mark from 1 to 5, a few words, and the hours that were really used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ptman.aspects.resources.booking import Mark
from ptman.fields import Kind
from ptman.labels import Label, same
from ptman.rules import measures
from ui import style, words
from ui.form_editors import TextEditor
from ui.palette import Tone
from ui.pieces import button, foot_row, text

TITLE = Label("评价使用情况", "Evaluate a use")
SCORE, COMMENT = Label("评分", "Score"), Label("评价意见", "In words")
HOURS = Label("实际机时（小时）", "Hours really used")
KEEP, CANCEL = Label("评价", "Evaluate"), Label("取消", "Cancel")
BAD_HOURS = Label("应为小时数，如 3.5；空白则按预约时间计。", "Hours such as 3.5; blank: as booked.")
MARKS = (
    Label("1 差", "1 poor"),
    Label("2 较差", "2 weak"),
    Label("3 一般", "3 fair"),
    Label("4 好", "4 good"),
    Label("5 很好", "5 very good"),
)


class EvaluateDialog(QDialog):
    """Enter evaluates, Escape changes nothing.

    Signals:
        marked(Mark): how it went.
    """

    marked = Signal(object)

    def __init__(self, what: str, tenths: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scores = QButtonGroup(self)
        self.comment = QPlainTextEdit()
        self.hours = TextEditor("3.5")
        self.fault = text.Text(style.SECONDARY, Tone.OVERDUE)
        self.keep, self.cancel = button.primary(KEEP, "check"), button.plain(CANCEL)
        words.bind(self, self.setWindowTitle, TITLE)
        words.name(self.comment, COMMENT)
        words.name(self.hours, HOURS)
        if tenths is not None:
            self.hours.show_value(measures.Measure(Kind.TENTHS, tenths))
        self._lay_out(what)
        self.keep.setDefault(True)
        self.keep.setEnabled(False)
        self.scores.idClicked.connect(lambda _: self.keep.setEnabled(True))
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self, what: str) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(style.NORMAL)
        for at, label in enumerate(MARKS, 1):
            choice = QRadioButton()
            words.bind(choice, choice.setText, label)
            self.scores.addButton(choice, at)
            marks.addWidget(choice)
        marks.addStretch(1)
        self.comment.setFixedHeight(90)
        self.comment.setTabChangesFocus(True)
        self.fault.setWordWrap(True)
        self.fault.hide()
        lines = QFormLayout()
        lines.setSpacing(style.SMALL)
        for label, part in ((SCORE, marks), (COMMENT, self.comment), (HOURS, self.hours)):
            lines.addRow(text.line(label, tone=Tone.QUIET), part)
        foot = foot_row.of(self.cancel, self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(same(what)))
        layout.addLayout(lines)
        layout.addWidget(self.fault)
        layout.addLayout(foot)

    def _on_keep(self) -> None:
        typed = self.hours.typed()
        answer = measures.read(Kind.TENTHS, typed) if typed else None
        if answer is not None and answer.value is None:
            words.bind(self.fault, self.fault.setText, BAD_HOURS)
            self.fault.show()
            self.hours.setFocus()
            return
        tenths = answer.value if answer is not None else None
        mark = Mark(self.scores.checkedId(), self.comment.toPlainText(), tenths if isinstance(tenths, int) else None)
        self.accept()
        self.marked.emit(mark)
