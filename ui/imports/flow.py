"""Takes workbooks one after the other: all are read first, then each is drafted, looked at and kept in its turn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from ptman.errors import PtmanError
from ptman.intake import columns, layouts, store
from ptman.intake.draft import IntakeDraft
from ptman.labels import Label
from ui import day, errors
from ui.desk import Desk
from ui.dialogs import draft_table
from ui.imports import items, reader
from ui.imports.columns import Said
from ui.imports.items import Again, Drawn, Kept, Refusal, Taken
from ui.work import Step


@runtime_checkable
class BacksUp(Protocol):
    """A desk with a file beneath it that can be copied."""

    def back_up(self, reason: str) -> object: ...


class ImportFlow(QObject):
    """The queue of workbooks.

    Signals:
        refused(Refusal): this file was not taken; the others go on.
        drawn(Drawn): a draft to look at; answer with `keep` or `leave`.
        kept(Kept): the rows of a draft are in the office file.
        busy_changed: it has begun, or come to rest.
    """

    refused = Signal(object)
    drawn = Signal(object)
    kept = Signal(object)
    busy_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Taken] = []
        self._at: Taken | None = None
        self.busy = False
        desk.work.cancelled.connect(self._on_cancelled)

    def take(self, paths: Sequence[Path], book: str | None = None) -> None:
        """Read these files, then draft them: what others refer to comes first."""
        self._set_busy(busy=True)
        self._desk.work.run(
            reader.named(paths), partial(reader.read_all, self._desk, tuple(paths), book), self._on_read, self._on_bug
        )

    def keep(self, drawn: Drawn, taken: frozenset[str]) -> None:
        """Back up, then write the taken rows as one step."""
        name = Label(f"导入“{drawn.path.name}”", f"Importing “{drawn.path.name}”")
        job = partial(_keep, self._desk, drawn.intake, taken)
        self._desk.work.act(name, job, partial(self._on_kept, drawn), partial(self._on_failed, drawn.path))

    def leave(self) -> None:
        """Nothing of this draft is wanted; go on with the next file."""
        self._next()

    def rest(self) -> None:
        """Nothing follows."""
        if not self.busy:
            self.busy_changed.emit()

    def _next(self) -> None:
        if not self._waiting:
            self._set_busy(busy=False)
            return
        self._at = self._waiting.pop(0)
        self._compare(self._at)

    def compare_again(self, again: Again) -> None:
        """Draw the draft at hand anew: another source sends it, or rows mean somebody on file."""
        if self._at is not None:
            self._compare(self._at, again)

    def remember(self, said: Sequence[Said], then: Callable[[], object]) -> None:
        """Remember what a person said of headers, then go on."""
        name = Label("记住列的对应", "Remembering the columns")
        self._desk.work.act(name, partial(_remember, self._desk, tuple(said)), lambda _none: then(), self._on_bug)

    def _compare(self, one: Taken, again: Again | None = None) -> None:
        name = Label(f"比较“{one.path.name}”", f"Comparing “{one.path.name}”")
        job = partial(_compare, self._desk, one, again)
        self._desk.work.run(name, job, self._on_compared, partial(self._on_failed, one.path))

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()

    def _on_read(self, found: tuple[list[Taken], list[Refusal]]) -> None:
        taken, refusals = found
        for refusal in refusals:
            self.refused.emit(refusal)
        self._waiting += sorted(taken, key=lambda one: one.turn)
        self._next()

    def _on_compared(self, drawn: Drawn) -> None:
        self.drawn.emit(replace(drawn, more=len(self._waiting)))

    def _on_kept(self, drawn: Drawn, rows: int) -> None:
        self.kept.emit(Kept(drawn, rows))
        self._next()

    def _on_failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, PtmanError):
            self.refused.emit(items.refusal(path, error))
            self._next()
        else:
            self._on_bug(error)

    def _on_bug(self, error: Exception) -> None:
        errors.show(error)
        self._stop()

    def _on_cancelled(self) -> None:
        if self.busy:
            self._stop()

    def _stop(self) -> None:
        self._waiting.clear()
        self._set_busy(busy=False)


def _remember(desk: Desk, said: Sequence[Said], _step: Step) -> None:
    """One step for each source and kind."""
    for one in said:
        desk.write(columns.say, one.book, one.sender, one.meanings)


def _compare(desk: Desk, one: Taken, again: Again | None, _step: Step) -> Drawn:
    sender, decided = (again.sender, again.decided) if again else ("", {})
    found = desk.read(store.understood, one.workbook, one.book, sender)
    parts = [replace(part, decided=_rows(part.sheet.name, decided)) for part in found]
    intake = desk.read(store.compare, one.workbook, parts, day.today(), sender)
    ticked = again.ticked(intake) if again else None
    senders = desk.read(store.senders, intake.kind)
    return Drawn(
        one.path, intake, 0, senders, layouts.of_parts(parts), decided, ticked, draft_table.ready(intake.draft)
    )


def _rows(sheet: str, decided: Mapping[str, str]) -> dict[int, str]:
    """What was decided of the rows of one sheet."""
    keys = {key: key.rpartition("!") for key in decided}
    return {int(row): decided[key] for key, (name, _, row) in keys.items() if name == sheet}


def _keep(desk: Desk, intake: IntakeDraft, taken: frozenset[str], step: Step) -> int:
    if isinstance(desk, BacksUp):
        desk.back_up("import")
    return desk.write(store.keep, intake, taken, step, settled=True)
