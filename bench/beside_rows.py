"""What the assignment bench measured, as rows: kept as JSON, told as a table, and how time grows with the size."""

import dataclasses
import json
import math
import statistics
from collections.abc import Sequence
from pathlib import Path

from bench.measuring import Measured

BEGIN, END = "<!-- assignment: written by bench.beside -->", "<!-- assignment: end -->"
NAMES = {
    "ptman": "ptman",
    "cbc": "PuLP + CBC",
    "cpsat": "OR-tools CP-SAT",
    "highs": "HiGHS MIP",
    "osis": "greedy and swap",
    "flow": "OR-tools flow",
    "pairwise": "matching",
    "spa": "algmatch",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One solver on one kind of work: medians over its runs, the worst processor time and gap, the most memory.

    `off` is how far its answers are from the best anybody found, `gap` how far its own bound leaves open, both as
    fractions and at the median; None where there is nothing to compare.
    """

    work: str
    size: int
    solver: str
    runs: int
    clock: float
    cpu: float
    worst: float
    memory: float
    done: int
    off: float | None
    gap: float | None
    outcome: str
    alone: float | None = None
    longest: float | None = None
    near: float | None = None
    widest: float | None = None
    limit: float | None = None


def rows(work: str, size: int, seeds: Sequence[Sequence[Measured]], limit: float | None = None) -> list[Row]:
    """`seeds` are the runs of all solvers, seed by seed; not every solver has to run on every one."""
    found: dict[str, list[tuple[Measured, int | None]]] = {}
    for runs in seeds:
        best = min((one.value for one in runs if one.value is not None), default=None)
        for one in runs:
            found.setdefault(one.solver, []).append((one, best))
    return [_row((work, size, solver), runs, limit) for solver, runs in found.items()]


def _row(about: tuple[str, int, str], runs: list[tuple[Measured, int | None]], limit: float | None) -> Row:
    alone = [one for one, _ in runs]
    off = [(one.value - low) / max(1, abs(low)) for one, low in runs if one.value is not None and low is not None]
    gaps = [one.gap for one in alone if one.gap is not None]
    own = [one.alone for one in alone if one.alone is not None]
    near = [math.inf if one.near is None else one.near for one in alone]
    return Row(
        *about,
        len(alone),
        statistics.median(one.seconds for one in alone),
        statistics.median(one.cpu for one in alone),
        max(one.cpu for one in alone),
        max(one.memory for one in alone),
        sum(one.done for one in alone),
        statistics.median(off) if off else None,
        statistics.median(gaps) if gaps else None,
        next((one.outcome for one in alone if not one.done), alone[0].outcome),
        statistics.median(own) if own else None,
        max(own, default=None),
        None if math.inf in near else max(near),
        max(gaps) if gaps else None,
        limit,
    )


def line(one: Row) -> str:
    """One row of the table."""
    said = ["–" if part is None else f"{part:.3%}" for part in (one.off, one.gap)]
    if one.off is None and not one.done:
        said[0] = one.outcome
    return (
        f"| {one.work} | {NAMES[one.solver]} | {_number(one.limit, 0)} | {one.clock:.2f} | {one.cpu:.2f} "
        f"| {one.worst:.2f} | {_number(one.alone, 2)} | {one.memory:.0f} | {one.done} of {one.runs} | {said[0]} "
        f"| {said[1]} |"
    )


def table(listed: Sequence[Row], about: str) -> str:
    head = (
        "| work | solver | limit, s | s (clock) | s (processor) | worst | solving alone | MB | proved "
        "| above the best | own gap |"
    )
    rule = "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    return "\n".join([about, "", head, rule, *map(line, listed)])


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def growth(listed: Sequence[Row]) -> float | None:
    """The exponent of a straight line through the logarithms of size and time."""
    own = {one.size: one.alone for one in listed if one.solver == "ptman" and one.work.endswith("joint") and one.alone}
    if len(own) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    x, y = [math.log(size) for size in own], [math.log(alone) for alone in own.values()]
    return statistics.linear_regression(x, y).slope


def keep(listed: Sequence[Row], target: Path) -> None:
    target.write_text(json.dumps([dataclasses.asdict(one) for one in listed], indent=1), encoding="utf-8")


def kept(source: Path) -> list[Row]:
    return [Row(**one) for one in json.loads(source.read_text(encoding="utf-8"))]


def written(page: Path, text: str) -> None:
    """Put the table between its two marks in the page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
