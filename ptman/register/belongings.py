"""What goes where its record goes: the parts of a whole, the log of its steps, what is attached to it."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from ptman.models.core import Record
from ptman.register import references


def of(session: Session, record: Record) -> list[Record]:
    """Everything that belongs to the record, parts of parts too."""
    found: list[Record] = []
    for row in _own(session, record):
        found += [row, *of(session, row)]
    return found


def users(session: Session, record: Record) -> dict[str, int]:
    """How many rows of each noun point to the record or to what belongs to it, and do not belong to it themselves."""
    mine = of(session, record)
    within = {row.id for row in (record, *mine)}
    outside: dict[str, set[str]] = {}
    for one in (record, *mine):
        for reference in references.to(type(one)):
            rows = references.rows(session, reference, getattr(one, reference.target))
            others = {row.id for row in rows} - within
            if others:
                outside.setdefault(str(reference.noun.__tablename__), set()).update(others)
    return {noun: len(keys) for noun, keys in outside.items()}


def _own(session: Session, record: Record) -> Iterator[Record]:
    for reference in references.to(type(record)):
        if reference.anything or reference.key == reference.noun.PART_OF:
            yield from references.rows(session, reference, getattr(record, reference.target))
