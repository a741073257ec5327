"""Writes pairings and placements: the old one ends or is cancelled, the new one begins, nothing is overwritten."""

import dataclasses
import itertools
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import states
from ptman.assign import asking
from ptman.assign.problem import Role
from ptman.assign.situation import Stay
from ptman.models import Agreement, Period, Placement, Supervision, choices
from ptman.models.choices import AgreementKind, Origin
from ptman.models.choices_bases import AgreementStatus
from ptman.rules.machines.placements import PLACEMENT

SERIES = "SJ"
_KEPT_AS = {Role.ACADEMIC: choices.Role.ACADEMIC, Role.INDUSTRY: choices.Role.INDUSTRY}


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One pairing or placement to begin."""

    student: str
    role: Role
    target: str
    origin: Origin
    reason: str | None = None
    locked: bool = False


class Writer:
    """Begins and ends pairings of one cohort within one write; ends must be flushed before their successors begin."""

    def __init__(self, session: Session, cohort: int, today: date) -> None:
        self.session, self.cohort, self.today = session, cohort, today
        self._numbers: Iterator[str] | None = None
        self._periods: dict[str, str] = {}

    def begin(self, entry: Entry, stay: Stay) -> None:
        self.session.add(self._placement(entry, stay) if entry.role is Role.BASE else self._supervision(entry))

    def end(self, role: Role, record: str, reason: str | None = None) -> None:
        """End a supervision today, or cancel a placement; the reason is kept with it."""
        if role is Role.BASE:
            placement = self.session.get_one(Placement, record)
            states.write(self.session, placement, PLACEMENT.move("cancel"), self.today, reason or "")
            placement.reason = reason or placement.reason
            return
        supervision = self.session.get_one(Supervision, record)
        supervision.ends_on = max(self.today, supervision.starts_on)
        supervision.reason = reason or supervision.reason

    def _supervision(self, entry: Entry) -> Supervision:
        academic = entry.role is Role.ACADEMIC
        return Supervision(
            student_id=entry.student,
            role=_KEPT_AS[entry.role],
            academic_supervisor_id=entry.target if academic else None,
            industry_supervisor_id=None if academic else entry.target,
            starts_on=self.today,
            origin=entry.origin,
            reason=entry.reason,
            locked=entry.locked,
        )

    def _placement(self, entry: Entry, stay: Stay) -> Placement:
        if self._numbers is None:
            self._numbers = _numbers(self.session, self.today.year)
        return Placement(
            placement_no=next(self._numbers),
            student_id=entry.student,
            base_id=entry.target,
            period_id=self._period(stay),
            starts_on=stay.starts_on,
            ends_on=stay.ends_on,
            agreement_id=_agreement(self.session, entry.target, stay.starts_on),
            origin=entry.origin,
            reason=entry.reason,
            locked=entry.locked,
        )

    def _period(self, stay: Stay) -> str:
        """The id of a period, which is made now where the office had set none."""
        if stay.id:
            return stay.id
        if stay.id not in self._periods:
            made = Period(cohort_year=self.cohort, name=stay.name, starts_on=stay.starts_on, ends_on=stay.ends_on)
            self.session.add(made)
            self.session.flush()  # the placements need its id
            self._periods[stay.id] = made.id
        return self._periods[stay.id]


def _numbers(session: Session, year: int) -> Iterator[str]:
    """SJ2026-0001 and on: the year of the placing, then the next number of that year."""
    head = f"{SERIES}{year}-"
    used = session.scalars(select(Placement.placement_no).where(Placement.placement_no.startswith(head)))
    tails = [text.removeprefix(head) for text in used]
    last = max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)
    return (f"{head}{n:04d}" for n in itertools.count(last + 1))


def _agreement(session: Session, base: str, day: date) -> str | None:
    """The base's agreement in force on a day; of several, the one that lasts longest."""
    rows = session.scalars(
        select(Agreement).where(
            Agreement.base_id == base,
            Agreement.kind == AgreementKind.BASE,
            Agreement.retired_on.is_(None),
            Agreement.status == AgreementStatus.SIGNED,
        )
    )
    fitting = [one for one in rows if asking.agreed(one).covers(day)]
    last = max(fitting, key=lambda one: (asking.agreed(one).ends_on or date.max, one.id), default=None)
    return last.id if last else None
