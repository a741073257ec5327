"""Two-page letters with table and QR code beside other means: python -m bench.letters [--write] for docs/bench.md."""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import bars
from bench.bars import Bar
from bench.letter_jobs import ALONE, MERGE, OFFICE, OURS, PREVIEW, QT

ROOT = Path(__file__).resolve().parent.parent
PAGE, PICTURE = ROOT / "docs" / "bench.md", ROOT / "docs" / "pictures" / "bench-letters.png"
BEGIN, END = "<!-- letters: written by bench.letters -->", "<!-- letters: end -->"
MANY, GOAL, PREVIEW_MS = 100, 30, 100


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians over some runs; seconds of the clock and of the processor for all letters, bytes for each."""

    job: str
    count: int
    wall: float
    cpu: float
    memory: int
    size: int

    @property
    def clock(self) -> float:
        """Milliseconds of the clock for one letter."""
        return 1000 * self.wall / (1 if self.job == PREVIEW else self.count)

    @property
    def each(self) -> float:
        """Milliseconds of the processor for one letter."""
        return 1000 * self.cpu / (1 if self.job == PREVIEW else self.count)


def measured(job: str, count: int) -> Measured:
    told = subprocess.run(  # noqa: S603 our own jobs
        [sys.executable, "-m", "bench.letter_jobs", job, str(count)], capture_output=True, check=True, cwd=ROOT
    )
    return Measured(job, count, **json.loads(told.stdout))


def median(runs: list[Measured]) -> Measured:
    first = runs[0]
    wall, cpu = (statistics.median(values) for values in ([one.wall for one in runs], [one.cpu for one in runs]))
    return Measured(first.job, first.count, wall, cpu, max(one.memory for one in runs), first.size)


def section(results: list[Measured], repeats: int) -> Iterator[str]:
    """The part of docs/bench.md, with the goals beside what was seen."""
    yield from (BEGIN, "# Letters", "")
    yield (
        f"`python -m bench.letters --write` measures (median of {repeats}) and writes this part. A letter has\n"
        "two pages with a table, a QR code and a return slip; ours is tagged PDF/A with a signed code, made as a\n"
        "batch is issued, by as many processes as there are cores, four at most. LibreOffice merges a form with a\n"
        "sheet into a PDF for each row (no code, no tags, no PDF/A) or converts ready Word files in one call. Each\n"
        "job runs in a process of its own, in turn with the others; ours count once the fonts are loaded, a merge\n"
        "once its form is made; memory is that of the largest process. "
        f"Load of the machine while measuring: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores."
    )
    yield from (
        "",
        "| job | letters | s (clock) | s (processor) | ms (clock) a letter | ms (processor) a letter | MB | KiB |",
    )
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for one in results:
        numbers = (
            f"{one.wall:.2f} | {one.cpu:.2f} | {one.clock:.1f} | {one.each:.1f} | {one.memory} | {one.size // 1024}"
        )
        yield f"| {one.job} | {one.count:,} | {numbers} |"
    yield from ("", "![Letters](pictures/bench-letters.png)", "", *_goals(results), END)


def _goals(results: list[Measured]) -> Iterator[str]:
    """What was wanted beside what was seen."""
    yield from ("| goal | seen |", "|---|---|")
    ours, alone = _of(results, OURS), _of(results, ALONE)
    for job in (MERGE, OFFICE):
        theirs = _of(results, job)
        clock, used = theirs.clock / ours.clock, theirs.each / alone.each
        seen = f"{_met(clock >= GOAL)}: {clock:.0f} times (clock); {used:.0f} times (processor, one process)"
        yield f"| {ours.count:,} letters at least {GOAL} times as fast as {job} | {seen} |"
    times = _of(results, QT).each / alone.each
    yield f"| faster than the fastest library measured, {QT} | {_met(times > 1)}: {times:.1f} times (processor) |"
    shown = _of(results, PREVIEW)
    seen = f"{_met(shown.each < PREVIEW_MS)}: {shown.each:.0f} ms (processor)"
    yield f"| preview of one in under {PREVIEW_MS} ms after the first | {seen} |"
    few, many = (one for one in results if one.job == OURS and one.count > 1)
    yield (
        f"| memory does not grow with the number of letters | {few.memory} MB for {few.count}, {many.memory} MB for "
        f"{many.count:,} |"
    )


def _met(holds: bool) -> str:  # noqa: FBT001 a comparison, in words
    return "yes" if holds else "not yet"


def written(page: str, part: str) -> str:
    """The page with its part on letters replaced, or added at the end."""
    if BEGIN not in page:
        return f"{page.rstrip()}\n\n{part}\n"
    return re.sub(f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _found: part, page, flags=re.DOTALL)


def _of(results: list[Measured], job: str) -> Measured:
    """The largest run of a job."""
    return max((one for one in results if one.job == job), key=lambda one: one.count)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--many", type=int, default=1000, help="the largest number of our letters")
    parser.add_argument("--others", type=int, default=50, help="how many letters are made by other means")
    parser.add_argument("--write", action="store_true", help="write docs/bench.md and its picture")
    asked = parser.parse_args()
    jobs = [(OURS, 1), (OURS, MANY), (OURS, asked.many), (ALONE, MANY), (PREVIEW, 20)]
    jobs += [(job, asked.others) for job in (QT, MERGE, OFFICE)]
    # In turn, so that a busy moment of the machine meets all of them.
    runs = [measured(*job) for _ in range(asked.repeats) for job in jobs]
    results = [median([one for one in runs if (one.job, one.count) == job]) for job in jobs]
    part = "\n".join(section(results, asked.repeats))
    print(part)
    if asked.write:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), part), encoding="utf-8")
        shown = [_of(results, job) for job in (OURS, ALONE, QT, MERGE, OFFICE)]
        words = [
            Bar(one.job, one.clock, f"{one.clock:.1f} ms   {one.memory} MB", ours=one.job in {OURS, ALONE})
            for one in shown
        ]
        bars.draw("One letter of two pages, milliseconds of the clock", words, PICTURE)


if __name__ == "__main__":
    main()
