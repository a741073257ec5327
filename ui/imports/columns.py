"""The dialog that matches the headers of a source with columns: by dragging, by keys, by a box."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.intake.layouts import LEFT_OUT, Layout, Meaning
from ptman.labels import Label
from ui import style, words
from ui.imports.column_lists import OUT, Headings, Targets
from ui.palette import Tone
from ui.pieces import button, foot_row, text

_TITLE = Label("列的对应", "What the columns are")
_HOW = Label(
    "把左边的表头拖到右边的列上；或选中表头，在下方选择；用键盘：在表头上按回车，再在右边的列上按回车。"
    "记住后，这个来源以后的工作簿直接认得。",
    "Drag a header onto what it means; or select it and choose below; by keys: Enter on it, then on the column. "
    "Later workbooks of this source are then understood at once.",
)
_UNSAID = Label("（按表头自动识别）", "(by its header)")
_NO_CHANGE = Label("还没有改动任何一列。", "No column has been changed.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The headers of one sheet, or those by which a source is remembered, and who sends it."""

    title: Label
    sender: str
    layout: Layout


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of the headers of one kind of workbook of a sender."""

    book: str
    sender: str
    meanings: tuple[Meaning, ...]


class ColumnsDialog(QDialog):
    """Nothing is remembered by this dialog itself.

    Signals:
        said(list): a Said for each sheet of which something was said; the dialog is closed by then.
    """

    said = Signal(list)

    def __init__(self, sheets: Sequence[Sheet], keep: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = tuple(sheets)
        self._slots = [[heading.slot for heading in sheet.layout.headings] for sheet in sheets]
        self.sheet = QComboBox()
        self.headings = Headings()
        self.targets = Targets(self.headings)
        self.header = text.Text()
        self.box = QComboBox()
        self.missing = text.Text(tone=Tone.SOON)
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.keep = button.primary(keep, "check")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1000, 640)
        words.bind(self, self.setWindowTitle, _TITLE)
        self._lay_out()
        self._connect()
        self._show()
        self.headings.setFocus()

    def choose(self, slot: str | None) -> None:
        """Say what the selected header means; what said the same before says nothing any more."""
        at = self.headings.at()
        if at < 0:
            return
        slots = self._slots[self.sheet.currentIndex()]
        self._slots[self.sheet.currentIndex()] = [None if slot and one == slot else one for one in slots]
        self._slots[self.sheet.currentIndex()][at] = slot
        self._show()

    def meanings(self) -> list[Said]:
        """What differs from what the dialog was opened with."""
        found = []
        for sheet, slots in zip(self._sheets, self._slots, strict=True):
            changed = [(one, slot) for one, slot in zip(sheet.layout.headings, slots, strict=True) if one.slot != slot]
            if changed:
                meanings = tuple(Meaning(one.header, one.key, slot) for one, slot in changed)
                found.append(Said(sheet.layout.book, sheet.sender, meanings))
        return found

    @override
    def accept(self) -> None:
        said = self.meanings()
        if said:
            super().accept()
            self.said.emit(said)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(_TITLE))
        layout.addWidget(text.paragraph(_HOW, Tone.QUIET))
        words.name(self.sheet, Label("工作表", "Sheet"))
        self.sheet.setVisible(len(self._sheets) > 1)
        for _ in self._sheets:
            self.sheet.addItem("")
        layout.addWidget(self.sheet)
        lists = QHBoxLayout()
        lists.setSpacing(style.WIDE)
        lists.addWidget(self.headings, 3)
        lists.addWidget(self.targets, 2)
        layout.addLayout(lists, 1)
        layout.addLayout(self._one())
        layout.addWidget(self.missing)
        layout.addWidget(text.hairline())
        layout.addLayout(self._foot())

    def _one(self) -> QHBoxLayout:
        """What the selected header is read as."""
        one = QHBoxLayout()
        one.setSpacing(style.SMALL)
        words.name(self.box, Label("选中的表头读作", "The selected header is read as"))
        self.box.setMinimumWidth(260)
        one.addWidget(self.header)
        one.addWidget(self.box)
        one.addStretch(1)
        return one

    def _foot(self) -> QHBoxLayout:
        foot = foot_row.of(self.cancel, self.keep)
        self.keep.setDefault(True)
        return foot

    def _connect(self) -> None:
        self.sheet.currentIndexChanged.connect(self._show)
        self.headings.currentItemChanged.connect(self._show_selected)
        self.headings.left_sideways.connect(self.targets.setFocus)
        self.targets.chosen.connect(self.choose)
        self.box.activated.connect(lambda: self.choose(self.box.currentData()))
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        words.on_change(self, self._show)

    def _show(self) -> None:
        at = self.sheet.currentIndex()
        for index, sheet in enumerate(self._sheets):
            self.sheet.setItemText(index, words.say(sheet.title))
        layout, slots = self._sheets[at].layout, self._slots[at]
        self.headings.show_layout(layout, slots)
        self.targets.show_layout(layout, slots)
        missing = [one.label for one in layout.targets if one.required and one.slot not in slots]
        zh, en = "、".join(one.zh for one in missing), ", ".join(one.en for one in missing)
        words.bind(self.missing, self.missing.setText, Label(f"还缺：{zh}", f"Still missing: {en}"))
        self.missing.setVisible(bool(missing) and bool(layout.sheet))
        able = bool(self.meanings())
        self.keep.setEnabled(able)
        self.keep.setToolTip("" if able else words.say(_NO_CHANGE))
        self._show_selected()

    def _show_selected(self) -> None:
        at = self.headings.at()
        layout = self._sheets[self.sheet.currentIndex()].layout
        self.box.clear()
        self.box.addItem(words.say(_UNSAID), None)
        self.box.addItem(words.say(OUT), LEFT_OUT)
        for target in layout.targets:
            self.box.addItem(words.say(target.label) + (" *" if target.required else ""), target.slot)
        self.box.setEnabled(at >= 0)
        if at >= 0:
            header = layout.headings[at].header
            words.bind(self.header, self.header.setText, Label(f"“{header}”读作", f"“{header}” is read as"))
            slot = self._slots[self.sheet.currentIndex()][at]
            self.box.setCurrentIndex(max(0, self.box.findData(slot)))
