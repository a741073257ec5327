"""The assessment of a year: its school year, the level that a score makes, the decision that usually follows."""

from collections.abc import Mapping
from datetime import date

from ptman.rules.findings import Limit

FIRST_MONTH = 9
LEVELS = ("excellent", "good", "pass")
LOWEST = "fail"
GRADE = "supervisor.grade"
TENTHS = 10


def year_of(day: date) -> int:
    """The school year a day lies in, by the calendar year of its September."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def span(year: int) -> tuple[date, date]:
    """First and last day of a school year."""
    return date(year, FIRST_MONTH, 1), date(year + 1, FIRST_MONTH - 1, 31)


def level(score: int | None, limits: Mapping[str, Limit]) -> str | None:
    """The level of a score in tenths; None where there is no score, or a threshold is missing."""
    if score is None or any(f"{GRADE}.{one}" not in limits for one in LEVELS):
        return None
    return next((one for one in LEVELS if score >= limits[f"{GRADE}.{one}"].value * TENTHS), LOWEST)


def decision(found: str | None) -> str | None:
    """What usually follows: who fails is not renewed. None where there is no level."""
    if found is None:
        return None
    return "end" if found == LOWEST else "renew"
