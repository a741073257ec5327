"""The way of a letter out of the office and back: printed, sealed, sent, returned, filed, each a dated row."""

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import store
from ptman.models import IssuedDocument, IssuedDocumentStep
from ptman.models.choices import DocumentStatus, DocumentStep
from ptman.models.documents import LIVE

STEPS = DocumentStep
"""The steps that can be logged, in their order."""

RETURN_WITHIN = "letter.return_within_days"


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """One step as it was done by hand. Sealing needs who did it and how many copies."""

    step: DocumentStep
    on: date
    who: str = ""
    copies: int | None = None
    remark: str = ""


def take(session: Session, ids: Sequence[str], taken: Taken, today: date) -> int:
    """Log one step of each of these letters; how many. Steps may be skipped: what is logged is what was done on paper.

    Raises PtmanError `no-letter`, `letter-not-live`, `step-date`, `seal-incomplete`; then nothing is logged.
    """
    documents = [store.found(session, key) for key in ids]
    for document in documents:
        _refuse(document, taken, today)
    within = parameters.number(session, RETURN_WITHIN, today.year)
    for document in documents:
        session.add(
            IssuedDocumentStep(
                document_id=document.id,
                step=taken.step,
                done_on=taken.on,
                who=taken.who.strip() or None,
                copies=taken.copies,
                remark=taken.remark.strip() or None,
            )
        )
        if taken.step is DocumentStep.SENT:
            document.return_by = taken.on + timedelta(days=within)
        document.status = max(document.status, DocumentStatus(taken.step.value), key=LIVE.index)
    label, count = taken.step.label, len(documents)
    first = documents[0].doc_no if documents else ""
    which = (
        Label(first, first) if count == 1 else Label(f"{first} 等 {count} 份", f"{first} and others, {count} in all")
    )
    journal.say(session, f"登记{label.zh}：{which.zh}", f"Log as {label.en.lower()}: {which.en}")
    return count


def take_back(session: Session, key: str, reason: str, today: date) -> DocumentStep:
    """Take back the step that was logged last, in error; it stays on file with the reason. Which step it was.

    Raises PtmanError `no-letter`, `letter-not-live`, `no-step`, `no-reason`.
    """
    document = store.found(session, key)
    _refuse_dead(document)
    rows = _rows(session, key)
    if not rows:
        raise PtmanError(
            "no-step",
            f"{document.doc_no} 还没有登记过去向，未作任何改动。",
            f"No step of {document.doc_no} was logged yet. Nothing was changed.",
        )
    if not reason.strip():
        raise PtmanError(
            "no-reason",
            f"撤回 {document.doc_no} 的一步需要写明原因，未作任何改动。",
            f"Taking back a step of {document.doc_no} needs a reason. Nothing was changed.",
        )
    last = max(rows, key=lambda row: row.id)
    last.retired_on, last.undone_because = today, reason.strip()
    left = [DocumentStatus(row.step.value) for row in rows if row is not last]
    document.status = max((DocumentStatus.ISSUED, *left), key=LIVE.index)
    zh, en = last.step.label.zh, last.step.label.en.lower()
    why = reason.strip()
    journal.say(session, f"撤回 {document.doc_no} 的{zh}：{why}", f"Take back “{en}” of {document.doc_no}: {why}")
    return last.step


def logged(session: Session, key: str) -> tuple[Taken, ...]:
    """What was logged of one letter, in the order of its dates."""
    rows = _rows(session, key)
    return tuple(Taken(row.step, row.done_on, row.who or "", row.copies, row.remark or "") for row in rows)


def _rows(session: Session, key: str) -> Sequence[IssuedDocumentStep]:
    one = IssuedDocumentStep
    where = (one.document_id == key, one.retired_on.is_(None))
    return session.scalars(select(one).where(*where).order_by(one.done_on, one.id)).all()


def _refuse(document: IssuedDocument, taken: Taken, today: date) -> None:
    _refuse_dead(document)
    if not document.issued_on <= taken.on <= today:
        raise PtmanError(
            "step-date",
            f"日期 {taken.on} 应在发文日期 {document.issued_on} 与今天之间，未作任何登记。",
            f"{taken.on} is not between the letter's day {document.issued_on} and today. Nothing was logged.",
        )
    sealing = taken.step is DocumentStep.SEALED
    if (sealing and not (taken.who.strip() and taken.copies)) or (taken.copies is not None and taken.copies < 1):
        raise PtmanError(
            "seal-incomplete",
            "用印须写明经办人和份数（不少于 1），未作任何登记。",
            "Sealing needs who did it and how many copies, at least one. Nothing was logged.",
        )


def _refuse_dead(document: IssuedDocument) -> None:
    if document.status not in LIVE:
        status = document.status.label
        raise PtmanError(
            "letter-not-live",
            f"{document.doc_no} {status.zh}，不再登记去向，未作任何改动。请选有效的函件。",
            f"{document.doc_no} is {status.en.lower()}. Nothing was logged; choose letters that stand.",
        )
