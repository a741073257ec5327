"""What an issued letter is on file: its number in the series, its frozen facts, its bytes and their digests."""

import dataclasses
import hashlib
from collections.abc import Callable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.letters import codes, papers, typeset
from ptman.letters import facts as frozen
from ptman.letters.codes import Stamp
from ptman.letters.draft import Letter
from ptman.letters.paper import PaperFacts
from ptman.models import DocumentSeries, IssuedDocument
from ptman.models.choices_documents import DocumentKind
from ptman.models.core import new_id


@dataclasses.dataclass(frozen=True, slots=True)
class Issued:
    """A letter in the register of issued letters."""

    id: str
    version: int
    doc_no: str
    host: str
    students: int
    issued_on: date
    name: str


def next_number(session: Session, series: str, year: int) -> int:
    """After the highest number, void ones too: a number once given is never given again.

    A series that begins anew each year counts within the year, else over all years.
    """
    own = session.get_one(DocumentSeries, series)
    query = select(func.max(IssuedDocument.seq)).where(IssuedDocument.series_id == series)
    last = session.scalar(query.where(IssuedDocument.year == year) if own.yearly else query)
    return max((last or 0) + 1, own.start_at)


def code(facts: frozen.LetterFacts | PaperFacts, place: tuple[str, int], sign: Callable[[bytes], bytes]) -> str:
    """What the QR code says; `place` is the code of the series and the number in it."""
    series, seq = place
    return codes.text(Stamp(series, facts.dated.year, seq, facts.sha256()[: codes.DIGEST]), sign)


def document(letter: Letter, facts: frozen.LetterFacts, pdf: bytes, place: tuple[str, int]) -> IssuedDocument:
    series, seq = place
    return IssuedDocument(
        id=new_id(),
        series_id=series,
        year=facts.dated.year,
        seq=seq,
        doc_no=facts.doc_no,
        kind=DocumentKind.PLACEMENT_LETTER,
        title=facts.title,
        addressee=facts.host,
        organisation_id=letter.batch.organisation,
        period_id=letter.batch.period,
        issued_on=facts.dated,
        students=len(facts.rows),
        facts=facts.to_json(),
        facts_sha=facts.sha256(),
        template_version=_template_version(),
        pdf=pdf,
        pdf_sha=hashlib.sha256(pdf).hexdigest(),
    )


def _template_version() -> str:
    """The form of the facts, and the first digits of the digest of the template that set them."""
    return f"{frozen.FORM}-{hashlib.sha256(typeset.template()).hexdigest()[:8]}"


def issued(one: IssuedDocument) -> Issued:
    return Issued(
        one.id,
        one.version,
        one.doc_no,
        one.addressee,
        one.students,
        one.issued_on,
        papers.name(one.doc_no, one.addressee),
    )
