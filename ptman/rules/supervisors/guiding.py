"""Terms of the year and how often a student should be guided in one (domain §2.7)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ptman.labels import Label

DAY = re.compile(r"(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Term:
    """One term, first to last day."""

    start: date
    end: date

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Year and month of each month the term touches, in order."""
        found, year, month = [], self.start.year, self.start.month
        while (year, month) <= (self.end.year, self.end.month):
            found.append((year, month))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 months of a year
        return tuple(found)

    @property
    def label(self) -> Label:
        said = f"{self.start} – {self.end}"
        return Label(said, said)

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end


def term(day: date, starts: str) -> Term:
    """The term a day lies in, where terms begin on the days in `starts` (month-day); ValueError for no such days."""
    days = sorted({(int(month), int(dom)) for month, dom in DAY.findall(starts)})
    if not days:
        raise ValueError(f"no days in {starts!r}")
    begun = sorted(date(year, month, dom) for year in (day.year - 1, day.year, day.year + 1) for month, dom in days)
    last = max(one for one in begun if one <= day)
    return Term(last, min(one for one in begun if one > day) - timedelta(days=1))
