"""What the first page asks of the office: the morning of a cohort, and how far a new office has come."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ptman.labels import Label
from ptman.register import agenda, home, lists
from ptman.register.agenda import Item
from ptman.register.home import Home
from ui import out_of_date
from ui.home import not_returned
from ui.pieces import cohort_box

# The core's sessions are SQLAlchemy's, which the window does not know.
Session = Any


@dataclass(frozen=True, slots=True)
class Begun:
    """One of the first steps of a new office: what it brings in, how much of it is there, where it is done."""

    key: str
    title: Label
    why: Label
    count: int
    page: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Morning:
    """All that the first page shows. `begun` is empty once there are students."""

    cohorts: tuple[int, ...]
    cohort: int | None
    home: Home
    begun: tuple[Begun, ...]
    due: tuple[Item, ...] = ()


def morning(session: Session, today: date, wanted: str) -> Morning:
    """One moment of the office; `wanted` is the cohort chosen last, as the chooser remembers it."""
    cohorts = lists.cohorts(session)
    cohort = cohort_box.picked(wanted, cohorts, every=True)
    begun = () if cohorts else _begun(session, today)
    more = (*out_of_date.lines(session, today, cohort), *not_returned.lines(session, today, cohort))
    due = agenda.items(session, today, _month_end(today))
    return Morning(cohorts, cohort, home.home(session, today, cohort, more), begun, due)


def _month_end(today: date) -> date:
    """As far as Home looks ahead: the week to come, or the rest of the month where that is longer."""
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return max(next_month - timedelta(days=1), today + timedelta(days=agenda.WEEK - 1))


_IMPORTS = {
    "bases": (
        Label("导入实践基地", "Import the training bases"),
        Label("基地、所属单位、名额与协议", "Bases with their organisations, seats and agreements"),
    ),
    "supervisors": (
        Label("导入校内导师与企业导师", "Import academic and industry supervisors"),
        Label("可带人数、方向与聘期", "How many students they take, their fields and terms"),
    ),
    "students": (
        Label("导入学生名册", "Import the roster of students"),
        Label("学号、专业领域与入学日期", "Numbers, fields and dates of enrolment"),
    ),
    "preferences": (
        Label("导入志愿", "Import the preferences"),
        Label("学生对导师与基地的排序", "How students rank supervisors and bases"),
    ),
}
"""In this order each import finds what it refers to: choices name supervisors and bases."""
_PAIR = Begun(
    "pairing",
    Label("配对", "Pair them"),
    Label("为全部学生起草方案，看过再保留", "Propose for all students, look, then keep"),
    0,
    "pairing",
)


def _begun(session: Session, today: date) -> tuple[Begun, ...]:
    """The first steps; there are no students yet, so nobody has chosen either."""
    there = {
        "bases": len(lists.bases(session, today).rows),
        "supervisors": len(lists.supervisors(session, today).rows),
    }
    imports = (Begun(key, *said, there.get(key, 0), "import", key) for key, said in _IMPORTS.items())
    return (*imports, _PAIR)
