"""Says of a letter's code or PDF whether it is the office's: genuine, superseded, void, altered, or not ours."""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import signing
from ptman.labels import Choice, Label
from ptman.letters import codes, optical, seen
from ptman.letters.codes import Read
from ptman.models import IssuedDocument
from ptman.models.choices import DocumentStatus
from ptman.rules import docnumbers


class Verdict(Choice):
    GENUINE = "genuine", "真实有效", "Genuine"
    SUPERSEDED = "superseded", "真实，但已被替代", "Genuine, but superseded"
    VOID = "void", "真实，但已作废", "Genuine, but void"
    ALTERED = "altered", "内容被改动", "Altered"
    MISREAD = "misread", "核验码读错或抄错", "The code was misread"
    NOT_OURS = "not_ours", "不是本办公室发的", "Not ours"


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict, the number where one could be read, and by which letter it is superseded."""

    verdict: Verdict
    doc_no: str = ""
    superseded_by: str = ""

    def said(self) -> Label:
        """Number and verdict in one line."""
        zh, en = self.verdict.label.zh, self.verdict.label.en
        if self.superseded_by:
            zh, en = f"{zh}：{self.superseded_by}", f"{en} by {self.superseded_by}"
        return Label(f"{self.doc_no} {zh}".strip(), f"{self.doc_no} {en}".strip())


def by_key(said: str, publics: Iterable[bytes]) -> Finding:
    """What the public key alone tells, without the office's file: whether the office signed exactly this code."""
    read = codes.read(said)
    if read is None:
        return Finding(Verdict.NOT_OURS)
    return Finding(_fault(read, publics) or Verdict.GENUINE, _number(read))


def text(session: Session, said: str) -> Finding:
    """A code as it was scanned or typed, against the register of issued letters."""
    read = codes.read(said)
    if read is None:
        return Finding(Verdict.NOT_OURS)
    document = session.scalars(select(IssuedDocument).where(IssuedDocument.doc_no == _number(read))).first()
    fault = _fault(read, signing.publics(session))
    if document is None or fault is Verdict.MISREAD:
        return Finding(fault or Verdict.NOT_OURS, _number(read))
    if fault is not None or not document.facts_sha.startswith(read.stamp.digest):
        return Finding(Verdict.ALTERED, document.doc_no)
    return _standing(session, document)


def pdf(session: Session, content: bytes) -> Finding:
    """A PDF file, byte for byte against what was issued; an unknown one by the code it carries."""
    one = IssuedDocument
    document = session.scalars(select(one).where(one.pdf_sha == hashlib.sha256(content).hexdigest())).first()
    if document is not None:
        return _standing(session, document)
    carried = text(session, code_of(content))
    known = {Verdict.GENUINE, Verdict.SUPERSEDED, Verdict.VOID}
    return Finding(Verdict.ALTERED, carried.doc_no) if carried.verdict in known else carried


def file(session: Session, content: bytes) -> tuple[Finding, ...]:
    """A PDF as it was issued, or paper as it was scanned or photographed: one finding for each code that is read.

    Of paper only the code can be judged: what is written around it is to be held against the letter on file.
    PtmanError `scan-unreadable`.
    """
    if optical.is_pdf(content):
        found = pdf(session, content)
        if found.verdict is not Verdict.NOT_OURS:
            return (found,)
    read = dict.fromkeys(code for side in optical.sides(content) for code in side.codes)
    return tuple(text(session, code) for code in read) or (Finding(Verdict.NOT_OURS),)


def codes_of(content: bytes) -> tuple[str, ...]:
    """The codes that a PDF carries or that are seen on its pages, or on a picture. PtmanError `scan-unreadable`."""
    carried = code_of(content) if optical.is_pdf(content) else ""
    if codes.read(carried) is not None:
        return (carried,)
    return tuple(dict.fromkeys(code for side in optical.sides(content) for code in side.codes))


def code_of(content: bytes) -> str:
    """The code that a letter's PDF carries in its keywords; empty where it has none or is no PDF."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            return str(document.docinfo.get("/Keywords", ""))
    except pikepdf.PdfError:
        return ""


def _fault(read: Read, publics: Iterable[bytes]) -> Verdict | None:
    """What forbids believing the code; None where one of these keys signed it."""
    if not read.sound:
        return Verdict.MISREAD
    return None if signing.signed(read.signed, read.signature, publics) else Verdict.NOT_OURS


def _standing(session: Session, document: IssuedDocument) -> Finding:
    if document.status is DocumentStatus.VOID:
        return Finding(Verdict.VOID, document.doc_no)
    if document.status is DocumentStatus.SUPERSEDED:
        return Finding(Verdict.SUPERSEDED, document.doc_no, seen.superseded_by(session, document.id))
    return Finding(Verdict.GENUINE, document.doc_no)


def _number(read: Read) -> str:
    stamp = read.stamp
    try:
        return docnumbers.format(stamp.code, stamp.year, stamp.seq)
    except ValueError:
        return ""
