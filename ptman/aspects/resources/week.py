"""One week of the shared resources that are booked: who has what when, what is asked for, and what would clash."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ptman.aspects.resources import used
from ptman.labels import Label
from ptman.models import ResourceUse, TeachingResource
from ptman.models.choices_resources import Booking, ResourceKind, ResourceStatus, UsePurpose, UseStatus
from ptman.models.resource_uses import HOLDING
from ptman.register import bookings
from ptman.register.cards import Ref
from ptman.rules.machines.teaching import RESOURCE_USE
from ptman.rules.teaching import bookings as spans
from ptman.rules.teaching.bookings import Booking as Span

DAYS = 7
GONE = frozenset({UseStatus.REJECTED, UseStatus.CANCELLED})
LATE = "overdue"
MOVABLE = frozenset({UseStatus.REQUESTED, UseStatus.APPROVED})


@dataclass(frozen=True, slots=True)
class Bookable:
    """A resource that can be booked by the hour; `opens` and `closes` are its hours where it has any."""

    id: str
    number: str
    name: str
    kind: ResourceKind
    owner: Label
    booking: Booking
    capacity: int | None
    opens: time | None
    closes: time | None


@dataclass(frozen=True, slots=True)
class UseRow:
    """One use in the week; `late` says what its dates say of its state."""

    ref: Ref
    number: str
    resource_id: str
    resource: str
    subject: str
    user: str
    unit: Label
    starts: datetime
    ends: datetime
    headcount: int
    purpose: UsePurpose
    status: UseStatus
    late: Label | None = None

    @property
    def holds(self) -> bool:
        return self.status in HOLDING

    @property
    def movable(self) -> bool:
        return self.status in MOVABLE


@dataclass(frozen=True, slots=True)
class Asked:
    """A span that somebody is about to book, or to move the use `own` to."""

    resource_id: str
    starts: datetime
    ends: datetime
    headcount: int = 1
    purpose: UsePurpose = UsePurpose.TEACHING
    own: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    monday: date
    resources: tuple[Bookable, ...]
    uses: tuple[UseRow, ...]
    waiting: int

    def of(self, shown: Iterable[str]) -> tuple[UseRow, ...]:
        """The uses of these resources."""
        keys = frozenset(shown)
        return tuple(one for one in self.uses if one.resource_id in keys)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week(session: Session, day: date, today: date) -> Week:
    """The week of that day, Monday to Sunday; `waiting` requests of any day have not been answered."""
    first = monday(day)
    uses = _uses(session, first, today)
    waits = select(ResourceUse.id).where(ResourceUse.status == UseStatus.REQUESTED, ResourceUse.retired_on.is_(None))
    return Week(first, _resources(session, {one.resource_id for one in uses}), uses, len(session.scalars(waits).all()))


def in_the_way(found: Week, asked: Asked) -> tuple[UseRow, ...]:
    """Who has it then, as far as this week shows; the write asks the office again."""
    resource = next((one for one in found.resources if one.id == asked.resource_id), None)
    if resource is None or resource.booking is Booking.FREE:
        return ()
    held = {one.ref.id: one for one in found.uses if one.resource_id == resource.id and one.holds}
    taken = [Span(key, one.starts, one.ends, _much(one, resource)) for key, one in held.items()]
    wanted = Span(asked.own, asked.starts, asked.ends, _much(asked, resource))
    clashing = spans.clashes(wanted, taken, (resource.capacity or 1) if resource.booking is Booking.SHARE else 1)
    return tuple(held[one.key] for one in clashing)


def said(clashing: Iterable[UseRow]) -> Label:
    """Who and when, of each."""
    names = [
        Label(f"{one.user} {when}（{one.subject}）", f"{one.user} {when} ({one.subject})")
        for one in clashing
        for when in (bookings.span(one.starts, one.ends).partition(" ")[2],)
    ]
    return Label("、".join(one.zh for one in names), ", ".join(one.en for one in names))


def _much(one: UseRow | Asked, resource: Bookable) -> int:
    return bookings.amount(one.headcount, one.purpose, resource.booking, resource.capacity)


def _uses(session: Session, first: date, today: date) -> tuple[UseRow, ...]:
    start = datetime.combine(first, time())
    query = (
        select(ResourceUse, TeachingResource.name)
        .join(TeachingResource, TeachingResource.id == ResourceUse.resource_id)
        .where(
            ResourceUse.retired_on.is_(None),
            ResourceUse.status.not_in(GONE),
            ResourceUse.starts_at < start + timedelta(days=DAYS),
            ResourceUse.ends_at > start,
        )
        .order_by(ResourceUse.starts_at, ResourceUse.use_no)
    )
    named = used.names(session)
    return tuple(_use(one, name, named[one.unit_id or used.US], today) for one, name in session.execute(query))


def _use(one: ResourceUse, resource: str, unit: Label, today: date) -> UseRow:
    days = {"starts_on": one.starts_at.date(), "ends_on": one.ends_at.date()}
    seen = RESOURCE_USE.seen(one.status.value, days, today)
    return UseRow(
        Ref("resource_use", one.id, one.version),
        one.use_no,
        one.resource_id,
        resource,
        one.subject,
        one.user_name,
        unit,
        one.starts_at,
        one.ends_at,
        one.headcount,
        one.purpose,
        one.status,
        seen.label if seen is not None and seen.key == LATE else None,
    )


def _resources(session: Session, in_use: set[str]) -> tuple[Bookable, ...]:
    """What may be booked, and what is in use this week whatever it is; laboratories first."""
    query = select(TeachingResource).where(
        or_(
            TeachingResource.id.in_(in_use),
            (TeachingResource.booking != Booking.FREE)
            & (TeachingResource.status == ResourceStatus.PUBLISHED)
            & TeachingResource.retired_on.is_(None),
        )
    )
    named = used.names(session)
    found = [
        Bookable(
            one.id,
            one.resource_no,
            one.name,
            one.kind,
            named[one.owner_id or used.US],
            one.booking,
            one.capacity,
            one.opens_at,
            one.closes_at,
        )
        for one in session.scalars(query)
    ]
    return tuple(sorted(found, key=lambda one: (one.kind is not ResourceKind.LAB, one.number)))
