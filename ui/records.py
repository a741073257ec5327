"""Opens any record in full, and adds one: the form, its faults, other people's changes, and its history."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ptman.labels import Label, same
from ptman.register import cards, edit, titles
from ptman.register.faults import Refused, Stale
from ui import candidates, day, errors, form_core, words
from ui.around import seen as seeing
from ui.around.reading import Doing
from ui.around.sections import AroundTabs
from ui.around.seen import Seen
from ui.correcting import Correcting
from ui.desk import Desk
from ui.dialogs.add import AddDialog
from ui.dialogs.conflict import Clash
from ui.dialogs.record import RecordDialog
from ui.form import Form
from ui.form_editors import Editor, Entry
from ui.way import tab

SAVING = Label("保存", "Saving")
FROZEN = Label("已发出的文书不再改动。", "An issued document never changes.")


@runtime_checkable
class AtDesk(Protocol):
    """A window over an office."""

    @property
    def desk(self) -> Desk: ...


@dataclass(frozen=True, slots=True)
class Fresh:
    """The form of a record that is to be: what is filled in already, and who hears of its id."""

    noun: str
    preset: Mapping[str, object] = field(default_factory=dict)
    then: Callable[[str], object] | None = None


def open_record(window: QWidget, noun: str, id: str) -> None:  # noqa: A002 a record's id is called id everywhere
    """Show a record of any noun in full, over the window; it opens once the worker has read it."""
    if not isinstance(window, AtDesk):
        raise TypeError(f"{window!r} has no desk")
    show(window.desk, window, noun, id)


def show(desk: Desk, parent: QWidget, noun: str, key: str, only: Sequence[str] = ()) -> None:
    """The same from anywhere; `only` these fields where the work is to correct just them."""
    desk.work.ask(partial(seeing.look, desk, noun, key), lambda seen: _Open(desk, seen, only, parent))


def show_stale(desk: Desk, parent: QWidget, seen: Seen, typed: Mapping[str, Entry], error: Stale) -> None:
    """A record in full with what was typed into it elsewhere, and both values of what clashes."""
    opened = _Open(desk, seen, (), parent)
    for key, value in typed.items():
        cast("Editor", opened.dialog.form.editor(key)).show_value(value)
    opened.fail(error)


def add(desk: Desk, parent: QWidget, fresh: Fresh) -> None:
    """Ask for a new record with its form, over `parent`."""
    fields = cards.describe(fresh.noun)
    desk.work.ask(
        partial(candidates.load, desk, fields),
        lambda known: _Add(desk, fresh, Form(fields, fresh.preset, form_core.core(known)), parent),
    )


def named(noun: str, title: str) -> Label:
    """A record with what it is: 学生 张雨桐."""
    return titles.noun_class(noun).LABEL.plus(same(title), " ")


class _Open(QObject):
    """Lives with its dialog: saves what it brings and tells it what became of it."""

    def __init__(self, desk: Desk, seen: Seen, only: Sequence[str], parent: QWidget) -> None:
        fields = [one for one in seen.card.fields if not only or one.key in only]
        form = Form(fields, form_core.values(seen.card), form_core.core(seen.candidates), narrow=bool(only))
        form.set_fixed(form_core.fixed(seen.card))
        self._tabs = None if only else AroundTabs()
        self.dialog = RecordDialog(named(seen.card.noun, seen.card.title), form, parent, self._tabs)
        super().__init__(self.dialog)
        self._seen = seen
        self._correcting = Correcting(desk, seen.card.ref)
        self._show_around()
        desk.work.acted.connect(self._on_acted)
        self._forbid(desk.read_only or (FROZEN if titles.noun_class(seen.card.noun).PERMANENT else None))
        self.dialog.save_asked.connect(self._on_save_asked)
        if only:
            self.dialog.resize(480, 280)
        elif seen.card.noun in tab.WIDE:
            self.dialog.resize(1180, 720)
        self.dialog.open()

    def _forbid(self, reason: Label | None) -> None:
        if reason is not None:
            self.dialog.form.set_read_only(read_only=True)
            self.dialog.save.hide()
            words.bind(self.dialog.message, self.dialog.message.setText, reason)
            words.bind(self.dialog.cancel, self.dialog.cancel.setText, Label("关闭", "Close"))

    def _show_around(self) -> None:
        if self._tabs is None:
            return
        desk, dialog = self._correcting.desk, self.dialog

        def put(noun: str, preset: Mapping[str, object]) -> None:
            add(desk, dialog, Fresh(noun, preset))

        doing = Doing(desk, dialog, partial(show, desk, dialog), put, dialog.tell)
        self._tabs.show_around(self._seen.around, doing, tab.own(desk, self._seen.card, doing.open))

    def _on_acted(self) -> None:
        """A step was taken or a part changed while the record is open: look again, what is typed stays."""
        if self._tabs is not None and self.dialog.isVisible():
            card = self._seen.card
            job = partial(seeing.look, self._correcting.desk, card.noun, card.id)
            self._correcting.desk.work.ask(job, self._on_looked, self._on_gone)

    def _on_looked(self, seen: Seen) -> None:
        self._seen = seen
        self._show_around()
        if not self.dialog.form.dirty():
            self._correcting.look_again(seen.card.version)
            self.dialog.form.show_values(form_core.values(seen.card))

    def _on_gone(self, error: Exception) -> None:
        """A record that was taken back or deleted has nothing left to show."""
        if getattr(error, "code", "") == "no-record":
            self.dialog.saved()
        else:
            errors.show(error, self.dialog)

    def _on_save_asked(self, changes: dict[str, Entry]) -> None:
        work = self._correcting.desk.work
        work.act(SAVING, lambda _step: self._correcting.save(changes), self._on_saved, self.fail)

    def _on_saved(self, _ref: cards.Ref) -> None:
        self.dialog.saved()

    def fail(self, error: Exception) -> None:
        """The office did not take the changes: say so in the dialog."""
        if isinstance(error, Stale):
            self._correcting.look_again(error.now.version)
            self.dialog.show_conflict(clashes(error))
        else:
            refuse(self.dialog, error)


class _Add(QObject):
    """Lives with its dialog: makes the record that it brings."""

    def __init__(self, desk: Desk, fresh: Fresh, form: Form, parent: QWidget) -> None:
        what = titles.noun_class(fresh.noun).LABEL
        self.dialog = AddDialog(Label(f"新增{what.zh}", f"New {what.en.lower()}"), form, parent)
        super().__init__(self.dialog)
        self._desk = desk
        self._fresh = fresh
        self.dialog.save_asked.connect(self._on_save_asked)
        self.dialog.open()

    def _on_save_asked(self, values: dict[str, Entry]) -> None:
        def job(_step: object) -> str:
            return self._desk.write(edit.add, self._fresh.noun, values, day.today())

        self._desk.work.act(SAVING, job, self._on_added, self._on_failed)

    def _on_added(self, key: str) -> None:
        self.dialog.saved()
        if self._fresh.then is not None:
            self._fresh.then(key)

    def _on_failed(self, error: Exception) -> None:
        refuse(self.dialog, error)


def clashes(error: Stale) -> list[Clash]:
    """Both values of each field, as the dialog shows them."""
    return [Clash(one.key, one.label, words.say(one.mine), words.say(one.theirs)) for one in error.clashes]


def refuse(dialog: RecordDialog, error: Exception) -> None:
    """Show what is wrong under its field; what no field says is told over the dialog, which stays as typed."""
    if isinstance(error, Refused):
        dialog.refuse(form_core.sentences(error.faults))
        if error.faults.keys().isdisjoint(dialog.form.values()):
            errors.show(error, dialog)
    else:
        dialog.give_back()
        errors.show(error, dialog)
