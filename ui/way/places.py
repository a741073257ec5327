"""Where everything of a student's way stands in the picture: bands in rows, marks with their names apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from ptman.aspects.talents.way_parts import Band, Lane, Mark, Way

NAMES, HEAD = 92, 22
"""Pixels at the left for the names of the lanes, and above for the years and months; TAIL is left at the right."""
LEVEL, BAND, GAP = 18, 20, 10
MARK, TAIL = 12, 92
LEVELS = 3
Wide = Callable[[str], int]
Said = Callable[[Band | Mark], str]


@dataclass(frozen=True, slots=True)
class Placed:
    """One thing in the picture; `words` is where its name is written, None where it has no room."""

    one: Band | Mark
    area: QRectF
    words: QRectF | None


@dataclass(frozen=True, slots=True)
class LaneBox:
    lane: Lane
    top: float
    height: float
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to pixels: from the first to the last day over a width."""

    first: date
    last: date
    width: float

    def x(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        return NAMES + (day - self.first).days / whole * (self.width - NAMES - TAIL)


def laid_out(way: Way, scale: Scale, said: Said, wide: Wide) -> tuple[LaneBox, ...]:
    """The lanes below each other, each as high as what it holds."""
    boxes = []
    top = float(HEAD)
    for lane in way.lanes:
        placed = [
            *_bands(lane.bands, scale, top + GAP / 2, said, wide),
            *_marks(lane.marks, scale, top + GAP / 2, said, wide),
        ]
        bottom = max((max(one.area.bottom(), one.words.bottom() if one.words else 0) for one in placed), default=top)
        boxes.append(LaneBox(lane, top, bottom - top + GAP / 2, tuple(placed)))
        top = bottom + GAP / 2
    return tuple(boxes)


def _bands(bands: Sequence[Band], scale: Scale, top: float, said: Said, wide: Wide) -> list[Placed]:
    """Bands that meet stand below each other."""
    ends: list[float] = []
    found = []
    for one in sorted(bands, key=lambda one: (one.starts_on, one.id)):
        left = scale.x(max(one.starts_on, scale.first))
        right = max(scale.x(min(one.ends_on or scale.last, scale.last)), left + MARK)
        # A name longer than its band goes on behind it.
        until = max(right, left + wide(said(one)) + MARK)
        row = next((n for n, end in enumerate(ends) if end <= left), len(ends))
        ends[row : row + 1] = [until]
        area = QRectF(left, top + row * (BAND + 3), right - left, BAND)
        found.append(Placed(one, area, QRectF(left + 5, area.top(), until - left - 5, BAND)))
    return found


def _marks(marks: Sequence[Mark], scale: Scale, top: float, said: Said, wide: Wide) -> list[Placed]:
    """Marks on one line, their names on as many lines below as they need, up to three."""
    ends = [float("-inf")] * LEVELS
    found = []
    for one in sorted(marks, key=lambda one: (one.on, one.id)):
        x = scale.x(one.on)
        area = QRectF(x - MARK / 2, top, MARK, MARK)
        length = wide(said(one)) + 6
        level = next((n for n, end in enumerate(ends) if end <= x - MARK / 2), None)
        words = None
        if level is not None:
            ends[level] = x - MARK / 2 + length
            words = QRectF(x - MARK / 2, top + MARK + level * LEVEL, length, LEVEL)
        found.append(Placed(one, area, words))
    return found
