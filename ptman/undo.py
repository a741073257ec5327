"""Undoes any change set, refused with the reason where later changes touched the same values; redo undoes an undo."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ptman import journal, reversal
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models.core import nouns
from ptman.models.history import Change, ChangeSet

AHEAD = 32
PORTION = 1_000
Tell = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history. `in_force` is false once it has been undone. `at` is UTC. `redoes`: undoes an undo."""

    number: int
    at: datetime
    who: str
    verb: str
    sentence: Label
    rows: int
    undoes: int | None
    in_force: bool
    redoes: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the history stands: the newest change set, what undo would take back, what redo would bring back."""

    last: Entry | None
    back: Entry | None
    again: Entry | None
    again_sentence: Label | None


def history(session: Session, last: int = 0, down_to: int = 0) -> tuple[Entry, ...]:
    """The change sets, newest first; `last` limits them (0: all), `down_to` is the lowest number wanted.

    Whether one is in force depends on later ones only, so a limit does not change what is said of those within it.
    """
    wanted = select(ChangeSet).where(ChangeSet.number >= down_to).order_by(ChangeSet.number.desc())
    sets = list(session.scalars(wanted.limit(last) if last else wanted))
    lowest = sets[-1].number if sets else 0
    counted = select(Change.change_set, func.count()).where(Change.change_set >= lowest).group_by(Change.change_set)
    sizes = dict(session.execute(counted).all())
    redoing = _undos(session, {one.undoes for one in sets if one.undoes is not None})
    undone: set[int] = set()
    entries = []
    for one in sets:
        in_force = one.number not in undone
        if in_force and one.undoes is not None:
            undone.add(one.undoes)
        sentence, rows = Label(one.sentence_zh, one.sentence_en), sizes.get(one.number, 0)
        again = one.undoes in redoing
        entries.append(Entry(one.number, one.at, one.who, one.verb, sentence, rows, one.undoes, in_force, again))
    return tuple(entries)


def _undos(session: Session, numbers: set[int]) -> set[int]:
    """Which of these change sets undo others."""
    if not numbers:
        return set()
    among = ChangeSet.number.between(min(numbers), max(numbers))
    return numbers & set(session.scalars(select(ChangeSet.number).where(among, ChangeSet.undoes.is_not(None))))


def next_undo(entries: tuple[Entry, ...]) -> Entry | None:
    """What Ctrl+Z would take back: the newest change set in force that is no undo itself."""
    return next((entry for entry in entries if entry.in_force and entry.undoes is None), None)


def next_redo(entries: tuple[Entry, ...]) -> Entry | None:
    """What Ctrl+Y would bring back: the newest undo in force, unless new work came after it."""
    for entry in entries:
        if entry.undoes is None:
            return None
        if entry.in_force and not entry.redoes:
            return entry
    return None


def standing(session: Session) -> Standing:
    """What the window shows of the history at each refresh, looking no further back than it must."""
    last = AHEAD
    entries = history(session, last)
    while next_undo(entries) is None and len(entries) == last:
        last *= 8
        entries = history(session, last)
    again = next_redo(entries)
    named = session.get(ChangeSet, again.undoes) if again is not None else None
    sentence = Label(named.sentence_zh, named.sentence_en) if named is not None else None
    return Standing(next(iter(entries), None), next_undo(entries), again, sentence)


def undo(session: Session, number: int, tell: Tell | None = None) -> Entry:
    """Take back one change set as a change set of its own; undoing an undo is redo."""
    entry = next(reversed(history(session, down_to=number)), None)
    if entry is None or entry.number != number:
        raise PtmanError("no-change-set", f"没有第 {number} 号变更。", f"There is no change set {number}.")
    if not entry.in_force:
        raise PtmanError("undone-already", f"第 {number} 号变更已撤销。", f"Change set {number} is undone already.")
    book = journal.book_of(session)
    book.undoes = number
    journal.say(session, f"撤销：{entry.sentence.zh}", f"Undo: {entry.sentence.en}")
    if tell is not None:
        journal.watch(session, tell)
    if blocked := reversal.take_back(session, _portions(session, number, tell)):
        raise _blocked(entry, blocked)
    if referring := _referring(session):
        raise _blocked(entry, referring)
    return entry


def _portions(session: Session, number: int, tell: Tell | None) -> Iterator[Sequence[Change]]:
    """The changes of a change set, last first; the session forgets those that nobody holds."""
    own = Change.change_set == number
    whole = session.scalar(select(func.count()).select_from(Change).where(own)) or 0
    before = whole
    while before > 0:
        portion = Change.position.between(before - PORTION, before - 1)
        yield session.scalars(select(Change).where(own, portion).order_by(Change.position.desc())).all()
        before -= PORTION
        if tell is not None:
            tell(whole - max(before, 0), whole)


def _referring(session: Session) -> list[Label]:
    """Rows made later that stand on what would go."""
    # Changes in the file whose change set comes at the end are no rows of the office.
    query = 'SELECT "table", count(*) FROM pragma_foreign_key_check WHERE "parent" <> :own GROUP BY 1'
    rows = session.execute(text(query), {"own": ChangeSet.__tablename__}).all()
    broken: dict[str, int] = {table: count for table, count in rows}  # noqa: C416 dict() would take it for a mapping
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
