"""Which policies cover whom: the rows of insurance as the guards, the placements and the coverage map ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import InsurancePolicy, Placement
from ptman.models.choices_bases import Insured, PolicyStatus
from ptman.rules import insurance
from ptman.rules.findings import Finding
from ptman.rules.insurance import Policy
from ptman.rules.months import Segment


@dataclass(frozen=True, slots=True)
class Stay:
    """A placement as far as insurance asks."""

    student_id: str
    base_id: str
    period_id: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Cover:
    """One policy and whom it insures; `of` is the id of the period, base or student, empty where everybody."""

    insured: Insured
    of: str
    days: Segment
    verified: bool

    def covers(self, placement: Placement | Stay) -> bool:
        """Whether the student of this placement is among those insured."""
        mine = {
            Insured.EVERYBODY: "",
            Insured.PERIOD: placement.period_id,
            Insured.BASE: placement.base_id,
            Insured.STUDENT: placement.student_id,
        }
        return mine[self.insured] == self.of


def covers(session: Session) -> tuple[Cover, ...]:
    """Every policy that has not been turned down."""
    one = InsurancePolicy
    rows = session.scalars(select(one).where(one.retired_on.is_(None), one.status != PolicyStatus.REJECTED))
    return tuple(
        Cover(row.insured, _of(row), Segment(row.effective_date, row.expiry_date), row.status is PolicyStatus.VERIFIED)
        for row in rows
    )


def judge(placement: Placement | Stay, known: Sequence[Cover]) -> Finding:
    """Whether verified policies cover every day of the placement."""
    mine = (Policy(one.days, one.verified) for one in known if one.covers(placement))
    return insurance.judge(Segment(placement.starts_on, placement.ends_on), mine)


def _of(row: InsurancePolicy) -> str:
    keys = {Insured.PERIOD: row.period_id, Insured.BASE: row.base_id, Insured.STUDENT: row.student_id}
    return keys.get(row.insured) or ""
