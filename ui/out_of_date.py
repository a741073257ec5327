"""Letters that state what is no longer so: their lines on Home, and what the inspector says of one."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from ptman.labels import Label
from ptman.letters import radar
from ptman.letters.comparing import Change
from ptman.register.home import Line, Urgency

# The core's sessions are SQLAlchemy's, which the window does not know.
Session = Any

TAG = "stale"
STALE = Label("已过时", "Stale")
_LETTERS = Label("函件所述已过时", "Letters out of date")


def lines(session: Session, today: date, cohort: int | None) -> tuple[Line, ...]:
    """One line a cohort: the letters page shows one cohort at a time."""
    counts = Counter(one.cohort for one in radar.stale(session, today, cohort) if one.cohort is not None)
    return tuple(
        Line(f"letters.{TAG}.{year}", _label(year, cohort), count, Urgency.RED, "letters", f"{TAG}:{year}")
        for year, count in sorted(counts.items(), reverse=True)
    )


def counted(changes: Sequence[Change]) -> Label | None:
    """How many facts changed, for one cell; None where all holds."""
    count = len(changes)
    return Label(f"{count} 处已变", f"{count} changed") if count else None


def on_student(changes: Sequence[Change], name: str, student_no: str) -> Label | None:
    """What of a letter is out of date for one student; None where all that concerns them holds."""
    mine = [change.said() for change in changes if change.concerns(name, student_no)]
    if not mine:
        return None
    return Label(f"{STALE.zh}：{'；'.join(one.zh for one in mine)}", f"{STALE.en}: {'; '.join(one.en for one in mine)}")


def _label(year: int, cohort: int | None) -> Label:
    return _LETTERS if cohort is not None else _LETTERS.plus(Label(f"{year} 级", f"cohort {year}"), " · ")
