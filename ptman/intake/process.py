"""Starts the confined process, gives it a workbook and waits for its answer, never longer than allowed."""

import contextlib
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from threading import Event, Thread
from typing import BinaryIO, TypeVar

from ptman import own_process

_LOOK = 0.05
"""Seconds between two looks at whether the process is still wanted."""
_APART = {"OPENPYXL_LXML": "False", "DEFUSEDXML": "True"}
RUBBISH = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What an answer without sense may raise where it is taken apart."""
Taken = TypeVar("Taken")


class Unwanted(Exception):  # noqa: N818 - somebody's wish, no error
    """Whoever asked does not want the answer any more; the process has been ended."""


class Stopped(Exception):  # noqa: N818 - what became of the process
    """There is no answer; `status` is the exit status, None where the time was over."""

    def __init__(self, status: int | None) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long (seconds) and how large (bytes) the process may become, and what is set when nobody wants it."""

    seconds: float
    memory: int
    unwanted: Event | None = None


def run(job: Mapping[str, object], workbook: BinaryIO, answer: BinaryIO, bounds: Bounds) -> int | None:
    """Do `job` on `workbook` within `bounds`; its exit status, None when it had to be stopped.

    `answer` must be a real file and is rewound; raises OSError when the disk is full, Unwanted once nobody waits.
    """
    with _asked(job, workbook, bounds) as question, _started(question, answer) as process:
        try:
            status = _status(process, bounds)
        finally:
            own_process.end(process)
    answer.seek(0)
    return status


def taken(
    job: Mapping[str, object], workbook: BinaryIO, bounds: Bounds, take: Callable[[Iterator[bytes]], Taken]
) -> Taken:
    """What `take` makes of the lines of the answer while the process still writes them.

    Raises Stopped where the process does not end well or `take` finds rubbish, Unwanted once nobody waits.
    """
    with _asked(job, workbook, bounds) as question, _started(question, subprocess.PIPE) as process:
        with _watched(process, bounds) as over:
            try:
                found, rubbish = take(_lines(process, bounds.memory)), None
            except RUBBISH as error:
                found, rubbish = None, error
            finally:
                if process.stdout is not None:
                    process.stdout.close()
            status = process.wait()
        if bounds.unwanted is not None and bounds.unwanted.is_set():
            raise Unwanted
        if found is None or status != 0:
            raise Stopped(None if over.is_set() else status) from rubbish
        return found


def _lines(process: "subprocess.Popen[bytes]", most: int) -> Iterator[bytes]:
    """Raises ValueError for an answer of more than `most` bytes."""
    assert process.stdout is not None, "started with a pipe"  # noqa: S101 - for the reader of types
    total = 0
    while line := process.stdout.readline(most):
        total += len(line)
        if total > most:
            raise ValueError("the answer is too long")
        yield line


@contextlib.contextmanager
def _watched(process: "subprocess.Popen[bytes]", bounds: Bounds) -> Iterator[Event]:
    """Meanwhile the process is ended when its time is over, which is answered, or when it is not wanted any more."""
    done, over = Event(), Event()

    def watch() -> None:
        end = time.monotonic() + bounds.seconds
        while not done.wait(_LOOK):
            if time.monotonic() > end:
                over.set()
            if over.is_set() or (bounds.unwanted is not None and bounds.unwanted.is_set()):
                own_process.end(process)
                return

    watcher = Thread(target=watch, name="workbook reader's watch")
    watcher.start()
    try:
        yield over
    finally:
        done.set()
        watcher.join()
        own_process.end(process)


@contextlib.contextmanager
def _asked(job: Mapping[str, object], workbook: BinaryIO, bounds: Bounds) -> Iterator[BinaryIO]:
    """What the process finds on its standard input: the job, and the workbook behind it."""
    with tempfile.TemporaryFile() as question:
        # The clock on the wall stops it first; the one of the processor is for a parent that died.
        order = {**job, "bytes": bounds.memory, "seconds": int(bounds.seconds) + 5}
        question.write(json.dumps(order).encode("ascii") + b"\n")
        workbook.seek(0)
        shutil.copyfileobj(workbook, question)
        question.seek(0)
        yield question


def _started(question: BinaryIO, answer: BinaryIO | int) -> "subprocess.Popen[bytes]":
    return own_process.start("ptman.intake.child", question, answer, _APART)


def _status(process: "subprocess.Popen[bytes]", bounds: Bounds) -> int | None:
    """The exit status; None when the time is over."""
    over = time.monotonic() + bounds.seconds
    while (left := over - time.monotonic()) > 0:
        if bounds.unwanted is not None and bounds.unwanted.is_set():
            raise Unwanted
        try:
            return process.wait(min(left, _LOOK))
        except subprocess.TimeoutExpired:
            continue
    return None
