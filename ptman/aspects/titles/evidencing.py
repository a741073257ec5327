"""Checks the evidence of an application off its list, kind by kind, in one step."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.labels import Label
from ptman.models import TitleApplication, TitleEvidence
from ptman.models.choices_titles import EvidenceKind, EvidenceStatus
from ptman.register import staleness, title_evidence, titles
from ptman.register.cards import Ref
from ptman.register.title_evidence import Line

Marks = Mapping[EvidenceKind, EvidenceStatus]


def checklist(session: Session, application_id: str, today: date) -> tuple[Line, ...]:
    """PtmanError `no-record`."""
    found = session.get(TitleApplication, application_id)
    if found is None:
        raise titles.gone("title_application")
    return title_evidence.of(session, found, today)


def check(session: Session, ref: Ref, marks: Marks, today: date) -> int:
    """Mark the first paper of each kind, a new one where there is none; how many changed. Raises `Stale`."""
    staleness.refuse_other_version(session, ref)
    lines = {one.kind: one for one in checklist(session, ref.id, today)}
    last = select(func.max(TitleEvidence.seq)).where(TitleEvidence.application_id == ref.id)
    seq, changed = session.scalar(last) or 0, 0
    for kind, status in marks.items():
        line = lines.get(kind)
        if line is None or line.status is status:
            continue
        paper = session.get_one(TitleEvidence, line.papers[0]) if line.papers else None
        if paper is None:
            seq += 1
            paper = TitleEvidence(application_id=ref.id, seq=seq, kind=kind)
            session.add(paper)
        paper.status, changed = status, changed + 1
        decided = status in {EvidenceStatus.VERIFIED, EvidenceStatus.REJECTED}
        paper.checked_on = today if decided else None
        paper.checked_by = journal.book_of(session).who if decided else None
    title = titles.one(session, ref.noun, ref.id)
    said = Label(f"核验佐证材料 {changed} 项：{title}", f"Check {changed} pieces of evidence: {title}")
    journal.say(session, said.zh, said.en)
    return changed
