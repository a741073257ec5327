"""Which bundled font sets which role of a letter, and which characters none of them has."""

import functools
import struct
from enum import StrEnum
from pathlib import Path

from ptman import folders as paths
from ptman.labels import Label


class Role(StrEnum):
    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    FIGURES = "figures"


# Only shipped fonts, never the system's: the same letter has the same bytes on every machine.
FAMILIES: dict[Role, tuple[str, ...]] = {
    Role.BODY: ("FandolFang R", "Noto Serif SC"),
    Role.TITLE: ("FandolSong", "Noto Serif SC"),
    Role.HEADING: ("Noto Sans SC", "Noto Serif SC"),
    Role.FIGURES: ("Noto Serif SC",),
}


# The fonts that GB/T 9704-2012 names: not free to ship, so each is stood in for by the first family of its role.
STANDARD: dict[Role, Label] = {
    Role.BODY: Label("仿宋_GB2312", "FangSong_GB2312"),
    Role.TITLE: Label("方正小标宋简体", "FZXiaoBiaoSong"),
    Role.HEADING: Label("黑体", "SimHei"),
    Role.FIGURES: Label("宋体", "SimSun"),
}


def substitutes() -> Label:
    """Which font stands for which, as one sentence."""
    pairs = [(named, FAMILIES[role][0]) for role, named in STANDARD.items()]
    zh = "；".join(f"{named.zh} → {font}" for named, font in pairs)
    return Label(f"代用字体：{zh}", f"fonts in place of the standard's: {'; '.join(f'{n.en} → {f}' for n, f in pairs)}")


@functools.cache
def files() -> dict[str, Path]:
    """The font file of each family."""
    import pylopdf_fonts_zh_cn as noto

    bundled = paths.resources() / "fonts"
    return {
        "FandolFang R": bundled / "FandolFang-Regular.otf",
        "FandolSong": bundled / "FandolSong-Bold.otf",
        "Noto Sans SC": noto.sans_path(),
        "Noto Serif SC": noto.serif_path(),
    }


def folders() -> tuple[Path, ...]:
    """The folders that hold the font files, in a fixed order."""
    return tuple(dict.fromkeys(path.parent for path in files().values()))


def missing(text: str, role: Role = Role.BODY) -> list[str]:
    """Characters of the text that no font of the role has, each once, in order: they cannot be printed."""
    known = printable(role)
    return [char for char in dict.fromkeys(text) if ord(char) not in known]


@functools.cache
def printable(role: Role) -> frozenset[int]:
    """The code points that any font of a role has."""
    return frozenset().union(*(coverage(name) for name in FAMILIES[role]))


def borrowed(text: str, role: Role = Role.BODY) -> list[str]:
    """Characters the role's own font lacks and a fallback sets: printed right, in a slightly different hand."""
    own = coverage(FAMILIES[role][0])
    lacking = set(missing(text, role))
    return [char for char in dict.fromkeys(text) if ord(char) not in own and char not in lacking]


@functools.cache
def coverage(family: str) -> frozenset[int]:
    """The code points a family's font maps to a glyph, read from its `cmap` table (OpenType 1.9)."""
    data = files()[family].read_bytes()
    tables = {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in _records(data, 12, 16, 4)}
    cmap = tables[b"cmap"]
    found: set[int] = set()
    for at in _records(data, cmap + 4, 8, cmap + 2):
        start = cmap + struct.unpack_from(">I", data, at + 4)[0]
        form = struct.unpack_from(">H", data, start)[0]
        if form in _READERS:
            found |= _READERS[form](data, start)
    return frozenset(found)


def _records(data: bytes, first: int, size: int, count_at: int) -> range:
    count = struct.unpack_from(">H", data, count_at)[0]
    return range(first, first + size * count, size)


def _segments(data: bytes, start: int) -> set[int]:
    """Format 4: segments of the basic plane; a segment may point to single glyphs, of which 0 means none."""
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends, starts, deltas, offsets = (start + 14 + part * 2 * count + (2 if part else 0) for part in range(4))
    found: set[int] = set()
    for at in range(0, 2 * count, 2):
        first, last = struct.unpack_from(">H", data, starts + at)[0], struct.unpack_from(">H", data, ends + at)[0]
        delta, offset = struct.unpack_from(">H", data, deltas + at)[0], struct.unpack_from(">H", data, offsets + at)[0]
        for code in range(first, last + 1):
            place = offsets + at + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", data, place)[0] if offset else (code + delta) & 0xFFFF
            if glyph:
                found.add(code)
    return found - {0xFFFF}


def _groups(data: bytes, start: int) -> set[int]:
    """Format 12: runs of code points of all planes."""
    count = struct.unpack_from(">I", data, start + 12)[0]
    found: set[int] = set()
    for at in range(start + 16, start + 16 + 12 * count, 12):
        first, last, glyph = struct.unpack_from(">III", data, at)
        found.update(range(first if glyph else first + 1, last + 1))
    return found


_READERS = {4: _segments, 12: _groups}
