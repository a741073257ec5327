"""Seats of bases against those placed there, period by period."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.listing import Load
from ptman.models import BaseSeats, TrainingBase
from ptman.models.choices import BaseStatus
from ptman.register import names, standing


@dataclass(frozen=True, slots=True)
class Seats:
    """`loads` goes by base and period; `spare` is what a base has in a period for which none are set."""

    periods: tuple[names.Stretch, ...]
    loads: Mapping[tuple[str, str], Load]
    spare: Mapping[str, int]

    def of_base(self, base: str) -> Load:
        """All shown periods together; where there are none, the seats of one."""
        if not self.periods:
            return Load(0, self.spare[base])
        return total([self.loads[base, period.id] for period in self.periods])

    def of_period(self, period: str) -> Load:
        return total([self.loads[base, period] for base in self.spare])


def total(loads: Sequence[Load]) -> Load:
    return Load(sum(load.taken for load in loads), sum(load.of for load in loads))


def seats(session: Session, today: date, cohort: int | None = None) -> Seats:
    """The periods of a cohort, or of all cohorts those that have not ended; only bases in use have seats."""
    periods = tuple(
        period
        for period in names.periods(session).values()
        if (period.cohort == cohort if cohort is not None else period.ends_on >= today)
    )
    default = parameters.number(session, "base.seats_default", cohort or today.year)
    one = TrainingBase
    spare = {}
    for key, capacity, status, retired in session.execute(
        select(one.id, one.capacity_per_batch, one.status, one.retired_on)
    ):
        in_use = status is BaseStatus.ACTIVE and retired is None
        spare[key] = (default if capacity is None else capacity) if in_use else 0
    rows = session.execute(select(BaseSeats.base_id, BaseSeats.period_id, BaseSeats.seats))
    agreed = {(base, period): number for base, period, number in rows}
    taken = Counter((place.base, place.period) for place in standing.placements(session))
    loads = {
        (base, period.id): Load(taken[base, period.id], agreed.get((base, period.id), room))
        for base, room in spare.items()
        for period in periods
    }
    return Seats(periods, loads, spare)
