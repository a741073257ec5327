"""Tells by its first bytes and its size what a file is that is no workbook."""

import re
from typing import BinaryIO

from ptman.intake import compound

OLD_WORKBOOK = "xls"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_HEAD = 8192
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|meta|body|table|script|style)\b|^mime-version:", re.IGNORECASE)
_SEPARATED = re.compile(r"[,;\t，；]")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def complaint(stream: BinaryIO) -> str | None:
    """The code of the sentence that fits (bad_files.SENTENCES), None for a zip archive, OLD_WORKBOOK for an .xls."""
    stream.seek(0)
    head = stream.read(_HEAD)
    if not head:
        return "empty-file"
    if head.startswith(b"PK"):
        return None
    if head.startswith(compound.MARK):
        return _compound(stream)
    if not head.strip(b"\x00"):
        return "damaged"
    return _by_signature(head) or _by_text(head)


def _by_signature(head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:
        return "not-a-workbook:pdf"
    if head.startswith(_PICTURES):
        return "not-a-workbook:image"
    return "not-xlsx:archive" if head.startswith(_ARCHIVES) else None


def _compound(stream: BinaryIO) -> str:
    """Old Office files and password-protected new ones share one container; its stream names tell them apart."""
    stream.seek(0)
    content = stream.read()

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return "password-protected"
    if holds("Workbook") or holds("Book"):
        return OLD_WORKBOOK
    return "not-xlsx:doc" if holds("WordDocument") else "not-a-workbook"


def _by_text(head: bytes) -> str:
    text = _decoded(head)
    if text is None:
        return "not-a-workbook"
    if "urn:schemas-microsoft-com:office:spreadsheet" in text and "<Workbook" in text:
        return "not-xlsx:xml"
    if _PAGE.search(text.lstrip()):
        return "html-renamed"
    lines = [line for line in text.splitlines() if line.strip()]
    return "csv-renamed" if lines and _SEPARATED.search(lines[0]) else "not-a-workbook:text"


def _decoded(head: bytes) -> str | None:
    """The text of these bytes in the encodings that Chinese systems write, None when it is no text."""
    for mark, encoding in (*_MARKS, (b"", "utf-8"), (b"", "gb18030")):
        if not head.startswith(mark):
            continue
        # The head may end inside a character, so the last few bytes may be dropped.
        for cut in range(4):
            try:
                text = head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return text if _readable(text) else None
    return None


def _readable(text: str) -> bool:
    return not any(char < " " and char not in "\t\n\r\f\x1a" for char in text)
