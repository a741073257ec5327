"""Undoes any change set, refused with the reason where later changes touched the same values; redo undoes an undo."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ptman import journal, values
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models.core import Record, fields_of, nouns
from ptman.models.history import Change, ChangeSet


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history. `in_force` is false once it has been undone. `at` is UTC."""

    number: int
    at: datetime
    who: str
    verb: str
    sentence: Label
    rows: int
    undoes: int | None
    in_force: bool


def history(session: Session, last: int = 0) -> tuple[Entry, ...]:
    """The change sets, newest first; `last` limits them (0: all)."""
    rows = select(Change.change_set, func.count()).group_by(Change.change_set)
    sizes = dict(session.execute(rows).all())
    sets = list(session.scalars(select(ChangeSet).order_by(ChangeSet.number.desc())))
    undone: set[int] = set()
    entries = []
    for one in sets:
        in_force = one.number not in undone
        if in_force and one.undoes is not None:
            undone.add(one.undoes)
        sentence = Label(one.sentence_zh, one.sentence_en)
        entries.append(
            Entry(one.number, one.at, one.who, one.verb, sentence, sizes.get(one.number, 0), one.undoes, in_force)
        )
    return tuple(entries[:last] if last else entries)


def next_undo(entries: tuple[Entry, ...]) -> Entry | None:
    """What Ctrl+Z would take back: the newest change set in force that is no undo itself."""
    return next((entry for entry in entries if entry.in_force and entry.undoes is None), None)


def next_redo(entries: tuple[Entry, ...]) -> Entry | None:
    """What Ctrl+Y would bring back: the newest undo in force, unless new work came after it."""
    by_number = {entry.number: entry for entry in entries}
    for entry in entries:
        if entry.undoes is None:
            return None
        if entry.in_force and by_number[entry.undoes].undoes is None:
            return entry
    return None


def undo(session: Session, number: int) -> Entry:
    """Take back one change set as a change set of its own; undoing an undo is redo."""
    entry = next((entry for entry in history(session) if entry.number == number), None)
    if entry is None:
        raise PtmanError("no-change-set", f"没有第 {number} 号变更。", f"There is no change set {number}.")
    if not entry.in_force:
        raise PtmanError("undone-already", f"第 {number} 号变更已撤销。", f"Change set {number} is undone already.")
    book = journal.book_of(session)
    book.undoes = number
    journal.say(session, f"撤销：{entry.sentence.zh}", f"Undo: {entry.sentence.en}")
    changes = session.scalars(select(Change).where(Change.change_set == number).order_by(Change.position.desc()))
    blocked = [reason for change in list(changes) if (reason := _take_back(session, change))]
    if blocked:
        raise _blocked(entry, blocked)
    session.flush()  # so that the check below sees the rows gone
    if referring := _referring(session):
        raise _blocked(entry, referring)
    return entry


def _take_back(session: Session, change: Change) -> Label | None:
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
    labels = {field.key: field.label for field in fields_of(type(record))}
    for key, value in after.items():
        if key != "version" and now[key] != value:
            what = labels.get(key, Label(key, key))
            return record.LABEL.plus(Label(f"的“{what.zh}”后来改过", f"had its “{what.en}” changed later"))
    return None


def _decoded(noun: type[Record], stored: dict[str, Any]) -> dict[str, Any]:
    columns = noun.__mapper__.columns
    return {key: values.decode(columns[key], value) for key, value in stored.items()}


def _referring(session: Session) -> list[Label]:
    """Rows made later that stand on what would go."""
    broken: dict[str, int] = {}
    for table, *_ in session.execute(text("PRAGMA foreign_key_check")):
        broken[table] = broken.get(table, 0) + 1
    labels = nouns()
    return [
        Label(f"后来的 {n} 条“{labels[t].LABEL.zh}”用到它", f"{n} later {labels[t].LABEL.en} rows use it")
        for t, n in broken.items()
    ]


def _blocked(entry: Entry, reasons: list[Label]) -> PtmanError:
    first = list(dict.fromkeys(reasons))[:3]
    zh, en = "；".join(r.zh for r in first), "; ".join(r.en for r in first)
    return PtmanError(
        "undo-blocked",
        f"不能撤销“{entry.sentence.zh}”：{zh}。未作任何改动；请先撤销后来的变更。",
        f"“{entry.sentence.en}” cannot be undone: {en}. Nothing was changed; undo the later changes first.",
    )
