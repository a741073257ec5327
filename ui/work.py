"""One worker thread for everything that takes time; answers come back on the window's thread."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ptman.labels import Label
from ui import collecting, errors, progress
from ui.progress import Progress, Step

__all__ = ["Cancelled", "Otherwise", "Step", "Work"]
Answer = TypeVar("Answer")
Otherwise = Callable[[Exception], object]

_BETWEEN = 0.05
"""Seconds between two reports: a job may step thousands of times a second, a person cannot read that."""

log = logging.getLogger("ptman.window")


class Cancelled(Exception):  # noqa: N818 - the user's wish, no error
    """Raised by `step` inside a job, so that its transaction rolls back."""


@dataclass(frozen=True, slots=True)
class _Awaiting:
    """Who takes the answer of a job, who its failure, and what the job is called if it may take long."""

    then: Callable[..., object]
    otherwise: Otherwise | None
    name: Label | None = None


class Work(QObject):
    """Runs jobs one after the other on one thread of its own.

    Signals:
        progressed(Progress): a named job has begun or has come further.
        rested: no named job is running.
        cancelled(Label): the job of that name was cancelled and left no trace.
        acted: an act has been kept; what the pages show is stale.
        failed: a named job has ended with an error, which is told.
        idle: no named job is running or waiting, and the last one's answer has been given.
    """

    progressed = Signal(object)
    rested = Signal()
    cancelled = Signal(object)
    acted = Signal()
    failed = Signal()
    idle = Signal()
    _delivered = Signal(object)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ptman-work")
        self._stop = Event()
        self._waiting = 0
        self._closed = False
        self._named: list[Label] = []
        self._delivered.connect(self._on_delivered)

    @property
    def busy(self) -> bool:
        """Whether any job is running or waiting."""
        return self._waiting > 0

    @property
    def doing(self) -> Label | None:
        """The named job that is running or next, or None."""
        return self._named[0] if self._named else None

    def ask(
        self, job: Callable[[], Answer], then: Callable[[Answer], object], otherwise: Otherwise | None = None
    ) -> None:
        """Answer a short question; `otherwise` takes a failure instead of the dialog."""
        self._submit(job, _Awaiting(then, otherwise))

    def run(
        self,
        name: Label,
        job: Callable[[Step], Answer],
        then: Callable[[Answer], object],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Do something long that changes nothing (a draft, an export), with progress and cancel."""
        self._submit(partial(self._watched, name, job), _Awaiting(then, otherwise, name))

    def act(
        self,
        name: Label,
        job: Callable[[Step], Answer],
        then: Callable[[Answer], object] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Change the office's data; afterwards every page is told to look again."""

        def kept(answer: Answer) -> None:
            self.acted.emit()
            if then is not None and _alive(then):
                then(answer)

        self._submit(partial(self._watched, name, job), _Awaiting(kept, otherwise, name))

    def cancel(self) -> None:
        """Ask the job that is running, or is next to run, to stop at its next step."""
        if self._named:
            self._stop.set()

    def close(self) -> None:
        """Stop after the running job; jobs that wait are dropped, and so is what is asked later."""
        self._closed = True
        self._waiting = 0
        self._named.clear()
        self._stop.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _submit(self, job: Callable[[], Answer], awaiting: _Awaiting) -> None:
        def hand_over(future: Future[Answer]) -> None:
            if not future.cancelled() and Shiboken.isValid(self):
                self._delivered.emit(partial(self._settle, future, awaiting))

        if self._closed:
            return  # a window that goes may still ask what its pages wanted to show
        self._waiting += 1
        self._named += [awaiting.name] if awaiting.name else []
        self._worker.submit(job).add_done_callback(hand_over)

    def _watched(self, name: Label, job: Callable[[Step], Answer]) -> Answer:
        """On the worker: the job with its steps counted, timed and cancellable."""
        begun = told = time.monotonic()
        self.progressed.emit(Progress(name))

        def step(done: int, total: int, phase: Label | None = None) -> None:
            nonlocal told
            if self._stop.is_set():
                raise Cancelled
            collecting.bite()
            if (now := time.monotonic()) - told >= _BETWEEN or done >= total:
                told = now
                left = progress.seconds_left(now - begun, done, total)
                self.progressed.emit(Progress(name, done, total, left, phase))

        try:
            with collecting.aside():
                return job(step)
        except Cancelled:
            self.cancelled.emit(name)
            raise
        finally:
            self._stop.clear()
            self.rested.emit()

    @Slot(object)
    def _on_delivered(self, settle: Callable[[], None]) -> None:
        if not self._closed:
            self._waiting -= 1
            settle()

    def _settle(self, future: Future[Answer], awaiting: _Awaiting) -> None:
        error = future.exception()
        try:
            self._answer(future, error, awaiting)
        finally:
            if awaiting.name is not None:
                self._named.remove(awaiting.name)
                if error is not None and not isinstance(error, Cancelled):
                    self.failed.emit()
                if not self._named:
                    self.idle.emit()

    def _answer(self, future: Future[Answer], error: BaseException | None, awaiting: _Awaiting) -> None:
        if error is None:
            if _alive(awaiting.then):
                awaiting.then(future.result())
        elif isinstance(error, Cancelled):
            log.info("cancelled by the user")
        elif isinstance(error, Exception) and awaiting.otherwise is not None:
            if _alive(awaiting.otherwise):
                awaiting.otherwise(error)
        else:
            errors.show(error, self._window)


def _alive(callback: Callable[..., object]) -> bool:
    """Whether the widget that waits for the answer still exists."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or Shiboken.isValid(owner)
