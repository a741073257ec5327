"""Tables of people: columns as wide as their texts want, heads that repeat, names parted only at their dots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ptman.labels import Label, Lang
from ptman.letters import roster
from ptman.letters.layouts.pieces import AREA, Piece
from ptman.letters.paper import SPAN, Frozen

PADDING = 1.5


@dataclass(frozen=True, slots=True)
class Column:
    """`least` and `most` bound its width in em; `prose` may grow and wrap."""

    key: str
    head: Label
    least: float = 3.0
    most: float = 7.0
    prose: bool = False


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
    """The rows numbered in their order; an empty cell shows —."""
    size = 10.5 if lang is Lang.ZH else 9.0
    em = size * 25.4 / 72
    texts = [[_said(row, one, at) for one in columns] for at, row in enumerate(rows, 1)]
    heads = [one.head.text(lang) for one in columns]
    widths = _widths(texts, heads, columns, em)
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


def _widths(
    texts: Sequence[Sequence[str]], heads: Sequence[str], columns: Sequence[Column], em: float
) -> tuple[float, ...]:
    wants = []
    for at, column in enumerate(columns):
        longest = max((roster.ems(piece) for row in texts for piece in _parted(row[at], column)), default=0.0)
        word = max((roster.ems(piece) for piece in heads[at].split()), default=0.0) if " " in heads[at] else 0.0
        wants.append(min(max(longest, column.least, min(word, column.most)), column.most))
    room = (AREA - len(columns) * PADDING) / em
    return tuple(want * em + PADDING for want in _shared(wants, columns, room))


def _shared(wants: Sequence[float], columns: Sequence[Column], room: float) -> list[float]:
    """What is left goes to prose; what is lacking is taken from prose first, then from every column that can give."""
    prose = [at for at, column in enumerate(columns) if column.prose]
    spare = room - sum(wants)
    if spare >= 0:
        growing = prose or list(range(len(columns)))
        whole = sum(wants[at] for at in growing)
        return [want + (spare * want / whole if at in growing else 0.0) for at, want in enumerate(wants)]
    found = list(wants)
    for giving in (prose, [at for at, column in enumerate(columns) if column.key in _NAMES], range(len(columns))):
        able = {at: max(found[at] - columns[at].least, 0.0) for at in giving}
        taken = min(-spare, sum(able.values()))
        if taken > 0:
            found = [want - taken * able.get(at, 0.0) / sum(able.values()) for at, want in enumerate(found)]
            spare += taken
    return [want * room / sum(found) for want in found] if sum(found) > room else found
