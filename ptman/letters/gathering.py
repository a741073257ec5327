"""Reads from the records the planned placements of a cohort that have no letter yet, and what their letters state."""

from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.errors import PtmanError
from ptman.letters import dispatching, records, template_choice
from ptman.letters import words as wordings
from ptman.letters.pending import Batch, Pending, Sender
from ptman.letters.records import Found
from ptman.models import DocumentSeries, Placement, Student
from ptman.models.choices import StudentStatus
from ptman.models.choices_documents import DocumentKind


def gather(session: Session, cohort: int, today: date) -> Pending:
    """Placements that may go, by host and period; a dispatched one has its letter already.

    Raises PtmanError `no-series`, `no-parameter`.
    """
    rows = records.rows(session, Student.cohort_year == cohort, Placement.status.in_(dispatching.WAITING))
    going = [row for row in rows if row[1].status is StudentStatus.ENROLLED and row[1].retired_on is None]
    left_out = tuple(row[2].name for row in rows if row not in going)
    return Pending(cohort, today, sender(session, cohort), batches(session, going, today), left_out)


def sender(session: Session, cohort: int) -> Sender:
    """The office as the letters of a cohort name it."""
    series = session.scalars(
        select(DocumentSeries).where(
            DocumentSeries.kind == DocumentKind.PLACEMENT_LETTER, DocumentSeries.retired_on.is_(None)
        )
    ).first()
    if series is None:
        raise PtmanError(
            "no-series",
            "没有专业实践派遣函的发文字号，不能编号。未作任何改动；请先登记机关代字。",
            "There is no document series for placement letters. Nothing was changed; add the series first.",
        )
    issuer, person, phone = (
        parameters.value(session, f"office.{part}", cohort).strip() for part in ("name", "contact", "phone")
    )
    words = (template_choice.chosen(session, family) for family in (wordings.DISPATCH, wordings.CHANGE))
    return Sender(issuer, person, phone, series.id, series.code, *words)


def batches(session: Session, rows: list[Found], today: date) -> tuple[Batch, ...]:
    """One for each host and period; `rows` come in the order of `records.rows`."""
    hosts = records.host_names(session, today)
    pairs = zip(rows, records.trips(session, rows), strict=True)
    found = []
    for (period, name, host), group in groupby(
        pairs, lambda pair: (pair[0][4].id, pair[0][4].name, pair[0][3].host_organisation_id)
    ):
        found.append(Batch(host, hosts[host], period, name, tuple(trip for _, trip in group)))
    return tuple(found)
