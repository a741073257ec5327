"""Everything dated that expires or falls due, of every noun that declares it: overdue, this week, this month, later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.fields import Kind
from ptman.labels import Choice, Label
from ptman.listing import Column, Listing
from ptman.models.core import Record, fields_of, nouns
from ptman.register import due, rows, titles

WEEK = 7
NOUN_WIDTH, WHAT_WIDTH, TITLE_WIDTH = 12, 16, 36


class When(Choice):
    """How near the day is."""

    OVERDUE = "overdue", "逾期", "Overdue"
    WEEK = "week", "本周", "This week"
    MONTH = "month", "本月", "This month"
    LATER = "later", "以后", "Later"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that falls due: `what` it is, of which record, on which day."""

    noun: str
    id: str
    key: str
    what: Label
    title: str
    day: date
    when: When

    @property
    def page(self) -> str:
        """The place among the registers where it is cured."""
        return f"registers/{self.noun}#{self.id}"

    @property
    def kind(self) -> str:
        """What falls due: the noun and the field that says when."""
        return f"{self.noun}.{self.key}"


@dataclass(frozen=True, slots=True)
class Bunch:
    """The things of one kind that are equally near, the nearest first; `tag` is theirs in the list."""

    when: When
    kind: str
    what: Label
    items: tuple[Item, ...]

    @property
    def tag(self) -> str:
        return f"{self.when.value}:{self.kind}"


AGENDA = rows.blank(
    "agenda",
    "",
    Label("待办与到期", "Agenda"),
    (
        Column("when", Label("时限", "When"), width=8),
        Column("day", Label("日期", "Day"), Kind.DATE),
        Column("what", Label("事项", "What"), width=WHAT_WIDTH),
        Column("title", Label("对象", "Of"), width=TITLE_WIDTH),
        Column("noun", Label("种类", "Kind"), width=NOUN_WIDTH),
    ),
)


def items(session: Session, today: date, until: date | None = None) -> tuple[Item, ...]:
    """What is due by `until` (without it: everything), by day; retired records and settled ones are left out."""
    found = [item for cls in nouns().values() for item in _of(session, cls, today, until)]
    found += _beyond_fields(session, today, until)
    return tuple(sorted(found, key=lambda item: (item.day, item.noun, item.title, item.id)))


def counts(found: tuple[Item, ...]) -> dict[When, dict[Label, int]]:
    """How many of each kind, by how near they are; every `When` is there."""
    counted: dict[When, dict[Label, int]] = {when: {} for when in When}
    for item in found:
        kinds = counted[item.when]
        kinds[item.what] = kinds.get(item.what, 0) + 1
    return counted


def bunches(found: tuple[Item, ...]) -> tuple[Bunch, ...]:
    """By how near they are, then by the day of the first of each kind."""
    sorted_in: dict[tuple[When, str], list[Item]] = {}
    for item in sorted(found, key=lambda item: item.day):
        sorted_in.setdefault((item.when, item.kind), []).append(item)
    order = list(When)
    made = (Bunch(near, kind, items[0].what, tuple(items)) for (near, kind), items in sorted_in.items())
    return tuple(sorted(made, key=lambda one: (order.index(one.when), one.items[0].day)))


def named(kind: str) -> Label:
    """What falls due in words, from `noun.field`."""
    if kind in due.KINDS:
        return due.KINDS[kind]
    noun, _, key = kind.partition(".")
    field = next((one for one in fields_of(nouns()[noun]) if one.key == key), None)
    return field.due if field is not None and field.due is not None else nouns()[noun].LABEL


def when(day: date, today: date) -> When:
    """Overdue before today; the week is the seven days from today; the month is today's calendar month."""
    if day < today:
        return When.OVERDUE
    if day < today + timedelta(days=WEEK):
        return When.WEEK
    return When.MONTH if (day.year, day.month) == (today.year, today.month) else When.LATER


def listing(session: Session, today: date) -> Listing:
    """The agenda as a list; a row's id is `noun/id/field`, its tags are its `When`, its noun, and its bunch's."""
    entries = (
        rows.Entry(
            f"{item.noun}/{item.id}/{item.key}",
            {
                "when": item.when.label,
                "day": item.day,
                "what": item.what,
                "title": item.title,
                "noun": nouns()[item.noun].LABEL,
            },
            rows.sounds_of_unit(item.title),
            frozenset({item.when.value, item.noun, f"{item.when.value}:{item.kind}"}),
        )
        for item in items(session, today)
    )
    return rows.listing(AGENDA, entries)


def _beyond_fields(session: Session, today: date, until: date | None) -> Iterator[Item]:
    found = [one for one in due.beyond_fields(session, today) if until is None or one.day <= until]
    nouns_found = {one.noun for one in found}
    named = {noun: titles.shown(session, noun, {one.id for one in found if one.noun == noun}) for noun in nouns_found}
    for one in found:
        title = named[one.noun][one.id]
        yield Item(one.noun, one.id, one.key, one.what, title, one.day, when(one.day, today))


def _of(session: Session, cls: type[Record], today: date, until: date | None) -> Iterator[Item]:
    declared = [(field, field.due) for field in fields_of(cls) if field.due is not None]
    if not declared:
        return
    columns = cls.__mapper__.columns
    keys = [key for key, column in columns.items() if key == "id" or column.info.get("field") is not None]
    query = select(*(columns[key] for key in keys)).where(columns["retired_on"].is_(None))
    records: list[Mapping[str, Any]] = [dict(zip(keys, row, strict=True)) for row in session.execute(query)]
    noun = str(cls.__tablename__)
    dated = [
        (record, field.key, what, day)
        for field, what in declared
        for record in _latest(cls, field.key, records)
        if (day := _day(record[field.key])) is not None and (until is None or day <= until) and not cls.settled(record)
    ]
    named = titles.shown(session, noun, {record["id"] for record, *_ in dated}) if dated else {}
    for record, key, what, day in dated:
        yield Item(noun, record["id"], key, what, named[record["id"]], day, when(day, today))


def _latest(cls: type[Record], key: str, records: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Of records alike in LATEST_OF the one that falls due last; those with a blank there stand for themselves."""
    last: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    for record in records:
        alike = tuple(record[column] for column in cls.LATEST_OF)
        if not alike or None in alike:
            yield record
        elif record[key] is None or alike not in last or _later(record[key], last[alike][key]):
            last[alike] = record
    yield from last.values()


def _later(day: date, other: date | None) -> bool:
    """An open end is later than any day."""
    return other is not None and day > other


def _day(value: date | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value
