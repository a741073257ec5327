"""Everything that touches a record: what points to it, noun by noun, newest first, and what it points to."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models import Person
from ptman.models.core import Record, nouns
from ptman.register import cards, references, titles
from ptman.register.references import Reference

MOST = 8
"""How many of a kind are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One record by what it is called; `label` says as what the record points to it, empty where it points here."""

    noun: str
    id: str
    title: str
    label: Label
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one noun that point here: how many there are, and the newest of them."""

    noun: str
    label: Label
    total: int
    newest: tuple[Touch, ...]


@dataclass(frozen=True, slots=True)
class Touching:
    """What stands around a record."""

    towards: tuple[Touch, ...]
    groups: tuple[Group, ...]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)


def touching(session: Session, noun: str, id: str, most: int = MOST) -> Touching:  # noqa: A002 a record's id is called id everywhere
    """Links to the record and of the record; its own parts, log and attachments are shown elsewhere."""
    record, person = cards.load(session, noun, id)
    return Touching(tuple(_towards(session, noun, record)), tuple(_groups(session, record, person, most)))


def _towards(session: Session, noun: str, record: Record) -> Iterator[Touch]:
    card = cards.card(session, noun, record.id)
    cls = type(record)
    for field in card.fields:
        target = titles.target(cls, field.key) if field.kind is Kind.LINK else None
        if target is None or field.key not in card.shown:
            continue
        towards = titles.noun_class(target[0])
        by = towards.__mapper__.columns[target[1]]
        found = session.execute(
            select(towards.__mapper__.columns["id"], towards.__mapper__.columns["retired_on"]).where(
                by == card.values[field.key]
            )
        ).first()
        if found is not None:
            yield Touch(target[0], found[0], card.shown[field.key], field.label, found[1] is not None)


def _groups(session: Session, record: Record, person: Person | None, most: int) -> Iterator[Group]:
    found: dict[str, dict[str, bool]] = {}
    for one in (record, person):
        for reference in references.to(type(one)) if one is not None else ():
            if _stands_alone(reference):
                rows = found.setdefault(str(reference.noun.__tablename__), {})
                rows |= _pointing(session, reference, getattr(one, reference.target))
    for noun, rows in found.items():
        rows.pop(record.id, None)
        if rows:
            yield _group(session, noun, rows, most)


def _stands_alone(reference: Reference) -> bool:
    return not reference.anything and reference.key != reference.noun.PART_OF


def _pointing(session: Session, reference: Reference, value: object) -> dict[str, bool]:
    """The ids of the records that point there, and whether each is retired."""
    table = reference.noun.__mapper__.columns
    query = select(table["id"], table["retired_on"]).where(reference.holds(value))
    return {key: left is not None for key, left in session.execute(query)}


def _group(session: Session, noun: str, rows: dict[str, bool], most: int) -> Group:
    """Ids are made in the order of time, so the newest record has the last one."""
    newest = sorted(rows, reverse=True)[:most]
    named = titles.shown(session, noun, newest)
    label = nouns()[noun].LABEL
    return Group(noun, label, len(rows), tuple(Touch(noun, key, named[key], label, rows[key]) for key in newest))
