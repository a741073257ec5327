"""The rows of a sheet as they came from the reading process, unpacked one at a time: a large roster fits in memory."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import overload

from typing_extensions import override

from ptman.intake import coding
from ptman.intake.cells import FIRST_ROWS, CellKind, Line, Odd, Stored

_PLAIN = frozenset({type(None), str, bool, int, float, dict})
_COUNTED = frozenset({int, float, dict})
_SHAPES = 5_000
_SCAN = json.JSONDecoder().raw_decode


@dataclass(frozen=True, slots=True)
class Shape:
    """Where rows that look alike begin, and the type of each of their values."""

    left: int
    types: tuple[type, ...]

    def columns(self) -> Iterator[int]:
        return (at for at, one in enumerate(self.types, start=self.left) if one is not type(None))


class Packed(Sequence[Line]):
    """Rows in their packed form, checked when they come in; raises ValueError or TypeError for rubbish."""

    def __init__(self) -> None:
        self.packed: list[bytes] = []
        self.rows: list[int] = []
        self.numbers = 0
        self.last_column = 0
        self._shapes: Counter[tuple[int, tuple[type, ...]]] = Counter()
        self._below: set[int] = set()

    def add(self, packed: bytes, value: list[object]) -> None:
        """Take one more row, both packed and as it was loaded."""
        row, left, values = value
        if not (type(row) is int and type(left) is int and isinstance(values, list)):
            raise TypeError("not a row")
        types = tuple(map(type, values))
        if dict in types:
            for one in values:
                if type(one) is dict:
                    _unpacked(one)
        self.packed.append(packed)
        self.rows.append(row)
        if row > FIRST_ROWS:
            self._shapes[(left, types)] += 1
            if len(self._shapes) > _SHAPES:
                self._settle()
        else:
            self._count(Shape(left, types), 1)

    def _settle(self) -> None:
        """Draw together what the shapes since the last time tell."""
        for (left, types), count in self._shapes.items():
            shape = Shape(left, types)
            self._count(shape, count)
            self._below.update(shape.columns())
        self._shapes.clear()

    def _count(self, shape: Shape, count: int) -> None:
        if not _PLAIN.issuperset(shape.types):
            raise TypeError("not a value")
        self.numbers += count * sum(one in _COUNTED for one in shape.types)
        self.last_column = max(self.last_column, shape.left + len(shape.types) - 1)

    def done(self) -> "Packed":
        self._settle()
        return self

    def below(self, row: int) -> frozenset[int]:
        """The columns with something in them below this row, which is one of the first."""
        first = {
            column
            for index, at in enumerate(self.rows[:FIRST_ROWS])
            if row < at <= FIRST_ROWS
            for column, value in enumerate(self[index].values, start=self[index].left)
            if value is not None
        }
        return frozenset(first | self._below)

    def with_lines(self, lines: Mapping[int, Line]) -> "Packed":
        """The same with these rows in the place of what they had."""
        changed = Packed()
        all_rows = dict(zip(self.rows, self.packed, strict=True))
        all_rows |= {row: coding.packed(line) for row, line in lines.items()}
        for _, one in sorted(all_rows.items()):
            changed.add(one, _SCAN(one.decode("utf-8"))[0])
        return changed.done()

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(index, slice):
            return tuple(map(_line, self.packed[index]))
        return _line(self.packed[index])

    @override
    def __len__(self) -> int:
        return len(self.packed)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    @override
    def __hash__(self) -> int:
        return len(self.packed)


def loaded(text: bytes) -> object:
    """The value of one line of the plain form; raises ValueError for rubbish."""
    line = text.decode("utf-8")
    value: object
    value, end = _SCAN(line)
    if line[end:] != "\n":
        raise ValueError("more than a value in the line")
    return value


def word(text: bytes, column: int) -> str:
    """The text in one of the columns of a packed row, empty where it holds none; quick, for most rows show no more."""
    start = text.index(b",") + 1
    at = column - int(text[start : text.index(b",", start)])
    found = _skipping(at).match(text) if at >= 0 else None
    if found is not None:
        return found[1].decode("utf-8")
    line = _line(text)
    value = line.values[at] if 0 <= at < len(line.values) else None
    return value if isinstance(value, str) else ""


@lru_cache(maxsize=256)
def _skipping(values: int) -> re.Pattern[bytes]:
    """A plain text behind so many values, all without quotes or brackets in them."""
    return re.compile(rb'\[\d+,\d+,\[(?:(?:"[^"\\]*+"|[^]["{},]++),){%d}"([^"\\]*+)"' % values)


def _line(text: bytes) -> Line:
    row, left, values = _SCAN(text.decode("utf-8"))[0]
    return Line(row, left, tuple([_unpacked(one) if type(one) is dict else one for one in values]))


def _unpacked(value: dict[str, object]) -> Stored:
    ((kind, text),) = value.items()
    if not isinstance(text, str):
        raise TypeError("not a value")
    return _special_value(kind, text)


@lru_cache(maxsize=4096)
def _special_value(kind: str, text: str) -> Stored:
    """Remembered, because the days of a roster are few."""
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "datetime":
        return datetime.fromisoformat(text)
    return Odd(CellKind(kind), text)
