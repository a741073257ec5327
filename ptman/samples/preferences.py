"""Invents the students' ranked choices: three academic, three industry supervisors, three bases each."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from ptman.samples import numbers
from ptman.samples.made import Cell, Made, Season

FAULTS = ("supervisor-unknown",)
RANKS = "一二三"
# Students who hand in no choices, and choices written by name instead of number.
SILENT, BY_NAME = 0.04, 0.4


@dataclass(frozen=True, slots=True)
class Market:
    """One side's candidates by category, with the running sums of how popular each is."""

    headers: tuple[str, ...]
    by_category: dict[str, tuple[list[Made], list[float]]]

    def choose(self, category: str, draw: random.Random) -> list[Made]:
        pool, summed = self.by_category.get(category, ([], []))
        return numbers.chosen(pool, summed, len(self.headers), draw)


def market(name: str, candidates: Sequence[Made], draw: random.Random) -> Market:
    """Only rows that an import takes can be chosen: a fault stays in its own workbook."""
    sound = [one for one in candidates if not one.fault]
    categories = sorted({category for one in sound for category in one.categories})
    pools = {category: [one for one in sound if category in one.categories] for category in categories}
    return Market(
        tuple(f"{name}志愿{rank}" for rank in RANKS),
        {category: (pool, numbers.popularity(len(pool), draw)) for category, pool in pools.items()},
    )


def invent(
    season: Season, students: Sequence[Made], markets: Sequence[Market], draw: random.Random
) -> tuple[Made, ...]:
    """One row a student, in an order of their own; students whose own row is faulty have handed in none."""
    sound = [student for student in students if not student.fault]
    draw.shuffle(sound)
    faults = season.faults(FAULTS, len(sound))
    marks = [*faults, *([""] * (len(sound) - len(faults)))]
    draw.shuffle(marks)
    return tuple(_row(student, mark, markets, draw) for student, mark in zip(sound, marks, strict=True))


def _row(student: Made, fault: str, markets: Sequence[Market], draw: random.Random) -> Made:
    cells: dict[str, Cell] = {"学号": student.number, "姓名": student.name}
    silent = draw.random() < SILENT
    for side in markets:
        chosen = [] if silent else side.choose(student.categories[0], draw)
        by_name = draw.random() < BY_NAME
        said = [one.name if by_name else one.number for one in chosen]
        cells |= dict(zip(side.headers, [*said, *([None] * len(side.headers))], strict=False))
    return Made(cells, student.number, student.name, student.categories, fault)
