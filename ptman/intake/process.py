"""Starts the confined process, gives it a workbook and waits for its answer, never longer than allowed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import BinaryIO

import ptman

_LOOK = 0.05
"""Seconds between two looks at whether the process is still wanted."""


class Unwanted(Exception):  # noqa: N818 - somebody's wish, no error
    """Whoever asked does not want the answer any more; the process has been ended."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long (seconds) and how large (bytes) the process may become, and what is set when nobody wants it."""

    seconds: float
    memory: int
    unwanted: Event | None = None


def command() -> list[str]:
    """How the process is started; `-P` keeps the current folder, which anyone may have filled, out of its imports."""
    return [sys.executable, "-P", "-m", "ptman.intake.child"]


def run(job: Mapping[str, object], workbook: BinaryIO, answer: BinaryIO, bounds: Bounds) -> int | None:
    """Do `job` on `workbook` within `bounds`; its exit status, None when it had to be stopped.

    `answer` must be a real file and is rewound; raises OSError when the disk is full, Unwanted once nobody waits.
    """
    with tempfile.TemporaryFile() as question:
        # The clock on the wall stops it first; the one of the processor is for a parent that died.
        order = {**job, "bytes": bounds.memory, "seconds": int(bounds.seconds) + 5}
        question.write(json.dumps(order).encode("ascii") + b"\n")
        workbook.seek(0)
        shutil.copyfileobj(workbook, question)
        question.seek(0)
        status = _waited(question, answer, bounds)
    answer.seek(0)
    return status


def _waited(question: BinaryIO, answer: BinaryIO, bounds: Bounds) -> int | None:
    with subprocess.Popen(  # noqa: S603 - our own module, no word of it from outside
        command(),
        stdin=question,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            return _status(process, bounds)
        finally:
            _end(process)


def _status(process: subprocess.Popen[bytes], bounds: Bounds) -> int | None:
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


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with everything it may have started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    root = str(Path(ptman.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": root, "OPENPYXL_LXML": "False", "DEFUSEDXML": "True"}
