"""Meetings and due days as calendar files (.ics): an invitation, or everything that falls due."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from ptman.aspects.negotiation.rows import ActionRow, Agenda
from ptman.models.choices_negotiation import AttendeeRole, MeetingStatus

if TYPE_CHECKING:
    from icalendar import Event

# Chinese time has no summer time, so that an event needs no table of zones.
CHINA = timezone(timedelta(hours=8), "CST")
LONG = timedelta(hours=2)
"""How long a meeting takes that names no end."""
DAY_BEFORE = timedelta(days=-1)


def invitation(agenda: Agenda, stamped: datetime) -> bytes:
    """The meeting with its agenda, place and those invited, and a reminder the day before."""
    from icalendar import Event, vCalAddress, vText

    meeting = agenda.meeting
    event = Event()
    event.add("uid", f"{meeting.ref.id}@ptman")
    event.add("dtstamp", stamped.astimezone(UTC))
    event.add("sequence", meeting.ref.version)
    event.add("summary", meeting.title)
    if meeting.place:
        event.add("location", meeting.place)
    _times(event, meeting.on, meeting.starts, meeting.ends)
    lines = [f"{one.seq}. {one.title}" for one in agenda.topics]
    lines += [f"· {one.number} {one.content}" for one in agenda.carried]
    if lines:
        event.add("description", "\n".join(lines))
    event.add("status", "CANCELLED" if meeting.status is MeetingStatus.CANCELLED else "CONFIRMED")
    for one in agenda.attendees:
        if one.email and one.role in {AttendeeRole.ATTEND, AttendeeRole.OBSERVE}:
            address = vCalAddress(f"mailto:{one.email}")
            address.params["cn"] = vText(one.name)
            address.params["role"] = vText("REQ-PARTICIPANT" if one.role is AttendeeRole.ATTEND else "OPT-PARTICIPANT")
            event.add("attendee", address, encode=False)
    _remind(event, meeting.title)
    return _bytes([event])


def due_days(rows: Iterable[ActionRow], stamped: datetime) -> bytes:
    """Every action item that has a due day as an entry of that whole day, with a reminder the day before."""
    from icalendar import Event

    events = []
    for row in rows:
        if row.due_on is None:
            continue
        event = Event()
        event.add("uid", f"{row.ref.id}@ptman")
        event.add("dtstamp", stamped.astimezone(UTC))
        event.add("sequence", row.ref.version)
        event.add("summary", f"{row.number} {row.content}")
        event.add("dtstart", row.due_on)
        event.add("dtend", row.due_on + timedelta(days=1))
        words = "，".join(part for part in (row.lead, row.owner, row.source) if part)
        if words:
            event.add("description", words)
        _remind(event, row.content)
        events.append(event)
    return _bytes(events)


def _times(event: "Event", day: date, start: time | None, end: time | None) -> None:
    """A whole day where no hour is named."""
    if start is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    first = datetime.combine(day, start, CHINA)
    last = datetime.combine(day, end, CHINA) if end is not None else first + LONG
    event.add("dtstart", first.astimezone(UTC))
    event.add("dtend", last.astimezone(UTC))


def _remind(event: "Event", words: str) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", DAY_BEFORE)
    event.add_component(alarm)


def _bytes(events: list["Event"]) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//ptman//ptman//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())
