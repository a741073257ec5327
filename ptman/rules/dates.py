"""Dates and months as offices write them: text in many forms, date cells and Excel's serial numbers."""

import datetime as dt
import math
import re

from ptman.labels import Label, Lang
from ptman.rules import text as texts
from ptman.rules.reading import Note, Read, bad, changed, good

MONTH_ONLY = Note("month-only", Label("只有年月，按当月 1 日", "only a month was given; its first day is taken"))
DAY_DROPPED = Note("day-dropped", Label("只取年月", "only the month was kept"))
TIME_DROPPED = Note("time-dropped", Label("去掉了时间", "time of day dropped"))
SERIAL = Note("excel-serial", Label("由 Excel 日期序号换算", "converted from Excel's serial number"))
FROM_NUMBER = Note("date-from-number", Label("由数字单元格按年月日读取", "digits of a numeric cell read as a date"))

FIRST_YEAR, LAST_YEAR = 1900, 2200


_WITH_TIME = re.compile(
    r"(?P<day>.+?)(?P<time>(?:T|(?: |(?<=[日号])) ?)[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?)?",
)
_SPACED = re.compile(" *([-/.年月日号]) *")
_DAY = re.compile(
    "([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})|([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]|([0-9]{4})([0-9]{2})([0-9]{2})",
)
_MONTH = re.compile("([0-9]{4})[-/.]([0-9]{1,2})|([0-9]{4})年([0-9]{1,2})月(?:份)?|([0-9]{4})([0-9]{2})")
_YEAR_LAST = re.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2[0-9]{4}")


def _bad_date() -> Read[dt.date]:
    return bad(
        "date-bad",
        f"{FIRST_YEAR}–{LAST_YEAR} 年间的日期，如 2026-03-01 或 2026年3月1日",
        f"a date of {FIRST_YEAR}–{LAST_YEAR}, such as 2026-03-01",
    )


def _calendar(numbers: list[str], *notes: Note) -> Read[dt.date]:
    year, month, day = (int(number) for number in [*numbers, "1"][:3])
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return _bad_date()
    return good(found, *notes) if FIRST_YEAR <= year <= LAST_YEAR else _bad_date()


def _judge(day: str) -> Read[dt.date]:
    if whole := _DAY.fullmatch(day):
        return _calendar([part for part in whole.groups() if part and part.isdigit()])
    if whole := _MONTH.fullmatch(day):
        return _calendar([part for part in whole.groups() if part], MONTH_ONLY)
    turned = _YEAR_LAST.fullmatch(day)
    if turned and max(int(turned[1]), int(turned[3])) <= 12:  # noqa: PLR2004 - either may be the month
        return bad(
            "date-ambiguous",
            "先写年的日期，如 2026-03-01；日和月的先后不明",
            "the year first, such as 2026-03-01; day and month cannot be told apart",
        )
    return _bad_date()


def _from_text(text: str) -> Read[dt.date]:
    def split(plain: str) -> Read[dt.date]:
        whole = _WITH_TIME.fullmatch(plain)
        if whole is None:
            return _bad_date()
        day = good(whole["day"], TIME_DROPPED) if whole["time"] else good(whole["day"])
        closed = _SPACED.sub(r"\1", whole["day"])
        return day.then(lambda seen: changed(seen, closed, texts.BLANKS)).then(_judge)

    return texts.clean(text).then(texts.half_width).then(texts.plain_dashes).then(split)


def _from_serial(serial: float, *, date1904: bool) -> Read[dt.date]:
    """Excel's 1900 system counts a 29 February 1900 that never was; serial 60 is that day."""
    days = int(serial)
    if not date1904 and days in {0, 60}:
        return _bad_date()
    epoch = dt.date(1904, 1, 1) if date1904 else dt.date(1899, 12, 30 if days > 60 else 31)  # noqa: PLR2004 - see above
    found = epoch + dt.timedelta(days=days)
    notes = (SERIAL,) if serial == days else (SERIAL, TIME_DROPPED)
    return good(found, *notes) if found.year <= LAST_YEAR else _bad_date()


def _from_number(number: float, *, date1904: bool) -> Read[dt.date]:
    """A serial number, or the digits 20260301 or 202603; a bare year is refused, as a serial it would be in 1905."""
    if not math.isfinite(number) or not 0 <= number < 10**8:
        return _bad_date()
    if FIRST_YEAR <= number <= LAST_YEAR:
        return bad("date-year-only", "完整的日期，不只是年份", "a whole date, not only a year")
    if number == int(number) and number >= FIRST_YEAR * 100:
        return _from_text(str(int(number))).then(lambda found: good(found, FROM_NUMBER))
    return _from_serial(number, date1904=date1904)


def date(value: str | float | dt.date, *, date1904: bool = False) -> Read[dt.date]:
    """A day (domain.md §8.3); a month alone gives its first day and the note `month-only`.

    Numbers are serials of Excel's 1900 system, or of the 1904 system where the workbook says `date1904`.
    """
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, dt.datetime):
        timed = value.time() != dt.time()
        return _calendar(value.strftime("%Y %m %d").split(), *((TIME_DROPPED,) if timed else ()))
    if isinstance(value, dt.date):
        return good(value) if FIRST_YEAR <= value.year <= LAST_YEAR else _bad_date()
    return _bad_date() if isinstance(value, bool) else _from_number(value, date1904=date1904)


def month(value: str | float | dt.date, *, date1904: bool = False) -> Read[dt.date]:
    """A month as its first day; a later day is dropped and noted."""
    found = date(value, date1904=date1904)
    if found.value is None:
        return found
    notes = tuple(note for note in found.notes if note != MONTH_ONLY)
    dropped = () if found.value.day == 1 else (DAY_DROPPED,)
    return good(found.value.replace(day=1), *notes, *dropped)


def iso(day: dt.date) -> str:
    return day.isoformat()


def iso_month(day: dt.date) -> str:
    return day.isoformat()[:7]


def prose(day: dt.date) -> str:
    """As letters write it: 2026年9月10日."""
    return f"{day.year}年{day.month}月{day.day}日"


def said(day: dt.date | None, lang: Lang) -> str:
    """As the papers of each language write it; a dash where there is none."""
    if day is None:
        return "—"
    return prose(day) if lang is Lang.ZH else iso(day)
