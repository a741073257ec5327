"""What the drawn week lays out and what the hand does to a time, as plain values."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from ptman.aspects.resources.week import UseRow, Week
from ptman.labels import same
from ptman.models.choices_resources import UsePurpose, UseStatus
from ptman.register.cards import Ref
from ui.aspects.resources import week_spans
from ui.aspects.resources.week_frame import HEAD, Frame
from ui.aspects.resources.week_spans import Block, Hold, Span

MONDAY = date(2026, 9, 21)


def use(number: int, starts: datetime, ends: datetime) -> UseRow:
    about = ("R", "实训中心", "实验", "李伟", same("本院"), starts, ends, 1)
    return UseRow(Ref("resource_use", f"{number}", 1), f"SY-{number}", *about, UsePurpose.TEACHING, UseStatus.APPROVED)


def blocks(*uses: UseRow) -> tuple[Block, ...]:
    return week_spans.blocks(Week(MONDAY, (), uses, 0), uses)


SPANS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40), st.integers(1, 8)), min_size=1, max_size=12)


@settings(deadline=None, max_examples=60)
@given(rows=SPANS)
def test_blocks_never_cover_each_other(rows: list[tuple[int, int, int]]) -> None:
    uses = [
        use(at, week_spans.at(MONDAY, day, start * 30), week_spans.at(MONDAY, day, (start + length) * 30))
        for at, (day, start, length) in enumerate(rows)
    ]
    laid = blocks(*uses)
    assert len(laid) == len(uses)
    frame = Frame(900, 600, 0, 24)
    places = [frame.place(block).adjusted(0.5, 0.5, -0.5, -0.5) for block in laid]
    assert not [1 for at, one in enumerate(places) for other in places[:at] if one.intersects(other)]
    assert all(block.column < block.columns for block in laid)


def test_what_goes_over_midnight_stands_on_both_days() -> None:
    night = use(1, week_spans.at(MONDAY, 1, 20 * 60), week_spans.at(MONDAY, 3, 8 * 60))
    assert [(one.day, one.start, one.end) for one in blocks(night)] == [(1, 1200, 1440), (2, 0, 1440), (3, 0, 480)]
    assert week_spans.hours([night]) == (0, 24)
    early = use(2, week_spans.at(MONDAY, 0, 6 * 60 + 30), week_spans.at(MONDAY, 0, 23 * 60))
    assert week_spans.hours([early]) == (6, 23)


def test_the_hand_books_moves_and_stretches() -> None:
    nine, ten = (week_spans.at(MONDAY, 0, hour * 60) for hour in (9, 10))
    new = Span(Hold.NEW, nine, nine, nine)
    down = week_spans.dragged(new, ten)
    assert (down.starts, down.ends) == (nine, ten + timedelta(minutes=30))
    up = week_spans.dragged(new, nine - timedelta(hours=1))
    assert (up.starts, up.ends) == (nine - timedelta(hours=1), nine + timedelta(minutes=30))
    one = use(1, nine, ten)
    tomorrow = week_spans.dragged(week_spans.taken(one, Hold.MOVE, nine), nine + timedelta(days=1))
    assert (tomorrow.starts, tomorrow.ends) == (nine + timedelta(days=1), ten + timedelta(days=1))
    longer = week_spans.dragged(week_spans.taken(one, Hold.END, ten), ten + timedelta(hours=2))
    assert (longer.starts, longer.ends) == (nine, ten + timedelta(hours=2))
    shorter = week_spans.dragged(week_spans.taken(one, Hold.START, nine), nine + timedelta(hours=5))
    assert (shorter.starts, shorter.ends) == (ten - timedelta(minutes=30), ten)
    assert not week_spans.taken(one, Hold.MOVE, nine).changed


@settings(deadline=None, max_examples=60)
@given(day=st.integers(0, 6), step=st.integers(14, 43))
def test_a_point_is_the_slot_it_was_drawn_for(day: int, step: int) -> None:
    frame = Frame(846, 630, 7, 22)
    place = frame.spot(day, step * 30, step * 30 + 30)
    assert frame.slot(place.center()) == (day, step * 30)
    assert frame.slot(QPointF(10, HEAD + 10)) is None
