"""The first step of giving data away: who is to have it, for what, under which agreement, in which layout."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from ptman.export.giving.recipients import Known
from ptman.export.giving.wish import Recipient
from ptman.export.layouts.layout import Layout
from ptman.export.layouts.store import Saved
from ptman.labels import Label
from ptman.rules.disclosing import Purpose
from ui import style, words
from ui.layouts.layout_box import LayoutBox
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.organisation_box import OrganisationBox

_WHO = Label("接收方", "Recipient")
_WHY = Label("用途", "Purpose")
_SAID = Label("用途说明", "Purpose in words")
_UNDER = Label("依据协议", "Agreement")
_HINT = Label(
    "接收方在校外时，只提供已有同意记录的学生；其余的人会逐个列出，不写进文件。",
    "Outside the university only students who have agreed are given; the others are listed and left out of the file.",
)


class Towards(QWidget):
    """A form of one page.

    Signals:
        changed: something was said.
        layout_picked(Layout): these columns are wanted.
    """

    changed = Signal()
    layout_picked = Signal(object)

    def __init__(self, screen: Layout) -> None:
        super().__init__()
        self.recipient = OrganisationBox(_WHO)
        self.inside = QCheckBox()
        self.purpose = QComboBox()
        self.note = QLineEdit()
        self.agreement = QComboBox()
        self.layouts = LayoutBox(screen)
        self._lay_out()
        self._connect()

    def show_known(self, known: Sequence[Known], saved: Sequence[Saved]) -> None:
        self.recipient.show_known(known)
        self.layouts.show_saved(saved)

    def who(self) -> Recipient:
        return replace(self.recipient.recipient(), inside=self.inside.isChecked())

    def why(self) -> Purpose:
        return list(Purpose)[max(0, self.purpose.currentIndex())]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.NORMAL)
        grid.setColumnStretch(1, 1)
        self.agreement.setEditable(True)
        lines: tuple[tuple[Label, QWidget], ...] = (
            (_WHO, self.recipient),
            (_WHY, self.purpose),
            (_SAID, self.note),
            (_UNDER, self.agreement),
            (Label("版式", "Layout"), self.layouts),
        )
        for at, (label, part) in enumerate(lines):
            grid.addWidget(text.line(label, tone=Tone.QUIET), 2 * at, 0)
            grid.addWidget(part, 2 * at, 1)
            words.name(part, label)
        grid.addWidget(self.inside, 1, 1)
        words.bind(self.inside, self.inside.setText, Label("是本校的单位", "Part of our own university"))
        grid.addWidget(text.paragraph(_HINT, Tone.QUIET), 2 * len(lines), 0, 1, 2)
        grid.setRowStretch(2 * len(lines) + 1, 1)
        self._speak()

    def _connect(self) -> None:
        self.recipient.currentTextChanged.connect(self._on_recipient)
        self.inside.toggled.connect(self.changed)
        self.purpose.activated.connect(self.changed)
        self.note.textChanged.connect(self.changed)
        self.layouts.picked.connect(self.layout_picked)
        words.on_change(self, self._speak)

    def _speak(self) -> None:
        at = max(0, self.purpose.currentIndex())
        self.purpose.clear()
        self.purpose.addItems([words.say(one.label) for one in Purpose])
        self.purpose.setCurrentIndex(at)

    def _on_recipient(self) -> None:
        """The agreements with them, and the layout that was kept for them."""
        found = self.recipient.known()
        self.agreement.clear()
        self.agreement.addItems(["", *(found.agreements if found is not None else ())])
        ids = (found.recipient.id,) if found is not None else ()
        if (layout := self.layouts.choose_recipients(self.recipient.currentText().strip(), ids)) is not None:
            self.layout_picked.emit(layout)
        self.changed.emit()
