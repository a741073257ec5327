"""Calls the next meeting of a series: numbered, with those who came last time and what is open on its agenda."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.models import Meeting, MeetingAttendee, MeetingSeries, MeetingSeriesMember, MeetingTopic, Organisation
from ptman.models.choices_negotiation import AttendeeRole, MeetingStatus
from ptman.register import titles

YEAR, USUAL = 365, 4
HEAD = "HS"
FIRST_TOPIC = "上次会议议定事项落实情况"
CAME = frozenset({AttendeeRole.ATTEND, AttendeeRole.OBSERVE})


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series, and the day on which its next meeting would be held."""

    id: str
    name: str
    convener: str
    members: tuple[str, ...]
    next_on: date


def series(session: Session, today: date) -> tuple[SeriesRow, ...]:
    """Every series that is not retired, by name."""
    query = select(MeetingSeries).where(MeetingSeries.retired_on.is_(None)).order_by(MeetingSeries.name)
    return tuple(
        SeriesRow(one.id, one.name, one.convener or "", _members(session, one.id), next_day(session, one, today))
        for one in session.scalars(query)
    )


def next_day(session: Session, of: MeetingSeries, today: date) -> date:
    """The day the last meeting named, else as often as the series says; never before tomorrow."""
    last = _last(session, of.id)
    tomorrow = today + timedelta(days=1)
    if last is None:
        return tomorrow
    wanted = last.next_on or last.planned_on + timedelta(days=YEAR // (of.per_year or USUAL))
    return max(wanted, tomorrow)


def call(session: Session, series_id: str, day: date) -> str:
    """A planned meeting of the series on that day; its id. What is open carries over to it by itself."""
    of = session.get(MeetingSeries, series_id)
    if of is None:
        raise titles.gone("meeting_series")
    last = _last(session, of.id)
    seq = (session.scalar(select(func.max(Meeting.seq_in_series)).where(Meeting.series_id == of.id)) or 0) + 1
    made = Meeting(meeting_no=_number(session, of.id, day), series_id=of.id, seq_in_series=seq, kind=of.kind)
    made.title, made.planned_on, made.place = titled(of.name, seq), day, of.place
    made.host_name, made.host_post, made.recorder = of.convener, of.convener_post, of.liaison
    if last is not None:
        made.starts_at, made.ends_at, made.online = last.starts_at, last.ends_at, last.online
    session.add(made)
    session.flush()  # its parts need its id
    _invite(session, made, of, last)
    if last is not None:
        session.add(MeetingTopic(meeting_id=made.id, seq=1, title=FIRST_TOPIC, aspect_code="A1", presenter=of.liaison))
    journal.say(session, f"安排会议 {made.meeting_no} {made.title}", f"Plan the meeting {made.meeting_no} {made.title}")
    return made.id


def titled(series_name: str, seq: int) -> str:
    """What the meeting of that number in a series is called."""
    return f"第{seq}次{series_name.removesuffix('会议')}会议"


def _invite(session: Session, made: Meeting, of: MeetingSeries, last: Meeting | None) -> None:
    """Those who were called last time; at the first meeting those who stand for the members."""
    if last is not None:
        came = select(MeetingAttendee).where(MeetingAttendee.meeting_id == last.id).order_by(MeetingAttendee.seq)
        people = [(one.name, one.unit, one.post, one.role, one.email) for one in session.scalars(came)]
    else:
        member = MeetingSeriesMember
        query = (
            select(member.representative, Organisation.name, member.post)
            .join(Organisation, member.organisation_id == Organisation.id)
            .where(member.series_id == of.id, member.representative.is_not(None))
            .order_by(Organisation.name)
        )
        people = [(who or "", unit, post, AttendeeRole.ATTEND, None) for who, unit, post in session.execute(query)]
    for seq, (name, unit, post, role, email) in enumerate(people, 1):
        wanted = role if role in CAME else AttendeeRole.ATTEND
        session.add(
            MeetingAttendee(meeting_id=made.id, seq=seq, name=name, unit=unit, post=post, role=wanted, email=email)
        )


def _last(session: Session, series_id: str) -> Meeting | None:
    """The latest meeting of the series that was not called off."""
    query = select(Meeting).where(
        Meeting.series_id == series_id, Meeting.retired_on.is_(None), Meeting.status != MeetingStatus.CANCELLED
    )
    return session.scalars(query.order_by(Meeting.planned_on.desc(), Meeting.id.desc()).limit(1)).first()


def _number(session: Session, series_id: str, day: date) -> str:
    """The head of the series' own numbers, the year, and the next number that is free."""
    own = session.scalar(
        select(Meeting.meeting_no).where(Meeting.series_id == series_id).order_by(Meeting.planned_on.desc()).limit(1)
    )
    head = f"{(own or HEAD).partition('-')[0]}-{day.year}-"
    taken = set(session.scalars(select(Meeting.meeting_no).where(Meeting.meeting_no.startswith(head))))
    return next(text for at in range(1, len(taken) + 2) if (text := f"{head}{at:02d}") not in taken)


def _members(session: Session, series_id: str) -> tuple[str, ...]:
    query = select(Organisation.name).join(MeetingSeriesMember, MeetingSeriesMember.organisation_id == Organisation.id)
    return tuple(session.scalars(query.where(MeetingSeriesMember.series_id == series_id).order_by(Organisation.name)))
