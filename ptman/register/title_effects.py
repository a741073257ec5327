"""What the steps of an application for a title write besides: the snapshot, days and names, the state of the batch."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.models.choices_titles import TitleBatchStatus
from ptman.models.core import Record
from ptman.register import title_records, title_snapshots


def _submit(session: Session, record: Record, today: date) -> None:
    application = title_records.application(record)
    application.submitted_on = today
    title_snapshots.take(session, application, today)
    _batch_goes(session, record, TitleBatchStatus.PLANNED, TitleBatchStatus.OPEN)


def _checked(session: Session, record: Record, today: date) -> None:
    application = title_records.application(record)
    application.prelim_on, application.prelim_by = today, journal.book_of(session).who


def _review(session: Session, record: Record, today: date) -> None:
    del today
    _batch_goes(session, record, TitleBatchStatus.OPEN, TitleBatchStatus.REVIEWING)


def _publicise(session: Session, record: Record, today: date) -> None:
    del today
    _batch_goes(session, record, TitleBatchStatus.REVIEWING, TitleBatchStatus.PUBLICITY)


def _confirm(session: Session, record: Record, today: date) -> None:
    """Qualified from the day of the review on, where it is known."""
    title_records.application(record).qualified_on = title_records.batch(session, record).review_on or today


def _issue(session: Session, record: Record, today: date) -> None:
    del session
    application = title_records.application(record)
    application.cert_issued_on = application.cert_issued_on or today


def _batch_goes(session: Session, record: Record, before: TitleBatchStatus, after: TitleBatchStatus) -> None:
    batch = title_records.batch(session, record)
    if batch.status is before:
        batch.status = after


EFFECTS = {
    "submit": _submit,
    "pass_prelim": _checked,
    "fail_prelim": _checked,
    "review": _review,
    "publicise": _publicise,
    "confirm": _confirm,
    "issue_certificate": _issue,
}
