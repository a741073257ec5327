"""The sources of workbooks in the office file: what each said, and which cells a person wrote since."""

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Select, Text, select, type_coerce
from sqlalchemy.orm import Session

from ptman import journal, undo, values
from ptman.drafts import Fate
from ptman.intake import told
from ptman.intake.draft import IntakeDraft
from ptman.intake.memory import Layers, Memory, Trace
from ptman.intake.outcome import NEW, Said
from ptman.models import Change, ChangeSet, ImportedFile

VERB = "intake.store.keep"
CHUNK = 500
# So much of what one file said lies in one piece.
PIECE = 5_000
LONGEST = 60
# What senders add to the name of a file that they send again.
_AGAIN = re.compile(
    r"[\(（\[【][^\)）\]】]*[\)）\]】]|\d+|(?<![a-z])(?:copy|final|new|old|v|ver)(?![a-z])"
    r"|副本|最新|最终|更正|修改|修订|旧版?|新版?|版|第|届|级|年|月|日",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^[\W_]+|[\W_]+$")


def proposed(file_name: str) -> str:
    """Who sends a file, by its name without what changes from one sending to the next."""
    stem = file_name.rpartition(".")[0] or file_name
    return (_ENDS.sub("", re.sub(r"[\W_]+", " ", _AGAIN.sub(" ", stem))) or stem)[:LONGEST]


def senders(session: Session, kind: str) -> tuple[str, ...]:
    """The sources of this kind of workbook that the office has heard from."""
    query = select(ImportedFile.sender).where(ImportedFile.kind == kind).distinct().order_by(ImportedFile.sender)
    return tuple(session.scalars(query))


def memory(session: Session, kind: str, sender: str) -> Memory:
    """What this source said last of every cell, and what hands did to the records."""
    words: dict[str, Layers] = {}
    query = (
        select(ImportedFile.id, ChangeSet.who, ChangeSet.at, ChangeSet.number)
        .join(ChangeSet, ChangeSet.number == ImportedFile.version)
        .where(ImportedFile.kind == kind, ImportedFile.sender == sender)
        .order_by(ImportedFile.version, ImportedFile.id)
    )
    for file_id, who, at, number in session.execute(query).all():
        trace = Trace(who, at, number)
        # One by one, because sorting would hold what large files said once more.
        said = session.scalars(select(type_coerce(ImportedFile.said, Text)).where(ImportedFile.id == file_id)).one()
        for noun, records in told.by_noun(said).items():
            words.setdefault(noun, Layers()).add(trace, records)
    return Memory(words, hands(session))


def hands(session: Session) -> Mapping[tuple[str, str], Trace]:
    """(id of the record, field) of each cell that a person wrote last, imports and what was undone left out."""
    standing = {one.number for one in undo.history(session) if one.in_force and one.undoes is None}
    wrote: dict[tuple[str, str], tuple[int, Trace | None]] = {}
    by_hand = _changes().where(ChangeSet.verb != VERB, ChangeSet.undoes.is_(None))
    _note(session, by_hand, standing, wrote)
    touched = sorted({record_id for record_id, _ in wrote})
    for at in range(0, len(touched), CHUNK):
        imported = _changes().where(ChangeSet.verb == VERB, Change.row_id.in_(touched[at : at + CHUNK]))
        _note(session, imported, standing, wrote)
    return {cell: trace for cell, (_, trace) in wrote.items() if trace is not None}


def _changes() -> Select[*tuple[Any, ...]]:
    columns = (
        Change.row_id,
        Change.before,
        Change.after,
        ChangeSet.number,
        ChangeSet.verb,
        ChangeSet.who,
        ChangeSet.at,
    )
    return select(*columns).join(ChangeSet, ChangeSet.number == Change.change_set)


def _note(
    session: Session,
    query: Select[*tuple[Any, ...]],
    standing: set[int],
    wrote: dict[tuple[str, str], tuple[int, Trace | None]],
) -> None:
    """The last writing of each cell; no trace where an import did it."""
    for row_id, before, after, number, verb, who, at in session.execute(query, execution_options={"yield_per": 1000}):
        if number not in standing:
            continue
        for key, value in (after or {}).items():
            blank = before is None and value is None
            if not blank and wrote.get((row_id, key), (0, None))[0] < number:
                wrote[(row_id, key)] = (number, None if verb == VERB else Trace(who, at, number))


def remember(
    session: Session, drawn: IntakeDraft, said: Iterable[Said], kept: Mapping[str, str], tell: Callable[[int], object]
) -> None:
    """Note, within the change set of the import, what the file said that its source had not said before.

    Of a large file that is several pieces, in the order of their ids. `kept` are the ids of new records; it tells how
    many words have been noted.
    """
    source = {"kind": drawn.kind, "sender": drawn.sender, "file_name": drawn.file, "sha256": drawn.sha256}
    words = iter(said)
    piece = _fresh(drawn.memory, itertools.islice(words, PIECE), kept)
    refused = drawn.draft.counts()[Fate.REFUSED]
    session.add(ImportedFile(**source, refused=refused, said=piece))
    noted = 0
    while following := tuple(itertools.islice(words, PIECE)):
        tell(noted := noted + PIECE)
        session.flush()  # spilling takes only what has been noted
        journal.spill(session)
        if piece := _fresh(drawn.memory, following, kept):
            session.add(ImportedFile(**source, said=piece))


def _fresh(memory: Memory, said: Iterable[Said], kept: Mapping[str, str]) -> dict[str, dict[str, dict[str, object]]]:
    fresh: dict[str, dict[str, dict[str, object]]] = {}
    for one in said:
        record_id = _resolved(one.ref, kept)
        for key, value in one.values.items() if record_id else ():
            plain = _resolved(values.encode(value), kept)
            before = memory.word(one.noun, record_id, key)
            if plain is not None and (before is None or before.value != plain):
                fresh.setdefault(one.noun, {}).setdefault(record_id, {})[key] = plain
    return fresh


def _resolved(value: Any, kept: Mapping[str, str]) -> Any:  # noqa: ANN401 a value is what its field says
    """The id that a ref has come to; None for a ref that was not kept. Other values are themselves."""
    return kept.get(value) if isinstance(value, str) and value.startswith(NEW) else value
