"""The points of a sheet as lines with an editor for each thing that is filled in of them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ptman.aspects.bases.filling import LINES, Sheet
from ptman.fields import Field, Kind
from ptman.labels import Choice, Label, same
from ptman.register.cards import Ref
from ptman.rules import measures
from ui import form_core, form_lines, style, words
from ui.form_editors import Editor, Entry
from ui.palette import Tone
from ui.pieces import text

_NARROW = {Kind.NUMBER: 72, Kind.TENTHS: 72, Kind.CHOICE: 112}
Filled = dict[Ref, dict[str, Entry]]


@dataclass(frozen=True, slots=True)
class _Cell:
    ref: Ref
    field: Field
    widget: QWidget
    answers: Editor
    first: Entry


class SheetGrid(QScrollArea):
    """A line a point; what does not read is marked and says what was expected.

    Signals:
        edited: something was filled in by hand.
    """

    edited = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.cells: list[_Cell] = []
        self._sheet = sheet
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, style.SMALL, 0)
        self._grid.setHorizontalSpacing(style.SMALL)
        self._grid.setVerticalSpacing(style.TIGHT)
        self._fill()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        for part in (self.viewport(), inner):
            part.setAutoFillBackground(False)

    def dirty(self) -> bool:
        return bool(self.changes())

    def changes(self) -> Filled:
        """What was filled in, by point."""
        found: Filled = {}
        for one in self.cells:
            if one.answers.value() != one.first:
                found.setdefault(one.ref, {})[one.field.key] = one.answers.value()
        return found

    def typed(self, key: str) -> list[str]:
        """What stands in that column, line by line."""
        return [one.answers.typed() for one in self.cells if one.field.key == key]

    def check(self) -> Label | None:
        """The first thing that does not read, in words; each is marked."""
        first = None
        for one in self.cells:
            fault = self._fault(one)
            one.widget.setProperty("fault", fault is not None)
            one.widget.setToolTip(words.say(fault) if fault is not None else one.answers.typed())
            one.widget.style().polish(one.widget)
            if fault is not None and first is None:
                first = same(one.widget.accessibleName()).plus(fault, "：")
        return first

    def _fault(self, one: _Cell) -> Label | None:
        typed = one.answers.typed()
        return form_core.check(one.field, typed) if typed else None

    def _fill(self) -> None:
        name, *keys = LINES[self._sheet.line]
        for row, card in enumerate(self._sheet.lines, 1):
            fields = {one.key: one for one in card.fields}
            point = card.values[name]
            said = point.label if isinstance(point, Choice) else same(str(point))
            self._grid.addWidget(text.paragraph(said), row, 0)
            for column, key in enumerate(keys, 1):
                if row == 1:
                    self._grid.addWidget(text.line(fields[key].label, style.SECONDARY, Tone.QUIET), 0, column)
                self._add((row, column), card.ref, fields[key], (said, card.values[key]))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(len(keys), 3)
        self._grid.setRowStretch(len(self._sheet.lines) + 1, 1)

    def _add(self, place: tuple[int, int], ref: Ref, field: Field, about: tuple[Label, object]) -> None:
        said, value = about
        editor = form_lines.editor(field, lambda _noun, _text: ())
        words.name(editor, said.plus(field.label, " "))
        editor.show_value(measures.typed(field.kind, value))
        if field.kind in _NARROW:
            editor.setFixedWidth(_NARROW[field.kind])
        else:
            editor.setToolTip(editor.typed())
        editor.edited.connect(self.edited)
        self._grid.addWidget(editor, *place)
        self.cells.append(_Cell(ref, field, editor, editor, editor.value()))
