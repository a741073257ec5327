"""Intake's way in and out of the office file: recognise and draft a workbook, and keep what a person took."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

from sqlalchemy.orm import Session

from ptman import journal
from ptman.drafts import Fate
from ptman.intake import (
    annotate,
    arriving,
    collecting,
    columns,
    draft,
    keeping,
    kinds,
    layouts,
    picture,
    reading,
    recognition,
    sources,
    standing,
)
from ptman.intake.draft import IntakeDraft, Part
from ptman.intake.keeping import Progress
from ptman.intake.layouts import Layout
from ptman.intake.outcome import Said
from ptman.intake.returned import drawing, finding
from ptman.intake.sheet import Workbook
from ptman.labels import Label

NOTING = Label("记下来源的说法", "Noting what the source says")
SEALING = Label("写入历史", "Writing the history")
senders = sources.senders
recognised = recognition.recognised


def read(path: Path, book: str | None = None, unwanted: Event | None = None) -> tuple[Workbook, list[Part]]:
    """Read a workbook and recognise its sheets; needs no office file, so it can run beside other work."""
    workbook = reading.read(path, unwanted=unwanted)
    return workbook, recognised(workbook, book)


def understood(session: Session, workbook: Workbook, book: str | None = None, sender: str = "") -> list[Part]:
    """The sheets whose header is known, also by what was said by hand of the headers of this source."""
    return recognised(workbook, book, columns.meanings(session, source_of(workbook, sender)))


def candidates(session: Session, workbook: Workbook, book: str | None = None) -> tuple[Layout, ...]:
    """The sheets of a workbook as `book`, or as every kind it may be, those with the most known headers first."""
    meanings = columns.meanings(session, source_of(workbook))
    books = [book] if book else list(kinds.kinds())
    every = [(each, one) for each in books for one in layouts.of_workbook(workbook, each, meanings)]
    known = {id(one): sum(heading.slot is not None for heading in one.headings) for _, one in every}
    # Any noun might be meant by anything: of those only what has a known header is offered.
    found = [one for each, one in every if book or known[id(one)] or not kinds.kinds()[each].noun]
    return tuple(sorted(found, key=lambda one: -known[id(one)]))


def source_of(workbook: Workbook, sender: str = "") -> str:
    """Who sends a workbook; where it is not said, the name of the file tells."""
    return sender.strip()[: sources.LONGEST] or sources.proposed(workbook.path_name)


def compare(session: Session, workbook: Workbook, parts: list[Part], today: date, sender: str = "") -> IntakeDraft:
    """The draft of a workbook that was read, against the records as they are now and the last file of its source.

    `sender` is who sends it; where it is not said, the name of the file tells.
    """
    if finding.is_back(parts):
        return drawing.drawn(session, workbook, today)
    source = source_of(workbook, sender)
    memory = sources.memory(session, draft.kind(parts), source)
    with collecting.paused():
        parts = standing.settle(session, parts, source, date1904=workbook.date_1904)
        drawn = draft.compare(parts, picture.needed(session, parts), today, memory, date1904=workbook.date_1904)
    seen = replace(drawn.draft, remarks=(*workbook.notes, *drawn.draft.remarks))
    about = replace(drawn, file=workbook.path_name, sha256=workbook.sha256, sender=source, draft=seen)
    return replace(about, seen=standing.last(session))


def keep(
    session: Session,
    drawn: IntakeDraft,
    taken: Iterable[str],
    progress: Progress | None = None,
    *,
    settled: bool = False,
) -> int:
    """Write the taken items as one change set; how many. Refused where a record changed meanwhile.

    A conflict that is taken gets the file's value. With `settled` a person has looked at the others, which keep the
    office's value and are not asked about again until the file says something new.
    """
    chosen = frozenset(taken)
    arriving.refuse_alone(drawn, chosen)
    keys = [key for key in drawn.steps if key in chosen]
    keeper = keeping.Keeper(session)
    tell = progress or _silent
    with session.no_autoflush:
        done = itertools.count(1)
        for portion in keeping.portions(drawn.steps, keys):
            for key in portion:
                keeper.take(drawn.steps[key])
                tell(next(done), len(keys))
            keeper.settle()
        heard = tuple(_heard(drawn, chosen, settled=settled))
        sources.remember(session, drawn, heard, keeper.ids, lambda noted: tell(noted, len(heard), NOTING))
        unchanged = (item.key for item in drawn.draft.items if item.fate is Fate.UNCHANGED)
        standing.remember(session, drawn, chosen.union(unchanged), keeper.ids)
    journal.watch(session, lambda written, whole: tell(written, whole, SEALING))
    title = drawn.draft.title
    journal.say(
        session,
        f"导入 {title.zh} “{drawn.file}” {len(keys)} 行",
        f"Import {title.en} “{drawn.file}”, {len(keys)} rows",
    )
    return len(keys)


def _silent(_done: int, _total: int, _phase: Label | None = None, /) -> None:
    """Nobody looks on."""


def _heard(drawn: IntakeDraft, chosen: frozenset[str], *, settled: bool) -> Iterator[Said]:
    """What the office has taken note of; what nobody decided on is asked about again."""
    for item in drawn.draft.items:
        decided = item.key in chosen or (settled and item.fate is Fate.CONFLICT)
        if decided or item.fate is Fate.UNCHANGED:
            yield from drawn.said.get(item.key, ())


def annotated(path: Path, target: Path, drawn: IntakeDraft) -> None:
    """A copy of the workbook with every refused cell marked, to send back."""
    marks = [
        annotate.Mark(one.sheet, one.row, one.column, f"{one.header}：{one.message.zh}\n{one.message.en}")
        for one in drawn.complaints
    ]
    annotate.annotated_copy(path, target, marks)
