"""Publicity of results in working days: Monday to Friday but for the days that the office names as free."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from ptman.labels import Label
from ptman.rules.findings import Finding, Limit, Standing, count

LABEL = Label("公示期", "Publicity")
CODE = "title.publicity_working_days"
FRIDAY = 4
_DAY = timedelta(days=1)
_SPAN = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s*[~～至]\s*([0-9]{4}-[0-9]{2}-[0-9]{2}))?")


def days_off(text: str) -> frozenset[date]:
    """The days in 2026-10-01~2026-10-07、2027-01-01; what is no date is passed over."""
    found: set[date] = set()
    for start, end in _SPAN.findall(text):
        try:
            first, last = date.fromisoformat(start), date.fromisoformat(end or start)
        except ValueError:
            continue
        found |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return frozenset(found)


def working_days(start: date, end: date, off: Collection[date] = ()) -> int:
    """How many working days lie from `start` to `end`, both included; 0 where it ends before it starts."""
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return sum(day.weekday() <= FRIDAY and day not in off for day in days)


def last_day(start: date, needed: int, off: Collection[date] = ()) -> date:
    """The day on which publicity from `start` on has lasted so many working days."""
    day, left = start, needed
    while True:
        if day.weekday() <= FRIDAY and day not in off:
            left -= 1
        if left <= 0:
            return day
        day += _DAY


def judge(start: date | None, end: date | None, least: Limit, off: Collection[date], today: date) -> Finding:
    """Whether publicity has lasted long enough and is over; IMPOSSIBLE never: it can always be prolonged."""
    threshold = Label(f"至少 {least.value} 个工作日", f"at least {count(least.value, 'working day')}")
    bare = Finding(CODE, LABEL, Standing.UNKNOWN, threshold=threshold, severity=least.severity, basis=least.basis)
    if start is None or end is None:
        return replace(bare, cure=Label("登记公示起止日期", "Enter the days of publicity"))
    lasted = working_days(start, end, off)
    value = Label(f"{lasted} 个工作日（{start} 至 {end}）", f"{count(lasted, 'working day')} ({start} to {end})")
    bare = replace(bare, standing=Standing.NOT_YET, value=value)
    if lasted < least.value:
        until = last_day(start, least.value, off)
        cure = Label(f"公示延长至 {until}", f"Prolong it until {until}")
        gap = Label(f"{least.value - lasted} 个工作日", count(least.value - lasted, "working day"))
        return replace(bare, gap=gap, earliest=until + _DAY, cure=cure)
    if today <= end:
        cure = Label(f"公示期满（{end}）后办理", f"Wait until it is over ({end})")
        return replace(bare, earliest=end + _DAY, cure=cure)
    return replace(bare, standing=Standing.MET)
