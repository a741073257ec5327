"""Reading, comparing and writing workbooks beside openpyxl, pandas and XlsxWriter: python -m bench.excel FOLDER."""

import argparse
import json
import statistics
import subprocess
import sys
import threading
import venv
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from bench import excel_jobs, rosters
from ptman import db
from ptman.intake import store

ROOT = Path(__file__).resolve().parent.parent
PANDAS = ROOT / ".venv-bench"
LOOK = 0.02
# What takes minutes and gigabytes at a hundred thousand rows is measured up to here.
SLOW = {"openpyxl": 10_000, "openpyxl, styled": 10_000}


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds on the clock and of the processors, and the most memory of all its processes together, in MB."""

    job: str
    rows: int
    wall: float
    cpu: float
    memory: int


def setup() -> None:
    """An environment of its own for pandas, with the versions and hashes of .ci/locks/bench.txt."""
    venv.create(PANDAS, with_pip=True)
    lock = ROOT / ".ci" / "locks" / "bench.txt"
    subprocess.run([python("pandas"), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock], check=True)  # noqa: S603 - our own lock


def python(job: str) -> str:
    return str(PANDAS / "bin" / "python") if job == "pandas" else sys.executable


def prepare(folder: Path, rows: int) -> None:
    """The files, an office that knows the supervisors only, and one that has imported the roster before."""
    for path, changed in ((folder / f"first{rows}.xlsx", 0), (folder / f"again{rows}.xlsx", rows // 100)):
        if not path.exists():
            rosters.students(path, rows, changed)
    empty, full = excel_jobs.office_of(folder, 0), excel_jobs.office_of(folder, rows)
    if not empty.exists():
        db.Database.create(empty, who="bench").close()
        _imported(empty, rosters.teachers(folder / "teachers.xlsx"))
    if not full.exists():
        full.write_bytes(empty.read_bytes())
        _imported(full, folder / f"first{rows}.xlsx")


def _imported(office: Path, path: Path) -> None:
    with db.Database(office, who="bench") as opened:
        workbook, parts = store.read(path)
        drawn = opened.read(store.compare, workbook, parts, rosters.DAY - timedelta(days=1), "bench")
        opened.write(store.keep, drawn, drawn.draft.preset())


def measured(job: str, rows: int, folder: Path) -> Measured:
    command = [python(job), str(ROOT / "bench" / "excel_jobs.py"), job, str(rows), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:  # noqa: S603 - our own jobs
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
    return Measured(job, rows, told["wall"], told["cpu"], peak[0])


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
    """Megabytes; nothing of a process that has just ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


def table(results: list[Measured]) -> Iterator[str]:
    yield "| job | rows | s (clock) | s (processor) | MB |"
    yield "|---|---:|---:|---:|---:|"
    for one in results:
        yield f"| {one.job} | {one.rows:,} | {one.wall:.2f} | {one.cpu:.2f} | {one.memory} |"


def median(runs: list[Measured]) -> Measured:
    first = runs[0]
    wall, cpu = (statistics.median(values) for values in ([r.wall for r in runs], [r.cpu for r in runs]))
    return Measured(first.job, first.rows, wall, cpu, max(r.memory for r in runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="for the files, which are kept, and results.json")
    parser.add_argument("--rows", default="1000,3000,10000,100000")
    parser.add_argument("--jobs", default=",".join(excel_jobs.JOBS).replace(", ", " "))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--setup", action="store_true", help="make the environment for pandas first")
    args = parser.parse_args()
    if args.setup:
        setup()
    args.folder.mkdir(parents=True, exist_ok=True)
    wanted = args.jobs.split(",")
    jobs = [job for job in excel_jobs.JOBS if job.replace(", ", " ") in wanted]
    results = []
    for rows in map(int, args.rows.split(",")):
        prepare(args.folder, rows)
        due = [job for job in jobs if rows <= SLOW.get(job, rows)]
        # In turn, so that a busy moment of the machine meets all of them.
        runs = [measured(job, rows, args.folder) for _ in range(args.repeats) for job in due]
        results += [median([run for run in runs if run.job == job]) for job in due]
        print(*table(results[-len(due) :]), sep="\n", flush=True)
    (args.folder / "results.json").write_text(json.dumps([asdict(one) for one in results]), encoding="utf-8")


if __name__ == "__main__":
    main()
