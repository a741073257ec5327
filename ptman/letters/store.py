"""The verbs of placement letters: draft them, preview one, issue the chosen ones, print again, void."""

import dataclasses
import hashlib
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, signing
from ptman.errors import PtmanError
from ptman.letters import (
    disclosing,
    dispatching,
    docx_issuing,
    gathering,
    issuing,
    papers,
    template_choice,
    typeset,
    words,
)
from ptman.letters import draft as drafting
from ptman.letters import facts as frozen
from ptman.letters.draft import Letter, LettersDraft
from ptman.letters.issuing import Issued
from ptman.letters.papers import Paper
from ptman.letters.typeset import Step
from ptman.models import IssuedDocument, Placement
from ptman.models.choices import DocumentStatus


def draft(session: Session, cohort: int, today: date) -> LettersDraft:
    """The letters that planned placements of a cohort wait for; nothing changes. PtmanError `no-series`."""
    pending = gathering.gather(session, cohort, today)
    return drafting.make(pending, issuing.next_number(session, pending.sender.series, today.year))


def preview(letter: Letter) -> Paper:
    """The letter set as a draft, with a watermark. PtmanError `letter-faulty`."""
    name = papers.name("草稿", letter.batch.host, letter.batch.period_name)
    return Paper(name, typeset.pdf(letter.facts, draft=True))


def issue(
    session: Session, plan: LettersDraft, taken: frozenset[str] | None, today: date, step: Step | None = None
) -> tuple[Issued, ...]:
    """Issue the taken letters (None: all that can be) under the next numbers, as one change set; placements go out.

    `step(done, total)` is told of each letter set and may raise to cancel: then nothing has happened. Raises PtmanError
    `draft-stale` where a fact has changed since the draft, or the day has.
    """
    cohort = plan.pending.cohort
    if gathering.gather(session, cohort, today).digest() != plan.pending.digest():
        raise stale()
    wanted = plan.draft.keepable() if taken is None else taken & plan.draft.keepable()
    chosen = [letter for letter in plan.letters if letter.key in wanted]
    if not chosen:
        return ()
    sender, first = plan.pending.sender, issuing.next_number(session, plan.pending.sender.series, today.year)
    stated = [
        dataclasses.replace(letter.facts, doc_no=drafting.numbered(sender, today, number))
        for number, letter in enumerate(chosen, first)
    ]
    sign = signing.signer(session)
    coded = [(facts, issuing.code(facts, (sender.code, seq), sign)) for seq, facts in enumerate(stated, first)]
    pdfs = tuple(typeset.pdf_many(coded, step))
    documents = []
    for seq, (letter, facts, pdf) in enumerate(zip(chosen, stated, pdfs, strict=True), first):
        documents.append(issuing.document(letter, facts, pdf, (sender.series, seq)))
        for trip in letter.batch.trips:
            dispatching.send(session, trip.placement, documents[-1].id, today)
    session.add_all(documents)
    for document, letter, mark in zip(documents, chosen, coded, strict=True):
        held = words.values(letter.batch, sender, today)
        docx = docx_issuing.made(letter.words, held, (document.doc_no, mark[1]))
        session.add(template_choice.frozen(document.id, letter.words, docx))
        disclosing.note(session, document, mark[0])
    journal.say(session, f"签发派遣函 {_span(stated, '至')}", f"Issue placement letters {_span(stated, ' to ')}")
    session.flush()  # the answer names ids and versions
    return tuple(issuing.issued(document) for document in documents)


def issued(session: Session, ids: Sequence[str]) -> tuple[Paper, ...]:
    """The letters as they were issued, byte for byte, in the order asked; PtmanError `no-letter`, `letter-damaged`."""
    return tuple(_paper(found(session, key)) for key in ids)


def void(session: Session, key: str, version: int, reason: str, today: date) -> int:
    """Make a letter void: its number stays taken, its placements are planned again; how many those are.

    Raises PtmanError `no-letter`, `stale`, `void-already`, `superseded-already`, `no-reason`.
    """
    document = found(session, key)
    _refuse_void(document, version, reason)
    document.status = DocumentStatus.VOID
    document.void_reason = reason.strip()
    placements = session.scalars(select(Placement).where(Placement.letter_id == document.id)).all()
    for placement in placements:
        dispatching.call_back(session, placement.id, today, reason)
    journal.say(session, f"作废 {document.doc_no}：{reason.strip()}", f"Void {document.doc_no}: {reason.strip()}")
    return len(placements)


def found(session: Session, key: str) -> IssuedDocument:
    """One letter; PtmanError `no-letter`."""
    document = session.get(IssuedDocument, key)
    if document is None:
        raise PtmanError(
            "no-letter",
            "没有这份函件，未作任何改动。请刷新后重选。",
            "There is no such letter. Reload and choose again.",
        )
    return document


def _paper(document: IssuedDocument) -> Paper:
    if hashlib.sha256(document.pdf).hexdigest() != document.pdf_sha:
        raise PtmanError(
            "letter-damaged",
            f"{document.doc_no} 保存的 PDF 与签发时不一致，未输出。请从备份恢复该文件。",
            f"The PDF kept of {document.doc_no} is not what was issued. It was not put out; restore a backup.",
        )
    return Paper(papers.name(document.doc_no, document.addressee), document.pdf)


def _refuse_void(document: IssuedDocument, version: int, reason: str) -> None:
    if document.status is DocumentStatus.VOID:
        raise PtmanError(
            "void-already",
            f"{document.doc_no} 已作废，未作任何改动。",
            f"{document.doc_no} is void already. Nothing was changed.",
        )
    if document.status is DocumentStatus.SUPERSEDED:
        raise PtmanError(
            "superseded-already",
            f"{document.doc_no} 已被另一函件替代，无需作废，未作任何改动。",
            f"{document.doc_no} is superseded and needs not be void. Nothing was changed.",
        )
    if document.version != version:
        raise PtmanError(
            "stale",
            f"{document.doc_no} 刚被别人改过，未作任何改动。请刷新后再试。",
            f"{document.doc_no} was changed meanwhile. Nothing was changed now; reload it and try again.",
        )
    if not reason.strip():
        raise PtmanError(
            "no-reason",
            f"作废 {document.doc_no} 需要写明原因，未作任何改动。",
            f"Voiding {document.doc_no} needs a reason. Nothing was changed.",
        )


def stale() -> PtmanError:
    """The refusal where a draft no longer fits the records."""
    return PtmanError(
        "draft-stale",
        "起草函件之后，有关记录已被改动，未签发，未占用文号。请重新起草。",
        "Records that these letters state have changed since. Nothing was issued and no number taken; draft again.",
    )


def _span(stated: Sequence[frozen.LetterFacts], to: str) -> str:
    first, last = stated[0].doc_no, stated[-1].doc_no
    return first if first == last else f"{first}{to}{last}"
