"""Enters an objection to a result that is publicised: what is objected to, and by whom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.labels import Label
from ui import style, words
from ui.form_editors import LongEditor, TextEditor
from ui.palette import Tone
from ui.pieces import button, foot_row, text

TITLE = Label("登记公示异议", "Record an objection")
_WHAT = Label(
    "申报会转为“有异议”，核查后再写明成立或不成立。",
    "The application goes to “objected to” until it has been looked into.",
)
_CONTENT, _BY = Label("异议内容 *", "Objection *"), Label("提出人（可空）", "Raised by (may be blank)")
_MISSING = Label("请写明异议内容。", "Say what is objected to.")


class ObjectionDialog(QDialog):
    """Nothing is entered without its words.

    Signals:
        given(str, str): the objection and who raised it; the dialog is closed by then.
    """

    given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.content, self.by = LongEditor(), TextEditor()
        self.fault = text.line(_MISSING, style.SECONDARY, Tone.OVERDUE)
        self.keep = button.primary(Label("登记", "Record"))
        self.cancel = button.plain(Label("返回", "Back"))
        words.bind(self, self.setWindowTitle, TITLE)
        words.name(self.content, Label("异议内容", "Objection"))
        words.name(self.by, Label("提出人", "Raised by"))
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.title(TITLE))
        layout.addWidget(text.paragraph(_WHAT))
        for label, editor in ((_CONTENT, self.content), (_BY, self.by)):
            layout.addWidget(text.line(label, tone=Tone.QUIET))
            layout.addWidget(editor)
        layout.addWidget(self.fault)
        foot = foot_row.of(self.cancel, self.keep)
        layout.addLayout(foot)
        self.keep.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)

    @override
    def accept(self) -> None:
        said = self.content.typed()
        self.fault.setVisible(not said)
        if not said:
            self.content.setFocus()
            return
        super().accept()
        self.given.emit(said, self.by.text().strip())
