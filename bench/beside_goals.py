"""The goals of the assignment engine against what the bench has seen."""

from collections.abc import Iterator, Sequence

from bench import beside_rows
from bench.beside_rows import NAMES, Row

SMALL, MIDDLE = "200 students, joint", "1,000 students, joint"
LARGE, LARGEST = "5,000 students, joint", "20,000 students, joint"
HARD = ("1,000 students, no seat to spare", "1,000 students, 12 collaborators")
STABLE, NETWORK = "5,000 students, stable", "20,000 students, one side"
Goal = tuple[str, bool, str]


def table(listed: Sequence[Row]) -> list[str]:
    """Seconds are those of the processor for the solving alone; goals without a measurement are left out."""
    by = {(one.work, one.solver): one for one in listed}
    goals = [*_small(by), *_middle(by), *_large(by), *_plain(by), *_growth(listed)]
    told = [f"| {goal} | {'yes' if held else 'not yet'}: {seen} |" for goal, held, seen in goals]
    return ["| goal (seconds of the processor, solving alone) | seen |", "|---|---|", *told]


Rows = dict[tuple[str, str], Row]


def _of(by: Rows, work: str) -> Iterator[tuple[Row, float, float]]:
    """Our row of this work with the median and the longest seconds, where it was measured."""
    one = by.get((work, "ptman"))
    if one is not None and one.alone is not None and one.longest is not None:
        yield one, one.alone, one.longest


def _small(by: Rows) -> Iterator[Goal]:
    for one, middle, worst in _of(by, SMALL):
        proved = one.done == one.runs
        held, seen = proved and middle <= 0.5 and worst <= 3, f"{middle:.2f} s and {worst:.2f} s"  # noqa: PLR2004
        yield "200: proven, median 0.5 s, worst 3 s", held, f"{seen}, {one.done} of {one.runs} proven"
    for solver, wanted in (("cbc", 40), ("highs", 60), ("cpsat", 60)):
        yield from _ratio(by, (SMALL, "200"), solver, wanted)


def _middle(by: Rows) -> Iterator[Goal]:
    for one, middle, worst in _of(by, MIDDLE):
        near = "not in every run" if one.near is None else f"{one.near:.2f} s at most"
        yield "1,000: within 0.1 % in 3 s", one.near is not None and one.near <= 3, near  # noqa: PLR2004
        held = one.done >= 0.9 * one.runs and worst <= 15  # noqa: PLR2004
        seen = f"{one.done} of {one.runs}, {middle:.2f} s, {worst:.2f} s at most"
        yield "1,000: proven in 15 s on nine seeds of ten", held, seen
    yield from _ratio(by, (MIDDLE, "1,000"), "highs", 50)
    for work in HARD:
        for one, _, worst in _of(by, work):
            widest = one.widest or 0.0
            held = widest <= 0.002 and worst <= 60  # noqa: PLR2004
            yield f"{work}: within 0.2 % in 60 s", held, f"{widest:.3%} at most, {worst:.1f} s"


def _large(by: Rows) -> Iterator[Goal]:
    for one, _, worst in _of(by, LARGE):
        widest = one.widest or 0.0
        held = widest <= 0.0005 and worst <= 20  # noqa: PLR2004
        yield "5,000: within 0.05 % in 20 s", held, f"{widest:.3%} at most, {worst:.1f} s"
        yield "5,000: proven on most seeds in 60 s", 2 * one.done > one.runs, f"{one.done} of {one.runs}"
        yield "5,000: in 250 MB", one.memory <= 250, f"{one.memory:.0f} MB"  # noqa: PLR2004
    for one, _, worst in _of(by, LARGEST):
        widest = one.widest or 0.0
        held = widest <= 0.001 and worst <= 120  # noqa: PLR2004
        yield "20,000: within 0.1 % in 120 s", held, f"{widest:.3%}, {worst:.1f} s"
        yield "20,000: in 600 MB", one.memory <= 600, f"{one.memory:.0f} MB"  # noqa: PLR2004


def _plain(by: Rows) -> Iterator[Goal]:
    for _, _, worst in _of(by, NETWORK):
        other = by.get((NETWORK, "flow"))
        beside = f"; OR-tools flow {other.alone:.1f} s" if other and other.alone is not None else ""
        yield "one side of 20,000: 5 s, proof and check included", worst <= 5, f"{worst:.1f} s{beside}"  # noqa: PLR2004
    for one, _, worst in _of(by, STABLE):
        others = [by[STABLE, solver] for solver in ("pairwise", "spa") if (STABLE, solver) in by]
        beside = "".join(f"; {NAMES[one.solver]} {one.alone:.1f} s" for one in others if one.alone is not None)
        seen = f"{one.near or 0.0:.2f} s, with proof and check {worst:.2f} s{beside}"
        yield "stable, 5,000: the allocation in 0.15 s", (one.near or 0.0) <= 0.15, seen  # noqa: PLR2004


def _ratio(by: Rows, work: tuple[str, str], solver: str, wanted: int) -> Iterator[Goal]:
    """A rival that met its limit would have taken longer still."""
    other = by.get((work[0], solver))
    for _, middle, _ in _of(by, work[0]):
        if other is not None and other.alone is not None:
            ratio, more = other.alone / middle, "" if other.done == other.runs else "more than "
            yield f"{work[1]}: {wanted} times as fast as {NAMES[solver]}", ratio >= wanted, f"{more}{ratio:.0f} times"


def _growth(listed: Sequence[Row]) -> Iterator[Goal]:
    grown = beside_rows.growth(listed)
    if grown is not None:
        yield "time grows no faster than n^1.5", grown <= 1.5, f"n^{grown:.2f} over the joint sizes"  # noqa: PLR2004
