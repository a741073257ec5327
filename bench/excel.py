"""Reading, comparing and writing workbooks beside openpyxl, pandas and XlsxWriter: python -m bench.excel FOLDER."""

import argparse
import json
import os
import subprocess
import sys
import venv
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from bench import excel_jobs, excel_measured, excel_page, rosters
from bench.excel_jobs import DRAFT, EXPORT, FIRST, READ_ONLY, WRITE_ONLY
from bench.excel_measured import Measured
from ptman import db
from ptman.intake import store

ROOT = Path(__file__).resolve().parent.parent
PANDAS = ROOT / ".venv-bench"
# What takes minutes or gigabytes at a hundred thousand rows is measured up to here.
SLOW = {"openpyxl": 10_000, "openpyxl, styled": 10_000, FIRST: 10_000}
# What the goals speak of; at a hundred thousand rows the others run once.
COMPARED = frozenset({DRAFT, READ_ONLY, EXPORT, WRITE_ONLY})
LARGE, WINDOW = 100_000, 10_000


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
    try:
        with db.Database(office, who="bench") as opened:
            workbook, parts = store.read(path)
            drawn = opened.read(store.compare, workbook, parts, rosters.DAY - timedelta(days=1), "bench")
            opened.write(store.keep, drawn, drawn.draft.preset())
    except BaseException:
        office.unlink()  # half made it would be taken for whole next time
        raise


def measured(job: str, rows: int, folder: Path) -> Measured:
    command = [python(job), str(ROOT / "bench" / "excel_jobs.py"), job, str(rows), str(folder)]
    return excel_measured.measured(job, rows, command, ROOT)


def waits(folder: Path) -> dict[str, float]:
    """How long the window stood still at the longest, in seconds by what it was doing."""
    prepare(folder, WINDOW)
    command = [sys.executable, "-m", "bench.liveness", str(WINDOW), str(folder)]
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, check=True, cwd=ROOT, env=quiet, stdout=subprocess.PIPE)  # noqa: S603 - our own
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def results_of(sizes: list[int], jobs: list[str], repeats: int, folder: Path) -> list[Measured]:
    results: list[Measured] = []
    for rows in sizes:
        prepare(folder, rows)
        due = [job for job in jobs if rows <= SLOW.get(job, rows) and (job != "pandas" or PANDAS.exists())]
        # In turn, so that a busy moment of the machine meets all of them.
        runs = [
            measured(job, rows, folder)
            for time in range(repeats)
            for job in due
            if not time or rows < LARGE or job in COMPARED
        ]
        found = [excel_measured.median([run for run in runs if run.job == job]) for job in due]
        print(*excel_page.table(found), sep="\n", flush=True)
        results += found
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="for the files, which are kept, and results.json")
    parser.add_argument("--rows", default="3000,100000")
    parser.add_argument("--jobs", default=",".join(excel_jobs.JOBS).replace(", ", " "))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--setup", action="store_true", help="make the environment for pandas first")
    parser.add_argument("--write", action="store_true", help="write docs/bench.md and its picture")
    args = parser.parse_args()
    if args.setup:
        setup()
    args.folder.mkdir(parents=True, exist_ok=True)
    wanted = args.jobs.split(",")
    jobs = [job for job in excel_jobs.JOBS if job.replace(", ", " ") in wanted]
    results = results_of([int(one) for one in args.rows.split(",")], jobs, args.repeats, args.folder)
    gaps = waits(args.folder)
    part = "\n".join(excel_page.section(results, gaps, WINDOW))
    print(part)
    (args.folder / "results.json").write_text(json.dumps([asdict(one) for one in results]), encoding="utf-8")
    if args.write:
        excel_page.write(part)
        picture = [sys.executable, "-m", "bench.excel_picture", str(args.folder / "results.json")]
        quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([*picture, str(excel_page.PICTURE)], check=True, cwd=ROOT, env=quiet)  # noqa: S603 - our own


if __name__ == "__main__":
    main()
