"""Refuses to save over what came meanwhile, and shows both values of each field with who wrote the other."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from ptman.labels import Lang, same
from ptman.listing import Value, shown
from ptman.models import Change, ChangeSet, Person
from ptman.models.core import Record
from ptman.register import cards, words
from ptman.register.cards import OF_PERSON, Card, Ref
from ptman.register.faults import Clash, Meanwhile, Stale
from ptman.register.reading import Answers

Step = Row[Change, ChangeSet]


def refuse_other_version(session: Session, ref: Ref) -> None:
    """Raise `Stale` unless the record is as it was when it was opened."""
    compare(session, ref, {}, Answers())


def compare(session: Session, ref: Ref, given: Mapping[str, Value], answers: Answers) -> None:
    """Raise `Stale` with every field whose given value differs from the one on file."""
    record, person = cards.load(session, ref.noun, ref.id)
    if cards.stamp(record, person) == ref.version:
        return
    card = cards.card(session, ref.noun, ref.id)
    steps = steps_of(session, record, person)
    changed = _changed_since(ref, record, steps)
    clashes = tuple(_clashes(session, card, given, answers, changed))
    last = steps[0][1] if steps else None
    now = Meanwhile(card.version, last.who if last else "", last.at if last else None)
    raise Stale(card.title, clashes, now)


def steps_of(session: Session, record: Record, person: Person | None) -> list[Step]:
    """Every change of the row, and of a role's person, newest first."""
    rows = [(str(record.__tablename__), record.id)] + ([("person", person.id)] if person else [])
    same_row = or_(*(and_(Change.noun == noun, Change.row_id == key) for noun, key in rows))
    query = select(Change, ChangeSet).join(ChangeSet, Change.change_set == ChangeSet.number).where(same_row)
    return list(session.execute(query.order_by(Change.change_set.desc(), Change.position.desc())))


def key_of(change: Change, noun: str) -> str:
    """What the keys of a change begin with on the card of `noun`."""
    return OF_PERSON if change.noun == "person" and noun != "person" else ""


def _changed_since(ref: Ref, record: Record, steps: list[Step]) -> set[str]:
    """The keys written after the change that made the version the caller had."""
    own, persons = cards.unstamped(ref.noun, ref.version)
    had = {record.id: own}
    found: set[str] = set()
    done: set[str] = set()
    for change, _ in steps:
        after = change.after or {}
        if after.get("version") == had.get(change.row_id, persons):
            done.add(change.row_id)
        if change.row_id not in done:
            found |= {key_of(change, ref.noun) + key for key in after}
    return found


def _clashes(
    session: Session, card: Card, given: Mapping[str, Value], answers: Answers, changed: set[str]
) -> Iterator[Clash]:
    for field in card.fields:
        if field.key not in given or answers.values.get(field.key, given[field.key]) == card.values[field.key]:
            continue
        if field.key in answers.values:
            mine = words.label(session, card.noun, field, answers.values[field.key])
        else:
            mine = same(shown(given[field.key], Lang.ZH))
        theirs = words.label(session, card.noun, field, card.values[field.key])
        yield Clash(field.key, field.label, mine, theirs, field.key in changed)
