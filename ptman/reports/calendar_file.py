"""Calendar files (.ics): entries with their times, those invited and a reminder the day before, in the order given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

# Chinese time has no summer time, so that an event needs no table of zones.
CHINA = timezone(timedelta(hours=8), "CST")
DAY_BEFORE = timedelta(days=-1)


class Standing(StrEnum):
    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody invited, who must come or may."""

    name: str
    email: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: from hour to hour by the office's own clock, or whole days, the last of which no longer belongs to it.

    `version` tells a later copy from an earlier; none stands where the day says enough.
    """

    id: str
    version: int
    title: str
    starts: date
    ends: date
    place: str = ""
    words: str = ""
    standing: Standing | None = None
    guests: tuple[Guest, ...] = ()
    reminder: str = ""


def written(entries: Iterable[Entry], stamped: datetime) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//ptman//ptman//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, stamped))
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamped: datetime) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{entry.id}@ptman")
    event.add("dtstamp", stamped.astimezone(UTC))
    event.add("sequence", entry.version)
    event.add("summary", entry.title)
    event.add("dtstart", _moment(entry.starts))
    event.add("dtend", _moment(entry.ends))
    for name, words in (("location", entry.place), ("description", entry.words)):
        if words:
            event.add(name, words)
    if entry.standing is not None:
        event.add("status", entry.standing.value)
    for guest in entry.guests:
        _invite(event, guest)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.reminder or entry.title)
    alarm.add("trigger", DAY_BEFORE)
    event.add_component(alarm)
    return event


def _invite(event: "Event", guest: Guest) -> None:
    from icalendar import vCalAddress, vText

    address = vCalAddress(f"mailto:{guest.email}")
    address.params["cn"] = vText(guest.name)
    address.params["role"] = vText("REQ-PARTICIPANT" if guest.required else "OPT-PARTICIPANT")
    event.add("attendee", address, encode=False)


def _moment(when: date) -> date:
    """That hour in China, as the world counts it; a day stays a day."""
    return when.replace(tzinfo=CHINA).astimezone(UTC) if isinstance(when, datetime) else when
