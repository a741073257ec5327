"""The one form: drawn from the fields of a noun, with a line for the fault under each editor."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ptman.fields import Field, Kind
from ptman.labels import Label
from ptman.rules import measures
from ui import form_lines, style, words
from ui.form_editors import Editor, Entry
from ui.form_link import LinkEditor, Lookup
from ui.palette import Tone
from ui.pieces import text

Check = Callable[[Field, str], Label | None]
"""`check(field, text)`: what is wrong with a text, or None."""

_CHARACTER = 9
_MISSING = Label("必须填写。", "This is required.")
_UNSETTLED = Label("请从查到的结果中选一个。", "Take one of those found.")


def _no_check(_field: Field, _text: str) -> Label | None:
    return None


def _no_lookup(_noun: str, _text: str) -> Sequence[tuple[str, str]]:
    return ()


@dataclass(frozen=True, slots=True)
class Core:
    """What a form asks the office: whether a text is good, and what a link may point to."""

    check: Check = _no_check
    lookup: Lookup = _no_lookup


@dataclass(frozen=True, slots=True)
class _Line:
    field: Field
    name: QWidget
    editor: QWidget
    answers: Editor
    fault: text.Text


class Form(QWidget):
    """Aligned labels at the left, editors at the right; `narrow` puts each label above its editor.

    Values come as the core gives them (text, number, date, bool, Choice, `Link`, None) and go as `Entry`.

    Signals:
        edited: something was changed by hand.
    """

    edited = Signal()

    def __init__(
        self, fields: Sequence[Field], values: Mapping[str, object], core: Core | None = None, *, narrow: bool = False
    ) -> None:
        super().__init__()
        self._core = core or Core()
        self._narrow = narrow
        self._lines: dict[str, _Line] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.NORMAL)
        self._grid.setVerticalSpacing(style.TIGHT if narrow else style.SMALL)
        self._grid.setColumnStretch(1, 1)
        for field in fields:
            self._add(field)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.show_values(values)

    def values(self) -> dict[str, Entry]:
        return {key: line.answers.value() for key, line in self._lines.items()}

    def changes(self) -> dict[str, Entry]:
        """Only what differs from what was shown first."""
        return {key: value for key, value in self.values().items() if value != self._first[key]}

    def dirty(self) -> bool:
        return bool(self.changes())

    def show_values(self, values: Mapping[str, object]) -> None:
        """Begin again from these values; faults go."""
        for key, line in self._lines.items():
            line.editor.blockSignals(True)
            line.answers.show_value(measures.typed(line.field.kind, values.get(key)))
            line.editor.blockSignals(False)
        self._first = self.values()
        self.set_faults({})
        self._suit()

    def set_faults(self, faults: Mapping[str, Label]) -> None:
        """Show these faults and no others, and go to the first."""
        for key, line in self._lines.items():
            self._show_fault(line, faults.get(key))
        first = next((line for key, line in self._lines.items() if key in faults), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> dict[str, Label]:
        """Ask the core about every field, show what is wrong and give it back; empty when all is good."""
        found = {key: fault for key, line in self._lines.items() if (fault := self._fault(line)) is not None}
        self.set_faults(found)
        return found

    def set_read_only(self, *, read_only: bool) -> None:
        for line in self._lines.values():
            line.editor.setEnabled(not read_only)

    def set_fixed(self, reasons: Mapping[str, Label]) -> None:
        """Fields that this form shows and something else changes, each with what that is."""
        for key, reason in reasons.items():
            if key in self._lines:
                self._lines[key].editor.setEnabled(False)
                words.bind(self._lines[key].editor, self._lines[key].editor.setToolTip, reason)

    def editor(self, key: str) -> QWidget:
        return self._lines[key].editor

    def fault(self, key: str) -> str:
        """The fault shown under an editor; nothing when it is good."""
        shown = self._lines[key].fault
        return shown.text() if not shown.isHidden() else ""

    def _add(self, field: Field) -> None:
        name = text.line(form_lines.named(field), tone=Tone.QUIET)
        line = self._line(field, name)
        self._lines[field.key] = line
        name.setBuddy(line.editor)
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addWidget(line.editor)
        box.addWidget(line.fault)
        row = self._grid.rowCount()
        if self._narrow:
            self._grid.addWidget(name, row, 0, 1, 2)
            self._grid.addLayout(box, row + 1, 0, 1, 2)
        else:
            name.setFixedHeight(style.ROW_HEIGHT[style.Density.NORMAL])
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addLayout(box, row, 1)

    def _suit(self) -> None:
        """Show the fields meant for the choices as they are, and what holds a value."""
        for line in self._lines.values():
            key, *values = line.field.only or ("",)
            if key in self._lines:
                suits = self._lines[key].answers.value() in values or bool(line.answers.value())
                line.name.setVisible(suits)
                line.editor.setVisible(suits)

    def _line(self, field: Field, name: QWidget) -> _Line:
        editor = form_lines.editor(field, self._core.lookup)
        words.name(editor, form_lines.named(field))
        if field.hint is not None:
            words.bind(editor, editor.setToolTip, field.hint)
        if not self._narrow and field.kind not in {Kind.LONG, Kind.LINK}:
            editor.setMaximumWidth(max(140, field.width * _CHARACTER + style.VAST))
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, editor.sizePolicy().verticalPolicy())
        fault = text.Text(style.SECONDARY, Tone.OVERDUE)
        fault.setWordWrap(True)
        fault.hide()
        line = _Line(field, name, editor, editor, fault)
        editor.edited.connect(self.edited)
        if field.kind is Kind.CHOICE:
            editor.edited.connect(self._suit)
        editor.left.connect(lambda: self._on_left(field.key))
        return line

    def _fault(self, line: _Line) -> Label | None:
        if isinstance(line.editor, LinkEditor) and line.editor.unsettled():
            return _UNSETTLED
        if line.field.required and line.answers.value() in {None, ""}:
            return _MISSING
        typed = line.answers.typed()
        return self._core.check(line.field, typed) if typed else None

    def _show_fault(self, line: _Line, fault: Label | None) -> None:
        if fault is not None:
            words.bind(line.fault, line.fault.setText, fault)
        line.fault.setVisible(fault is not None)
        line.editor.setAccessibleDescription(words.say(fault) if fault else "")
        line.editor.setProperty("fault", fault is not None)
        line.editor.style().polish(line.editor)

    def _on_left(self, key: str) -> None:
        line = self._lines[key]
        if line.answers.value() != self._first[key] or line.editor.property("fault"):
            self._show_fault(line, self._fault(line))
