"""The remarks over the draft of a workbook that has come back: what was done to it, and which one it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ptman.intake.returned import words
from ptman.intake.returned.base import Base
from ptman.intake.returned.grid import Grid
from ptman.intake.rows import Complaint
from ptman.intake.sheet import Workbook
from ptman.labels import Label
from ptman.models.choices_workbooks import WorkbookState


@dataclass(slots=True)
class Seen:
    """What was met on the way through the rows: in which row each key stands, and cells changed without right."""

    rows: dict[str, int] = field(default_factory=dict)
    trespasses: list[Complaint] = field(default_factory=list)


def of(known: Base, sheet: Grid, seen: Seen, workbook: Workbook, today: date) -> tuple[Label, ...]:
    return (*_which(known, today), *_done(known, sheet, seen), *_read(workbook, sheet))


def _which(known: Base, today: date) -> Iterator[Label]:
    record = known.record
    if record.status is WorkbookState.WITHDRAWN:
        yield words.withdrawn(record.number)
    if known.later:
        yield words.superseded(record.number, known.later)
    if known.again:
        yield words.same_file(record.number)
    elif record.answered_on is not None:
        yield words.merged_before(record.number, record.answered_on.isoformat())
    if record.status is WorkbookState.OUT and record.due_on is not None and today > record.due_on:
        yield words.late((today - record.due_on).days)


def _done(known: Base, sheet: Grid, seen: Seen) -> Iterator[Label]:
    if seen.trespasses:
        yield words.trespassed(len(seen.trespasses))
    removed = [row.title for row in known.rows if row.id not in seen.rows]
    if removed:
        yield words.removed(removed)
    if sheet.missing:
        yield words.missing(sheet.missing)
    if sheet.strangers:
        yield words.strangers(sheet.strangers)


def _read(workbook: Workbook, sheet: Grid) -> Iterator[Label]:
    """What reading had to note, but for our own hidden sheet and column."""
    own = {one.name for one in workbook.sheets if not one.visible} | {sheet.sheet.name}
    return (note for note in workbook.notes if not any(f"“{name}”" in note.zh for name in own))
