"""The stale radar for documents of any family: what the records say now against what was frozen."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.letters import making, paper_comparing
from ptman.letters.comparing import Change
from ptman.letters.paper import PaperFacts


def changes(session: Session, facts: PaperFacts, today: date) -> tuple[Change, ...]:
    """What no longer holds; a document whose records are gone says so."""
    try:
        now = making.draft(session, facts.wish, today)
    except PtmanError:
        return (Change("", paper_comparing.GONE, facts.host, ""),)
    return paper_comparing.changes(facts, now.facts.parts[0], today)
