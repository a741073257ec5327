"""What one change set did, record by record, as people read it: field, old → new."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import values
from ptman.fields import Field
from ptman.labels import Choice, Label
from ptman.models import Change
from ptman.models.core import Record, fields_of, nouns
from ptman.register import timeline, titles, words
from ptman.register.timeline import Turn

PAGE = 20


class Deed(Choice):
    """What was done to one record."""

    ADDED = "added", "新增", "Added"
    CHANGED = "changed", "变更", "Changed"
    REMOVED = "removed", "删除", "Removed"


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a change set; `there` is false where it is gone today, so that it cannot be opened."""

    noun: str
    id: str
    what: Label
    title: str
    deed: Deed
    turns: tuple[Turn, ...]
    there: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """A page of a change set: the steps from `first` (0 is the first of all) of `total`."""

    number: int
    first: int
    total: int
    steps: tuple[Step, ...]


def steps(session: Session, number: int, first: int = 0, most: int = PAGE) -> Steps:
    """The records that change set `number` wrote, in the order written; guarded values with their middle hidden."""
    mine = Change.change_set == number
    total = session.scalar(select(func.count()).select_from(Change).where(mine)) or 0
    query = select(Change).where(mine).order_by(Change.position).offset(first).limit(most)
    changes = list(session.scalars(query))
    named = _titles(session, changes)
    found = tuple(_step(session, change, named.get(change.row_id)) for change in changes)
    return Steps(number, first, total, found)


def deed_of(change: Change) -> Deed:
    if change.before is None:
        return Deed.ADDED
    return Deed.REMOVED if change.after is None else Deed.CHANGED


def _titles(session: Session, changes: Iterable[Change]) -> dict[str, str]:
    keys: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        keys[change.noun].add(change.row_id)
    return {key: title for noun, some in keys.items() for key, title in titles.shown(session, noun, some).items()}


def _step(session: Session, change: Change, title: str | None) -> Step:
    noun = nouns()[change.noun]
    said = title if title is not None else _former(noun, change)
    turns = tuple(_turns(session, noun, change))
    return Step(change.noun, change.row_id, noun.LABEL, said, deed_of(change), turns, title is not None)


def _former(noun: type[Record], change: Change) -> str:
    """What a record that is gone was called, as far as its own values tell."""
    known = (change.after or {}) | (change.before or {})
    keys = (*titles.parts(noun.__tablename__), *noun.NATURAL_KEY)
    own = [str(known[key]) for key in dict.fromkeys(keys) if known.get(key) and not key.endswith("_id")]
    return " ".join(own)


def _turns(session: Session, noun: type[Record], change: Change) -> Iterable[Turn]:
    before, after = change.before or {}, change.after or {}
    for field in (*fields_of(noun), timeline.RETIRED):
        old, new = before.get(field.key), after.get(field.key)
        if old != new:
            yield Turn(field.label, _said(session, noun, field, old), _said(session, noun, field, new))


def _said(session: Session, noun: type[Record], field: Field, stored: Any) -> Label:  # noqa: ANN401 JSON is what the column says it is
    if stored is None:
        return words.NOTHING
    value = values.decode(noun.__mapper__.columns[field.key], stored)
    return words.discreet(field, words.label(session, noun.__tablename__, field, value))
