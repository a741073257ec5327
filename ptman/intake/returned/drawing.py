"""Draws the draft of a workbook that has come back: the workbook itself, each row, and what nobody asked for."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from ptman import drafts
from ptman.drafts import Difference, Fate, Item
from ptman.intake import apart, known_rows, rows
from ptman.intake.apart import Drawn
from ptman.intake.draft import IntakeDraft
from ptman.intake.known import Known
from ptman.intake.outcome import Outcome, Step
from ptman.intake.planning import Headers, Planner
from ptman.intake.returned import base, finding, grid, merging, remarks, words
from ptman.intake.returned.base import Base
from ptman.intake.returned.grid import Grid
from ptman.intake.returned.merging import Merger
from ptman.intake.returned.remarks import Seen
from ptman.intake.rows import Complaint
from ptman.intake.sheet import Workbook
from ptman.labels import Label
from ptman.models import naming
from ptman.models.choices_workbooks import WorkbookState
from ptman.roundtrip.shape import Row

_NOUNS = ("person", "industry_supervisor", "academic_supervisor", "supervision", "organisation", "degree_category")
_NEWS = frozenset({Fate.NEW, Fate.CHANGED, Fate.DOUBTFUL, Fate.CONFLICT})
WORKBOOK = "workbook"
"""The item that says of the workbook itself that it is back."""


def drawn(session: Session, workbook: Workbook, today: date) -> IntakeDraft:
    """PtmanError as `base.of`."""
    said, table = finding.said(workbook), finding.table(workbook)
    if said is None or table is None:
        raise ValueError("no workbook that was sent out")
    known = base.of(session, workbook, said)
    sheet = grid.of(table, known.shape)
    planner = _planner(session, sheet, known, today)
    merger, seen = Merger(planner, known.shape, known.memory), Seen()
    outcomes = list(_outcomes(sheet, merger, known, seen, workbook))
    found = [one for outcome in outcomes for one in apart.rows(sheet.sheet.name, outcome)]
    complaints = [one for outcome in outcomes for one in outcome.complaints]
    whole = not complaints and all(one.item.fate is not Fate.CONFLICT for one in found)
    found.insert(0, _back(known, today, whole=whole, news=any(one.item.fate in _NEWS for one in found)))
    title = Label(f"返回的 {known.record.number}", f"{known.record.number} come back")
    seen_draft = drafts.Draft(title, tuple(one.item for one in found), remarks.of(known, sheet, seen, workbook, today))
    return IntakeDraft(
        known.kind,
        workbook.path_name,
        seen_draft,
        {one.item.key: one.steps for one in found if one.item.can_be_kept},
        (*complaints, *seen.trespasses),
        sha256=workbook.sha256,
        sender=known.record.recipient[:60],
        said={one.item.key: one.said for one in found},
        memory=known.memory,
    )


def _planner(session: Session, sheet: Grid, known: Base, today: date) -> Planner:
    own = {column.fill: column.header for column in known.shape.fills}
    places = {right: column for right, column, _ in sheet.columns()}
    linked = {field.link for field in sheet.fields().values() if field.link}
    names = dict.fromkeys((known.shape.noun, *_NOUNS, *sorted(frozenset[str]().union(*map(naming.named_by, linked)))))
    records = Known({name: known_rows.entries(session, name) for name in names})
    return Planner(records, Headers(places, sheet.fields(), own), today, known.memory)


def _outcomes(sheet: Grid, merger: Merger, known: Base, seen: Seen, workbook: Workbook) -> Iterator[Outcome]:
    """One for each row of the file that holds something."""
    sent = {row.id: row for row in known.rows}
    columns = grid.read_as(sheet, merger.planner.today, date1904=workbook.date_1904)
    watched = known.record.status is WorkbookState.WITHDRAWN or bool(known.later)
    for line in rows.lines(sheet.sheet, columns):
        if isinstance(line, int):
            continue
        row, key = line.row, sheet.key(line.row)
        outcome = Outcome(line, notes=list(line.notes), complaints=list(line.complaints))
        if key not in sent:
            outcome.complaints = []
            merging.whole(outcome, "row-added", words.added(row))
        elif (first := seen.rows.setdefault(key, row)) != row:
            outcome.title = sent[key].title
            outcome.complaints = []
            merging.whole(outcome, "row-doubled", words.doubled(row, first))
        else:
            outcome.title, outcome.doubtful = sent[key].title, watched
            _watch(sheet, outcome, sent[key], seen)
            if not outcome.complaints:
                merger.merge(outcome, sent[key])
        yield outcome


def _watch(sheet: Grid, outcome: Outcome, sent: Row, seen: Seen) -> None:
    """Note what was done to the row without right; its open cells are merged all the same."""
    row, name = outcome.line.row, sheet.sheet.name
    for column, header, before, now in sheet.trespasses(row, sent):
        note = words.trespass((row, column), header, before, now)
        outcome.notes.append(note)
        seen.trespasses.append(Complaint(name, row, column, header, now, "not-allowed", note))
    outcome.notes += [words.cleared(header) for header in sheet.cleared(row, sent)]


def _back(known: Base, today: date, *, whole: bool, news: bool) -> Drawn:
    """The item of the workbook itself: what it is after keeping, and since when it is back."""
    record = known.record
    after = WorkbookState.MERGED if whole else WorkbookState.ANSWERED
    title = f"{record.number} {record.recipient}"
    if record.status is after and not news:
        return Drawn(Item(WORKBOOK, Fate.UNCHANGED, title), (), ())
    state, day = (record.__table__.columns[key].info["field"].label for key in ("status", "answered_on"))
    changes = (
        Difference(state, record.status.label.zh, after.label.zh),
        Difference(day, str(record.answered_on or ""), today.isoformat()),
    )
    values = {"status": after, "answered_on": today}
    step = Step("workbook_out", record.id, values, version=record.version, day=today)
    fate = Fate.DOUBTFUL if record.status is WorkbookState.WITHDRAWN else Fate.CHANGED
    return Drawn(Item(WORKBOOK, fate, title, changes), (step,), ())
