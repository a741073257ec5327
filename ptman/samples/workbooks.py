"""Writes the five sample workbooks of an invented programme, with faults and disorder or without."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ptman import files
from ptman.errors import PtmanError
from ptman.samples import dress, faults, mess, programme, sheets
from ptman.samples.dress import Grid
from ptman.samples.faults import Planted
from ptman.samples.made import Season, Table

FEWEST, MOST = 20, 20_000
STUDENTS, SEED = 60, 2026
# Sheets are laid out as by another hand for another seed.
_LAYOUT = 7919


@dataclass(frozen=True, slots=True)
class Sample:
    """The workbooks written, in the order in which they are imported, and the faults planted in them."""

    students: Path
    academics: Path
    industry: Path
    bases: Path
    preferences: Path
    faults: tuple[Planted, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.students, self.academics, self.industry, self.bases, self.preferences)


def write(folder: Path, today: date, *, students: int = STUDENTS, seed: int = SEED) -> Sample:
    """Five workbooks as offices get them, with about 3 % faulty rows; the same cells for the same arguments.

    Raises PtmanError sample-size, and those of files.write_atomically.
    """
    season = Season(today, _sized(students), faulty=True)
    draw = random.Random(seed * _LAYOUT)  # noqa: S311 samples must come out the same again

    def grid(table: Table) -> Grid:
        return dress.dressed(table, mess.of(table, draw), dress.style(table, season), draw)

    return _written(folder, [faults.plant(table) for table in programme.invent(season, seed)], grid)


def write_clean(folder: Path, today: date, *, students: int = STUDENTS, seed: int = SEED) -> Sample:
    """Five such workbooks without any fault: the header in row 1, plain values; errors as `write`."""
    season = Season(today, _sized(students), faulty=False)
    return _written(folder, list(programme.invent(season, seed)), dress.plain)


def _sized(students: int) -> int:
    if FEWEST <= students <= MOST:
        return students
    raise PtmanError(
        "sample-size",
        f"样例可有 {FEWEST} 至 {MOST:,} 名学生，不能是 {students:,} 名；没有写入文件。",
        f"A sample has {FEWEST} to {MOST:,} students, not {students:,}; no file was written.",
    )


def _written(folder: Path, tables: list[Table], layout: Callable[[Table], Grid]) -> Sample:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.write_failure(error, folder) from error
    planted: list[Planted] = []
    for table in tables:
        grid = layout(table)
        planted += _planted(table, grid)
        files.write_atomically(folder / table.file, sheets.content(grid))
    students, academics, industry, bases, preferences = (folder / table.file for table in tables)
    return Sample(students, academics, industry, bases, preferences, tuple(planted))


def _planted(table: Table, grid: Grid) -> list[Planted]:
    return [
        Planted(table.file, table.sheet, place, faults.column(table, row.fault), row.fault)
        for row, place in zip(table.rows, grid.places, strict=True)
        if row.fault
    ]
