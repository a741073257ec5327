"""Takes plain rows and texts out of an XML part by their very bytes, so that only odd ones are looked at closely."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ptman.intake import places

# Where rows or texts begin. What stands before it in an honest part is far shorter than this.
_OPENING = re.compile(rb"<sheetData>|<sst(?: [^<>]*+)?>")
_HEAD_BYTES = 64 * 1024
# More than this without an end is for the parser, which refuses such tags.
_PIECE_BYTES = 1024 * 1024
_TEXT = rb"[^<&\x00-\x08\x0b\x0c\x0e-\x1f]*+(?:&(?:amp|lt|gt|quot|apos);[^<&\x00-\x08\x0b\x0c\x0e-\x1f]*+)*+"
_WORDS = rb'<t(?: xml:space="preserve")?+>' + _TEXT + rb"</t>"
_CELL = (
    rb'<c r="[A-Z]{1,3}+\1"(?: s="\d{1,5}+")?+(?: t="inlineStr"><is>' + _WORDS + rb"</is></c>"
    rb'|(?: t="[snb]")?+(?:/>|><v>[0-9.eE+-]{1,40}+</v></c>))'
)
_ROW = re.compile(
    rb'<row r="([1-9][0-9]{0,6}+)"((?: [A-Za-z0-9:]++="[^"<&\x00-\x1f]*+")*+)>(?:' + _CELL + rb")*+</row>"
)
_ITEMS = re.compile(rb"(?:<si>" + _WORDS + rb"</si>){1,64}+")
_CELLS = re.compile(rb'<c r="([A-Z]+)[0-9]+"[^<>]*?(/?)>')
_NAMES = re.compile(rb" ([^ =]+)=")
_FIGURES = b"0123456789."
# What is left of a row tells which columns are filled: the letters of its places, and where tags end.
_ALIKE = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ</"))
_NOT_XML = re.compile(rb"\]\]>|\xef\xbf[\xbe\xbf]")
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """A plain row: its number, the first and the last filled column, how many are filled, how many with numbers."""

    number: int
    left: int
    right: int
    filled: int
    numbers: int


class Sieve:
    """Hands on what has to be looked at closely, and each plain row to `take`; texts of up to `longest` bytes."""

    def __init__(self, take: Callable[[Row], None], longest: int) -> None:
        self._take = take
        self._longest = longest
        self._shapes: dict[bytes, tuple[int, int, int] | None] = {}
        self._sound: dict[bytes, bool] = {}

    def rest(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The part without its plain rows or texts; well formed where the part is, and only there."""
        source = iter(chunks)
        buffer = b""
        for chunk in source:
            buffer += chunk
            opening = _OPENING.search(buffer)
            if opening is None and len(buffer) < _HEAD_BYTES:
                continue
            if opening is not None and not _is_veiled(buffer[5 : opening.start()]):
                yield buffer[: opening.end()]
                in_rows = opening.group() == b"<sheetData>"
                yield from self._body(buffer[opening.end() :], source, in_rows=in_rows)
                return
            break
        yield buffer
        yield from source

    def _body(self, buffer: bytes, source: Iterator[bytes], *, in_rows: bool) -> Iterator[bytes]:
        first, end = (b"<row r=", b"</row>") if in_rows else (b"<si>", b"</si>")
        at = 0
        while True:
            at = self._taken(buffer, at, in_rows=in_rows)
            until = buffer.find(end, at) + len(end)
            if until < len(end):
                chunk = b"" if len(buffer) - at > _PIECE_BYTES else next(source, b"")
                buffer, at = buffer[at:] + chunk, 0
                if chunk:
                    continue
                break
            odd = buffer[at:until]
            if not odd.startswith(first) or _is_veiled(odd):
                break
            yield odd
            at = until
        yield buffer[at:]
        yield from source

    def _taken(self, buffer: bytes, at: int, *, in_rows: bool) -> int:
        """Where the plain ones from `at` on end."""
        match = (_ROW if in_rows else _ITEMS).match
        while (found := match(buffer, at)) is not None:
            piece = found.group()
            if len(piece) > self._longest or not _is_text(piece):
                break
            if in_rows and not self._took(found, piece):
                break
            at = found.end()
        return at

    def _took(self, found: re.Match[bytes], piece: bytes) -> bool:
        number = int(found[1])
        shape = self._shape(piece)
        if number > places.MAX_ROW or shape is None or not self._is_sound(found[2]):
            return False
        numbers = piece.count(b"</v>") - piece.count(b't="s"><v>') - piece.count(b't="b"><v>')
        self._take(Row(number, *shape, numbers))
        return True

    def _shape(self, piece: bytes) -> tuple[int, int, int] | None:
        """The first and last filled column and how many are filled; None for columns that no sheet has."""
        key = piece.translate(None, _ALIKE)
        if key not in self._shapes:
            if len(self._shapes) > _REMEMBERED:
                self._shapes.clear()
            cells = [(places.column_number(name.decode()) or 0, not empty) for name, empty in _CELLS.findall(piece)]
            filled = [column for column, is_filled in cells if is_filled]
            beyond = any(not 0 < column <= places.MAX_COLUMN for column, _ in cells)
            self._shapes[key] = None if beyond else (min(filled, default=0), max(filled, default=0), len(filled))
        return self._shapes[key]

    def _is_sound(self, attributes: bytes) -> bool:
        """Whether a row is shown and none of its attributes comes twice."""
        key = attributes.translate(None, _FIGURES)
        if key not in self._sound:
            names = _NAMES.findall(attributes)
            self._sound[key] = len({*names, b"r"}) == len(names) + 1 and b"hidden" not in names
        return self._sound[key] or (b"hidden" in attributes and self._is_shown(attributes))

    def _is_shown(self, attributes: bytes) -> bool:
        """Some programs write of each row that it is not hidden."""
        names = _NAMES.findall(attributes)
        return len({*names, b"r"}) == len(names) + 1 and b' hidden="false"' in attributes


def _is_veiled(piece: bytes) -> bool:
    """Whether a comment, a raw section or an instruction may hide tags in it."""
    return b"<!" in piece or b"<?" in piece


def _is_text(piece: bytes) -> bool:
    """Whether it is UTF-8 without anything that XML forbids; control characters are none of its signs."""
    if piece.isascii():
        return b"]]>" not in piece
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _NOT_XML.search(piece) is None
