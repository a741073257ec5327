"""A list as a person sees it: columns and rows of plain values, to be filtered, sorted, shown, exported and printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from typing_extensions import override

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label, Lang
from ptman.rules.measures import Measure

_DIGITS = re.compile("[0-9]+")
LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True, order=True)
class Load:
    """How much of a capacity is taken, as in 5/8."""

    taken: int
    of: int

    @property
    def share(self) -> float:
        return self.taken / self.of if self.of else float(self.taken > 0)

    @override
    def __str__(self) -> str:
        return f"{self.taken}/{self.of}"


Value = str | int | bool | date | time | Load | Measure | Label | None


class Line(StrEnum):
    """What a line of a list is: a record, the heading of a group, or a sum."""

    RECORD = "record"
    GROUP = "group"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` is in characters, and `given` says that a person chose it."""

    key: str
    label: Label
    kind: Kind = Kind.TEXT
    width: int = 12
    sensitivity: Sensitivity = Sensitivity.OPEN
    given: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its id, its cells in the order of the columns, and what the search box may match."""

    id: str
    cells: tuple[Value, ...]
    find: str = ""
    tags: frozenset[str] = frozenset()
    line: Line = Line.RECORD


@dataclass(frozen=True, slots=True)
class Listing:
    """A titled list. `noun` names what a row is, so that a row can be opened."""

    key: str
    noun: str
    title: Label
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def records(self) -> tuple[Row, ...]:
        """The rows without the headings and sums of groups."""
        return tuple(row for row in self.rows if row.line is Line.RECORD)

    @property
    def grouped(self) -> bool:
        return any(row.line is Line.GROUP for row in self.rows)

    def has(self, key: str) -> bool:
        return any(column.key == key for column in self.columns)

    def index(self, key: str) -> int:
        return next(i for i, column in enumerate(self.columns) if column.key == key)

    def searched(self, text: str) -> "Listing":
        """Only the rows that hold every word of `text` in a cell, a pinyin, the initials or a number."""
        words = text.casefold().split()
        return replace(self, rows=tuple(row for row in self.rows if all(word in row.find for word in words)))

    def tagged(self, tag: str) -> "Listing":
        return replace(self, rows=tuple(row for row in self.rows if tag in row.tags))

    def sorted(self, key: str, *, descending: bool = False) -> "Listing":
        """Rows by one column, blanks last either way; rows that are equal keep their order."""
        at = self.index(key)
        filled = [row for row in self.rows if row.cells[at] not in (None, "")]
        blank = [row for row in self.rows if row.cells[at] in (None, "")]
        filled.sort(key=lambda row: sort_key(row.cells[at]), reverse=descending)
        return replace(self, rows=(*filled, *blank))

    def only(self, keys: Iterable[str]) -> "Listing":
        """The named columns, in the order named."""
        at = [self.index(key) for key in keys]
        rows = tuple(Row(row.id, tuple([row.cells[i] for i in at]), row.find, row.tags, row.line) for row in self.rows)
        return replace(self, columns=tuple(self.columns[i] for i in at), rows=rows)


def sort_key(value: Value) -> tuple[int, float, str]:
    """Numbers before dates before words; a load by its share; numbers within words by their size (2号 before 10号)."""
    match value:
        case Load():
            return (0, value.share, str(value))
        case bool() | int():
            return (0, float(value), "")
        case Measure():
            return (0, value.size, "")
        case date():
            return (1, _moment(value), "")
        case Label():
            return (2, 0.0, value.zh)
    return (2, 0.0, _DIGITS.sub(lambda found: found.group().zfill(LONGEST_NUMBER), str(value)))


def _moment(day: date) -> float:
    return (
        day.toordinal() + (day.hour * 60 + day.minute) / 1440 if isinstance(day, datetime) else float(day.toordinal())
    )


def shown(value: Value, lang: Lang) -> str:
    """A cell as text: dates ISO, flags as a word, blanks as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return {Lang.ZH: ("否", "是"), Lang.EN: ("no", "yes")}[lang][value]
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case Label():
            return value.text(lang)
    return str(value)
