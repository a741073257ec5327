"""Takes workbooks one after the other: all are read first, then each is drafted, looked at and kept in its turn."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from threading import Event
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from ptman.errors import PtmanError
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.intake.kinds import Book
from ptman.labels import Label
from ui import day, errors
from ui.desk import Desk
from ui.imports import items
from ui.imports.items import Drawn, Kept, Refusal, Taken
from ui.work import Step

_LOOK = 0.1
"""Seconds between two looks at whether the user has cancelled."""


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

    def take(self, paths: Sequence[Path], book: Book | None = None) -> None:
        """Read these files, then draft them: what others refer to comes first."""
        self._set_busy(busy=True)
        self._desk.work.run(_reading(paths), partial(_read_all, tuple(paths), book), self._on_read, self._on_bug)

    def keep(self, drawn: Drawn, taken: frozenset[str]) -> None:
        """Back up, then write the taken rows as one step."""
        name = Label(f"导入“{drawn.path.name}”", f"Importing “{drawn.path.name}”")
        job = partial(_keep, self._desk, drawn.intake, taken)
        self._desk.work.act(name, job, partial(self._on_kept, drawn), partial(self._on_failed, drawn.path))

    def leave(self) -> None:
        """Nothing of this draft is wanted; go on with the next file."""
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._set_busy(busy=False)
            return
        self._at = self._waiting.pop(0)
        self._compare(self._at)

    def compare_again(self, sender: str) -> None:
        """Draw the draft at hand anew: another source sends it."""
        if self._at is not None:
            self._compare(self._at, sender)

    def _compare(self, one: Taken, sender: str = "") -> None:
        name = Label(f"比较“{one.path.name}”", f"Comparing “{one.path.name}”")
        job = partial(_compare, self._desk, one, sender)
        self._desk.work.run(name, job, partial(self._on_compared, one), partial(self._on_failed, one.path))

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()

    def _on_read(self, found: tuple[list[Taken], list[Refusal]]) -> None:
        taken, refusals = found
        for refusal in refusals:
            self.refused.emit(refusal)
        self._waiting += sorted(taken, key=lambda one: one.turn)
        self._next()

    def _on_compared(self, one: Taken, found: tuple[IntakeDraft, tuple[str, ...]]) -> None:
        intake, senders = found
        self.drawn.emit(Drawn(one.path, intake, len(self._waiting), senders))

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


def _reading(paths: Sequence[Path]) -> Label:
    if len(paths) == 1:
        return Label(f"读取“{paths[0].name}”", f"Reading “{paths[0].name}”")
    return Label(f"读取 {len(paths)} 个工作簿", f"Reading {len(paths)} workbooks")


def _read_all(paths: tuple[Path, ...], book: Book | None, step: Step) -> tuple[list[Taken], list[Refusal]]:
    """On the worker. A process that still reads when the user cancels is ended at once."""
    taken, refusals = [], []
    unwanted = Event()
    total = len(paths) if len(paths) > 1 else 0
    reader = ThreadPoolExecutor(max_workers=1)
    try:
        for done, path in enumerate(paths):
            future = reader.submit(store.read, path, book, unwanted)
            while not future.done():
                step(done, total)
                wait([future], _LOOK)
            try:
                taken.append(Taken(path, *future.result()))
            except PtmanError as error:
                refusals.append(items.refusal(path, error))
    finally:
        unwanted.set()
        reader.shutdown(wait=False, cancel_futures=True)
    return taken, refusals


def _compare(desk: Desk, one: Taken, sender: str, _step: Step) -> tuple[IntakeDraft, tuple[str, ...]]:
    drawn = desk.read(store.compare, one.workbook, one.parts, day.today(), sender)
    return drawn, desk.read(store.senders, drawn.kind)


def _keep(desk: Desk, intake: IntakeDraft, taken: frozenset[str], step: Step) -> int:
    if isinstance(desk, BacksUp):
        desk.back_up("import")
    return desk.write(store.keep, intake, taken, step, settled=True)
