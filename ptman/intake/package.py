"""Opens the zip archive that a workbook is, trusting none of its sizes and names."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ptman.errors import PtmanError
from ptman.intake import bad_files
from ptman.intake.limits import Limits

CHUNK = 64 * 1024
# The directory is read whole, so it is bounded before: no honest part takes more than this in it.
_ENTRY_BYTES = 512
_END = struct.Struct("<4s4H2LH")
_END64_PLACE = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_NAMED_IN_UTF8 = 0x800
_FORBIDDEN_NAME = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Package:
    """An archive whose directory was found sound; `name` is the file's, for sentences."""

    name: str
    stream: BinaryIO
    parts: tuple[zipfile.ZipInfo, ...]

    def damaged(self, part: str) -> PtmanError:
        return bad_files.refusal("damaged", self.name, part=part)

    def chunks(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        """The inflated content of a part, piece by piece; raises `damaged` where size or checksum lie."""
        size = checksum = 0
        for piece in self._inflated(part):
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
            if size > part.file_size:
                raise self.damaged(part.filename)
            yield piece
        if size != part.file_size or checksum != part.CRC:
            raise self.damaged(part.filename)

    def _inflated(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        raw = self._raw(part)
        if part.compress_type == zipfile.ZIP_STORED:
            yield from raw
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for piece in raw:
                yield inflater.decompress(piece, CHUNK)
                while inflater.unconsumed_tail:
                    yield inflater.decompress(inflater.unconsumed_tail, CHUNK)
            yield inflater.flush()
        except zlib.error as error:
            raise self.damaged(part.filename) from error
        if not inflater.eof or inflater.unused_data:
            raise self.damaged(part.filename)

    def _raw(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        self.stream.seek(self._start(part))
        left = part.compress_size
        while left > 0:
            piece = self.stream.read(min(left, CHUNK))
            if not piece:
                raise self.damaged(part.filename)
            left -= len(piece)
            yield piece

    def _start(self, part: zipfile.ZipInfo) -> int:
        """Where a part's bytes begin; its own header must agree with the directory."""
        self.stream.seek(part.header_offset)
        header = self.stream.read(_LOCAL.size)
        if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
            raise self.damaged(part.filename)
        fields = _LOCAL.unpack(header)
        name_size, extra_size = fields[9], fields[10]
        encoding = "utf-8" if part.flag_bits & _NAMED_IN_UTF8 else "cp437"
        if fields[3] != part.compress_type or self.stream.read(name_size) != part.orig_filename.encode(encoding):
            raise self.damaged(part.filename)
        start: int = part.header_offset + _LOCAL.size + name_size + extra_size
        return start


def opened(stream: BinaryIO, name: str, limits: Limits) -> Package:
    """The archive in `stream`, its directory checked; raises PtmanError when it is cut or not sound."""
    _check_directory(stream, name, limits)
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = tuple(part for part in archive.infolist() if not part.is_dir())
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, OverflowError, OSError) as error:
        raise bad_files.refusal("damaged", name, part="zip") from error
    package = Package(name, stream, parts)
    _check_parts(package)
    return package


def _check_directory(stream: BinaryIO, name: str, limits: Limits) -> None:
    """Refuse an archive without an end, and a directory too large to be read whole."""
    size = stream.seek(0, 2)
    tail_start = max(0, size - 0xFFFF - _END.size - _END64_PLACE.size)
    stream.seek(tail_start)
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise bad_files.refusal("damaged-cut", name)
    directory: int = _END.unpack_from(tail, at)[5]
    place = at - _END64_PLACE.size
    if place >= 0 and tail.startswith(b"PK\x06\x07", place):
        stream.seek(min(_END64_PLACE.unpack_from(tail, place)[2], size))
        record = stream.read(_END64.size)
        if len(record) < _END64.size:
            raise bad_files.refusal("damaged", name, part="zip")
        directory = _END64.unpack(record)[8]
    if directory > limits.parts * _ENTRY_BYTES:
        raise bad_files.refusal("too-many-parts", name, limit=limits.parts)


def _check_parts(package: Package) -> None:
    """Names are safe and unique, nothing is encrypted, packed in a strange way or packed twice."""
    seen: set[str] = set()
    end = 0
    for part in sorted(package.parts, key=lambda part: part.header_offset):
        folded = part.filename.casefold()
        if _FORBIDDEN_NAME.search(part.orig_filename):
            raise bad_files.refusal("bad-part-name", package.name)
        if part.flag_bits & _ENCRYPTED:
            raise bad_files.refusal("password-protected", package.name)
        strange = part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        if folded in seen or strange or part.header_offset < end:
            raise package.damaged(part.filename)
        seen.add(folded)
        end = part.header_offset + part.compress_size + _LOCAL.size
