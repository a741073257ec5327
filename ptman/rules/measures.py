"""Amounts, scores, shares, months and times of day: kept as plain numbers and times, read and shown in one way."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from typing_extensions import override

from ptman.fields import MEASURED, Kind
from ptman.labels import Label
from ptman.rules import dates, text
from ptman.rules.reading import Note, Read, bad, good

Raw = str | int | float | dt.date | dt.time
Stored = int | dt.date | dt.time

FRACTION = Note("percent-fraction", Label("由小数换算为百分数", "a fraction read as per cent"))
MIDNIGHT = Note("time-missing", Label("没有时间，按 0:00", "no time of day was given; 0:00 is taken"))
# How many stored units make one shown, and the most that is shown.
SCALES = {Kind.MONEY: (100, 100_000_000_000), Kind.TENTHS: (10, 100_000), Kind.PERCENT: (100, 100)}
_UNITS = {"亿元": 8, "万元": 4, "亿": 8, "万": 4, "元": 0, "分": 0, "%": 0}
_SIGNS = str.maketrans("", "", " ,¥￥")
_TIME = re.compile(r"(上午|下午|晚上|晚|am|pm)?([01]?\d|2[0-4])(?:[:时点]([0-5]?\d)?)?(?:[:分]([0-5]\d)?)?(am|pm)?")
_LATER = {"下午", "晚上", "晚", "pm"}
_NOON = 12
_EXPECTED = {
    Kind.MONEY: Label("金额，如 12,345.60 或 1.2万", "an amount such as 12,345.60"),
    Kind.TENTHS: Label("最多一位小数的分数，如 85.5", "a score of at most one decimal, such as 85.5"),
    Kind.PERCENT: Label("0–100 的百分数，如 12.5%", "a share of 0–100 %, such as 12.5%"),
    Kind.TIME: Label("时间，如 14:30", "a time such as 14:30"),
    Kind.DATETIME: Label("日期和时间，如 2026-03-01 14:30", "a date and a time such as 2026-03-01 14:30"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A stored value in a list, shown as its kind is."""

    kind: Kind
    stored: Stored

    @property
    def size(self) -> float:
        """What it sorts by, and what a workbook's number cell holds."""
        match self.stored:
            case dt.date():
                return float(self.stored.toordinal())
            case dt.time():
                return (self.stored.hour * 60 + self.stored.minute) / 1440
        return self.stored / SCALES[self.kind][0]

    @override
    def __str__(self) -> str:
        return said(self.kind, self.stored)


def said(kind: Kind, value: object) -> str:
    """A stored value as text that `read` takes again."""
    match value:
        case dt.datetime():
            return value.isoformat(" ", "minutes")
        case dt.date() if kind is Kind.MONTH:
            return dates.iso_month(value)
        case dt.time():
            return value.isoformat("minutes")
        case int() if kind in SCALES:
            number = Decimal(value) / SCALES[kind][0]
            return {Kind.MONEY: f"{number:,.2f}", Kind.TENTHS: f"{number:.1f}"}.get(kind) or f"{number.normalize():f}%"
    return str(value)


def yuan(cents: int) -> str:
    """12,345.60 for 1234560."""
    return said(Kind.MONEY, cents)


def typed(kind: Kind, value: object) -> object:
    """What a form's editor shows of a stored value: measures as text, anything else as it is."""
    return value if value is None or isinstance(value, str) or kind not in MEASURED else said(kind, value)


def cell(kind: Kind, value: object) -> Measure | None:
    """A stored value as a list holds it; None for what is no measure."""
    wanted = kind in SCALES and isinstance(value, int)
    if wanted or (kind is Kind.MONTH and isinstance(value, dt.date)) or isinstance(value, dt.time):
        return Measure(kind, value)  # type: ignore[arg-type]  # narrowed by the line before
    return None


def read(kind: Kind, raw: Raw, *, date1904: bool = False) -> Read[Stored]:
    """The stored value in a text or a cell; for kinds of `fields.MEASURED` only."""
    if isinstance(raw, bool) or kind not in MEASURED:
        return _bad(kind)
    if kind is Kind.MONTH:
        return dates.month(raw, date1904=date1904) if not isinstance(raw, dt.time) else _bad_month()
    if kind is Kind.TIME:
        return _time(raw)
    if kind is Kind.DATETIME:
        return _moment(raw, date1904=date1904)
    return _scaled(kind, raw)


