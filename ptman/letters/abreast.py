"""Sets a batch of documents in several processes at once, in order; none of them holds more than one finished PDF."""

import io
import json
import os
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import IO

from ptman import own_process

ENOUGH = 30
"""Documents for each process: for fewer, starting it takes longer than it spares."""
MOST = 4
"""Processes at once; each takes some 100 MB."""
LENGTH = 8
"""Bytes of the length before each PDF."""
_SETTER = "ptman.letters.setter"
# The typesetter's own threads gain nothing where every core has a process.
_ALONE = {"RAYON_NUM_THREADS": "1"}


def answers(documents: Sequence[tuple[str, str]]) -> Generator[bytes | None]:
    """The PDF of each (frozen facts, code), in order; None where no process gave one and the caller sets it itself.

    Close it to end the processes at once; a caller that is killed leaves none behind, for nobody takes their answers.
    """
    count = min(os.cpu_count() or 1, MOST, len(documents) // ENOUGH)
    with ExitStack() as begun:
        setters = [begun.enter_context(_at_work(documents[at::count])) for at in range(count)] if count > 1 else []
        for at in range(len(documents)):
            yield _next(setters[at % count]) if setters else None


@contextmanager
def _at_work(documents: Sequence[tuple[str, str]]) -> Iterator[IO[bytes]]:
    """What a process gives out that sets these documents; nothing where it cannot be started."""
    with ExitStack() as held:
        try:
            orders = held.enter_context(tempfile.TemporaryFile())
            orders.writelines(json.dumps(one).encode() + b"\n" for one in documents)
            orders.seek(0)
            process = held.enter_context(own_process.start(_SETTER, orders, subprocess.PIPE, _ALONE))
        except OSError:
            yield io.BytesIO()
            return
        held.callback(own_process.end, process)
        yield process.stdout or io.BytesIO()


def _next(given: IO[bytes]) -> bytes | None:
    """One PDF; None where the process has died."""
    length = int.from_bytes(given.read(LENGTH), "big")
    pdf = given.read(length)
    return pdf if length and len(pdf) == length else None
