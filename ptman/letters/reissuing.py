"""Correct and reissue: the letter that supersedes a live one under the next number and cites it."""

import dataclasses
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, signing
from ptman.errors import PtmanError
from ptman.letters import (
    amending,
    comparing,
    disclosing,
    dispatching,
    docx_issuing,
    gathering,
    issuing,
    making,
    paper_reissuing,
    radar,
    records,
    store,
    stored,
    template_choice,
    typeset,
    words,
)
from ptman.letters import draft as drafting
from ptman.letters import facts as frozen
from ptman.letters.comparing import Change, Stated
from ptman.letters.draft import Letter
from ptman.letters.drawing import PaperDraft
from ptman.letters.issuing import Issued
from ptman.letters.paper import PaperFacts
from ptman.letters.pending import Batch, Sender
from ptman.letters.stored import Facts
from ptman.models import IssuedDocument, Period, Placement
from ptman.models.choices import DocumentStatus, PlacementStatus
from ptman.models.documents import LIVE


@dataclasses.dataclass(frozen=True, slots=True)
class Reissue:
    """What superseding one letter would do; `left` says that the old one may have left the building.

    `placements` are covered by the new letter; `freed` are sent by the old one and no longer where it sent them.
    """

    id: str
    version: int
    old: Facts
    left: bool
    letter: Letter | PaperDraft
    sender: Sender | None
    changes: tuple[Change, ...]
    placements: tuple[str, ...]
    freed: tuple[str, ...]


def draft(session: Session, key: str, today: date) -> Reissue:
    """The superseding letter of one letter; nothing changes.

    Raises PtmanError `no-letter`, `letter-not-live`, `nobody-left`, `no-series`.
    """
    document = store.found(session, key)
    _refuse(document)
    old = stored.read(document.facts)
    if isinstance(old, PaperFacts):
        made = paper_reissuing.draft(session, document, old, today)
        left, sent = document.status is not DocumentStatus.ISSUED, made.letter.gathered.placements
        return Reissue(key, document.version, old, left, made.letter, None, made.changes, sent, made.freed)
    return _of_dispatch(session, document, old, today)


def _of_dispatch(session: Session, document: IssuedDocument, old: frozen.LetterFacts, today: date) -> Reissue:
    """The superseding letter of a dispatch letter in the first form."""
    key = document.id
    organisation, period = document.organisation_id or "", document.period_id or ""
    hosts = records.host_names(session, today)
    stated = Stated(key, old, organisation, hosts.get(organisation, document.addressee))
    stays = radar.stays(session, [period], today).get(period, [])
    changes = comparing.changes(stated, stays, today)
    going = tuple(stay.placement for stay in comparing.remaining(stated, stays) if not stay.over)
    if not going:
        raise _nobody(document)
    left = document.status is not DocumentStatus.ISSUED
    batch = _batch(session, going, today)
    sender = gathering.sender(session, session.get_one(Period, period).cohort_year)
    seq = issuing.next_number(session, sender.series, today.year)
    said = amending.written(batch, sender, old, changes, today) if left else drafting.written(batch, sender, today)
    facts = drafting.facts_of(batch, sender, drafting.numbered(sender, today, seq), said)
    letter = drafting.letter(batch, sender, facts if left else amending.replaced(facts, old), said)
    freed = tuple(_freed(session, key, going))
    return Reissue(key, document.version, old, left, letter, sender, changes, going, freed)


def issue(session: Session, plan: Reissue, today: date) -> Issued:
    """Issue the superseding letter; the old one stays as it is, marked superseded. One step that can be undone.

    Raises PtmanError `draft-stale` where a fact or the number has changed since the draft, `letter-refused`.
    """
    if draft(session, plan.id, today) != plan:
        raise store.stale()
    facts = plan.letter.facts
    made = _made(session, plan, today)
    store.found(session, plan.id).status = DocumentStatus.SUPERSEDED
    for key in plan.placements:
        dispatching.send(session, key, made.id, today)
    for key in plan.freed:
        dispatching.call_back(session, key, today, f"{facts.doc_no} 替代 {plan.old.doc_no}")
    journal.say(session, f"以 {facts.doc_no} 替代 {plan.old.doc_no}", f"Supersede {plan.old.doc_no} by {facts.doc_no}")
    session.flush()  # the answer names id and version
    return issuing.issued(made)


def _made(session: Session, plan: Reissue, today: date) -> IssuedDocument:
    """The new document, numbered and set."""
    if isinstance(plan.letter, PaperDraft):
        return making.keep(session, plan.letter, today, plan.id)
    if plan.letter.refused or plan.sender is None:
        raise _refused(plan.letter)
    facts = plan.letter.facts
    seq = issuing.next_number(session, plan.sender.series, today.year)
    code = issuing.code(facts, (plan.sender.code, seq), signing.signer(session))
    made = issuing.document(plan.letter, facts, typeset.pdf(facts, code=code), (plan.sender.series, seq))
    made.supersedes_id = plan.id
    held = words.values(plan.letter.batch, plan.sender, today)
    if isinstance(plan.old, frozen.LetterFacts):
        held |= amending.values(plan.old, plan.changes)
    docx = docx_issuing.made(plan.letter.words, held, (facts.doc_no, code))
    session.add_all((made, template_choice.frozen(made.id, plan.letter.words, docx)))
    disclosing.note(session, made, facts)
    return made


def _batch(session: Session, going: tuple[str, ...], today: date) -> Batch:
    """All of one host and period, as those of one letter are."""
    (batch,) = gathering.batches(session, records.rows(session, Placement.id.in_(going)), today)
    return batch


def _freed(session: Session, key: str, going: tuple[str, ...]) -> Iterator[str]:
    dispatched = Placement.status == PlacementStatus.DISPATCHED
    query = select(Placement.id).where(Placement.letter_id == key, dispatched, Placement.retired_on.is_(None))
    return (one for one in session.scalars(query.order_by(Placement.id)) if one not in going)


def _refuse(document: IssuedDocument) -> None:
    if document.status not in LIVE:
        status = document.status.label
        raise PtmanError(
            "letter-not-live",
            f"{document.doc_no} {status.zh}，不能再更正重发，未作任何改动。请选有效的函件。",
            f"{document.doc_no} is {status.en.lower()} and cannot be reissued. Nothing was changed; choose a live one.",
        )


def _nobody(document: IssuedDocument) -> PtmanError:
    return PtmanError(
        "nobody-left",
        f"{document.doc_no} 所列学生都已不在该单位实践，没有可重发的内容，未作任何改动。请改为作废。",
        f"No student of {document.doc_no} is placed there any more. Nothing was changed; make the letter void instead.",
    )


def _refused(letter: Letter) -> PtmanError:
    zh, en = "；".join(one.zh for one in letter.refused), "; ".join(one.en for one in letter.refused)
    return PtmanError(
        "letter-refused",
        f"不能签发：{zh}。未作任何改动，未占用文号；请先补正。",
        f"It cannot be issued: {en}. Nothing was changed and no number taken; put that right first.",
    )
