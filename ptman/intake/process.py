"""Starts the confined process, gives it a workbook and waits for its answer, never longer than allowed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import ptman


def command() -> list[str]:
    """How the process is started; `-P` keeps the current folder, which anyone may have filled, out of its imports."""
    return [sys.executable, "-P", "-m", "ptman.intake.child"]


def run(job: Mapping[str, object], workbook: BinaryIO, answer: BinaryIO, bounds: tuple[float, int]) -> int | None:
    """Do `job` on `workbook` within `bounds` (seconds, bytes); its exit status, None when it had to be stopped.

    `answer` must be a real file and is rewound; raises OSError when the disk is full.
    """
    seconds, memory = bounds
    with tempfile.TemporaryFile() as question:
        # The clock on the wall stops it first; the one of the processor is for a parent that died.
        order = {**job, "bytes": memory, "seconds": int(seconds) + 5}
        question.write(json.dumps(order).encode("ascii") + b"\n")
        workbook.seek(0)
        shutil.copyfileobj(workbook, question)
        question.seek(0)
        status = _waited(question, answer, seconds)
    answer.seek(0)
    return status


def _waited(question: BinaryIO, answer: BinaryIO, seconds: float) -> int | None:
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
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)


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
