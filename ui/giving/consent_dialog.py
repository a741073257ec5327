"""Records at once that several students have agreed to what is about to be given."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.export.giving.wish import Wish
from ptman.labels import Label
from ptman.rules import dates
from ui import day, style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text

_TITLE = Label("登记同意书", "Record consents")
_DAY = Label("同意日期", "Given on")
_VERSION = Label("告知书版本", "Notice version")
_NO_DAY = Label("写明同意日期，如 2026-09-10，不晚于今天。", "Say the day, such as 2026-09-10, not after today.")


class ConsentDialog(QDialog):
    """Nothing is written by this dialog itself.

    Signals:
        said(date, str): they agreed on that day, told by that version of the notice; the dialog is closed by then.
    """

    said = Signal(object, str)

    def __init__(self, asked: Wish, students: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = QLineEdit(day.today().isoformat())
        self.version = QLineEdit()
        self.fault = text.Text(style.SECONDARY, Tone.OVERDUE)
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.keep = button.primary(Label("登记", "Record"), "check")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        words.bind(self, self.setWindowTitle, _TITLE)
        self._lay_out(asked, len(students))
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self.day.textChanged.connect(self._renew)
        self._renew()

    @override
    def accept(self) -> None:
        given = self._day()
        if given is not None:
            super().accept()
            self.said.emit(given, self.version.text().strip())

    def _lay_out(self, asked: Wish, count: int) -> None:
        name, purpose = asked.recipient.name, asked.purpose.label
        what = Label(
            f"{count} 名学生已书面同意：为“{purpose.zh}”把个人信息提供给“{name}”。",
            f"{count} students have agreed in writing that data is given to {name} for: {purpose.en.lower()}.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(_TITLE))
        layout.addWidget(text.paragraph(what))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.SMALL)
        for at, (label, line) in enumerate(((_DAY, self.day), (_VERSION, self.version))):
            grid.addWidget(text.line(label, tone=Tone.QUIET), at, 0)
            grid.addWidget(line, at, 1)
            words.name(line, label)
        layout.addLayout(grid)
        layout.addWidget(self.fault)
        layout.addWidget(text.hairline())
        foot = foot_row.of(self.cancel, self.keep)
        layout.addLayout(foot)
        self.keep.setDefault(True)

    def _day(self) -> date | None:
        given = dates.date(self.day.text().strip()).value if self.day.text().strip() else None
        return given if given is not None and given <= day.today() else None

    def _renew(self) -> None:
        good = self._day() is not None
        words.bind(self.fault, self.fault.setText, Label("", "") if good else _NO_DAY)
        self.keep.setEnabled(good)
