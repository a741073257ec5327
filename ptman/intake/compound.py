"""Opens the container of old Office files (OLE2), trusting none of its chains and sizes."""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from ptman.errors import PtmanError
from ptman.intake import bad_files

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_ENTRIES = 4096
_LAST = 0xFFFF_FFFA
"""From here on a number is no sector but says that a chain ends, or what else a place is for."""
_IN_HEADER = 109
_MINI_SECTOR = 64
_MINI_CUTOFF = 4096
_STREAM, _ROOT = 2, 5
_ORDER = 0xFFFE
_SHIFTS = {3: 9, 4: 12}


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in the directory; `kind` is 1 for a folder, 2 for a stream, 5 for the root."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """A container whose allocation tables and directory were found sound."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._data = data
        version, order, shift = struct.unpack_from("<3H", data.ljust(_HEADER, b"\0"), 26)
        if len(data) < _HEADER or order != _ORDER or _SHIFTS.get(version) != shift:
            raise self.damaged("OLE2")
        self._size = 1 << shift
        self._table = self._joined(self._table_sectors())
        self.entries = tuple(self._directory(struct.unpack_from("<L", data, 48)[0]))
        self._small = self._joined(self._chain(struct.unpack_from("<L", data, 60)[0]))
        root = next((one for one in self.entries if one.kind == _ROOT), None)
        self._mini = b"" if root is None else self._long(root.start, root.size)

    def damaged(self, part: str) -> PtmanError:
        return bad_files.refusal("damaged", self.name, part=part)

    def find(self, *names: str) -> Entry | None:
        """The stream of the first of these names that is there."""
        streams = {one.name.casefold(): one for one in self.entries if one.kind == _STREAM}
        return next((streams[name.casefold()] for name in names if name.casefold() in streams), None)

    def content(self, entry: Entry) -> bytes:
        """The bytes of a stream; raises PtmanError where its chain is broken or longer than the file."""
        return self._long(entry.start, entry.size) if entry.size >= _MINI_CUTOFF else self._short(entry)

    def _table_sectors(self) -> list[int]:
        """The sectors of the allocation table: the first in the header, more in a chain of lists."""
        found = list(struct.unpack_from(f"<{_IN_HEADER}L", self._data, 76))
        at: int = struct.unpack_from("<L", self._data, 68)[0]
        seen: set[int] = set()
        while at < _LAST:
            if at in seen:
                raise self.damaged("OLE2")
            seen.add(at)
            words = struct.unpack(f"<{self._size // 4}L", self._sector(at))
            found += words[:-1]
            at = words[-1]
        return [sector for sector in found if sector < _LAST]

    def _joined(self, sectors: list[int]) -> "array[int]":
        made = array("L" if array("L").itemsize == 4 else "I")  # noqa: PLR2004 four bytes, whatever they are called here
        made.frombytes(b"".join(self._sector(one) for one in sectors))
        return made

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        found = self._data[start : start + self._size]
        if not found:
            raise bad_files.refusal("damaged-cut", self.name)
        return found.ljust(self._size, b"\0")  # the last one may be written short

    def _chain(self, start: int) -> list[int]:
        return list(self._followed(start, self._table))

    def _followed(self, start: int, table: "array[int]") -> Iterator[int]:
        left = len(table)
        while start < _LAST:
            if start >= len(table) or left <= 0:
                raise self.damaged("OLE2")
            left -= 1
            yield start
            start = table[start]

    def _long(self, start: int, size: int) -> bytes:
        found = b"".join(self._sector(one) for one in self._chain(start))
        if len(found) < size:
            raise bad_files.refusal("damaged-cut", self.name)
        return found[:size]

    def _short(self, entry: Entry) -> bytes:
        places = [number * _MINI_SECTOR for number in self._followed(entry.start, self._small)] if entry.size else []
        found = b"".join(self._mini[place : place + _MINI_SECTOR] for place in places)
        if len(found) < entry.size:
            raise self.damaged("OLE2")
        return found[: entry.size]

    def _directory(self, start: int) -> Iterator[Entry]:
        content = b"".join(self._sector(one) for one in self._chain(start))
        if len(content) > _ENTRIES * _ENTRY:
            raise bad_files.refusal("too-many-parts", self.name, limit=_ENTRIES)
        for at in range(0, len(content), _ENTRY):
            length, kind = struct.unpack_from("<HB", content, at + 64)
            begin, size = struct.unpack_from("<LL", content, at + 116)
            if kind:
                text = content[at : at + max(0, min(length, 64) - 2)]
                yield Entry(text.decode("utf-16-le", "replace"), kind, begin, size)
