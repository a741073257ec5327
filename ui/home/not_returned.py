"""Letters that were sent and have not come back in time: their lines on Home."""

from datetime import date
from typing import Any

from ptman.labels import Label
from ptman.register import paper_lists
from ptman.register.home import Line, Urgency

# The core's sessions are SQLAlchemy's, which the window does not know.
Session = Any

TAG = "unreturned"
_LATE = Label("函件寄出后逾期未回", "Letters sent and not returned in time")


def lines(session: Session, today: date, cohort: int | None) -> tuple[Line, ...]:
    """One line a cohort, as the letters page shows one at a time; letters of no period show in each of them."""
    found = paper_lists.unreturned(session, today)
    shared = found.get(None, 0)
    years: list[int | None] = [year for year in found if year is not None and cohort in {None, year}]
    if not years and shared:
        years = [None]
    return tuple(
        Line(
            f"letters.{TAG}.{year}" if year else f"letters.{TAG}",
            _LATE if cohort is not None or year is None else _LATE.plus(Label(f"{year} 级", f"cohort {year}"), " · "),
            shared + (found[year] if year is not None else 0),
            Urgency.RED,
            "letters",
            f"{TAG}:{year}" if year else TAG,
        )
        for year in sorted(years, key=lambda one: -(one or 0))
    )
