"""What the drawn week says in words: of a use, of what is held, of the hour the keys stand on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ptman.aspects.resources import week
from ptman.aspects.resources.week import UseRow
from ptman.labels import Label, same
from ptman.register import bookings
from ui import words
from ui.aspects.resources.week_paint import DAY_NAMES
from ui.aspects.resources.week_spans import HOUR, Span

if TYPE_CHECKING:
    from ui.aspects.resources.week_grid import WeekGrid

NEW = Label("新预约", "New booking")
FREE = Label("空闲", "Free")


def of_use(one: UseRow) -> Label:
    """Everything about it, in lines."""
    when = bookings.span(one.starts, one.ends)
    state = one.late or one.status.label
    zh = (
        f"{one.number} {one.subject}",
        one.resource,
        when,
        f"{one.user}（{one.unit.zh}）",
        f"{one.headcount} 人（套）",
    )
    en = (f"{one.number} {one.subject}", one.resource, when, f"{one.user} ({one.unit.en})", f"{one.headcount} people")
    return Label("\n".join((*zh, state.zh)), "\n".join((*en, state.en)))


def of_span(span: Span, clashing: Sequence[UseRow]) -> tuple[str, ...]:
    """What is held: what it is, its times, and who has it then."""
    head = same(span.use.subject) if span.use is not None else NEW
    times = f"{span.starts:%H:%M}–{span.ends:%H:%M}"
    return (words.say(head), times, *((words.say(against(clashing)),) if clashing else ()))


def against(clashing: Sequence[UseRow]) -> Label:
    who = week.said(clashing)
    return Label(f"已被占用：{who.zh}", f"Taken: {who.en}")


def at_cursor(grid: "WeekGrid") -> Label:
    """For a screen reader: the hour, and what is there or held there."""
    day, minute = grid.slot
    hour = f"{minute // HOUR}:{minute % HOUR:02d}"
    if grid.span is not None:
        said = "，".join(of_span(grid.span, grid.clashing()))
        return same(f"{words.say(DAY_NAMES[day])} {said}")
    there = "; ".join(words.say(of_use(one)).replace("\n", " ") for one in grid.under_cursor())
    return Label(f"{DAY_NAMES[day].zh} {hour}，{there or FREE.zh}", f"{DAY_NAMES[day].en} {hour}: {there or FREE.en}")
