"""The plain form in which the reading process hands over a workbook: one JSON value a line."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from ptman.intake import coding, packed
from ptman.intake.cells import EXACT
from ptman.intake.packed import Packed
from ptman.intake.sheet import Area, Sheet

Raw = str | float | date | time | timedelta
END = {"end": True}
_DAYS = frozenset({date, datetime, time, timedelta})


def sheet_line(name: str, visible: bool, merged: Iterable[tuple[int, int, int, int]]) -> bytes:  # noqa: FBT001 - as it is
    return coding.coded({"sheet": name, "visible": visible, "merged": [list(area) for area in merged]})


def row_line(row: int, left: int, values: list[Raw]) -> bytes | None:
    """A row without its empty ends, None when nothing is in it."""
    first, last = _ends(values)
    if not last:
        return None
    written: list[object] = [*values[first:last]]
    # Rows look alike, and only some of their columns hold what is written otherwise than it comes.
    figures, days = _odd_ones(tuple(map(type, written)))
    for at in figures:
        figure = values[first + at]
        if isinstance(figure, float) and figure.is_integer() and -EXACT < figure < EXACT:
            written[at] = int(figure)
    for at in days:
        written[at] = _day(written[at])
    if "" in written:
        written = [None if value == "" else value for value in written]
    try:
        return coding.coded([row, left + first, written])
    except ValueError:
        # A number without end is no number that JSON has.
        return coding.coded([row, left + first, [coding.pack(value) for value in values[first:last]]])


def _ends(values: list[Raw]) -> tuple[int, int]:
    """Between which places something stands; both nought where nothing does."""
    first, last = 0, len(values)
    while last and values[last - 1] == "":
        last -= 1
    while first < last and values[first] == "":
        first += 1
    return first, last


@lru_cache(maxsize=4096)
def _odd_ones(types: tuple[type, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where figures stand that may be whole, and where dates and times."""
    figures = tuple(at for at, one in enumerate(types) if one is float)
    return figures, tuple(at for at, one in enumerate(types) if one in _DAYS)


@lru_cache(maxsize=4096)
def _day(value: object) -> dict[str, str]:
    """Remembered, because the days of a roster are few."""
    return coding.special(value)


def end_line() -> bytes:
    return coding.coded(END)


def sheets(lines: Iterable[bytes]) -> tuple[Sheet, ...]:
    """The sheets in these lines; raises ValueError (or KeyError, TypeError) unless they are whole and well formed."""
    done: list[Sheet] = []
    head: dict[str, object] | None = None
    rows = Packed()
    loaded = _loaded(lines)
    for text, value in loaded:
        if isinstance(value, list):
            rows.add(text, value)
            continue
        if head is not None:
            done.append(_sheet(head, rows.done()))
        if value == END:
            # To the very end: whoever sends them may have something to say yet.
            if any(True for _ in loaded):
                raise ValueError("there is more behind the last line")
            return tuple(done)
        head, rows = value, Packed()
    raise ValueError("the last line is missing")


def _loaded(lines: Iterable[bytes]) -> Iterator[tuple[bytes, list[object] | dict[str, object]]]:
    for text in lines:
        value = packed.loaded(text)
        if not isinstance(value, list | dict):
            raise TypeError("neither a sheet nor a row")
        yield text, value


def _sheet(head: dict[str, object], rows: Packed) -> Sheet:
    name, visible, merged = head["sheet"], head["visible"], head["merged"]
    if not (isinstance(name, str) and isinstance(visible, bool) and isinstance(merged, list)):
        raise TypeError("not a sheet")
    return Sheet(name=name, lines=rows, merged=tuple(Area(*area) for area in merged), visible=visible)
