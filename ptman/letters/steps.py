"""The way of a letter out of the office and back: printed, sealed, sent, returned, filed, each a dated row."""

import dataclasses
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import store
from ptman.models import IssuedDocument, IssuedDocumentStep
from ptman.models.choices import DocumentStatus, DocumentStep
from ptman.models.documents import LIVE

STEPS = DocumentStep
"""The steps that can be logged, in their order."""


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
        document.status = max(document.status, DocumentStatus(taken.step.value), key=LIVE.index)
    label, count = taken.step.label, len(documents)
    first = documents[0].doc_no if documents else ""
    which = (
        Label(first, first) if count == 1 else Label(f"{first} 等 {count} 份", f"{first} and others, {count} in all")
    )
    journal.say(session, f"登记{label.zh}：{which.zh}", f"Log as {label.en.lower()}: {which.en}")
    return count


def logged(session: Session, key: str) -> tuple[Taken, ...]:
    """What was logged of one letter, in the order of its dates."""
    one = IssuedDocumentStep
    rows = session.scalars(
        select(one).where(one.document_id == key, one.retired_on.is_(None)).order_by(one.done_on, one.id)
    )
    return tuple(Taken(row.step, row.done_on, row.who or "", row.copies, row.remark or "") for row in rows)


def _refuse(document: IssuedDocument, taken: Taken, today: date) -> None:
    if document.status not in LIVE:
        status = document.status.label
        raise PtmanError(
            "letter-not-live",
            f"{document.doc_no} {status.zh}，不再登记去向，未作任何改动。请选有效的函件。",
            f"{document.doc_no} is {status.en.lower()}. Nothing was logged; choose letters that stand.",
        )
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
