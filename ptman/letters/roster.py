"""The letter's table of students: its texts, where they may be parted, and how wide each column must be."""

import functools
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ptman.letters.facts import StudentLine

SIZE = 10.5
WIDTH = 156.0
_EM = SIZE * 25.4 / 72
_PADDING = 1.5
_VACANT = "待定"
_UNKNOWN = "—"
# The least and the most em that a column's longest piece may claim; the two columns of prose share the rest.
_CLAIMS = {0: (2.0, 2.0), 1: (3.0, 6.0), 2: (2.0, 2.0), 3: (2.0, 7.0), 6: (5.0, 6.0), 7: (3.0, 5.0), 8: (3.0, 5.0)}
_FIELD, _POST = 4, 5
_NAMES = frozenset({1, 7, 8})
_SHARES = tuple(part / 100 for part in range(30, 62, 2))
_NARROWEST = 4.2 * _EM + _PADDING

Pieces = tuple[str, ...]
HEADS: tuple[Pieces, ...] = (
    ("序号",),
    ("姓名",),
    ("性别",),
    ("学号",),
    ("专业", "领域"),
    ("实践岗位", "（项目）"),
    ("起止日期",),
    ("校内", "导师"),
    ("企业", "导师"),
)


@dataclass(frozen=True, slots=True)
class Roster:
    """Widths in millimetres that add up to the type area, and each cell as the pieces it may be parted into."""

    size: float
    widths: tuple[float, ...]
    heads: tuple[Pieces, ...]
    rows: tuple[tuple[Pieces, ...], ...]


def roster(lines: Sequence[StudentLine]) -> Roster:
    """The table of these students, in the order given."""
    texts = [_texts(number, line) for number, line in enumerate(lines, 1)]
    widths = _widths(texts)
    rows = tuple(
        tuple(fitted(cell, width - _PADDING) for cell, width in zip(row, widths, strict=True)) for row in texts
    )
    return Roster(SIZE, widths, HEADS, rows)


def fitted(pieces: Pieces, width: float, em: float = _EM) -> Pieces:
    """The text in pieces no wider than `width` millimetres, or in one piece where it can be broken anywhere needed."""
    if len(pieces) > 1 and all(ems(piece) * em <= width for piece in pieces):
        return pieces
    whole = "".join(pieces)
    if all(ems(run) * em <= width for run in latin_runs(whole)):
        return (whole,)
    return tuple(_chopped(whole, width / em))


def _chopped(text: str, most: float) -> Iterator[str]:
    piece = ""
    for char in text:
        if piece and ems(piece + char) > most:
            yield piece
            piece = ""
        piece += char
    yield piece


@functools.lru_cache(maxsize=4096)
def ems(text: str) -> float:
    """About how wide the text is, in em of the fonts that set it."""
    return sum(map(_em, text))


def _em(char: str) -> float:
    if _wide(char):
        return 1.0
    if char.isupper():
        return 0.75
    return 0.33 if char in ".,:; " else 0.5 if char.islower() else 0.55


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F", "A"}


def latin_runs(text: str) -> list[str]:
    """What no line may end within: letters, figures and signs between blanks and Chinese characters."""
    return "".join(" " if _wide(char) else char for char in text).split()


def _texts(number: int, line: StudentLine) -> tuple[Pieces, ...]:
    return (
        (str(number),),
        _name(line.name) or (_UNKNOWN,),
        (line.gender or _UNKNOWN,),
        (line.student_no or _UNKNOWN,),
        (line.field or _UNKNOWN,),
        (line.post or _UNKNOWN,),
        (f"{_dots(line.start)}—", _dots(line.end)),
        _name(line.academic) or (_VACANT,),
        _name(line.industry) or (_VACANT,),
    )


def _name(text: str) -> Pieces:
    """A name may be parted after each of its dots."""
    *heads, last = text.split("·")
    return tuple(part for part in (*(f"{head}·" for head in heads), last) if part)


def _dots(day: date) -> str:
    return f"{day.year}.{day.month}.{day.day}"


def _widths(texts: Sequence[tuple[Pieces, ...]]) -> tuple[float, ...]:
    claimed = _claimed(texts)
    rest = WIDTH - sum(claimed.values())
    wide_enough = [part for part in _SHARES if min(part, 1 - part) * rest >= _NARROWEST] or [0.5]
    share = min(wide_enough, key=lambda part: (_height(texts, rest * part, rest * (1 - part)), abs(part - 0.42)))
    widths = claimed | {_FIELD: rest * share, _POST: rest * (1 - share)}
    return tuple(widths[column] for column in range(len(HEADS)))


def _claimed(texts: Sequence[tuple[Pieces, ...]]) -> dict[int, float]:
    """What the columns of short values take; those of names give way where too little is left for prose."""
    claimed, spare = {}, {}
    for column, (least, most) in _CLAIMS.items():
        longest = max((ems(piece) for row in texts for piece in row[column]), default=0.0)
        claimed[column] = min(max(longest, least), most) * _EM + _PADDING
        if column in _NAMES:
            spare[column] = claimed[column] - least * _EM - _PADDING
    wanting = sum(claimed.values()) + 2 * _NARROWEST - WIDTH
    if wanting > 0:
        for column, width in spare.items():
            claimed[column] -= wanting * width / sum(spare.values())
    return claimed


def _height(texts: Sequence[tuple[Pieces, ...]], field: float, post: float) -> int:
    """How many lines the rows take when the two columns of prose have these widths."""
    return sum(max(_lines(row[_FIELD], field), _lines(row[_POST], post)) for row in texts)


def _lines(pieces: Pieces, width: float) -> int:
    return math.ceil(ems("".join(pieces)) / max(1, int((width - _PADDING) / _EM)))
