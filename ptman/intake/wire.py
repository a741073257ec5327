"""The plain form in which the reading process hands over a workbook: one JSON value a line."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from ptman.intake import coding, packed
from ptman.intake.cells import EXACT
from ptman.intake.packed import Packed
from ptman.intake.sheet import Area, Sheet

Raw = str | float | date | time | timedelta
END = {"end": True}


def sheet_line(name: str, visible: bool, merged: Iterable[tuple[int, int, int, int]]) -> bytes:  # noqa: FBT001 - as it is
    return coding.coded({"sheet": name, "visible": visible, "merged": [list(area) for area in merged]})


def row_line(row: int, left: int, values: list[Raw]) -> bytes | None:
    """A row without its empty ends, None when nothing is in it."""
    # One value after the other, millions of them: what most of them are is told here, the rest by the encoder.
    written = [
        None
        if value == ""
        else int(value)
        if type(value) is float and value.is_integer() and -EXACT < value < EXACT
        else value
        for value in values
    ]
    first, last = 0, len(written)
    while last and written[last - 1] is None:
        last -= 1
    while first < last and written[first] is None:
        first += 1
    if not last:
        return None
    try:
        return coding.coded([row, left + first, written[first:last]])
    except ValueError:
        # A number without end is no number that JSON has.
        return coding.coded([row, left + first, [coding.pack(value) for value in values[first:last]]])


def end_line() -> bytes:
    return coding.coded(END)


def sheets(lines: Iterable[bytes]) -> tuple[Sheet, ...]:
    """The sheets in these lines; raises ValueError (or KeyError, TypeError) unless they are whole and well formed."""
    done: list[Sheet] = []
    head: dict[str, object] | None = None
    rows = Packed()
    for text, value in _loaded(lines):
        if isinstance(value, list):
            rows.add(text, value)
            continue
        if head is not None:
            done.append(_sheet(head, rows.done()))
        if value == END:
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
