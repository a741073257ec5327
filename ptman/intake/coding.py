"""Writes rows in the plain form in which the reading process hands them over: one JSON value a line."""

import json
import math
from datetime import date, datetime, time, timedelta

from ptman.intake.cells import EXACT, CellKind, Line, Odd

Raw = str | float | date | time | timedelta | Odd | None


def packed(line: Line) -> bytes:
    return coded([line.row, line.left, [pack(value) for value in line.values]])


def coded(value: object) -> bytes:
    """One line of the plain form; values that it has no form for are packed."""
    return _ENCODER.encode(value).encode("utf-8") + b"\n"


def pack(value: Raw) -> object:
    """A value as it is written: nothing for an empty one, whole numbers without a point."""
    if isinstance(value, float) and not isinstance(value, bool):
        if not math.isfinite(value):
            return {CellKind.ERROR: str(value)}
        return int(value) if value.is_integer() and abs(value) < EXACT else value
    return None if value == "" else value


def special(value: object) -> dict[str, str]:
    """What plain JSON has no form for, by its kind; raises TypeError for what no cell holds."""
    if isinstance(value, Odd):
        return {value.kind: value.text}
    if isinstance(value, time):
        return {CellKind.TIME: value.isoformat("seconds")}
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return {CellKind.TIME: f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"}
    if isinstance(value, date):
        return {"datetime" if isinstance(value, datetime) else "date": value.isoformat()}
    raise TypeError("not a value")


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=special)
