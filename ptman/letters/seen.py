"""An issued letter to look at: what it states, its standing, and its bytes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.letters import steps, store, stored
from ptman.letters.papers import Paper
from ptman.letters.pending import Words
from ptman.letters.steps import Taken
from ptman.letters.stored import Facts
from ptman.models import IssuedDocument, IssuedWording
from ptman.models.choices import DocumentStatus
from ptman.models.documents import LIVE


@dataclass(frozen=True, slots=True)
class Seen:
    """`version` is what `store.void` compares; `void_reason` is empty while the letter stands.

    `supersedes` and `superseded_by` are numbers, empty where there is none. `words` names the templates it was
    written in, one a language, `template_version` the layout that set it.
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
    words: tuple[Label, ...] = ()
    template_version: str = ""


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
        words=_words(session, key),
        template_version=one.template_version,
    )


def _words(session: Session, key: str) -> tuple[Label, ...]:
    """The template of each language and its version; those shipped have none."""
    one = IssuedWording
    query = select(one.language, one.name, one.edition, one.docx_sha).where(one.document_id == key)
    found = []
    for language, name, edition, docx in session.execute(query.order_by(one.language.desc())):
        said = Words("", "", name=name, edition=edition).title
        more = Label("，另有 Word 文件", ", with a Word file") if docx else Label("", "")
        lang = language.label
        found.append(Label(f"{lang.zh}：{said.zh}{more.zh}", f"{lang.en}: {said.en}{more.en}"))
    return tuple(found)


def _number(session: Session, where: ColumnElement[bool]) -> str:
    return session.scalars(select(IssuedDocument.doc_no).where(where)).first() or ""
