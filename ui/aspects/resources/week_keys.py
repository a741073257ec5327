"""The keys of the drawn week: arrows go, Shift spans, Alt moves, Alt+Shift stretches, Enter lets it stand."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ptman.aspects.resources.week import DAYS
from ui.aspects.resources import week_spans
from ui.aspects.resources.week_spans import HOUR, STEP, Hold, Span

if TYPE_CHECKING:
    from ui.aspects.resources.week_grid import WeekGrid

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


def pressed(grid: "WeekGrid", event: QKeyEvent) -> bool:
    """Whether the key means something here."""
    held = event.modifiers() & _HELD
    key = Qt.Key(event.key())
    if key in _ARROWS:
        return _arrow(grid, _ARROWS[key], held)
    if held:
        return False
    if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        _enter(grid)
    elif key == Qt.Key.Key_Escape and grid.span is not None:
        grid.hold(None)
    elif key == Qt.Key.Key_Space:
        _next(grid)
    else:
        return False
    return True


def book_hour(grid: "WeekGrid") -> None:
    """Book the hour that begins where the keys stand."""
    start = grid.at(grid.slot)
    grid.hold(Span(Hold.NEW, start, start + timedelta(minutes=HOUR), start))
    grid.confirm()


def _arrow(grid: "WeekGrid", way: tuple[int, int], held: Qt.KeyboardModifier) -> bool:
    days, steps = way
    if held == Qt.KeyboardModifier.NoModifier:
        _go(grid, days, steps)
    elif held == Qt.KeyboardModifier.ShiftModifier and not days:
        _stretch_new(grid, steps)
    elif held & Qt.KeyboardModifier.AltModifier and not held & Qt.KeyboardModifier.ControlModifier:
        _nudge(grid, way, ends_only=bool(held & Qt.KeyboardModifier.ShiftModifier))
    else:
        return False
    return True


def _go(grid: "WeekGrid", days: int, steps: int) -> None:
    """To the next day or half hour; the use that begins to lie under the keys is looked at."""
    if grid.span is not None:
        return
    first, last = grid.hours
    day = min(max(grid.slot[0] + days, 0), DAYS - 1)
    minute = min(max(grid.slot[1] + steps * STEP, first * HOUR), last * HOUR - STEP)
    grid.slot = day, minute
    under = grid.under_cursor()
    kept = grid.use is not None and grid.use in under
    grid.choose(grid.use.ref.id if kept and grid.use is not None else under[0].ref.id if under else "")


def _next(grid: "WeekGrid") -> None:
    """Of several uses at one hour look at the next."""
    under = grid.under_cursor()
    if under:
        at = under.index(grid.use) + 1 if grid.use is not None and grid.use in under else 0
        grid.choose(under[at % len(under)].ref.id)


def _stretch_new(grid: "WeekGrid", steps: int) -> None:
    if not grid.bookable:
        return
    start = grid.at(grid.slot)
    span = grid.span or Span(Hold.NEW, start, start + timedelta(minutes=STEP), start)
    by = 0 if grid.span is None and steps > 0 else steps
    grid.hold(week_spans.nudged(span, 0, by, ends_only=True))


def _nudge(grid: "WeekGrid", way: tuple[int, int], *, ends_only: bool) -> None:
    use = grid.use
    span = grid.span or (week_spans.taken(use, Hold.MOVE, use.starts) if use is not None and use.movable else None)
    if span is not None:
        grid.hold(week_spans.nudged(span, *way, ends_only=ends_only))


def _enter(grid: "WeekGrid") -> None:
    if grid.span is not None:
        grid.confirm()
    elif grid.use is not None:
        grid.opened.emit(grid.use.ref.id)
    elif grid.bookable:
        book_hour(grid)
