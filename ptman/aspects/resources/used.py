"""What was used in a year: whose it was, by whom, how long, and how it was judged."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import Organisation, ResourceUse, TeachingResource
from ptman.models.choices_resources import ResourceKind, UsePurpose, UseStatus
from ptman.rules.teaching.sharing import Amount

HAPPENED = frozenset({UseStatus.IN_USE, UseStatus.RETURNED, UseStatus.EVALUATED})
OURS = Label("本院", "Us")
US = ""
"""The key of the office's own institute among the units."""
A_TENTH = 6
"""Minutes in a tenth of an hour."""


@dataclass(frozen=True, slots=True)
class UsedRow:
    """One use that took place; `owner` and `user_unit` are ids of units, or `US`."""

    id: str
    number: str
    resource_id: str
    resource: str
    kind: ResourceKind
    owner: str
    user_unit: str
    user: str
    subject: str
    purpose: UsePurpose
    on: date
    amount: Amount
    score: int | None


def uses(session: Session, year: int) -> tuple[UsedRow, ...]:
    """Every use that began in the year, but for maintenance, by day."""
    first, last = datetime(year, 1, 1), datetime(year + 1, 1, 1)  # noqa: DTZ001 the office's own time
    query = (
        select(ResourceUse, TeachingResource)
        .join(TeachingResource, TeachingResource.id == ResourceUse.resource_id)
        .where(
            ResourceUse.retired_on.is_(None),
            ResourceUse.status.in_(HAPPENED),
            ResourceUse.purpose != UsePurpose.MAINTENANCE,
            ResourceUse.starts_at >= first,
            ResourceUse.starts_at < last,
        )
        .order_by(ResourceUse.starts_at, ResourceUse.use_no)
    )
    return tuple(_row(use, resource) for use, resource in session.execute(query))


def years(session: Session, today: date) -> tuple[int, ...]:
    """This year and every earlier one in which something was used, the latest first."""
    query = select(ResourceUse.starts_at).where(ResourceUse.status.in_(HAPPENED), ResourceUse.retired_on.is_(None))
    known = {moment.year for moment in session.scalars(query)}
    return tuple(sorted({one for one in known if one <= today.year} | {today.year}, reverse=True))


def names(session: Session) -> dict[str, Label]:
    """What units are called, also our own."""
    query = select(Organisation.id, Organisation.name, Organisation.name_en)
    found = {key: Label(name, english or name) for key, name, english in session.execute(query)}
    return {US: OURS} | found


def _row(use: ResourceUse, resource: TeachingResource) -> UsedRow:
    return UsedRow(
        use.id,
        use.use_no,
        resource.id,
        resource.name,
        resource.kind,
        resource.owner_id or US,
        use.unit_id or US,
        use.user_name,
        use.subject,
        use.purpose,
        use.starts_at.date(),
        Amount(1, use.headcount, minutes(use)),
        use.score,
    )


def minutes(use: ResourceUse) -> int:
    """The time really used where that was noted, else as booked."""
    if use.machine_hours is not None:
        return use.machine_hours * A_TENTH
    return (use.ends_at - use.starts_at) // timedelta(minutes=1)
