"""Guidance of a term: who was guided how often by which supervisor, quick entry for many, and who has had none."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.aspects.double import naming
from ptman.aspects.double.naming import Someone
from ptman.models import GuidanceRecord, Student, Supervision
from ptman.models.choices import Role
from ptman.register import standing
from ptman.rules.supervisors import guiding
from ptman.rules.supervisors.guiding import Term

LEAST, STARTS = "guidance.min_per_term", "guidance.term_starts"
Pair = tuple[str, Role]
"""A student and the role of who guides."""


@dataclass(frozen=True, slots=True)
class GuidedRow:
    """One student and one of their supervisors; `months` go with those of the term."""

    student: str
    number: str
    name: str
    role: Role
    guide: Someone
    months: tuple[int, ...]
    last_on: date | None
    short: bool

    @property
    def key(self) -> str:
        return f"{self.student}/{self.role.value}"

    @property
    def total(self) -> int:
        return sum(self.months)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The term of a day, with everybody who is guided then; `least` is what the rule asks for."""

    term: Term
    least: int
    rows: tuple[GuidedRow, ...]

    @property
    def none(self) -> int:
        return sum(not one.total for one in self.rows)


def pair(key: str) -> Pair:
    """Student and role of a row's key."""
    student, _, role = key.partition("/")
    return student, Role(role)


def matrix(session: Session, today: date) -> Matrix:
    """Everybody who has a supervisor today, by student number."""
    term = guiding.term(today, parameters.value(session, STARTS, today.year))
    least = parameters.number(session, LEAST, today.year)
    names = naming.names(session)
    active = set(session.scalars(select(Student.id).where(Student.status.in_(standing.ACTIVE))))
    given, last = _given(session, term)
    rows = [
        GuidedRow(
            who,
            names.students[who].number,
            names.students[who].name,
            role,
            names.people[guide.supervisor],
            (months := tuple(given[who, role, month] for month in term.months)),
            last.get((who, role)),
            sum(months) < least,
        )
        for (who, role), guide in standing.guides(session, today).items()
        if who in active
    ]
    return Matrix(term, least, tuple(sorted(rows, key=lambda one: (one.number, one.role.value))))


def times(session: Session, first: date, last: date) -> Counter[str]:
    """How often each supervisor guided between two days, by the supervisor's id."""
    spans = session.scalars(select(Supervision).where(Supervision.retired_on.is_(None))).all()
    by_id = {one.id: one for one in spans}
    query = select(GuidanceRecord).where(
        GuidanceRecord.guided_on.between(first, last), GuidanceRecord.retired_on.is_(None)
    )
    found: Counter[str] = Counter()
    for record in session.scalars(query):
        span = by_id.get(record.supervision_id or "") or _spanning(spans, record)
        if span is not None:
            found[span.industry_supervisor_id or span.academic_supervisor_id or ""] += 1
    return found


def _spanning(spans: Iterable[Supervision], record: GuidanceRecord) -> Supervision | None:
    """Who had that role on the day, for a record that came without saying so."""
    who, on = (record.student_id, record.role), record.guided_on
    return next((one for one in spans if (one.student_id, one.role) == who and covers(one, on)), None)


def covers(one: Supervision, on: date) -> bool:
    return one.starts_on <= on and (one.ends_on is None or on <= one.ends_on)


def _given(session: Session, term: Term) -> tuple[Counter[tuple[str, Role, tuple[int, int]]], dict[Pair, date]]:
    """How often in each month of the term, and when last at all."""
    found: Counter[tuple[str, Role, tuple[int, int]]] = Counter()
    last: dict[Pair, date] = {}
    one = GuidanceRecord
    query = select(one.student_id, one.role, one.guided_on).where(one.retired_on.is_(None))
    for who, role, on in session.execute(query.order_by(one.guided_on)):
        last[who, role] = on
        if term.holds(on):
            found[who, role, (on.year, on.month)] += 1
    return found, last
