"""An issued letter to look at: what it states, its standing, and its bytes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.letters import facts as frozen
from ptman.letters import store
from ptman.letters.facts import LetterFacts
from ptman.letters.papers import Paper
from ptman.models import IssuedDocument
from ptman.models.choices import DocumentStatus


@dataclass(frozen=True, slots=True)
class Seen:
    """`version` is what `store.void` compares; `void_reason` is empty while the letter stands."""

    id: str
    version: int
    doc_no: str
    host: str
    issued_on: date
    status: Label
    void: bool
    void_reason: str
    facts: LetterFacts
    paper: Paper


def look(session: Session, key: str) -> Seen:
    """One issued letter; PtmanError `no-letter`, `letter-damaged`, `letter-facts-damaged`."""
    (paper,) = store.issued(session, [key])
    one = session.get_one(IssuedDocument, key)
    return Seen(
        id=one.id,
        version=one.version,
        doc_no=one.doc_no,
        host=one.addressee,
        issued_on=one.issued_on,
        status=one.status.label,
        void=one.status is DocumentStatus.VOID,
        void_reason=one.void_reason or "",
        facts=frozen.from_json(one.facts),
        paper=paper,
    )
