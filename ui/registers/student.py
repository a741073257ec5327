"""What the inspector shows of a student: supervisors and placements over time, each placement, the letters."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Choice, Label, same
from ptman.listing import Listing
from ptman.register import lists, standing, timeline
from ptman.register.cards import Card
from ptman.register.timeline import Span
from ui import day
from ui.desk import Desk
from ui.pieces.section import Section
from ui.records import Seen
from ui.registers import related
from ui.registers.pane import Build
from ui.registers.related import Item, Items
from ui.registers.span_bars import SpanBars

IN_PLACE = (
    *("student_no", "person.name", "status", "person.mobile", "person.email"),
    *("category_code", "field_code", "topic"),
)
Go = Callable[[str, str], object]
Letter = tuple[str, str, str]
"""The id of an issued letter, its number, and when it went to whom."""

NO_SPANS = Label(
    "还没有导师，也没有派遣。到配对页去选。", "No supervisor and no placement yet; choose them on the pairing page."
)
NO_PLACEMENTS = Label("还没有派遣。", "No placement yet.")
NO_LETTERS = Label("还没有提到这名学生的文书。", "No letter names this student yet.")


def read(desk: Desk, go: Go, seen: Seen) -> Build:
    """On the worker: everything that belongs to the student."""
    card = seen.card
    spans = desk.read(timeline.timeline, card.id)
    placements = related.pointing(desk, "placement", "student_id", card.id)
    numbers = desk.read(standing.letters)
    mine = {numbers[one.id] for one in placements if one.id in numbers}
    letters = desk.read(lists.letters, day.today()) if mine else None
    found = _naming(letters, mine) if letters is not None else ()
    return lambda: _sections(spans, placements, found, go)


def _naming(listing: Listing, numbers: set[str]) -> tuple[Letter, ...]:
    at, issued, to = (listing.index(key) for key in ("doc_no", "issued_on", "addressee"))
    rows = (row for row in listing.rows if row.cells[at] in numbers)
    return tuple((row.id, str(row.cells[at]), f"{row.cells[issued]} · {row.cells[to]}") for row in rows)


def _sections(
    spans: tuple[Span, ...], placements: tuple[Card, ...], letters: tuple[Letter, ...], go: Go
) -> list[Section]:
    bars = _boxed(SpanBars(spans, day.today())) if spans else Items((), NO_SPANS)
    stays = [Item(same(card.shown["base_id"]), _stay(card), partial(go, card.noun, card.id)) for card in placements]
    named = [Item(same(number), same(detail), partial(go, "issued_document", key)) for key, number, detail in letters]
    return [
        Section("students/supervisors", Label("双导师与实践时间线", "Supervisors and placements in time"), bars),
        Section("students/placements", Label("实践派遣", "Placements"), Items(stays, NO_PLACEMENTS)),
        Section("students/letters", Label("文书", "Letters"), Items(named, NO_LETTERS)),
    ]


def _stay(card: Card) -> Label:
    status = card.values["status"]
    dates = f"{card.values['starts_on']} – {card.values['ends_on']}"
    said = status.label if isinstance(status, Choice) else same("")
    return said.plus(same(dates), " · ")


def _boxed(bars: SpanBars) -> QWidget:
    """A section gives its margins to a layout."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(bars)
    return box
