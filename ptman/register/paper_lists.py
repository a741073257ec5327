"""The lists of papers with a term or a number: issued letters, agreements, appointments."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Column as Mapped
from sqlalchemy import RowMapping, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from ptman import parameters
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Value
from ptman.models import (
    Agreement,
    Appointment,
    IndustrySupervisor,
    IssuedDocument,
    IssuedDocumentStep,
    Organisation,
    Period,
)
from ptman.models.choices import AppointmentStatus, DocumentStatus, DocumentStep
from ptman.models.choices_bases import AgreementStatus
from ptman.models.core import Record
from ptman.models.documents import LIVE
from ptman.register import columns, names, rows, standing

LETTER_KEYS = ("doc_no", "kind", "title", "addressee", "issued_on", "students", "language", "status", "void_reason")
AGREEMENT_KEYS = (
    *("agreement_no", "kind", "title", "base_id", "signed_on", "valid_from", "valid_to"),
    *("status", "auto_renew", "copies", "remark"),
)
ENDED = frozenset({AgreementStatus.TERMINATED, AgreementStatus.ABANDONED})
APPOINTMENT_KEYS = (
    *("appointment_no", "appoint_type", "category_code", "term_start", "term_end"),
    *("status", "approval_doc_no", "end_reason"),
)
LETTERS = rows.blank(
    "letters",
    "issued_document",
    Label("发文登记簿", "Issued letters"),
    (
        *columns.of(IssuedDocument, *LETTER_KEYS[:5]),
        columns.one(Period, "name", "period"),
        *columns.of(IssuedDocument, *LETTER_KEYS[5:]),
        Column("sent_on", Label("寄送日期", "Sent on"), Kind.DATE),
        *columns.of(IssuedDocument, "return_by"),
        Column("supersedes", Label("替代文号", "Supersedes"), Kind.IDENTIFIER, width=22),
        Column("superseded_by", Label("被替代于", "Superseded by"), Kind.IDENTIFIER, width=22),
    ),
)
AGREEMENTS = rows.blank(
    "agreements", "agreement", Label("协议台账", "Agreements"), columns.of(Agreement, *AGREEMENT_KEYS)
)
APPOINTMENTS = rows.blank(
    "appointments",
    "appointment",
    Label("企业导师聘任台账", "Appointments"),
    (
        *columns.of(Appointment, "industry_supervisor_id"),
        *columns.of(IndustrySupervisor, "supervisor_no", "organisation_id"),
        *columns.of(Appointment, *APPOINTMENT_KEYS),
    ),
)


def letters(session: Session, today: date, cohort: int | None = None) -> Listing:
    """Every issued document, newest first; a void one stays with its number."""
    sent = _sent(session)
    one = IssuedDocument
    old, new = aliased(one), aliased(one)
    query = select(
        one.id,
        one.period_id,
        one.return_by,
        old.doc_no.label("supersedes"),
        new.doc_no.label("superseded_by"),
        *_columns(one, LETTER_KEYS),
    )
    in_force = and_(new.supersedes_id == one.id, new.status != DocumentStatus.VOID)
    query = query.outerjoin(old, old.id == one.supersedes_id).outerjoin(new, in_force)
    query = query.order_by(one.issued_on.desc(), one.year.desc(), one.series_id, one.seq.desc())
    periods = names.periods(session)
    if cohort is not None:
        others = [key for key, period in periods.items() if period.cohort != cohort]
        # A document of no period belongs to no cohort, but its number is taken: every cohort shows it.
        query = query.where(or_(one.period_id.is_(None), one.period_id.not_in(others)))
    return rows.listing(
        LETTERS,
        (
            _letter(row, periods, sent.get(row["id"]), late=_before(row["return_by"], today))
            for row in session.execute(query).mappings()
        ),
    )


def unreturned(session: Session, today: date) -> dict[int | None, int]:
    """How many letters were sent and are overdue, by the cohort of their period; None for those of no period."""
    one = IssuedDocument
    query = select(Period.cohort_year, func.count()).select_from(one).outerjoin(Period, Period.id == one.period_id)
    late = query.where(one.status == DocumentStatus.SENT, one.return_by < today).group_by(Period.cohort_year)
    return {cohort: count for cohort, count in session.execute(late)}  # noqa: C416 dict() would take it for a mapping


def _before(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _sent(session: Session) -> dict[str, date]:
    """When each letter that was sent left last."""
    one = IssuedDocumentStep
    where = (one.step == DocumentStep.SENT, one.retired_on.is_(None))
    found = session.execute(select(one.document_id, func.max(one.done_on)).where(*where).group_by(one.document_id))
    return {key: day for key, day in found}  # noqa: C416 dict() would take the result for a mapping


def _letter(row: RowMapping, periods: dict[str, names.Stretch], sent: date | None, *, late: bool) -> rows.Entry:
    period = periods.get(row["period_id"])
    cells: dict[str, Value] = {**row, "period": f"{period.cohort} {period.name}" if period else None}
    cells["sent_on"] = sent
    status = row["status"]
    tags = rows.tagged(
        issued=status in LIVE,
        unreturned=late and status is DocumentStatus.SENT,
        superseded=status is DocumentStatus.SUPERSEDED,
        void=status is DocumentStatus.VOID,
    )
    return rows.Entry(row["id"], cells, rows.sounds_of_unit(row["addressee"]), tags)


def agreements(session: Session, today: date, *, retired: bool = False) -> Listing:
    """Every agreement, the last to end first."""
    within = parameters.number(session, "notice.ending_within_days", today.year)
    bases = names.bases(session)
    query = select(Agreement.id, Agreement.retired_on, *_columns(Agreement, AGREEMENT_KEYS))
    found = session.execute(query.order_by(Agreement.valid_from.desc(), Agreement.agreement_no)).mappings()
    entries = (_agreement(row, bases, today, within) for row in found)
    return rows.listing(AGREEMENTS, entries, rows.View(retired=retired))


def _agreement(row: RowMapping, bases: dict[str, names.Base], today: date, within: int) -> rows.Entry:
    base = bases.get(row["base_id"])
    end = None if row["auto_renew"] else row["valid_to"]
    signed = row["status"] is AgreementStatus.SIGNED
    over = (end is not None and end < today) or row["status"] in ENDED
    tags = rows.tagged(
        in_force=signed and row["valid_from"] <= today and not over,
        ending=signed and standing.soon(end, today, within),
        over=over,
        unsigned=not signed and not over,
        retired=row["retired_on"] is not None,
    )
    find = (*rows.sounds_of_unit(row["title"]), *rows.sounds_of_unit(base.name if base else None))
    return rows.Entry(row["id"], {**row, "base": base.name if base else None}, find, tags)


def appointments(session: Session, today: date, *, retired: bool = False) -> Listing:
    """Every term of every industry supervisor, newest first."""
    within = parameters.number(session, "notice.ending_within_days", today.year)
    query = (
        select(Appointment.id, Appointment.retired_on, *_columns(Appointment, APPOINTMENT_KEYS))
        .add_columns(Appointment.industry_supervisor_id)
        .join(IndustrySupervisor, Appointment.industry_supervisor_id == IndustrySupervisor.id)
        .join(Organisation, IndustrySupervisor.organisation_id == Organisation.id)
        .order_by(Appointment.term_start.desc(), IndustrySupervisor.supervisor_no)
    )
    found = session.execute(query).mappings()
    entries = _appointments(session, found, today, within)
    return rows.listing(APPOINTMENTS, entries, rows.View(retired=retired))


def _appointments(session: Session, found: Iterable[RowMapping], today: date, within: int) -> Iterator[rows.Entry]:
    people, terms = names.industries(session), standing.terms(session, today)
    categories = names.categories(session)
    for row in found:
        who, term = people[row["industry_supervisor_id"]], terms.get(row["industry_supervisor_id"])
        active = row["status"] is AppointmentStatus.ACTIVE and row["retired_on"] is None
        renewed = term is not None and term.until > row["term_end"]
        cells: dict[str, Value] = {
            **row,
            "industry_supervisor": who.name,
            "supervisor_no": who.number,
            "organisation": who.organisation,
            "category": categories.get(row["category_code"]),
        }
        tags = rows.tagged(
            in_force=active and row["term_start"] <= today <= row["term_end"],
            ending=active and not renewed and standing.soon(row["term_end"], today, within),
            over=not active or row["term_end"] < today,
            retired=row["retired_on"] is not None,
        )
        find = (*rows.sounds_of_person(who.name, who.full, who.initials), *rows.sounds_of_unit(who.organisation))
        yield rows.Entry(row["id"], cells, find, tags)


def _columns(noun: type[Record], keys: tuple[str, ...]) -> list[Mapped[Any]]:
    """The mapped columns as such: `select` wants no more than their values."""
    return [noun.__mapper__.columns[key] for key in keys]
