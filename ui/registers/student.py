"""What the inspector shows of a student: supervisors and placements over time, each placement, the letters."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman import ledgers
from ptman.labels import Choice, Label, same
from ptman.ledgers import Practice
from ptman.letters import radar
from ptman.listing import Listing
from ptman.register import lists, standing, timeline
from ptman.register.cards import Card
from ptman.register.timeline import Span
from ui import day, out_of_date
from ui.around.seen import Seen
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces.items import Item, Items
from ui.pieces.section import Section
from ui.pieces.span_bars import SpanBars
from ui.registers import practice, related
from ui.registers.pane import Build

IN_PLACE = (
    *("student_no", "person.name", "status", "person.mobile", "person.email"),
    *("category_code", "field_code", "topic"),
)
Go = Callable[[str, str], object]


@dataclass(frozen=True, slots=True)
class Letter:
    """An issued letter that names the student: when it went to whom, and what it says of them that is no longer so."""

    id: str
    number: str
    sent: str
    stale: Label | None


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
    ledger = desk.read(ledgers.ledger, card.id, day.today())
    found = tuple(_naming(desk, card, letters, mine)) if letters is not None else ()
    return lambda: _sections(spans, placements, found, go, ledger)


def _naming(desk: Desk, card: Card, listing: Listing, numbers: set[str]) -> Iterator[Letter]:
    at, issued, to = (listing.index(key) for key in ("doc_no", "issued_on", "addressee"))
    name, number = (str(card.values[key]) for key in ("person.name", "student_no"))
    for row in listing.rows:
        if row.cells[at] in numbers:
            changes = desk.read(radar.of_letter, row.id, day.today())
            sent = f"{row.cells[issued]} · {row.cells[to]}"
            yield Letter(row.id, str(row.cells[at]), sent, out_of_date.on_student(changes, name, number))


def _sections(
    spans: tuple[Span, ...], placements: tuple[Card, ...], letters: tuple[Letter, ...], go: Go, ledger: Practice
) -> list[Section]:
    bars = _boxed(SpanBars(spans, day.today())) if spans else Items((), NO_SPANS)
    stays = [Item(same(card.shown["base_id"]), _stay(card), partial(go, card.noun, card.id)) for card in placements]
    named = [_named(letter, go) for letter in letters]
    return [
        Section("students/supervisors", Label("双导师与实践时间线", "Supervisors and placements in time"), bars),
        practice.section(ledger),
        Section("students/placements", Label("实践派遣", "Placements"), Items(stays, NO_PLACEMENTS)),
        Section("students/letters", Label("文书", "Letters"), Items(named, NO_LETTERS)),
    ]


def _named(letter: Letter, go: Go) -> Item:
    tone = Tone.OVERDUE if letter.stale else Tone.QUIET
    run = partial(go, "issued_document", letter.id)
    return Item(same(letter.number), letter.stale or same(letter.sent), run, tone=tone)


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
