"""Notes every change set inside its own transaction: who, when, which verb, every value before and after."""

import functools
import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import event, func, insert, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, attributes

from ptman import chain, values
from ptman.labels import Label
from ptman.models.core import Record
from ptman.models.history import Change, ChangeSet


@dataclass(slots=True)
class Book:
    """What one write has done so far. `restored` holds the rows whose old version number an undo puts back.

    `versions` holds the numbers that rows had before: the mapper forgets them while it flushes. `changes` are those
    not in the file yet, `written` is how many are.
    """

    number: int
    verb: str
    who: str = ""
    changes: list[dict[str, Any]] = field(default_factory=list)
    sentence: Label | None = None
    undoes: int | None = None
    restored: set[str] = field(default_factory=set)
    versions: dict[str, int] = field(default_factory=dict)
    written: int = 0
    tell: Callable[[int, int], object] | None = None


class OfficeSession(Session):
    """A session whose flushes are journalled."""


def begin(session: Session, verb: str, who: str = "") -> Book:
    """Open the book of this transaction under the next number."""
    last = session.scalar(select(func.max(ChangeSet.number))) or 0
    book = Book(last + 1, verb, who)
    session.info["book"] = book
    return book


def book_of(session: Session) -> Book:
    book: Book | None = session.info.get("book")
    if book is None:
        raise RuntimeError("a write outside db.write")
    return book


def say(session: Session, zh: str, en: str) -> None:
    """The sentence under which this change set appears in the history and in the undo menu."""
    book_of(session).sentence = Label(zh, en)


def seal(session: Session, *, who: str, at: datetime) -> str | None:
    """Write the change set, chained to the one before; its digest. Nothing changed: nothing is written."""
    book = book_of(session)
    if not (book.changes or book.written):
        return None
    sentence = book.sentence or Label(book.verb, book.verb)
    last = session.scalar(select(ChangeSet.sha).where(ChangeSet.number == book.number - 1)) or chain.GENESIS
    head = {
        "number": book.number,
        "at": at.replace(tzinfo=None),
        "who": who,
        "verb": book.verb,
        "sentence_zh": sentence.zh,
        "sentence_en": sentence.en,
        "undoes": book.undoes,
        "previous_sha": last,
    }
    if book.written:
        spill(session)
        link = chain.digest(head, chain.written(session, book.number, book.tell))
    else:
        link = chain.digest(head, chain.rows(book.number, book.changes))
    session.execute(insert(ChangeSet.__table__), [head | {"sha": link}])  # type: ignore[arg-type]  # a Table
    spill(session)
    return link


def watch(session: Session, tell: Callable[[int, int], object]) -> None:
    """Have a large change set told as it is sealed: how many of its changes are chained, and of how many."""
    book_of(session).tell = tell


def spill(session: Session) -> None:
    """Write the changes so far, so that they need not be held any longer."""
    book = book_of(session)
    book.written = chain.moved(session, book.number, book.changes, book.written)


def row_values(record: Record) -> dict[str, Any]:
    """Every column of a row as JSON."""
    state = inspect(record)
    return {attr.key: values.encode(state.dict.get(attr.key)) for attr in state.mapper.column_attrs}


@event.listens_for(OfficeSession, "before_flush")
def _number(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Give every written row the number of its change set as its version."""
    book = book_of(session)
    for record in [*session.new, *session.dirty]:
        if isinstance(record, Record) and session.is_modified(record):
            past = inspect(record).attrs["version"].history
            book.versions[record.id] = next(iter(past.deleted or past.unchanged or (0,)))
            if record.id not in book.restored:
                record.version = book.number


@event.listens_for(OfficeSession, "after_flush")
def _note(session: Session, _context: UOWTransaction) -> None:
    """Note what was flushed in the order in which it was written: updates, inserts, deletes, each by table and id."""
    book = book_of(session)
    for record in _in_order(session.dirty):
        if change := _difference(record, book.versions.get(record.id, 0)):
            book.changes.append(change)
    for record in _in_order(session.new):
        _settle_blanks(record)
        book.changes.append(_change(record, None, row_values(record)))
    book.changes += [_change(record, _stored(record), None) for record in _in_order(session.deleted)]
    book.versions.clear()
    if len(book.changes) >= chain.MOST:
        spill(session)


@functools.cache
def _table_order() -> dict[str, int]:
    return {table.name: i for i, table in enumerate(Record.metadata.sorted_tables)}


def _in_order(records: Iterable[object]) -> list[Record]:
    order = _table_order()
    return sorted((r for r in records if isinstance(r, Record)), key=lambda r: (order[r.__tablename__], r.id))


def _settle_blanks(record: Record) -> None:
    """Columns that were not given are null now; without that a later change of one would have no value before it."""
    state = inspect(record)
    for attr in state.mapper.column_attrs:
        if attr.key not in state.dict:
            attributes.set_committed_value(record, attr.key, None)


def _stored(record: Record) -> dict[str, Any]:
    """The columns of a row as the file had them, whatever was set on the object before it was deleted."""
    state = inspect(record)
    return row_values(record) | {key: values.encode(value) for key, value in state.committed_state.items()}


def _difference(record: Record, version: int) -> dict[str, Any] | None:
    state = inspect(record)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for attr in state.mapper.column_attrs:
        history = state.attrs[attr.key].history
        if history.has_changes():
            if not history.deleted:
                raise RuntimeError(f"{record.__tablename__}.{attr.key} was written without its old value being known")
            before[attr.key] = values.encode(next(iter(history.deleted)))
            after[attr.key] = values.encode(next(iter(history.added)))
    if not after:
        return None
    return _change(record, before | {"version": version}, after | {"version": record.version})


def _change(record: Record, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"noun": record.__tablename__, "row_id": record.id, "before": before, "after": after}


@event.listens_for(OfficeSession, "do_orm_execute")
def _forbid_bulk(state: ORMExecuteState) -> None:
    """Statements that write would pass the journal by."""
    if state.is_update or state.is_delete or (state.is_insert and state.is_orm_statement):
        raise RuntimeError("write through objects, so that the journal sees it")


def broken_links(session: Session) -> tuple[int, ...]:
    """The numbers of change sets whose digest no longer fits what they hold or what came before."""
    links = session.execute(select(*ChangeSet.__table__.columns).order_by(ChangeSet.number)).mappings().all()
    heads = {row["number"]: {key: row[key] for key in row if key != "sha"} for row in links}
    found = dict.fromkeys(heads, "")
    ordered = select(*Change.__table__.columns).order_by(Change.change_set, Change.position)
    changes = session.execute(ordered, execution_options={"yield_per": 1000}).mappings()
    for number, rows in itertools.groupby(changes, key=lambda row: row["change_set"]):
        found[number] = chain.digest(heads.get(number, {}), map(dict, rows))
    broken, previous = [], chain.GENESIS
    for link in links:
        if link["previous_sha"] != previous or link["sha"] != found[link["number"]]:
            broken.append(int(link["number"]))
        previous = link["sha"]
    return tuple(broken)
