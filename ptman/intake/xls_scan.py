"""Looks through an old Excel workbook (.xls, BIFF5 and BIFF8) record by record, before any library sees it."""

import codecs
import struct
from collections.abc import Iterator
from typing import BinaryIO

from ptman.errors import PtmanError
from ptman.intake import bad_files, xls_sheet
from ptman.intake.compound import Compound
from ptman.intake.facts import Facts, SheetFacts
from ptman.intake.limits import Limits
from ptman.intake.scan import Tally
from ptman.intake.xls_sheet import Record

PART = "Workbook"
_BOF, _EOF, _LOCKED, _SHEET, _DATES, _LINK, _CODEPAGE = 0x809, 0x0A, 0x2F, 0x85, 0x22, 0x1AE, 0x42
_OWN_LINKS = {0x0401, 0x3A01}
_WORKSHEET = 0
_BIFF8 = 0x600
_VERSIONS = {0x500, _BIFF8}


def examine(stream: BinaryIO, name: str, limits: Limits) -> Facts:
    """The facts about the workbook in `stream`; raises PtmanError with a code of bad_files.SENTENCES."""
    stream.seek(0)
    container = Compound(stream.read(), name)
    entry = container.find("Workbook", "Book")
    if entry is None:
        raise container.damaged(PART)
    book = _Book(container.content(entry), Tally(name, limits))
    macros = any("VBA" in one.name.upper() for one in container.entries)
    return Facts(book.sheets, book.date_1904, macros, links=book.links, part=PART, plain=True)


class _Book:
    """The records of the workbook: first what holds for all of it, then one run of records for each sheet."""

    def __init__(self, data: bytes, tally: Tally) -> None:
        self._data, self._tally = data, tally
        self.date_1904 = self.links = False
        self._version = 0
        self._encoding = "cp1252"
        self._listed: list[tuple[str, int]] = []
        for record in self._run(0):
            self._note(record)
        limit = tally.limits.sheets
        if len(self._listed) > limit:
            raise tally.refusal("too-many-sheets", count=len(self._listed), limit=limit)
        self.sheets: dict[str, SheetFacts] = {}
        for title, start in self._listed:
            self.sheets[title] = xls_sheet.facts(self._run(start), title, tally)

    def _damaged(self) -> PtmanError:
        return self._tally.refusal("damaged", part=PART)

    def _run(self, start: int) -> Iterator[Record]:
        """The records from a beginning to its end; what is embedded between (charts) is left out."""
        depth, at = 0, start
        while True:
            if at + 4 > len(self._data):
                raise self._damaged()
            kind, size = struct.unpack_from("<2H", self._data, at)
            body = self._data[at + 4 : at + 4 + size]
            if len(body) < size or (at == start and kind != _BOF):
                raise self._damaged()
            at += 4 + size
            self._count()
            if kind == _BOF:
                depth += 1
                self._check(body)
            elif kind == _EOF:
                depth -= 1
                if depth == 0:
                    return
            elif depth == 1:
                yield Record(kind, body)

    def _count(self) -> None:
        self._tally.elements += 1
        if self._tally.elements > self._tally.limits.elements:
            raise self._tally.refusal("too-much-detail", part=PART)

    def _check(self, body: bytes) -> None:
        self._version = self._version or struct.unpack_from("<H", body.ljust(2, b"\0"))[0]
        if self._version not in _VERSIONS:
            raise bad_files.refusal("xls-too-old", self._tally.name)

    def _note(self, record: Record) -> None:
        body = record.body.ljust(8, b"\0")
        if record.kind == _LOCKED:
            raise bad_files.refusal("password-protected", self._tally.name)
        if record.kind == _DATES:
            self.date_1904 = body[0] == 1
        elif record.kind == _CODEPAGE:
            self._encoding = _encoding(struct.unpack_from("<H", body)[0])
        elif record.kind == _LINK:
            self.links = self.links or struct.unpack_from("<H", body, 2)[0] not in _OWN_LINKS
        elif record.kind == _SHEET and body[5] == _WORKSHEET:
            self._listed.append((self._title(body), struct.unpack_from("<L", body)[0]))

    def _title(self, body: bytes) -> str:
        if self._version != _BIFF8:
            return body[7 : 7 + body[6]].decode(self._encoding, "replace")
        wide = body[7] & 1
        return body[8 : 8 + body[6] * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _encoding(number: int) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
