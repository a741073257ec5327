"""The practice of students as the title rules count it: stays that were not cancelled, and what counts of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import Placement, Student
from ptman.models.choices import PlacementStatus, StudyMode
from ptman.rules.months import Segment
from ptman.rules.practice.ledger import Stay, Terms


@dataclass(frozen=True, slots=True)
class Known:
    """One student's practice."""

    stays: tuple[Stay, ...]
    terms: Terms


@dataclass(frozen=True, slots=True)
class Practice:
    """The stays of students by student."""

    stays: Mapping[str, tuple[Stay, ...]]

    def of(self, one: Student) -> Known:
        """A full-time student's own post is no practice."""
        return Known(self.stays.get(one.id, ()), Terms(own_post=one.study_mode is StudyMode.PART_TIME))


def practice(session: Session, today: date, only: Collection[str] | None = None) -> Practice:
    del today
    query = select(Placement).where(Placement.retired_on.is_(None), Placement.status != PlacementStatus.CANCELLED)
    if only is not None:
        query = query.where(Placement.student_id.in_(only))
    found: dict[str, list[Stay]] = {}
    for one in session.scalars(query.order_by(Placement.starts_on)):
        stay = Stay(one.id, one.practice_form.value, Segment(one.starts_on, one.ends_on))
        found.setdefault(one.student_id, []).append(stay)
    return Practice({student: tuple(stays) for student, stays in found.items()})
