"""Asks under what name a layout is kept, who sees it, and for which recipient it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.export.giving.recipients import PERSON, Known
from ptman.export.layouts.store import Belonging, Saved
from ptman.labels import Label
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.organisation_box import OrganisationBox

_TITLE = Label("保存版式", "Save the layout")
_LONGEST = 60


class SaveDialog(QDialog):
    """Nothing is kept by this dialog itself.

    Signals:
        named(str, Belonging): keep it so; the dialog is closed by then.
    """

    named = Signal(str, object)

    def __init__(self, who: str, known: Sequence[Known], before: Saved | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = who
        self.name = QLineEdit(before.name if before is not None else "")
        self.mine, self.everybodys = QRadioButton(), QRadioButton()
        self.recipient = OrganisationBox(Label("接收单位或个人", "Recipient"))
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.keep = button.primary(Label("保存", "Save"), "save")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        words.bind(self, self.setWindowTitle, _TITLE)
        self.recipient.show_known(known)
        self.recipient.setEditText(_recipient(known, before) if before is not None else "")
        self.mine.setChecked(before is not None and bool(before.belonging.owner))
        self.everybodys.setChecked(not self.mine.isChecked())
        self.name.setMaxLength(_LONGEST)
        self._lay_out()
        self._connect()
        self._renew()

    @override
    def accept(self) -> None:
        if not self.name.text().strip():
            return
        found = self.recipient.known()
        owner, key = self._who if self.mine.isChecked() else "", found.recipient.id if found is not None else ""
        is_person = found is not None and found.recipient.kind == PERSON
        super().accept()
        self.named.emit(
            self.name.text().strip(), Belonging(owner, person=key) if is_person else Belonging(owner, organisation=key)
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(_TITLE))
        layout.addLayout(self._grid())
        hint = Label(
            "写了接收单位或个人，对外提供、发给对方填写时会先用这个版式。",
            "With a recipient, it comes first when data is given or a workbook is sent to them.",
        )
        layout.addWidget(text.paragraph(hint, Tone.QUIET))
        layout.addWidget(text.hairline())
        foot = foot_row.of(self.cancel, self.keep)
        layout.addLayout(foot)
        self.keep.setDefault(True)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.SMALL)
        grid.setColumnStretch(1, 1)
        words.bind(self.everybodys, self.everybodys.setText, Label("办公室共用", "For the office"))
        words.bind(self.mine, self.mine.setText, Label("只给我自己", "Only for me"))
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.everybodys)
        row.addWidget(self.mine)
        row.addStretch(1)
        named = Label("名称", "Name")
        words.name(self.name, named)
        lines = (
            (named, self.name),
            (Label("使用者", "Users"), who),
            (Label("接收单位或个人", "Recipient"), self.recipient),
        )
        for at, (label, part) in enumerate(lines):
            grid.addWidget(text.line(label, tone=Tone.QUIET), at, 0)
            grid.addWidget(part, at, 1)
        return grid

    def _connect(self) -> None:
        self.name.textChanged.connect(self._renew)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)

    def _renew(self) -> None:
        self.keep.setEnabled(bool(self.name.text().strip()))


def _recipient(known: Sequence[Known], before: Saved) -> str:
    """As the box calls them: a person with the number that tells namesakes apart."""
    person = before.belonging.person
    return next((one.recipient.name for one in known if person and one.recipient.id == person), before.recipient)
