"""Gathers meetings with their topics, the items they carry over and raise, and what was promised at them."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.negotiation import items
from ptman.aspects.negotiation.rows import ActionRow, Agenda, AttendeeRow, MeetingRow, TopicRow
from ptman.models import (
    ActionItem,
    Commitment,
    CoopAspect,
    Meeting,
    MeetingAttendee,
    MeetingSeries,
    MeetingTopic,
)
from ptman.register import titles
from ptman.register.cards import Ref
from ptman.rules import negotiation

LOOSE = ""
"""The series of meetings that belong to none."""


def meetings(session: Session) -> tuple[MeetingRow, ...]:
    """Every meeting that is not retired, the latest first."""
    query = select(Meeting).where(Meeting.retired_on.is_(None))
    named = items.names(session, select(MeetingSeries.id, MeetingSeries.name))
    found = session.scalars(query.order_by(Meeting.planned_on.desc(), Meeting.meeting_no.desc()))
    return tuple(_meeting(one, named.get(one.series_id or "", "")) for one in found)


def meeting(session: Session, key: str) -> MeetingRow:
    """One meeting; PtmanError `no-record` where it is gone."""
    one = session.get(Meeting, key)
    if one is None:
        raise titles.gone("meeting")
    series = session.get(MeetingSeries, one.series_id or "")
    return _meeting(one, series.name if series else "")


def agenda(session: Session, key: str) -> Agenda:
    """Everything on the table of one meeting; PtmanError `no-record` where it is gone."""
    head = meeting(session, key)
    return Agenda(
        meeting=head,
        attendees=attendees(session, key),
        topics=topics(session, key),
        carried=carried(session, head),
        raised=items.actions(session, head.on, ActionItem.meeting_id == key),
        promises=items.promises(session, Commitment.meeting_id == key),
    )


def attendees(session: Session, key: str) -> tuple[AttendeeRow, ...]:
    mine = select(MeetingAttendee).where(MeetingAttendee.meeting_id == key).order_by(MeetingAttendee.seq)
    return tuple(
        AttendeeRow(
            Ref("meeting_attendee", one.id, one.version),
            one.name,
            one.unit or "",
            one.post or "",
            one.role,
            one.signed_in,
            one.email or "",
        )
        for one in session.scalars(mine)
    )


def topics(session: Session, key: str) -> tuple[TopicRow, ...]:
    aspects = items.names(session, select(CoopAspect.code, CoopAspect.name))
    mine = select(MeetingTopic).where(MeetingTopic.meeting_id == key).order_by(MeetingTopic.seq)
    return tuple(
        TopicRow(
            Ref("meeting_topic", one.id, one.version),
            one.seq,
            one.title,
            one.aspect_code or "",
            aspects.get(one.aspect_code or "", ""),
            one.presenter or "",
            one.summary or "",
            one.resolution or "",
        )
        for one in session.scalars(mine)
    )


def carried(session: Session, head: MeetingRow) -> tuple[ActionRow, ...]:
    """What earlier meetings of the series left open on the day of this one, the latest and most pressing first."""
    if head.series == LOOSE:
        return ()
    raised = select(Meeting.id).where(Meeting.series_id == head.series, Meeting.planned_on < head.on)
    rows = {row.ref.id: row for row in items.actions(session, head.on, ActionItem.meeting_id.in_(raised))}
    found = [
        negotiation.Item(key, _then(row, head.on), row.due_on, row.raised_on, row.priority) for key, row in rows.items()
    ]
    return tuple(replace(rows[one.item.key], days_late=one.days_late) for one in negotiation.carry(found, head.on))


def _then(row: ActionRow, day: date) -> str:
    """The state on the day of a meeting: what was settled later was still open."""
    return "open" if row.closed_on is not None and row.closed_on >= day else row.status.value


def _meeting(one: Meeting, series: str) -> MeetingRow:
    return MeetingRow(
        ref=Ref("meeting", one.id, one.version),
        number=one.meeting_no,
        title=one.title,
        series=one.series_id or LOOSE,
        series_name=series,
        kind=one.kind,
        on=one.planned_on,
        starts=one.starts_at,
        ends=one.ends_at,
        place=one.place or "",
        online=one.online,
        host=one.host_name or "",
        host_post=one.host_post or "",
        recorder=one.recorder or "",
        minutes_no=one.minutes_no or "",
        next_on=one.next_on,
        status=one.status,
    )
