"""Tables of people: columns as wide as their texts want, heads that repeat, names parted only at their dots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ptman.labels import Label, Lang
from ptman.letters import roster
from ptman.letters.layouts.pieces import AREA, Piece
from ptman.letters.paper import SPAN, Frozen

PADDING, MM = 1.5, 25.4 / 72
_HAIR = 0.02
SIZES = {Lang.ZH: (10.5, 10.0, 9.5, 9.0, 8.5, 8.0), Lang.EN: (9.0, 8.5, 8.0, 7.5)}
"""Points: the largest first."""


@dataclass(frozen=True, slots=True)
class Column:
    """`least` and `most` bound its width in em; `prose` may grow and wrap."""

    key: str
    head: Label
    least: float = 3.0
    most: float = 7.0
    prose: bool = False


@dataclass(frozen=True, slots=True)
class _Want:
    """Em a column would have, and cannot do without."""

    most: float
    least: float


NO = Column("", Label("序号", "No."), 2.0, 2.4)
STUDENT_NO = Column("student_no", Label("学号", "Student no."), 3.0, 8.0)
NAME = Column("name", Label("姓名", "Name"), 3.0, 7.5)
CATEGORY = Column("category", Label("类别", "Category"), 4.0, 9.0, prose=True)
FIELD = Column("field", Label("专业领域", "Field"), 4.0, 10.0, prose=True)
POST = Column("post", Label("实践岗位", "Post"), 4.0, 10.0, prose=True)
DATES = Column("period", Label("起止日期", "From–to"), 5.5, 6.5)
ACADEMIC = Column("academic", Label("校内导师", "Academic supervisor"), 3.0, 6.5)
ACADEMIC_TITLE = Column("academic_title", Label("职称", "Title"), 2.5, 5.0)
INDUSTRY = Column("industry", Label("企业导师", "Industry supervisor"), 3.0, 6.5)
UNIT = Column("organisation", Label("工作单位", "Organisation"), 8.0, 12.0, prose=True)
INDUSTRY_TITLE = Column("industry_title", Label("职称", "Title"), 2.5, 5.5)
_NAMES = frozenset({"name", "academic", "industry", "academic_title", "industry_title"})
STUDENTS = (NO, STUDENT_NO, NAME, FIELD, POST, DATES, ACADEMIC, INDUSTRY)
PUPILS = (NO, STUDENT_NO, NAME, CATEGORY, FIELD)
PAIRS = (NO, STUDENT_NO, NAME, CATEGORY, FIELD, ACADEMIC, ACADEMIC_TITLE, INDUSTRY, UNIT, INDUSTRY_TITLE)


def table(rows: Sequence[Mapping[str, Frozen]], columns: Sequence[Column], lang: Lang) -> Piece:
    """The rows numbered in their order; an empty cell shows —. In the largest type in which no word is broken."""
    texts = [[_said(row, one, at) for one in columns] for at, row in enumerate(rows, 1)]
    heads = [one.head.text(lang) for one in columns]
    wants = [_want(at, one, texts, heads) for at, one in enumerate(columns)]
    fits = (size for size in SIZES[lang] if sum(want.least for want in wants) <= _room(columns, size))
    size = next(fits, SIZES[lang][-1])
    em = size * MM
    widths = [share * em + PADDING for share in _shared(wants, columns, _room(columns, size))]
    return {
        "size": size,
        "widths": [round(width, 3) for width in widths],
        "heads": [list(roster.fitted((head,), width - PADDING, em)) for head, width in zip(heads, widths, strict=True)],
        "rows": [
            [
                list(roster.fitted(_parted(text, one), width - PADDING, em))
                for text, width, one in zip(row, widths, columns, strict=True)
            ]
            for row in texts
        ],
    }


def _room(columns: Sequence[Column], size: float) -> float:
    """The em there are for text, beside the padding of each column."""
    return (AREA - len(columns) * PADDING) / (size * MM)


def _said(row: Mapping[str, Frozen], column: Column, at: int) -> str:
    if not column.key:
        return str(at)
    value = row.get(column.key)
    if column is DATES and isinstance(value, str):
        return "—".join(_dots(part) for part in value.split(SPAN))
    return str(value) if value else "—"


def _dots(iso: str) -> str:
    return ".".join(str(int(part)) for part in iso.split("-"))


def _parted(text: str, column: Column) -> tuple[str, ...]:
    """Names are parted after a dot, stretches of time after their dash."""
    mark = "—" if column is DATES else "·"
    *first, last = text.split(mark)
    return tuple(part for part in (*(f"{one}{mark}" for one in first), last) if part)


def _want(at: int, column: Column, texts: Sequence[Sequence[str]], heads: Sequence[str]) -> _Want:
    """What a column would have, and the least: its longest word that no line may end within, and its head's."""
    pieces = [piece for row in texts for piece in _parted(row[at], column)]
    words = [*(word for piece in pieces for word in roster.latin_runs(piece)), *_head_words(heads[at])]
    least = min(max(column.least, max(map(roster.ems, words), default=0.0) + _HAIR), column.most)
    longest = max(map(roster.ems, pieces), default=0.0)
    return _Want(min(max(longest, least), column.most), least)


def _head_words(head: str) -> list[str]:
    """The head's font is a little wider than the text's."""
    return [f"{word}." for word in roster.latin_runs(head)]


def _shared(wants: Sequence[_Want], columns: Sequence[Column], room: float) -> list[float]:
    """What is left goes to prose; what is lacking is taken from prose first, then from every column that can give."""
    found = [want.most for want in wants]
    prose = [at for at, column in enumerate(columns) if column.prose]
    spare = room - sum(found)
    if spare >= 0:
        growing = prose or list(range(len(columns)))
        whole = sum(found[at] for at in growing)
        return [want + (spare * want / whole if at in growing else 0.0) for at, want in enumerate(found)]
    for giving in (prose, [at for at, column in enumerate(columns) if column.key in _NAMES], range(len(columns))):
        able = {at: max(found[at] - wants[at].least, 0.0) for at in giving}
        taken = min(-spare, sum(able.values()))
        if taken > 0:
            found = [want - taken * able.get(at, 0.0) / sum(able.values()) for at, want in enumerate(found)]
            spare += taken
    return [want * room / sum(found) for want in found] if sum(found) > room else found
