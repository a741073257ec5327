"""Starts one of our own modules in a process of its own, out of reach of what the current folder may hold; ends it."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import ptman

_PIECE = 256 * 1024
"""Bytes read at once from a pipe."""


def command(module: str) -> list[str]:
    """How it is started; `-P` keeps the current folder, which anyone may have filled, out of its imports."""
    return [sys.executable, "-P", "-m", module]


def start(
    module: str, question: IO[bytes], answer: IO[bytes] | int, more: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """The module at work on what `question` holds; `answer` is a file or `subprocess.PIPE`. Raises OSError."""
    root = str(Path(ptman.__file__).resolve().parent.parent)
    return subprocess.Popen(  # noqa: S603 - our own module, no word of it from outside
        command(module),
        bufsize=_PIECE,
        stdin=question,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": root, **(more or {})},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End the process with everything it may have started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
