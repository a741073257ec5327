"""Letters as Word files: made when they are issued where their template has one, kept as made, put out again."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import files
from ptman.errors import PtmanError
from ptman.letters import docx_words, papers, words
from ptman.letters.pending import Words
from ptman.letters.value_words import Value
from ptman.models import IssuedDocument, IssuedWording

_DOCX = ".docx"


@dataclass(frozen=True, slots=True)
class WordFile:
    """One Word file with the name it should bear."""

    name: str
    docx: bytes


def made(used: Words, values: Mapping[str, Value], mark: tuple[str, str]) -> bytes | None:
    """The Word file of a letter with its number and code; None where its template has none. PtmanError `docx-bad`."""
    if not used.docx:
        return None
    return docx_words.filled(used.docx, values, words.vocabulary(used.family), used.lang, mark)


def issued(session: Session, ids: Sequence[str]) -> tuple[WordFile, ...]:
    """Those of these letters that were issued with a Word file, byte for byte; PtmanError `letter-damaged`."""
    query = (
        select(IssuedDocument.doc_no, IssuedDocument.addressee, IssuedWording.docx, IssuedWording.docx_sha)
        .join(IssuedWording, IssuedWording.document_id == IssuedDocument.id)
        .where(IssuedDocument.id.in_(ids), IssuedWording.docx.is_not(None))
        .order_by(IssuedDocument.year, IssuedDocument.seq)
    )
    return tuple(_file(*row) for row in session.execute(query))


def save(found: Sequence[WordFile], folder: Path) -> tuple[Path, ...]:
    """Write each into the folder; PtmanError `no-word` where there is none."""
    if not found:
        raise PtmanError(
            "no-word",
            "选中的函件签发时没有 Word 文件，没有写出文件。可另存为 PDF。",
            "These letters were issued without a Word file; nothing was written. Save them as PDF.",
        )
    paths = tuple(folder / one.name for one in found)
    for path, one in zip(paths, found, strict=True):
        files.write_atomically(path, one.docx)
    return paths


def _file(doc_no: str, addressee: str, docx: bytes | None, digest: str | None) -> WordFile:
    if docx is None or hashlib.sha256(docx).hexdigest() != digest:
        raise PtmanError(
            "letter-damaged",
            f"{doc_no} 保存的 Word 文件与签发时不一致，未输出。请从备份恢复该文件。",
            f"The Word file kept of {doc_no} is not what was issued. It was not put out; restore a backup.",
        )
    return WordFile(papers.name(doc_no, addressee).removesuffix(".pdf") + _DOCX, docx)
