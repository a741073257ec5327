"""Takes the changes of a change set back, row by row in the reverse of the order in which they were written."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, values
from ptman.labels import Label
from ptman.models.core import Record, colliding_keys, fields_of, nouns
from ptman.models.history import Change

CHUNK = 500


def take_back(session: Session, portions: Iterable[Sequence[Change]]) -> list[Label]:
    """Take back the changes, last first; at the first portion that cannot be, what stands against it."""
    return next((blocked for changes in portions if (blocked := _portion_back(session, changes))), [])


def _portion_back(session: Session, changes: Sequence[Change]) -> list[Label]:
    """Take these back and flush in their very order, so that no two rows ever meet in a unique value.

    Rows of one kind of change go together, but for those whose values may collide and those that come again.
    """
    kept = _loaded(session, changes)
    blocked: list[Label] = []
    together: set[str] = set()
    kind = None
    with session.no_autoflush:
        for change in changes:
            this = (change.before is None, change.after is None)
            if not blocked and (this != kind or change.row_id in together):
                session.flush()  # what was taken back so far must be in the file before the next is
                together.clear()
            if reason := _one_back(session, change):
                blocked.append(reason)
            kind = None if _may_collide(change) else this
            together.add(change.row_id)
    if not blocked:
        session.flush()  # the caller asks what still refers to the rows that are gone
    kept.clear()
    return blocked


def _loaded(session: Session, changes: Sequence[Change]) -> list[Record]:
    """The rows that will be looked at, read together; the session forgets rows that nobody holds."""
    wanted: dict[str, list[str]] = {}
    for change in changes:
        wanted.setdefault(change.noun, []).append(change.row_id)
    found: list[Record] = []
    for name, ids in wanted.items():
        noun = nouns()[name]
        for at in range(0, len(ids), CHUNK):
            found += session.scalars(select(noun).where(noun.id.in_(ids[at : at + CHUNK])))
    return found


def _may_collide(change: Change) -> bool:
    keys = (change.before or {}).keys() & (change.after or {}).keys()
    return not keys.isdisjoint(colliding_keys(nouns()[change.noun]))


def _one_back(session: Session, change: Change) -> Label | None:
    """Restore one row, or say why not."""
    noun = nouns()[change.noun]
    record = session.get(noun, change.row_id)
    if change.after is None:
        return _bring_back(session, noun, change)
    if record is None:
        return noun.LABEL.plus(Label("后来被删除", "was deleted later"))
    if touched := _touched(record, change.after):
        return touched
    if change.before is None and not noun.PERMANENT:
        session.delete(record)
    elif change.before is None:
        record.withdraw()
    else:
        _restore(session, record, change)
    return None


def _bring_back(session: Session, noun: type[Record], change: Change) -> Label | None:
    before = _decoded(noun, change.before or {})
    journal.book_of(session).restored.add(change.row_id)
    session.add(noun(**before))
    return None


def _restore(session: Session, record: Record, change: Change) -> None:
    """Put the old values back; where nothing else was written since, the old version number too."""
    before = _decoded(type(record), change.before or {})
    old_version = before.pop("version", None)
    for key, value in before.items():
        setattr(record, key, value)
    if old_version is not None and record.version == (change.after or {}).get("version"):
        journal.book_of(session).restored.add(record.id)
        record.version = old_version


def _touched(record: Record, after: dict[str, Any]) -> Label | None:
    """The first field that has another value than the change set gave it."""
    now = journal.row_values(record)
    for key, value in after.items():
        if key != "version" and now[key] != value:
            labels = {field.key: field.label for field in fields_of(type(record))}
            what = labels.get(key, Label(key, key))
            return record.LABEL.plus(Label(f"的“{what.zh}”后来改过", f"had its “{what.en}” changed later"))
    return None


def _decoded(noun: type[Record], stored: dict[str, Any]) -> dict[str, Any]:
    columns = noun.__mapper__.columns
    return {key: values.decode(columns[key], value) for key, value in stored.items()}
