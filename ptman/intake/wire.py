"""The plain form in which the reading process hands over a workbook: one JSON value a line."""

import json
import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from ptman.intake.sheet import EXACT, Area, CellKind, Line, Odd, Sheet, Stored

Raw = str | float | date | time | timedelta
END = {"end": True}


def sheet_line(name: str, visible: bool, merged: Iterable[tuple[int, int, int, int]]) -> str:  # noqa: FBT001 - as it is
    return _dump({"sheet": name, "visible": visible, "merged": [list(area) for area in merged]})


def row_line(row: int, left: int, values: list[Raw]) -> str | None:
    """A row without its empty ends, None when nothing is in it."""
    filled = [offset for offset, value in enumerate(values) if value != ""]
    if not filled:
        return None
    first, last = filled[0], filled[-1]
    return _dump([row, left + first, [_coded(value) for value in values[first : last + 1]]])


def end_line() -> str:
    return _dump(END)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False) + "\n"


def _coded(value: Raw) -> object:
    if isinstance(value, str | bool):
        return value if value != "" else None
    if isinstance(value, float | int):
        if not math.isfinite(value):
            return {CellKind.ERROR: str(value)}
        return int(value) if value == int(value) and abs(value) < EXACT else value
    if isinstance(value, time):
        return {CellKind.TIME: value.isoformat("seconds")}
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return {CellKind.TIME: f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"}
    return {"datetime" if isinstance(value, datetime) else "date": value.isoformat()}


def sheets(lines: Iterable[bytes]) -> tuple[Sheet, ...]:
    """The sheets in these lines; raises ValueError (or KeyError, TypeError) unless they are whole and well formed."""
    done: list[Sheet] = []
    head: dict[str, object] | None = None
    rows: list[Line] = []
    for value in _loaded(lines):
        if isinstance(value, list):
            rows.append(_line(value))
            continue
        if head is not None:
            done.append(_sheet(head, rows))
        if value == END:
            return tuple(done)
        head, rows = value, []
    raise ValueError("the last line is missing")


def _loaded(lines: Iterable[bytes]) -> Iterator[list[object] | dict[str, object]]:
    for text in lines:
        value = json.loads(text)
        if not isinstance(value, list | dict):
            raise TypeError("neither a sheet nor a row")
        yield value


def _sheet(head: dict[str, object], rows: list[Line]) -> Sheet:
    name, visible, merged = head["sheet"], head["visible"], head["merged"]
    if not (isinstance(name, str) and isinstance(visible, bool) and isinstance(merged, list)):
        raise TypeError("not a sheet")
    return Sheet(name=name, lines=tuple(rows), merged=tuple(Area(*area) for area in merged), visible=visible)


def _line(value: list[object]) -> Line:
    row, left, values = value
    if not (isinstance(row, int) and isinstance(left, int) and isinstance(values, list)):
        raise TypeError("not a row")
    return Line(row, left, tuple(map(_decoded, values)))


def _decoded(value: object) -> Stored:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, dict) and len(value) == 1:
        ((kind, text),) = value.items()
        if kind == "date":
            return date.fromisoformat(text)
        if kind == "datetime":
            return datetime.fromisoformat(text)
        return Odd(CellKind(kind), text)
    raise TypeError("not a value")
