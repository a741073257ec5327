"""The sheet of a visit, a check or an evaluation of a base: head at the left, its points at the right, one save."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ptman.aspects.bases.filling import HEADS, Sheet
from ptman.labels import Label, same
from ptman.register import titles
from ptman.rules import base_grade, findings
from ui import form_core, style, words
from ui.aspects.bases.sheet_grid import SheetGrid
from ui.candidates import Candidates
from ui.dialogs.record import RecordDialog
from ui.form import Form
from ui.palette import Tone
from ui.pieces import button, text


class SheetDialog(RecordDialog):
    """Prefilled with what is known; saves head and points together.

    Signals:
        filled(object, object): the changed values of the head, and those of each point by its ref.
    """

    filled = Signal(object, object)
    SHARES = (2, 3)

    def __init__(
        self, sheet: Sheet, known: Candidates, print_: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        fields = [one for key in HEADS[sheet.head.noun] for one in sheet.head.fields if one.key == key]
        form = Form(fields, form_core.values(sheet.head), form_core.core(known), narrow=True)
        title = titles.noun_class(sheet.head.noun).LABEL.plus(same(sheet.base), " · ")
        self.sheet = sheet
        self.grid = SheetGrid(sheet)
        self.total = text.Text(tone=Tone.ACCENT)
        self.paper = button.plain(Label("打印表格…", "Print the sheet…"), "file-text")
        super().__init__(title, form, parent, self._right())
        self.resize(1120, 640)
        self.paper.clicked.connect(lambda: print_())  # noqa: PLW0108 - clicked brings a flag
        self.grid.edited.connect(self._on_edited)
        self.grid.edited.connect(self._reckon)
        words.on_change(self, self._reckon)
        self._reckon()

    @override
    def dirty(self) -> bool:
        return self.form.dirty() or self.grid.dirty()

    @override
    def accept(self) -> None:
        wrong = self.grid.check()
        if self.form.check() or wrong is not None:
            if wrong is not None:
                self.tell(wrong)
            return
        if not self.dirty():
            self.reject()
            return
        self._set_busy(busy=True)
        self.filled.emit(self.form.changes(), self.grid.changes())

    def _right(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SMALL)
        column.addWidget(self.grid, 1)
        column.addWidget(self.total)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _reckon(self) -> None:
        """Of an evaluation, what the points come to so far and the grade they propose."""
        self.total.setVisible(self.sheet.head.noun == "base_evaluation")
        found = base_grade.reckon(zip(self.grid.typed("weight"), self.grid.typed("score"), strict=True))
        if found.open:
            said = Label(f"还有 {found.open} 项没有打分", f"{found.open} not scored yet")
        elif found.weights != base_grade.WHOLE:
            said = Label(f"权重合计 {found.weights}%，应为 100%", f"The weights make {found.weights} %, not 100 %")
        else:
            points, grade = findings.tenths(found.total), found.grade.label
            said = Label(f"总分 {points}，拟定等级：{grade.zh}", f"Total {points}, grade proposed: {grade.en.lower()}")
        self.total.setText(words.say(said))
