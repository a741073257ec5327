"""What surrounds a record at one or two steps: what points to it, its parts, and what these point to in turn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import Person
from ptman.models.core import Record, nouns
from ptman.register import references, titles

SETUP = frozenset(
    {"coop_aspect", "degree_category", "degree_field", "document_series", "period", "person", "programme"}
)
"""What everything points to tells nothing about one record."""
ENDS = frozenset(
    {
        *("consent", "disclosure", "issued_document", "milestone", "pairing_hint", "pairing_need", "preference"),
        *("scenario", "scenario_pair", "student", "workbook_out"),
    }
)
"""From these one does not go on: what stands behind them is about somebody else."""
UNSEEN = frozenset({"attachment", "state_log"})
MANY = 500


@dataclass(slots=True)
class Found:
    """Ids by noun: those next to the record, and those further off with the noun they were reached through."""

    near: dict[str, set[str]] = field(default_factory=dict)
    far: dict[str, dict[str, str]] = field(default_factory=dict)

    def knows(self, noun: str, key: str) -> bool:
        return key in self.near.get(noun, ()) or key in self.far.get(noun, ())

    def by_noun(self) -> dict[str, set[str]]:
        """Near and far together."""
        names = {*self.near, *self.far}
        return {noun: self.near.get(noun, set()) | set(self.far.get(noun, ())) for noun in names}


def find(session: Session, record: Record, person: Person | None) -> Found:
    """Everything around the record; the record itself is not among it."""
    found = Found()
    itself = {record.id, person.id if person else ""}
    for one in (record, person):
        for reference in references.to(type(one)) if one is not None else ():
            noun = str(reference.noun.__tablename__)
            if noun not in UNSEEN and not reference.anything:
                ids = _pointing(session, reference, [getattr(one, reference.target)])
                found.near.setdefault(noun, set()).update(ids - itself)
    for noun, ids in [(noun, ids) for noun, ids in found.near.items() if noun not in ENDS]:
        for beyond, keys in (*_on(session, noun, ids), *_back(session, noun, ids)):
            new = {key for key in keys if key not in itself and not found.knows(beyond, key)}
            found.far.setdefault(beyond, {}).update(dict.fromkeys(new, noun))
    return found


def _on(session: Session, noun: str, ids: set[str]) -> Iterator[tuple[str, set[str]]]:
    """What points to those."""
    for reference in references.to(titles.noun_class(noun)) if ids else ():
        pointing = str(reference.noun.__tablename__)
        if pointing not in UNSEEN and not reference.anything and reference.target == "id":
            yield pointing, _pointing(session, reference, ids)


def _back(session: Session, noun: str, ids: set[str]) -> Iterator[tuple[str, set[str]]]:
    """What those point to."""
    cls = titles.noun_class(noun)
    columns = cls.__mapper__.columns
    for key in columns.keys():  # noqa: SIM118 a collection of columns, no mapping
        target = titles.target(cls, key)
        towards = target[0] if target else str(columns[key].info.get("points_to", ""))
        if towards in nouns() and towards not in SETUP and (target is None or target[1] == "id"):
            keys = set()
            for part in parts(ids):
                keys |= set(session.scalars(select(columns[key]).where(columns["id"].in_(part)).distinct()))
            yield towards, keys - {None}


def _pointing(session: Session, reference: references.Reference, values: Iterable[str]) -> set[str]:
    columns = reference.noun.__mapper__.columns
    found: set[str] = set()
    for part in parts(values):
        found |= set(session.scalars(select(columns["id"]).where(columns[reference.key].in_(part))))
    return found


def parts(ids: Iterable[str]) -> Iterator[list[str]]:
    """So many at a time as one question takes."""
    every = sorted(ids)
    return (every[at : at + MANY] for at in range(0, len(every), MANY))
