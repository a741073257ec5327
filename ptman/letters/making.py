"""The verbs of documents of any family: draft one, preview it, issue it."""

import hashlib
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal, signing
from ptman.errors import PtmanError
from ptman.letters import (
    certifying,
    disclosing,
    dispatching,
    docx_issuing,
    drawing,
    issuing,
    paper,
    papers,
    store,
    template_choice,
    typeset,
)
from ptman.letters.drawing import PaperDraft
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import gathering
from ptman.letters.issuing import Issued
from ptman.letters.paper import PaperFacts
from ptman.letters.papers import Paper
from ptman.letters.wish import Wish, languages
from ptman.models import IssuedDocument
from ptman.models.choices_documents import DocumentKind, DocumentLanguage
from ptman.models.core import new_id
from ptman.rules import docnumbers


def draft(session: Session, wish: Wish, today: date, later: int = 0) -> PaperDraft:
    """What would be issued today, its check list gone through; nothing changes. `later` others are numbered before it.

    Raises PtmanError `no-family`, `nothing-chosen`, `no-series`, `no-parameter`.
    """
    return drawn(session, wish, gathering.gather(session, wish, today), today, later)


def drawn(session: Session, wish: Wish, gathered: Gathered, today: date, later: int = 0) -> PaperDraft:
    """The document of what was gathered, under the next number, in the words in use."""
    own = {lang: template_choice.chosen(session, wish.family, lang) for lang in languages(wish.language)}
    return drawing.draw(gathered, wish, _number(session, gathered, today, later), today, own)


def preview(plan: PaperDraft) -> Paper:
    """The document set as a draft, with a watermark. PtmanError `letter-faulty` where no page can be set."""
    name = papers.name("草稿", plan.family.label.zh, plan.gathered.name)
    return Paper(name, typeset.pdf(plan.facts, draft=True))


def issue(session: Session, plan: PaperDraft, today: date) -> Issued:
    """Issue the document under its number, as one step that can be undone; placements of a dispatch go out.

    Raises PtmanError `draft-stale` where a fact, the words or the number have changed since, `letter-refused`.
    """
    if draft(session, plan.facts.wish, today) != plan:
        raise store.stale()
    made = keep(session, plan, today)
    number, family = plan.facts.doc_no, plan.family.label
    journal.say(session, f"签发{family.zh} {number}", f"Issue {number}: {family.en.lower()}")
    session.flush()  # the answer names id and version
    return issuing.issued(made)


def keep(session: Session, plan: PaperDraft, today: date, supersedes: str | None = None) -> IssuedDocument:
    """Number, sign, set and add the document, and note what it gives away. PtmanError `letter-refused`."""
    if plan.refused:
        raise refused(plan)
    facts, office = plan.facts, plan.gathered.office
    seq = docnumbers.parse(facts.doc_no).must().n
    code = issuing.code(facts, (office.code, seq), signing.signer(session))
    made = _document(plan, typeset.pdf(facts, code=code), seq)
    made.supersedes_id = supersedes
    session.add(made)
    for used in plan.used:
        held = drawing.values_of(plan.gathered, facts.wish, facts.doc_no, facts.dated, used.lang)
        docx = docx_issuing.made(used, held, (facts.doc_no, code))
        session.add(template_choice.frozen(made.id, used, docx))
    disclosing.note_paper(session, made, plan)
    for key in plan.gathered.placements:
        dispatching.send(session, key, made.id, today)
    if plan.gathered.certifies:
        certifying.certify(session, plan.family.subject, plan.gathered.certifies, (made.id, today))
    return made


def refused(plan: PaperDraft) -> PtmanError:
    zh, en = "；".join(one.zh for one in plan.refused), "; ".join(one.en for one in plan.refused)
    return PtmanError(
        "letter-refused",
        f"不能签发：{zh}。未作任何改动，未占用文号；请先补正。",
        f"It cannot be issued: {en}. Nothing was changed and no number taken; put that right first.",
    )


def _number(session: Session, gathered: Gathered, today: date, later: int) -> str:
    seq = issuing.next_number(session, gathered.office.series, today.year) + later
    return docnumbers.format(gathered.office.code, today.year, seq)


def _document(plan: PaperDraft, pdf: bytes, seq: int) -> IssuedDocument:
    facts, found = plan.facts, plan.gathered
    return IssuedDocument(
        id=new_id(),
        series_id=found.office.series,
        year=facts.dated.year,
        seq=seq,
        doc_no=facts.doc_no,
        kind=DocumentKind(plan.family.numbered_as),
        title=facts.title[:120],
        language=DocumentLanguage(facts.wish.language),
        addressee=facts.host[:80],
        organisation_id=found.organisation,
        period_id=found.period,
        issued_on=facts.dated,
        students=found.students,
        facts=facts.to_json(),
        facts_sha=facts.sha256(),
        template_version=_version(facts),
        pdf=pdf,
        pdf_sha=hashlib.sha256(pdf).hexdigest(),
    )


def _version(facts: PaperFacts) -> str:
    """The form of the facts, and the first digits of the digest of the template that set them."""
    return f"{paper.FORM}-{hashlib.sha256(typeset.template(typeset.layout(facts))).hexdigest()[:8]}"
