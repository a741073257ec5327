"""The dialog in which a failure is told: a sentence, a small code, and for bugs the trace to copy."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ptman.labels import Label
from ui import icons, style, words
from ui.palette import Tone
from ui.pieces import button, text


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice says."""

    title: Label
    sentence: Label
    code: str
    trace: str = ""


class Notice(QDialog):
    """Modal to its window; Escape and Enter close it."""

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = told
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        words.bind(self, self.setWindowTitle, told.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.LOOSE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.WIDE)
        layout.addLayout(self._sentence())
        if told.trace:
            layout.addWidget(self._trace())
        layout.addLayout(self._buttons())

    def _sentence(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setTextFormat(Qt.TextFormat.PlainText)
        picture.setPixmap(icons.icon("circle-alert", Tone.OVERDUE).pixmap(24, 24))
        column = QVBoxLayout()
        column.setSpacing(style.TIGHT)
        sentence = text.paragraph(self.told.sentence, selectable=True)
        sentence.setMinimumWidth(360)
        column.addWidget(sentence)
        if self.told.code:
            column.addWidget(text.quiet(self.told.code))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(style.WIDE)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _trace(self) -> QPlainTextEdit:
        view = QPlainTextEdit(self.told.trace)
        view.setReadOnly(True)
        view.setMinimumSize(560, 200)
        words.name(view, Label("错误详情", "Details of the fault"))
        return view

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.SMALL)
        row.addStretch(1)
        if self.told.trace:
            copy = button.plain(Label("复制", "Copy"), "copy")
            copy.clicked.connect(self._on_copy)
            row.addWidget(copy)
        close = button.primary(Label("知道了", "Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.told.trace)
