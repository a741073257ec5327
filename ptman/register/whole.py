"""Everything that touches a student, a supervisor, a base or an organisation, in one place with its history."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.fields import Kind
from ptman.labels import Choice, Label
from ptman.models.core import Record, fields_of, nouns
from ptman.register import agenda, around, cards, timeline, titles, touching, whole_past
from ptman.register.agenda import Item
from ptman.register.cards import Card
from ptman.register.timeline import Span
from ptman.register.touching import Touch
from ptman.register.whole_past import Step

NOUNS = ("student", "academic_supervisor", "industry_supervisor", "training_base", "organisation")
MOST, MOST_SPANS = 12, 24
DATES = ("starts_on", "ends_on")


@dataclass(frozen=True, slots=True)
class Line:
    """One record around: what it is called, how it stands, from when to when; `retired` ones are out of use."""

    noun: str
    id: str
    title: str
    status: Label | None
    starts_on: date | None
    ends_on: date | None
    retired: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """The records of one noun, the latest first, and how many there are; `through` is what they were reached by."""

    noun: str
    label: Label
    through: Label | None
    total: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything about one record."""

    card: Card
    towards: tuple[Touch, ...]
    chapters: tuple[Chapter, ...]
    spans: tuple[Span, ...]
    due: tuple[Item, ...]
    steps: tuple[Step, ...]
    more_steps: int


def whole(session: Session, noun: str, id: str, today: date, most: int = MOST) -> Whole:  # noqa: A002 a record's id is called id everywhere
    """The record, what it points to, what is around at two steps, what falls due in it, and what happened to it all."""
    record, person = cards.load(session, noun, id)
    card = cards.card(session, noun, id)
    found = around.find(session, record, person)
    guided = {span.id: span for span in timeline.timeline(session, id)} if noun == "student" else {}
    lines = {
        name: tuple(_lines(session, name, ids, (card.title, guided if name == "supervision" else {})))
        for name, ids in found.by_noun().items()
        if ids
    }
    near = {name: [line for line in lines[name] if line.id in ids] for name, ids in found.near.items() if ids}
    concerned = found.by_noun()
    concerned.setdefault(noun, set()).add(id)
    if person is not None:
        concerned.setdefault("person", set()).add(person.id)
    steps, more = whole_past.history(session, concerned)
    return Whole(
        card,
        touching.touching(session, noun, id, 0).towards,
        tuple(_chapters(found, lines, most)),
        _in_time(near, lines, guided),
        tuple(item for item in agenda.items(session, today) if item.id in concerned.get(item.noun, ())),
        steps,
        more,
    )


def _lines(session: Session, noun: str, ids: Iterable[str], named: tuple[str, Mapping[str, Span]]) -> Iterator[Line]:
    """Titles without the record's own name, which stands above them; of a supervision, who guides."""
    own, guided = named
    cls = titles.noun_class(noun)
    columns = cls.__mapper__.columns
    status = cls.CHIPS or ("status" if "status" in columns else "")
    first, last = dates_of(cls)
    wanted = [key for key in ("id", "retired_on", status, first, last) if key]
    for part in around.parts(ids):
        said = titles.shown(session, noun, part)
        for row in session.execute(select(*(columns[key] for key in wanted)).where(columns["id"].in_(part))):
            values = dict(zip(wanted, row, strict=True))
            key = values["id"]
            state = values.get(status)
            stands = state.label if isinstance(state, Choice) else None
            title = _bare(said[key], own, stands.zh if stands else "")
            yield Line(
                noun,
                key,
                guided[key].who if key in guided else title,
                stands,
                _day(values.get(first)),
                _day(values.get(last)),
                values["retired_on"] is not None,
            )


def _bare(title: str, *said: str) -> str:
    """A title without what stands beside it already."""
    bare = title
    for one in said:
        bare = bare.removeprefix(f"{one} ").removesuffix(f" {one}")
    return bare


def dates_of(cls: type[Record]) -> tuple[str, str]:
    """The columns with the first and the last day of a record: its term, else from and to, else its first date."""
    if cls.TERM:
        return cls.TERM
    columns = cls.__mapper__.columns
    if all(key in columns for key in DATES):
        return DATES
    return next((field.key for field in fields_of(cls) if field.kind is Kind.DATE), ""), ""


def _day(value: Any) -> date | None:  # noqa: ANN401 what a date column holds
    return value if isinstance(value, date) else None


def _chapters(found: around.Found, lines: Mapping[str, tuple[Line, ...]], most: int) -> Iterator[Chapter]:
    """What stands next to the record before what is further off; wishes, papers and the like after what counts."""
    order = list(Record.metadata.tables)
    for noun in sorted(found.near, key=lambda one: (one in around.ENDS, order.index(one))):
        mine = [line for line in lines.get(noun, ()) if line.id in found.near[noun]]
        if mine:
            yield _chapter(noun, None, mine, most)
    for noun in sorted(found.far, key=order.index):
        for through in sorted(set(found.far[noun].values()), key=order.index):
            mine = [line for line in lines.get(noun, ()) if found.far[noun].get(line.id) == through]
            yield _chapter(noun, nouns()[through].LABEL, mine, most)


def _chapter(noun: str, through: Label | None, mine: list[Line], most: int) -> Chapter:
    latest = sorted(mine, key=lambda line: (line.retired, -(line.starts_on or date.min).toordinal(), line.title))
    return Chapter(noun, nouns()[noun].LABEL, through, len(mine), tuple(latest[:most]))


def _in_time(
    near: Mapping[str, Iterable[Line]], lines: Mapping[str, Iterable[Line]], guided: Mapping[str, Span]
) -> tuple[Span, ...]:
    """Of what stands next to the record; where nothing there lasts, of what is further off."""
    found = [*_spans(near, guided)] or [*_spans(lines, guided)]
    return tuple(sorted(found, key=lambda span: span.starts_on))[-MOST_SPANS:]


def _spans(near: Mapping[str, Iterable[Line]], guided: Mapping[str, Span]) -> Iterator[Span]:
    """What has a first and a last day; a student's supervisors and placements as their own timeline says them."""
    yield from guided.values()
    for noun, lines in near.items():
        cls = nouns()[noun]
        for line in lines:
            if dates_of(cls)[1] and line.starts_on is not None and line.id not in guided and not line.retired:
                nothing = Label("", "")
                yield Span(noun, line.id, cls.LABEL, line.title, line.starts_on, line.ends_on, nothing, "")
