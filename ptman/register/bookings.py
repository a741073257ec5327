"""What stands in the way of a use of a shared resource: who has it then, and how much of it is left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.listing import Value
from ptman.models import ResourceUse, TeachingResource
from ptman.models.choices_resources import Booking, UsePurpose
from ptman.models.resource_uses import HOLDING
from ptman.rules.teaching import bookings
from ptman.rules.teaching.bookings import Booking as Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """A use as it is asked for; `own` is its id where it is on file."""

    resource_id: str
    starts_at: datetime
    ends_at: datetime
    headcount: int = 1
    purpose: UsePurpose = UsePurpose.TEACHING
    own: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A use that is in the way: who has the resource, and when."""

    id: str
    number: str
    subject: str
    user: str
    starts_at: datetime
    ends_at: datetime
    headcount: int

    @property
    def said(self) -> Label:
        when = span(self.starts_at, self.ends_at)
        return Label(f"{self.number}（{self.user}，{when}）", f"{self.number} ({self.user}, {when})")


def span(start: datetime, end: datetime) -> str:
    """From when to when, the second day only where it is another."""
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M}–{last}"


def amount(headcount: int, purpose: UsePurpose, booking: Booking, capacity: int | None) -> int:
    """How much of the capacity a use takes: of what is had by one at a time all, and all for maintenance."""
    if booking is Booking.SHARE:
        return (capacity or 1) if purpose is UsePurpose.MAINTENANCE else headcount
    return 1


def in_the_way(session: Session, wanted: Wanted) -> tuple[Taken, ...]:
    """The uses that leave too little for the wanted one, in order of time; none where there is no limit."""
    resource = session.get_one(TeachingResource, wanted.resource_id)
    if resource.booking is Booking.FREE or wanted.ends_at <= wanted.starts_at:
        return ()
    found = {one.id: one for one in _meeting(session, wanted)}
    spans = (_span(one.id, one, resource) for one in found.values())
    asked = Span(
        wanted.own or "new",
        wanted.starts_at,
        wanted.ends_at,
        amount(wanted.headcount, wanted.purpose, resource.booking, resource.capacity),
    )
    clashing = bookings.clashes(asked, spans, _capacity(resource))
    return tuple(_taken(found[one.key]) for one in clashing)


def against(session: Session, wanted: Wanted) -> Label | None:
    """Why the time cannot be had, as a sentence; None where it is free."""
    resource = session.get_one(TeachingResource, wanted.resource_id)
    most = resource.capacity or 0
    if resource.booking is Booking.SHARE and wanted.purpose is not UsePurpose.MAINTENANCE and wanted.headcount > most:
        return Label(
            f"“{resource.name}”只有 {most} 人（套）的容量，申请了 {wanted.headcount}。",
            f"“{resource.name}” has room for {most}; {wanted.headcount} were asked for.",
        )
    clashing = in_the_way(session, wanted)
    if not clashing:
        return None
    names = listed(clashing)
    if resource.booking is Booking.SHARE:
        return Label(f"剩余容量不足：{names.zh}。", f"Too little is left beside {names.en}.")
    return Label(f"时间冲突：{names.zh}。", f"The time is taken by {names.en}.")


def faults(session: Session, values: Mapping[str, Value], own: str) -> dict[str, Label]:
    """For a form: what the time should have been, of a use that takes it."""
    start, end, count = values["starts_at"], values["ends_at"], values["headcount"]
    held = values["status"] in HOLDING and values["resource_id"]
    if not (held and isinstance(start, datetime) and isinstance(end, datetime) and isinstance(count, int)):
        return {}
    wanted = Wanted(str(values["resource_id"]), start, end, count, UsePurpose(str(values["purpose"])), own)
    clashing = in_the_way(session, wanted)
    if clashing:
        names = listed(clashing)
        return {"starts_at": Label(f"与 {names.zh} 不冲突的时间", f"a time that does not clash with {names.en}")}
    resource = session.get_one(TeachingResource, wanted.resource_id)
    if resource.booking is Booking.SHARE and count > (resource.capacity or 0):
        return {"headcount": Label(f"不超过 {resource.capacity} 的数", f"at most {resource.capacity}")}
    return {}


def listed(clashing: Iterable[Taken]) -> Label:
    names = [one.said for one in clashing]
    return Label("、".join(one.zh for one in names), ", ".join(one.en for one in names))


def _capacity(resource: TeachingResource) -> int:
    return (resource.capacity or 1) if resource.booking is Booking.SHARE else 1


def _span(key: str, one: ResourceUse, resource: TeachingResource) -> Span:
    much = amount(one.headcount, one.purpose, resource.booking, resource.capacity)
    return Span(key, one.starts_at, one.ends_at, much)


def _meeting(session: Session, wanted: Wanted) -> Iterable[ResourceUse]:
    return session.scalars(
        select(ResourceUse).where(
            ResourceUse.resource_id == wanted.resource_id,
            ResourceUse.id != wanted.own,
            ResourceUse.status.in_(HOLDING),
            ResourceUse.retired_on.is_(None),
            ResourceUse.starts_at < wanted.ends_at,
            ResourceUse.ends_at > wanted.starts_at,
        )
    )


def _taken(one: ResourceUse) -> Taken:
    return Taken(one.id, one.use_no, one.subject, one.user_name, one.starts_at, one.ends_at, one.headcount)
