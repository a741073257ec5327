"""The form of the inspector: a field is saved when one leaves it, Escape takes back what is not saved yet."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import Shiboken

from ptman.labels import Label
from ptman.register.faults import Refused, Stale
from ui import errors, form_core, records
from ui.around.seen import Seen
from ui.correcting import Correcting
from ui.desk import Desk
from ui.form import Form
from ui.form_editors import Editor, Entry

_WIDEST = 10_000  # the inspector is narrow: editors end at one edge


class InPlace(QWidget):
    """Some fields of one record with their labels beside them, or all fields with their labels above.

    Signals:
        stale(Stale): somebody else was faster; both values want to be seen.
    """

    stale = Signal(object)

    def __init__(self, desk: Desk, seen: Seen, keys: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._values = form_core.values(seen.card)
        self._correcting = Correcting(desk, seen.card.ref)
        self._sent: dict[str, Entry] = {}
        self._fields = [field for field in seen.card.fields if not keys or field.key in keys]
        self.form = Form(self._fields, self._values, form_core.core(seen.candidates), narrow=not keys)
        self.form.set_read_only(read_only=desk.read_only is not None)
        self.form.set_fixed(form_core.fixed(seen.card))
        self._keys = [field.key for field in self._fields]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        for key in self._keys:
            self.form.editor(key).setMaximumWidth(_WIDEST)
            cast("Editor", self.form.editor(key)).left.connect(partial(self._on_left, key))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.take_back)

    @property
    def typing(self) -> bool:
        """Whether something is typed that is not on its way to the office yet."""
        return any(self._sent.get(key, ...) != value for key, value in self.form.changes().items())

    def refused(self) -> Label | None:
        """What was typed and not taken, with the reasons; it would be lost if another record were shown."""
        labels = {field.key: field.label for field in self._fields}
        lost = [(labels[key], f"{typed}") for key, typed in self.form.changes().items() if self.form.fault(key)]
        if not lost:
            return None
        zh, en = (
            "、".join(f"{one.zh}“{typed}”" for one, typed in lost),
            ", ".join(f"{one.en} “{typed}”" for one, typed in lost),
        )
        return Label(f"没有保存：{zh}。其余内容未变。", f"Not saved: {en}. Everything else is as it was.")

    def focused(self) -> str | None:
        """The field the keys are in."""
        return next((key for key in self._keys if self.form.editor(key).hasFocus()), None)

    def take_back(self) -> None:
        """Show the record's values again."""
        self._sent.clear()
        self.form.show_values(self._values)

    def _on_left(self, key: str) -> None:
        changes = self.form.changes()
        if key not in changes or self.form.fault(key) or self._sent.get(key, ...) == changes[key]:
            return
        self._sent[key] = changes[key]
        value = {key: changes[key]}
        self._desk.work.act(
            records.SAVING, lambda _step: self._correcting.save(value), None, lambda error: _failed(self, error)
        )

    def fail(self, error: Exception) -> None:
        """The office did not take a value: say so under its field, or show the record as somebody else left it."""
        self._sent.clear()
        if isinstance(error, Refused):
            self.form.set_faults(form_core.sentences(error.faults))
        elif isinstance(error, Stale):
            self.stale.emit(error)
        else:
            errors.show(error, self)


def _failed(place: InPlace, error: Exception) -> None:
    """What was typed may fail after another record is shown; it is told all the same."""
    if Shiboken.isValid(place):
        place.fail(error)
    else:
        errors.show(error)
