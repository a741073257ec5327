"""The numbers of issued letters, series by series: what became of each, and which were never used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import DocumentSeries, IssuedDocument, IssuedDocumentStep
from ptman.models.choices import DocumentStatus, DocumentStep


@dataclass(frozen=True, slots=True)
class Entry:
    """One number that was given; `sealed` has the copies, `remark` why it is void or what it replaces."""

    seq: int
    doc_no: str
    issued_on: date
    title: str
    addressee: str
    students: int
    status: DocumentStatus
    remark: Label
    sealed: tuple[date, int] | None = None
    sent: date | None = None
    back: date | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The numbers of one series in one year; `first` is where they begin, `missing` are stretches nobody used."""

    code: str
    name: str
    first: int
    entries: tuple[Entry, ...]

    @property
    def missing(self) -> tuple[tuple[int, int], ...]:
        return tuple(gaps(self.first, [one.seq for one in self.entries]))


def gaps(first: int, taken: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches without a number between `first` and the last that was taken."""
    awaited = first
    for seq in sorted(taken):
        if seq > awaited:
            yield awaited, seq - 1
        awaited = max(awaited, seq + 1)


def years(session: Session) -> tuple[int, ...]:
    """The years in which anything was issued, the latest first."""
    found = session.scalars(select(IssuedDocument.year).distinct())
    return tuple(sorted(found, reverse=True))


def runs(session: Session, year: int) -> tuple[Run, ...]:
    """Each series that was used in that year, by its code."""
    steps, numbers = _steps(session), dict(_numbers(session))
    made = []
    for series in session.scalars(select(DocumentSeries).order_by(DocumentSeries.code)):
        entries = tuple(_entries(session, (series.id, year), steps, numbers))
        if entries:
            made.append(Run(series.code, series.name, _first(session, series, year), entries))
    return tuple(made)


def _first(session: Session, series: DocumentSeries, year: int) -> int:
    """Where the year begins; a series that runs on begins after the year before."""
    if series.yearly:
        return series.start_at
    one = IssuedDocument
    before = session.scalar(select(func.max(one.seq)).where(one.series_id == series.id, one.year < year))
    return (before or series.start_at - 1) + 1


def _entries(
    session: Session,
    where: tuple[str, int],
    steps: Mapping[tuple[str, DocumentStep], tuple[date, int]],
    numbers: Mapping[str, str],
) -> Iterator[Entry]:
    one = IssuedDocument
    columns = (one.seq, one.doc_no, one.issued_on, one.title, one.addressee, one.students, one.status)
    query = select(one.id, one.void_reason, one.supersedes_id, *columns)
    replaced_by = {old: numbers[new] for new, old in _superseding(session)}
    for row in session.execute(query.where(one.series_id == where[0], one.year == where[1]).order_by(one.seq)):
        sent, back = steps.get((row.id, DocumentStep.SENT)), steps.get((row.id, DocumentStep.RETURNED))
        yield Entry(
            seq=row.seq,
            doc_no=row.doc_no,
            issued_on=row.issued_on,
            title=row.title,
            addressee=row.addressee,
            students=row.students,
            status=row.status,
            remark=_remark(
                row.status, row.void_reason, numbers.get(row.supersedes_id, ""), replaced_by.get(row.id, "")
            ),
            sealed=steps.get((row.id, DocumentStep.SEALED)),
            sent=sent[0] if sent else None,
            back=back[0] if back else None,
        )


def _remark(status: DocumentStatus, reason: str | None, old: str, new: str) -> Label:
    parts = [status.label]
    if status is DocumentStatus.VOID:
        parts.append(Label(reason or "", reason or ""))
    if old:
        parts.append(Label(f"替代 {old}", f"supersedes {old}"))
    if new:
        parts.append(Label(f"被 {new} 替代", f"superseded by {new}"))
    return Label("；".join(one.zh for one in parts), "; ".join(one.en for one in parts))


def _steps(session: Session) -> dict[tuple[str, DocumentStep], tuple[date, int]]:
    """The last day of each step of each document, with its copies."""
    one = IssuedDocumentStep
    query = select(one.document_id, one.step, one.done_on, one.copies).where(one.retired_on.is_(None))
    return {(key, step): (on, copies or 0) for key, step, on, copies in session.execute(query.order_by(one.done_on))}


def _numbers(session: Session) -> Iterator[tuple[str, str]]:
    return ((key, number) for key, number in session.execute(select(IssuedDocument.id, IssuedDocument.doc_no)))


def _superseding(session: Session) -> Iterator[tuple[str, str]]:
    one = IssuedDocument
    query = select(one.id, one.supersedes_id).where(one.supersedes_id.is_not(None), one.status != DocumentStatus.VOID)
    return ((new, old) for new, old in session.execute(query) if old)
