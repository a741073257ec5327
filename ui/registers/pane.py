"""The inspector of a register: fields that are corrected in place, what belongs to the record, and its history."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea
from shiboken6 import Shiboken

from ptman.labels import Label
from ptman.listing import shown
from ptman.register.faults import Stale
from ui import errors, records, words
from ui.around import sections as around
from ui.around import seen as seeing
from ui.around.reading import Doing
from ui.around.seen import Seen
from ui.desk import Desk
from ui.pieces.inspector import Inspector
from ui.pieces.section import Section
from ui.registers.in_place import InPlace

Build = Callable[[], Sequence[Section]]
More = Callable[[Seen], Build]
"""On the worker: reads what belongs to a record, and answers what builds its sections in the window."""

BASICS = Label("基本信息", "Basics")
NOT_SAVED = Label("没有保存", "Not saved")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which record, which of its fields can be corrected in place (none: all), and what else to read."""

    noun: str
    id: str
    fields: Sequence[str] = ()
    more: More | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    asked: Asked
    seen: Seen
    build: Build | None


class RecordPane(QObject):
    """Fills an inspector with one record; keeps what is being typed, the focus and the scroll when it fills again.

    Signals:
        filled: a record is shown.
    """

    filled = Signal()

    def __init__(self, doing: Doing, inspector: Inspector, buttons: Callable[[], Sequence[QPushButton]]) -> None:
        super().__init__(inspector)
        self._doing = doing
        self._desk = doing.desk
        self._inspector = inspector
        self._buttons = buttons
        self._asked: Asked | None = None
        self._read: _Read | None = None
        self.place: InPlace | None = None

    @property
    def seen(self) -> Seen | None:
        """The record that is shown."""
        return self._read.seen if self._read is not None else None

    def look(self, asked: Asked) -> None:
        """Show a record once the worker has read it."""
        self._asked = asked
        self._desk.work.ask(partial(_read, self._desk, asked), self._on_read, self._on_failed)

    def show_many(self, count: int) -> None:
        self._asked = None
        lines = Label(f"选中 {count} 行", f"{count} rows selected")
        self._inspector.show_record(words.say(lines), "", (), self._buttons())

    def show_nothing(self) -> None:
        self._asked = None

    def _on_read(self, read: _Read) -> None:
        if read.asked is not self._asked:
            return
        place = self._place_of(read)
        if place is not None and place.typing:
            return
        if place is None:
            self._tell_refused()
        focused = place.focused() if place is not None else None
        scrolled = self._scroll() if place is not None else 0
        self._fill(read)
        if focused is not None and self.place is not None:
            self.place.form.editor(focused).setFocus()
        if scrolled:
            QTimer.singleShot(0, self._inspector, lambda: self._scroll_to(scrolled))

    def unsaved(self) -> Label | None:
        """What was typed and not taken, if the form is still there."""
        return self.place.refused() if self.place is not None and Shiboken.isValid(self.place) else None

    def take_back(self) -> None:
        """Show again what stands, in place of what was typed."""
        if self.place is not None and Shiboken.isValid(self.place):
            self.place.take_back()

    def _tell_refused(self) -> None:
        """Going on to another record must not lose silently what the last one did not take."""
        if (lost := self.unsaved()) is not None:
            errors.tell(NOT_SAVED, lost, self._inspector.window())

    def _on_failed(self, error: Exception) -> None:
        """A record that is gone has no inspector; the list will say so."""
        self._inspector.show_nothing()
        if getattr(error, "code", "") != "no-record":
            errors.show(error, self._inspector.window())

    def _place_of(self, read: _Read) -> InPlace | None:
        """The form that is on the screen, if it is the same record's."""
        before = self._read
        same_record = before is not None and (before.asked.noun, before.asked.id) == (read.asked.noun, read.asked.id)
        return self.place if same_record and self.place is not None and Shiboken.isValid(self.place) else None

    def _fill(self, read: _Read) -> None:
        card = read.seen.card
        self._read = read
        self.place = InPlace(self._desk, read.seen, read.asked.fields)
        self.place.stale.connect(self._on_stale)
        kind = f"register/{card.noun}"
        sections = [Section(f"{kind}/basics", BASICS, self.place), *(read.build() if read.build else ())]
        own = read.build is not None
        sections += around.sections(read.seen.around, self._doing, own=own)
        first = card.fields[0].key
        number = card.shown.get(first) or shown(card.values[first], words.lang())
        subtitle = records.named(card.noun, number if number not in card.title else "")
        if card.retired:
            subtitle = subtitle.plus(Label("已停用", "retired"), " · ")
        self._inspector.show_record(card.title, words.say(subtitle).strip(), sections, self._buttons())
        self.filled.emit()

    def _on_stale(self, error: Stale) -> None:
        if self.place is not None and self._read is not None:
            typed = self.place.form.changes()
            self.place.take_back()
            records.show_stale(self._desk, self._inspector.window(), self._read.seen, typed, error)

    def _scroll(self) -> int:
        area = self._inspector.findChild(QScrollArea)
        return area.verticalScrollBar().value() if area is not None else 0

    def _scroll_to(self, place: int) -> None:
        area = self._inspector.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(place)


def _read(desk: Desk, asked: Asked) -> _Read:
    seen = seeing.look(desk, asked.noun, asked.id)
    return _Read(asked, seen, asked.more(seen) if asked.more is not None else None)
