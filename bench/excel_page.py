"""Writes what the Excel bench measured into docs/bench.md: a table, its picture, and what became of the goals."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.excel_jobs import DRAFT, EXPORT, READ_ONLY, WRITE_ONLY
from bench.excel_measured import Measured

PAGE = Path(__file__).resolve().parent.parent / "docs" / "bench.md"
PICTURE = PAGE.parent / "pictures" / "bench-excel.png"
BEGIN, END = "<!-- workbooks: written by bench.excel -->", "<!-- workbooks: end -->"
LARGE, USUAL = 100_000, 3_000
MEMORY_MB, SECONDS, GAP_MS = 500, 2, 100


def section(results: Sequence[Measured], gaps: Mapping[str, float], rows: int) -> Iterator[str]:
    """The part of the page; `gaps` are seconds by what the window was doing with so many `rows`."""
    yield BEGIN
    load = f"Load of the machine before measuring: {os.getloadavg()[2]:.1f} on {os.cpu_count()} cores."
    yield f"Medians of as many runs as the table says; the memory is the largest seen. {load}"
    yield from ("", *table(results), "", "![Workbooks](pictures/bench-excel.png)", "")
    if gaps:
        yield f"Longest wait of the window while {rows:,} new rows were taken through it, in milliseconds:"
        yield from ("", "| " + " | ".join(gaps) + " |", "|" + "---:|" * len(gaps))
        yield "| " + " | ".join(f"{1000 * gap:.0f}" for gap in gaps.values()) + " |"
    yield from ("", "| goal | seen |", "|---|---|")
    yield from (f"| {goal} | {seen} |" for goal, seen in goals({(one.job, one.rows): one for one in results}, gaps))
    yield END


def table(results: Sequence[Measured]) -> Iterator[str]:
    yield "| job | rows | runs | s (clock) | s (processor) | MB |"
    yield "|---|---:|---:|---:|---:|---:|"
    for one in results:
        yield f"| {one.job} | {one.rows:,} | {one.runs} | {one.wall:.2f} | {one.cpu:.2f} | {one.memory} |"


def goals(of: Mapping[tuple[str, int], Measured], gaps: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Each goal with what was seen, as far as it was measured."""
    draft, reading = of.get((DRAFT, LARGE)), of.get((READ_ONLY, LARGE))
    if draft and reading:
        share = draft.wall / reading.wall
        seen = f"{met(share <= 1 / 3)}: {share:.2f} of it (clock), {draft.cpu / reading.cpu:.2f} (processor)"
        yield "three-way draft of 100,000 rows in a third of what openpyxl's read-only mode needs to read", seen
        yield "in under 500 MB", f"{met(draft.memory < MEMORY_MB)}: {draft.memory} MB, the reading process included"
    export, styled = of.get((EXPORT, LARGE)), of.get((WRITE_ONLY, LARGE))
    if export and styled:
        times = styled.wall / export.wall
        yield "styled export twice as fast as write-only openpyxl", f"{met(times >= 2)}: {times:.1f} times"  # noqa: PLR2004 the goal
    for job, goal in ((DRAFT, "3,000 rows to a draft in under 2 s"), (EXPORT, "3,000 rows exported in under 2 s")):
        if one := of.get((job, USUAL)):
            yield goal, f"{met(one.wall < SECONDS)}: {one.wall:.2f} s"
    if gaps:
        longest = 1000 * max(gaps.values())
        yield f"the window waits at most {GAP_MS} ms", f"{met(longest <= GAP_MS)}: {longest:.0f} ms at the longest"


def met(holds: bool) -> str:  # noqa: FBT001 a comparison, in words
    return "yes" if holds else "not yet"


def write(part: str) -> None:
    """Put the part in the place of the one before."""
    page = PAGE.read_text(encoding="utf-8")
    done = re.sub(f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _found: part, page, flags=re.DOTALL)
    PAGE.write_text(done, encoding="utf-8")
