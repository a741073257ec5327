"""What one job of the Excel bench took, run alone in a process of its own and watched with its child."""

import json
import statistics
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK = 0.02


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds on the clock and of the processors, and the most memory of all its processes together, in MB."""

    job: str
    rows: int
    wall: float
    cpu: float
    memory: int
    runs: int = 1


def measured(job: str, rows: int, command: Sequence[str], root: Path) -> Measured:
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:  # noqa: S603 - our own jobs
        peak = [0]
        over = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, over, peak))
        watcher.start()
        output, _ = process.communicate()
        over.set()
        watcher.join()
    if process.returncode:
        raise SystemExit(f"{job} failed")
    told = json.loads(output)
    return Measured(job, rows, told["wall"], told["cpu"], peak[0] * 1024 // 1_000_000)


def median(runs: Sequence[Measured]) -> Measured:
    first = runs[0]
    wall, cpu = (statistics.median(values) for values in ([r.wall for r in runs], [r.cpu for r in runs]))
    return Measured(first.job, first.rows, wall, cpu, max(r.memory for r in runs), len(runs))


def _watch(pid: int, over: threading.Event, peak: list[int]) -> None:
    while not over.wait(LOOK):
        peak[0] = max(peak[0], sum(map(_resident, _family(pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _resident(pid: int) -> int:
    """KiB; nothing of a process that has just ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
