"""Speaks with the program that lets its children die in the middle of their work."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ptman import offices

NEVER = -1


@contextmanager
def program(work: str, path: Path, other: Path = Path()) -> Iterator[subprocess.Popen[str]]:
    with offices.start("program_dying", work, path, other) as started:
        assert offices.said(started) == "ready"
        yield started
        assert offices.ended(started) == 0


def at(started: subprocess.Popen[str], point: int) -> int | None:
    """Let a child do the work until that point; how many points it passed, None where it died."""
    assert started.stdin is not None
    started.stdin.write(f"{point}\n")
    started.stdin.flush()
    answer = offices.said(started)
    return None if answer == "died" else int(answer)
