"""An issued letter to look at: what it states, its standing, and its bytes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.letters import steps, store, stored
from ptman.letters.papers import Paper
from ptman.letters.steps import Taken
from ptman.letters.stored import Facts
from ptman.models import IssuedDocument
from ptman.models.choices import DocumentStatus
from ptman.models.documents import LIVE


@dataclass(frozen=True, slots=True)
class Seen:
    """`version` is what `store.void` compares; `void_reason` is empty while the letter stands.

    `supersedes` and `superseded_by` are numbers, empty where there is none.
    """

    id: str
    version: int
    doc_no: str
    host: str
    issued_on: date
    status: Label
    void: bool
    live: bool
    supersedes: str
    superseded_by: str
    void_reason: str
    facts: Facts
    paper: Paper
    steps: tuple[Taken, ...]


def superseded_by(session: Session, key: str) -> str:
    """The number of the letter that supersedes the letter `key`; one that was made void again does not."""
    return _number(session, and_(IssuedDocument.supersedes_id == key, IssuedDocument.status != DocumentStatus.VOID))


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
        live=one.status in LIVE,
        supersedes=_number(session, IssuedDocument.id == one.supersedes_id),
        superseded_by=superseded_by(session, one.id),
        void_reason=one.void_reason or "",
        facts=stored.read(one.facts),
        paper=paper,
        steps=steps.logged(session, key),
    )


def _number(session: Session, where: ColumnElement[bool]) -> str:
    return session.scalars(select(IssuedDocument.doc_no).where(where)).first() or ""
