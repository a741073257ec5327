"""Where days and hours lie on the drawn week: from a point to a time, and from a time to a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ptman.aspects.resources.week import DAYS
from ui.aspects.resources.week_spans import HOUR, STEP, Block, Hold

HEAD, AXIS = 30, 46
"""Height of the names of the days above, width of the hours at the left."""
EDGE = 6
"""Pixels at the top and the bottom of a block by which it is stretched."""
GAP = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawn week of a widget of this size, from the first hour to the last."""

    width: float
    height: float
    first: int
    last: int

    @property
    def day_width(self) -> float:
        return (self.width - AXIS) / DAYS

    @property
    def hour_height(self) -> float:
        return (self.height - HEAD) / (self.last - self.first)

    def x(self, day: int) -> float:
        return AXIS + day * self.day_width

    def y(self, minute: int) -> float:
        return HEAD + (minute / HOUR - self.first) * self.hour_height

    def place(self, block: Block) -> QRectF:
        """Where a block stands beside those that it meets."""
        spot = self.spot(block.day, block.start, block.end)
        width = spot.width() / block.columns
        return QRectF(spot.left() + block.column * width, spot.top(), width - 1, spot.height())

    def spot(self, day: int, start: int, end: int) -> QRectF:
        """Where a time of a day lies; a short one is high enough to be seen."""
        top, bottom = self.y(max(start, self.first * HOUR)), self.y(min(end, self.last * HOUR))
        return QRectF(self.x(day) + GAP, top + 1, self.day_width - 2 * GAP, max(bottom - top - 2, 12.0))

    def slot(self, point: QPointF) -> tuple[int, int] | None:
        """The day and the minute of the step under a point; None beside the hours."""
        if point.x() < AXIS or point.y() < HEAD or point.x() >= self.width or point.y() >= self.height:
            return None
        return self.held(point)

    def held(self, point: QPointF) -> tuple[int, int]:
        """The nearest day and step, also while the hand is outside."""
        day = int((point.x() - AXIS) // self.day_width)
        minute = int((point.y() - HEAD) / self.hour_height * HOUR) // STEP * STEP + self.first * HOUR
        return min(max(day, 0), DAYS - 1), min(max(minute, self.first * HOUR), self.last * HOUR - STEP)

    def under(self, point: QPointF, blocks: Sequence[Block]) -> tuple[Block, Hold] | None:
        """The block under a point, and what taking hold of it there would do."""
        for block in reversed(blocks):
            place = self.place(block)
            if not place.contains(point):
                continue
            if block.whole and place.height() > 3 * EDGE:
                if point.y() < place.top() + EDGE:
                    return block, Hold.START
                if point.y() > place.bottom() - EDGE:
                    return block, Hold.END
            return block, Hold.MOVE
        return None
