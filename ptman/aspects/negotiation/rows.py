"""What regular negotiation hands out: meetings, topics, action items, promises as plain values."""

from dataclasses import dataclass
from datetime import date, time

from ptman.models.choices_negotiation import (
    ActionStatus,
    AttendeeRole,
    CommitmentKind,
    CommitmentStatus,
    MeetingKind,
    MeetingStatus,
)
from ptman.register.cards import Ref


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting; `series` is empty where it stands alone."""

    ref: Ref
    number: str
    title: str
    series: str
    series_name: str
    kind: MeetingKind
    on: date
    starts: time | None
    ends: time | None
    place: str
    online: bool
    host: str
    host_post: str
    recorder: str
    minutes_no: str
    next_on: date | None
    status: MeetingStatus


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    ref: Ref
    name: str
    unit: str
    post: str
    role: AttendeeRole
    signed_in: bool
    email: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One item of the agenda; `aspect` is the code, `aspect_name` what it is called."""

    ref: Ref
    seq: int
    title: str
    aspect: str
    aspect_name: str
    presenter: str
    summary: str
    resolution: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action item as of a day; an empty `lead` is the office itself. `days_late` is 0 where it is in time."""

    ref: Ref
    number: str
    content: str
    meeting: str
    source: str
    raised_on: date
    topic: str
    lead_id: str
    lead: str
    owner: str
    co_units: str
    due_on: date | None
    priority: int
    progress: int
    status: ActionStatus
    evidence: str
    postponed_times: int
    closed_on: date | None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One commitment; `applied` counts the periods whose seats come from it."""

    ref: Ref
    number: str
    content: str
    kind: CommitmentKind
    partner_id: str
    partner: str
    meeting: str
    source: str
    topic: str
    amount: int
    unit: str
    delivered: int
    base_id: str
    base: str
    from_on: date
    until_on: date | None
    status: CommitmentStatus
    applied: int

    @property
    def of_seats(self) -> bool:
        return self.kind is CommitmentKind.SEATS

    @property
    def confirmed(self) -> bool:
        return self.status is CommitmentStatus.CONFIRMED

    @property
    def standing(self) -> bool:
        """Whether it is still to be delivered."""
        return self.status in {CommitmentStatus.PROPOSED, CommitmentStatus.CONFIRMED}


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting with everything on its table: what is carried over, its topics, what they raised."""

    meeting: MeetingRow
    attendees: tuple[AttendeeRow, ...]
    topics: tuple[TopicRow, ...]
    carried: tuple[ActionRow, ...]
    raised: tuple[ActionRow, ...]
    promises: tuple[PromiseRow, ...]
