"""The mouse on the drawn week: press to look, drag an empty hour to book, a use to move it, its edge to stretch it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from ui.aspects.resources import week_spans
from ui.aspects.resources.week_spans import Hold, Span

if TYPE_CHECKING:
    from ui.aspects.resources.week_grid import WeekGrid

DRAG = 5.0
"""Pixels after which a press is a drag."""


def press(grid: "WeekGrid", point: QPointF) -> bool:
    """Look at what is under the hand; false beside the hours."""
    slot = grid.frame().slot(point)
    if slot is None:
        return False
    grid.slot = slot
    under = grid.frame().under(point, grid.blocks)
    grid.choose(under[0].use.ref.id if under is not None else "")
    return True


def drag(grid: "WeekGrid", start: QPointF, point: QPointF) -> None:
    far = (point - start).manhattanLength() > DRAG
    span = grid.span or (_begun(grid, start) if far else None)
    if span is not None:
        grid.hold(week_spans.dragged(span, grid.at(grid.frame().held(point))))


def point_at(grid: "WeekGrid", point: QPointF) -> None:
    """The shape of the mouse says what taking hold there would do."""
    under = grid.frame().under(point, grid.blocks)
    if under is None or not under[0].use.movable or grid.locked:
        grid.setCursor(Qt.CursorShape.ArrowCursor)
        return
    middle = under[1] is Hold.MOVE
    grid.setCursor(Qt.CursorShape.OpenHandCursor if middle else Qt.CursorShape.SizeVerCursor)


def _begun(grid: "WeekGrid", point: QPointF) -> Span | None:
    """What the hand takes hold of there: a use that may be moved, else a new span."""
    frame = grid.frame()
    anchor = grid.at(frame.held(point))
    under = frame.under(point, grid.blocks)
    if under is None:
        return Span(Hold.NEW, anchor, anchor, anchor) if grid.bookable else None
    block, hold = under
    return week_spans.taken(block.use, hold, anchor) if block.use.movable else None
