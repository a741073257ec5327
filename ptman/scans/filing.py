"""The verbs of paper that came back: judge its codes by the register, then keep each letter's pages with it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import pages, steps, store, verifying
from ptman.letters.papers import name as file_name
from ptman.letters.steps import Taken
from ptman.models import Attachment, IssuedDocument
from ptman.models.choices import DocumentStatus, DocumentStep
from ptman.models.documents import LIVE
from ptman.register import attachments
from ptman.register.attachments import Incoming
from ptman.rules import media
from ptman.scans import reading, sorting
from ptman.scans.reading import Scan
from ptman.scans.sorting import Known, Stretch

NOUN = "issued_document"
_BACK = LIVE.index(DocumentStatus.RETURNED)


@dataclass(frozen=True, slots=True)
class Place:
    """A letter that paper can be filed with; `standing` is what became of it, for those who file by hand."""

    id: str
    doc_no: str
    host: str
    standing: Label


@dataclass(frozen=True, slots=True)
class Sorted:
    """Scanned files and where their pages would go; nothing is kept yet. `places` are the letters that are named."""

    scans: tuple[Scan, ...]
    stretches: tuple[Stretch, ...]
    places: tuple[Place, ...]

    def place(self, letter: str) -> Place | None:
        return next((one for one in self.places if one.id == letter), None)

    @property
    def found(self) -> tuple[Stretch, ...]:
        return tuple(one for one in self.stretches if one.letter)

    @property
    def left(self) -> tuple[Stretch, ...]:
        return tuple(one for one in self.stretches if not one.letter)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many scans were filed, of how many letters the return was logged, and what was on file before."""

    filed: int
    returned: int
    known: int


def sort(session: Session, scans: Sequence[Scan]) -> Sorted:
    """Judge every code: only one that the office signed, of a letter it issued, leads anywhere."""
    said = {code for scan in scans for side in scan.sides for code in side.codes}
    known = {code: _known(session, code) for code in sorted(said)}
    stretches = sorting.sort([scan.sides for scan in scans], known)
    named = {one.letter for one in stretches if one.letter}
    return Sorted(tuple(scans), stretches, tuple(_place(session.get_one(IssuedDocument, key)) for key in sorted(named)))


def places(session: Session) -> tuple[Place, ...]:
    """Every issued letter, newest first, for filing by hand."""
    one = IssuedDocument
    return tuple(_place(row) for row in session.scalars(select(one).order_by(one.year.desc(), one.doc_no.desc())))


def keep(session: Session, scans: Sequence[Scan], wanted: Sequence[Stretch], on: date, today: date) -> Kept:
    """Keep each stretch with its letter as a file, and log the return of those that were not back; one change set.

    Raises PtmanError `nothing-to-file`, `no-letter`, `step-date`, `attachment-refused`, `attachment-too-large`.
    """
    if not wanted:
        raise PtmanError("nothing-to-file", "没有可归档的扫描件。", "There is nothing to file.")
    most = attachments.limit(session, today)
    filed = known = 0
    for one in sorting.joined(wanted):
        document, given = store.found(session, one.letter), _incoming(session, scans[one.file], one, most)
        if _has(session, document.id, given.sha256):
            known += 1
            continue
        attachments.attach(session, (NOUN, document.id), given, today)
        filed += 1
    back = _awaited(session, {one.letter for one in wanted})
    if back:
        steps.take(session, back, Taken(DocumentStep.RETURNED, on, journal.book_of(session).who), today)
    zh, en = (
        f"归档扫描件 {filed} 份，登记回执 {len(back)} 份",
        f"File {filed} scans, log {len(back)} letters as returned",
    )
    journal.say(session, zh, en)
    return Kept(filed, len(back), known)


def _known(session: Session, code: str) -> Known:
    finding = verifying.text(session, code)
    where = IssuedDocument.doc_no == finding.doc_no
    document = session.scalars(select(IssuedDocument).where(where)).first() if finding.doc_no else None
    return Known(finding, document.id, pages.count(document.pdf)) if document is not None else Known(finding)


def _place(one: IssuedDocument) -> Place:
    return Place(one.id, one.doc_no, one.addressee, one.status.label)


def _incoming(session: Session, scan: Scan, one: Stretch, most: int) -> Incoming:
    content = reading.cut(scan, one.pages)
    ending = PurePath(scan.name).suffix or ".pdf"
    doc_no = store.found(session, one.letter).doc_no
    name = file_name(doc_no, "扫描件", *([str(one.pages[0] + 1)] if len(one.pages) < len(scan.sides) else []))
    judged = media.judge(f"scan{ending}", content)
    if judged.refused is not None:
        raise PtmanError(
            "attachment-refused",
            f"“{scan.name}”没有归档：{judged.refused.zh}",
            f"{scan.name} was not filed: {judged.refused.en}",
        )
    if len(content) > most:
        raise attachments.too_large(scan.name, len(content), most)
    return Incoming(
        name.removesuffix(".pdf") + ending.lower(), judged.media, content, hashlib.sha256(content).hexdigest()
    )


def _has(session: Session, key: str, sha256: str) -> bool:
    one = Attachment
    same = select(one.id).where(one.noun == NOUN, one.record_id == key, one.sha256 == sha256)
    return session.scalar(same) is not None


def _awaited(session: Session, keys: Iterable[str]) -> list[str]:
    """Those letters that stand and were not back yet."""
    documents = [session.get_one(IssuedDocument, key) for key in sorted(keys)]
    return [one.id for one in documents if one.status in LIVE and LIVE.index(one.status) < _BACK]