def _bad(kind: Kind) -> Read[Stored]:
    expected = _EXPECTED[kind]
    return bad(f"{kind.value}-bad", expected.zh, expected.en)


def _bad_month() -> Read[Stored]:
    return bad("month-bad", "年月，如 2026-03", "a month such as 2026-03")


def _scaled(kind: Kind, raw: Raw) -> Read[Stored]:
    scale, most = SCALES[kind]
    number = _number(raw)
    if number is None:
        return _bad(kind)
    fraction = kind is Kind.PERCENT and isinstance(raw, float) and number <= 1
    units = number * scale * (100 if fraction else 1)
    if units != int(units) or not 0 <= units <= most * scale:
        return _bad(kind)
    return good(int(units), FRACTION) if fraction else good(int(units))


def _number(raw: Raw) -> Decimal | None:
    """Excel's doubles keep 15 digits; beyond them stands only what binary fractions leave."""
    if isinstance(raw, dt.date | dt.time):
        return None
    typed = f"{raw:.15g}" if isinstance(raw, float) else text.half_width(str(raw)).must().translate(_SIGNS)
    unit = next((unit for unit in _UNITS if typed.endswith(unit)), "")
    try:
        number = Decimal(typed.removesuffix(unit)) * 10 ** _UNITS.get(unit, 0)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _time(raw: Raw) -> Read[Stored]:
    match raw:
        case dt.datetime():
            return good(raw.time().replace(second=0, microsecond=0))
        case dt.time():
            return good(raw.replace(second=0, microsecond=0))
        case str():
            return _clock(raw)
        case float() if 0 <= raw < 1:
            minutes = round(raw * 1440) % 1440
            return good(dt.time(minutes // 60, minutes % 60))
    return _bad(Kind.TIME)


def _clock(typed: str) -> Read[Stored]:
    found = _TIME.fullmatch(text.half_width(typed).must().replace(" ", "").casefold().replace("半", "30"))
    if found is None or not (found[3] or found[1] or found[5] or typed.rstrip().endswith(("时", "点"))):
        return _bad(Kind.TIME)
    half, hour = found[1] or found[5] or "", int(found[2])
    if half in _LATER and hour < _NOON:
        hour += _NOON
    elif half == "am" and hour == _NOON:
        hour = 0
    return good(dt.time(hour, int(found[3] or 0))) if hour < 2 * _NOON else _bad(Kind.TIME)


def _moment(raw: Raw, *, date1904: bool) -> Read[Stored]:
    if isinstance(raw, dt.datetime):
        return good(raw.replace(second=0, microsecond=0, tzinfo=None))
    if isinstance(raw, dt.time):
        return _bad(Kind.DATETIME)
    if isinstance(raw, str):
        return _spoken(raw)
    return dates.date(raw, date1904=date1904).then(lambda day: _at(day, raw))


def _at(day: dt.date, raw: float | dt.date) -> Read[Stored]:
    if isinstance(raw, float) and raw % 1:
        return _time(raw % 1).then(lambda time: _joined(day, time))
    return good(dt.datetime.combine(day, dt.time()), MIDNIGHT)


def _spoken(typed: str) -> Read[Stored]:
    """The day, then the time: where one ends and the other begins is tried from the right."""
    plain = " ".join(text.half_width(typed).must().replace("T", " ").split())
    for at in range(len(plain) - 1, 0, -1):
        day, clock = dates.date(plain[:at].strip()), _clock(plain[at:].strip())
        if day.value is not None and clock.value is not None and dates.MONTH_ONLY not in day.notes:
            return _joined(day.value, clock.value)
    return dates.date(plain).then(lambda day: good(dt.datetime.combine(day, dt.time()), MIDNIGHT))


def _joined(day: dt.date, time: Stored) -> Read[Stored]:
    join: Callable[[dt.date, dt.time], dt.datetime] = dt.datetime.combine
    return good(join(day, time)) if isinstance(time, dt.time) else _bad(Kind.DATETIME)
