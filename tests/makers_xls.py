"""Writes old Excel workbooks (.xls, BIFF8 in OLE2) by hand: texts, numbers, days, formulas, merges."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST = 4096
_BUILT = (0x0DBB, 0x07CC, 0xC1, 0x06)
PLAIN, DAY = 0, 1


@dataclass(frozen=True)
class Result:
    """A formula with what it came to: a number, or an error by its code."""

    number: float = 0.0
    error: int | None = None
    empty: bool = False


@dataclass
class Page:
    """One sheet; rows and columns are counted from 0."""

    name: str
    rows: Sequence[Sequence[object]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    visible: bool = True
    more: list[bytes] = field(default_factory=list)


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def begin(sort: int, version: int = 0x600) -> bytes:
    return record(0x809, struct.pack("<4H2L", version, sort, *_BUILT))


END = record(0x0A)


def workbook(pages: Sequence[Page], *, date_1904: bool = False, more: Sequence[bytes] = ()) -> bytes:
    """The bytes of a file; `more` are records put before the list of sheets."""
    return compound({"Workbook": stream(pages, date_1904=date_1904, more=more)})


def stream(pages: Sequence[Page], *, date_1904: bool = False, more: Sequence[bytes] = ()) -> bytes:
    formats = [record(0xE0, struct.pack("<2H", 0, one).ljust(20, b"\0")) for one in (0, 14)]
    head = begin(0x05) + b"".join(more) + record(0x22, struct.pack("<H", date_1904)) + b"".join(formats)
    bodies = [_page(page, date_1904=date_1904) for page in pages]
    titles = [(page, page.name.encode("utf-16-le")) for page in pages]
    at = len(head) + sum(4 + 8 + len(title) for _, title in titles) + len(END)
    listed = b""
    for (page, title), body in zip(titles, bodies, strict=True):
        about = struct.pack("<L4B", at, not page.visible, 0, len(page.name), 1)
        listed += record(0x85, about + title)
        at += len(body)
    return head + listed + END + b"".join(bodies)


def _page(page: Page, *, date_1904: bool) -> bytes:
    made = [begin(0x10)]
    made += [record(0x7D, struct.pack("<6H", one, one, 2340, 0, 1, 0)) for one in page.hidden_columns]
    made += [record(0x208, struct.pack("<6HL", one, 0, 256, 255, 0, 0, 0x20)) for one in page.hidden_rows]
    for row, values in enumerate(page.rows):
        made += [
            cell(row, column, value, date_1904=date_1904) for column, value in enumerate(values) if value is not None
        ]
    if page.merged:
        areas = b"".join(struct.pack("<4H", *area) for area in page.merged)
        made.append(record(0xE5, struct.pack("<H", len(page.merged)) + areas))
    return b"".join([*made, *page.more, END])


def cell(row: int, column: int, value: object, *, date_1904: bool = False) -> bytes:
    place = struct.pack("<2H", row, column)
    if isinstance(value, Result):
        return record(0x06, place + struct.pack("<H", PLAIN) + _result(value) + bytes(6) + struct.pack("<H", 0))
    if isinstance(value, bool):
        return record(0x205, place + struct.pack("<H2B", PLAIN, value, 0))
    if isinstance(value, date):
        days = (value - (date(1904, 1, 1) if date_1904 else date(1899, 12, 30))).days
        return record(0x203, place + struct.pack("<Hd", DAY, days))
    if isinstance(value, int | float):
        return record(0x203, place + struct.pack("<Hd", PLAIN, value))
    text = str(value)
    return record(0x204, place + struct.pack("<2HB", PLAIN, len(text), 1) + text.encode("utf-16-le"))


def _result(value: Result) -> bytes:
    if value.error is not None:
        return struct.pack("<4B2xH", 2, 0, value.error, 0, 0xFFFF)
    return struct.pack("<B5xH", 3, 0xFFFF) if value.empty else struct.pack("<d", value.number)


def compound(streams: dict[str, bytes], version: int = 3) -> bytes:
    """The container: allocation tables, directory, then the streams, none of them short."""
    padded = {name: body.ljust(_SMALLEST, b"\0") for name, body in streams.items()}
    needed = [-(-len(body) // _SECTOR) for body in padded.values()]
    folders = -(-(len(streams) + 1) // 4)
    tables = 1
    while tables * (_SECTOR // 4) < tables + folders + sum(needed):
        tables += 1
    table = [_TABLE] * tables + _run(tables, folders)
    entries = [_entry("Root Entry", 5, _END, 0, 1)]
    for (name, body), count in zip(padded.items(), needed, strict=True):
        entries.append(_entry(name, 2, len(table), len(body), _FREE))
        table += _run(len(table), count)
    table += [_FREE] * (tables * (_SECTOR // 4) - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x", 0x3E, version, 0xFFFE, 9, 6)
    header += struct.pack("<9L", 0, tables, tables, 0, _SMALLEST, _END, 0, _END, 0)
    header += struct.pack("<109L", *range(tables), *[_FREE] * (109 - tables))
    content = b"".join(body.ljust(count * _SECTOR, b"\0") for body, count in zip(padded.values(), needed, strict=True))
    directory = b"".join(entries).ljust(folders * _SECTOR, b"\0")
    return header + struct.pack(f"<{len(table)}L", *table) + directory + content


def _run(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), _END]


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<H2B3L", len(text), kind, 1, _FREE, _FREE, child)
    return head + bytes(36) + struct.pack("<LQ", start, size)
