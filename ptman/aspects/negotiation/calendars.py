"""Meetings and due days as calendar files (.ics): an invitation, or everything that falls due."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ptman.aspects.negotiation.rows import ActionRow, Agenda, MeetingRow
from ptman.models.choices_negotiation import AttendeeRole, MeetingStatus
from ptman.reports import calendar_file
from ptman.reports.calendar_file import Entry, Guest, Standing

LONG = timedelta(hours=2)
"""How long a meeting takes that names no end."""
DAY = timedelta(days=1)


def invitation(agenda: Agenda, stamped: datetime) -> bytes:
    """The meeting with its agenda, place and those invited, and a reminder the day before."""
    meeting = agenda.meeting
    lines = [f"{one.seq}. {one.title}" for one in agenda.topics]
    lines += [f"· {one.number} {one.content}" for one in agenda.carried]
    starts, ends = _times(meeting)
    entry = Entry(
        meeting.ref.id,
        meeting.ref.version,
        meeting.title,
        starts,
        ends,
        meeting.place,
        "\n".join(lines),
        Standing.CANCELLED if meeting.status is MeetingStatus.CANCELLED else Standing.CONFIRMED,
        tuple(
            Guest(one.name, one.email, one.role is AttendeeRole.ATTEND)
            for one in agenda.attendees
            if one.email and one.role in {AttendeeRole.ATTEND, AttendeeRole.OBSERVE}
        ),
    )
    return calendar_file.written([entry], stamped)


def due_days(rows: Iterable[ActionRow], stamped: datetime) -> bytes:
    """Every action item that has a due day as an entry of that whole day, with a reminder the day before."""
    entries = [
        Entry(
            row.ref.id,
            row.ref.version,
            f"{row.number} {row.content}",
            row.due_on,
            row.due_on + DAY,
            words="，".join(part for part in (row.lead, row.owner, row.source) if part),
            reminder=row.content,
        )
        for row in rows
        if row.due_on is not None
    ]
    return calendar_file.written(entries, stamped)


def _times(meeting: MeetingRow) -> tuple[date, date]:
    """A whole day where no hour is named."""
    if meeting.starts is None:
        return meeting.on, meeting.on + DAY
    first = datetime.combine(meeting.on, meeting.starts)
    return first, datetime.combine(meeting.on, meeting.ends) if meeting.ends is not None else first + LONG
