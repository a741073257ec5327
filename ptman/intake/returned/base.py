"""What is on file about a workbook that has come back: its record, what was sent, what it said when it came before."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import signing
from ptman.errors import PtmanError
from ptman.intake import sources
from ptman.intake.memory import Memory, Trace, Word
from ptman.intake.sheet import Workbook
from ptman.models import ChangeSet, ImportedFile, WorkbookOut
from ptman.models.choices_workbooks import WorkbookState
from ptman.roundtrip import fingerprint, rights, shape
from ptman.roundtrip.shape import Row, Shape

KIND = "returned:"


@dataclass(frozen=True, slots=True)
class Base:
    """The record, the columns and rows as sent, and the memory that they make: what each open cell said last.

    `later` is the number of a workbook of the same list that went to the same recipient since; `again` says that
    this very file was merged before.
    """

    record: WorkbookOut
    shape: Shape
    rows: tuple[Row, ...]
    memory: Memory
    later: str
    again: bool

    @property
    def kind(self) -> str:
        return KIND + self.record.id


def of(session: Session, workbook: Workbook, said: str) -> Base:
    """PtmanError `returned-broken`, `returned-foreign`, `returned-unknown`."""
    printed = fingerprint.read(said, signing.publics(session))
    record = session.get(WorkbookOut, printed.workbook)
    if record is None or shape.digest(record.sent) != printed.sent:
        raise PtmanError(
            "returned-unknown",
            f"这份工作簿（{printed.number}，{printed.recipient}）由本办公室发出，但这份办公文件里没有发出的记录"
            "（可能已撤销，或打开的是较早的备份），未读取。",
            f"This workbook ({printed.number}, {printed.recipient}) is ours, but this file knows of no such "
            "sending (undone, or an older copy of the file is open). Nothing was read.",
        )
    known, rows = shape.read(record.shape), shape.rows_read(record.sent)
    kind = KIND + record.id
    before = select(ImportedFile.id).where(ImportedFile.kind == kind, ImportedFile.sha256 == workbook.sha256)
    again = session.scalar(before) is not None
    heard = sources.memory(session, kind, record.recipient[: sources.LONGEST])
    memory = Memory(_words(rows, known, _trace(session, record, known), heard), heard.hands)
    return Base(record, known, rows, memory, _later(session, record), again)


def _trace(session: Session, record: WorkbookOut, known: Shape) -> Trace:
    """The sending."""
    row = session.execute(select(ChangeSet.who, ChangeSet.at).where(ChangeSet.number == known.change_set)).first()
    if row is None:
        return Trace(record.sent_by, datetime(*record.sent_on.timetuple()[:3], tzinfo=UTC), known.change_set)
    return Trace(row.who, row.at, known.change_set)


def _words(rows: tuple[Row, ...], known: Shape, sent: Trace, heard: Memory) -> dict[str, dict[str, dict[str, Word]]]:
    """As sent, and over it what earlier returns of the same workbook said."""
    made: dict[str, dict[str, dict[str, Word]]] = {}
    for row in rows:
        for right, value in row.values.items():
            noun, _, key = right.partition(".")
            if right != rights.MENTOR:
                holder = row.person if noun == "person" and known.noun != "person" else row.id
                made.setdefault(noun, {}).setdefault(holder, {})[key] = Word(value, sent)
    for noun, records in heard.words.items():
        for record_id, cells in records.items():
            made.setdefault(noun, {}).setdefault(record_id, {}).update(cells)
    return made


def _later(session: Session, record: WorkbookOut) -> str:
    one = WorkbookOut
    query = (
        select(one.number)
        .where(one.list_name == record.list_name, one.recipient == record.recipient, one.id > record.id)
        .where(one.status != WorkbookState.WITHDRAWN)
        .order_by(one.id.desc())
    )
    return session.scalar(query.limit(1)) or ""
