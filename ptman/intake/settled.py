"""Rows that stand in a new file just as their source sent them before: told by their bytes, not planned again."""

import hashlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from ptman.intake.headers import Found
from ptman.intake.packed import Packed
from ptman.intake.sheet import Sheet

# Raise it whenever a rule reads a cell otherwise than before: what was remembered under the old number is forgotten.
READING = 1
# Books whose rows depend on nothing but the row, the records it names and those that `standing` looks at.
BOOKS = frozenset({"students"})
# In this order for ever: a place in it is what is stored.
NOUNS = ("person", "student")
_DIGEST = 12
_ID = 17


@dataclass(frozen=True, slots=True)
class Mark:
    """A row by its digest, and the records (noun, id) that it speaks of."""

    digest: bytes
    refs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """By row what a sheet has in common with the last file of its source: its digest and records, packed."""

    rows: Mapping[int, bytes] = field(default_factory=dict)

    def ids(self) -> dict[str, int]:
        """By record the row that speaks of it."""
        found: dict[str, int] = {}
        for row, packed in self.rows.items():
            digits = packed[_DIGEST:].hex()
            for at in range(2, len(digits), 2 * _ID):
                found[_dashed(digits[at : at + 2 * _ID - 2])] = row
        return found


@dataclass(frozen=True, slots=True)
class Marks:
    """By what rows are told when they come again: those planned by item, those that stood as before all in one."""

    fresh: Mapping[str, Mark] = field(default_factory=dict)
    standing: bytes = b""


def key(sheet: Sheet, found: Found, kind: str, *, date1904: bool) -> bytes:
    """What a digest depends on beside the row itself: how the columns are understood."""
    said = repr((READING, kind, sheet.name, found.columns, date1904))
    return hashlib.blake2b(said.encode("utf-8"), digest_size=16).digest()


def digest(packed: bytes, by: bytes) -> bytes:
    """A row's own cells, wherever in the sheet it stands."""
    return hashlib.blake2b(packed[packed.index(b",") :], digest_size=_DIGEST, key=by).digest()


def digest_of(sheet: Sheet, row: int, by: bytes) -> bytes | None:
    index = sheet.index(row)
    return None if index is None or not isinstance(sheet.lines, Packed) else digest(sheet.lines.packed[index], by)


def is_merged(sheet: Sheet, found: Found) -> bool:
    """Whether cells below the header speak for others."""
    return any(area.bottom > found.header_row for area in sheet.merged)


def among(sheet: Sheet, found: Found, marks: Mapping[bytes, bytes], by: bytes) -> Settled:
    """The rows below the header that are marked; where two are the same, the first one."""
    if not marks or is_merged(sheet, found) or not isinstance(sheet.lines, Packed):
        return Settled()
    rows: dict[int, bytes] = {}
    taken: set[bytes] = set()
    for row, packed in zip(sheet.lines.rows, sheet.lines.packed, strict=True):
        own = digest(packed, by)
        if row > found.header_row and own in marks and own not in taken:
            taken.add(own)
            rows[row] = own + marks[own]
    return Settled(rows)


def packed(marks: Iterable[Mark]) -> bytes:
    """All marks in one piece; those of records whose ids are not the office's own are left out."""
    pieces = []
    for mark in marks:
        refs = [_packed_ref(*ref) for ref in dict.fromkeys(mark.refs)]
        if refs and all(refs):
            pieces.append(mark.digest + bytes([len(refs)]) + b"".join(refs))
    return b"".join(pieces)


def unpacked(content: bytes) -> dict[bytes, bytes]:
    """By digest the packed records."""
    found, at = {}, 0
    while at < len(content):
        end = at + _DIGEST + 1 + content[at + _DIGEST] * _ID
        found[content[at : at + _DIGEST]] = content[at + _DIGEST + 1 : end]
        at = end
    return found


def again(settled: Settled, left_out: Container[int]) -> bytes:
    """The marks of the rows that stand as before."""
    kept = (packed for row, packed in settled.rows.items() if row not in left_out)
    return b"".join(one[:_DIGEST] + bytes([len(one[_DIGEST:]) // _ID]) + one[_DIGEST:] for one in kept)


def touches(refs: bytes, changed: frozenset[bytes]) -> bool:
    """Whether one of these records is among those changed (as by `binary`)."""
    return any(refs[at + 1 : at + _ID] in changed for at in range(0, len(refs), _ID))


def binary(record_id: str) -> bytes | None:
    try:
        plain = bytes.fromhex(record_id.replace("-", ""))
    except ValueError:
        return None
    return plain if len(plain) == _ID - 1 and _written(plain) == record_id else None


def _packed_ref(noun: str, record_id: str) -> bytes:
    plain = binary(record_id)
    return bytes([NOUNS.index(noun)]) + plain if plain and noun in NOUNS else b""


def _written(plain: bytes) -> str:
    return _dashed(plain.hex())


def _dashed(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
