"""The picture of the drawn week as it stands: the ground, the uses, the clock, and what is held."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import style
from ui.aspects.resources import week_said, week_spans
from ui.aspects.resources.week_paint import Brush, Scene
from ui.aspects.resources.week_spans import STEP

if TYPE_CHECKING:
    from ui.aspects.resources.week_grid import WeekGrid


def paint(grid: "WeekGrid", painter: QPainter, scene: Scene) -> None:
    brush = Brush(painter, grid.frame(), style.tones())
    brush.ground(scene)
    for block in grid.blocks:
        key = block.use.ref.id
        brush.use(block, chosen=block.use == grid.use, clash=key in grid.doubtful, named=grid.named)
    brush.now(scene)
    if grid.span is not None:
        _held(grid, brush)
    elif grid.hasFocus() and (grid.use is None or grid.use in grid.under_cursor()):
        _cursor(grid, brush)


def _held(grid: "WeekGrid", brush: Brush) -> None:
    span = grid.span
    if span is None:
        return
    clashing = grid.clashing()
    lines = week_said.of_span(span, clashing)
    for part in week_spans.days(grid.at((0, 0)).date(), span.starts, span.ends):
        brush.held(grid.frame().spot(*part), lines, clash=bool(clashing))


def _cursor(grid: "WeekGrid", brush: Brush) -> None:
    day, minute = grid.slot
    frame = grid.frame()
    top = frame.y(minute)
    brush.cursor(QRectF(frame.x(day) + 1, top, frame.day_width - 2, frame.y(minute + STEP) - top))
