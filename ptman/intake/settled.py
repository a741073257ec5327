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


class Standing:
    """By record the row of a sheet that speaks of it; ids stay in their shortest form, for they are many."""

    def __init__(self, settled: Settled | None = None) -> None:
        rows = settled.rows if settled else {}
        self.rows = {
            packed[at + 1 : at + _ID]: row for row, packed in rows.items() for at in range(_DIGEST, len(packed), _ID)
        }

    def join(self, other: "Standing") -> None:
        self.rows |= other.rows

    def row(self, record_id: str) -> int | None:
        return self.rows.get(_plain(record_id)) if self.rows else None

    def __contains__(self, record_id: object) -> bool:
        return isinstance(record_id, str) and self.row(record_id) is not None

    def __bool__(self) -> bool:
        return bool(self.rows)


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
    left = dict(marks)
    for row, packed in zip(sheet.lines.rows, sheet.lines.packed, strict=True):
        if row > found.header_row:
            own = digest(packed, by)
            refs = left.pop(own, None)
            if refs is not None:
                rows[row] = own + refs
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
    plain = _plain(record_id)
    return plain if len(plain) == _ID - 1 and _written(plain) == record_id else None


def _plain(record_id: str) -> bytes:
    try:
        return bytes.fromhex(record_id.replace("-", ""))
    except ValueError:
        return b""


def _packed_ref(noun: str, record_id: str) -> bytes:
    plain = binary(record_id)
    return bytes([NOUNS.index(noun)]) + plain if plain and noun in NOUNS else b""


def _written(plain: bytes) -> str:
    digits = plain.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
