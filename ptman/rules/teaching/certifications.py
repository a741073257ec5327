"""Validity of certifications: dated rules by certificate, renewed by any exam of the same or a higher level."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ptman.rules import months


@dataclass(frozen=True, slots=True)
class Validity:
    """How long certificates of a level are valid when acquired from `since` on; of no level: of every one."""

    months: int
    since: date = date.min
    level: str = ""


@dataclass(frozen=True, slots=True)
class Exam:
    """One exam passed; for HCIE the day is that of the laboratory exam."""

    key: str
    vendor: str
    level: str
    acquired_on: date


LEVELS = ("HCIA", "HCIP", "HCIE")
"""From low to high; certificates of other kinds are renewed only by the same."""
DEFAULT_VALIDITY = (Validity(36),)


def valid_until(level: str, acquired_on: date, rules: Sequence[Validity] = DEFAULT_VALIDITY) -> date | None:
    """The last valid day: by the rule for the level that was in force, else the general one; None without any."""
    fitting = [one for one in rules if one.level in {"", level} and one.since <= acquired_on]
    if not fitting:
        return None
    rule = max(fitting, key=lambda one: (bool(one.level), one.since))
    return months.add_months(acquired_on, rule.months) - timedelta(days=1)


def renewed(exams: Iterable[Exam], rules: Sequence[Validity] = DEFAULT_VALIDITY) -> dict[str, date | None]:
    """Last valid day by exam; each is prolonged by later exams passed while it was still valid."""
    ordered = sorted(exams, key=lambda one: (one.acquired_on, one.key))
    found: dict[str, date | None] = {}
    for n, exam in enumerate(ordered):
        until = valid_until(exam.level, exam.acquired_on, rules)
        for later in ordered[n + 1 :]:
            if until is not None and later.acquired_on <= until and _renews(later, exam):
                until = max(until, valid_until(exam.level, later.acquired_on, rules) or until)
        found[exam.key] = until
    return found


def _renews(later: Exam, exam: Exam) -> bool:
    if later.vendor != exam.vendor:
        return False
    if later.level in LEVELS and exam.level in LEVELS:
        return LEVELS.index(later.level) >= LEVELS.index(exam.level)
    return later.level == exam.level
