"""How the papers of meetings say days, hours, people and what is empty, in both languages."""

from datetime import time

from ptman.aspects.negotiation.rows import ActionRow, AttendeeRow, MeetingRow
from ptman.labels import Lang
from ptman.letters import numerals
from ptman.models.choices_negotiation import AttendeeRole
from ptman.rules import dates

NONE = "—"


def hours(start: time | None, end: time | None) -> str:
    if start is None:
        return ""
    return f"{start:%H:%M}" + (f"–{end:%H:%M}" if end is not None else "")


def when(meeting: MeetingRow, lang: Lang) -> str:
    between = "" if lang is Lang.ZH else " "
    return f"{dates.said(meeting.on, lang)}{between}{hours(meeting.starts, meeting.ends)}".strip()


def where(meeting: MeetingRow, lang: Lang) -> str:
    online = {Lang.ZH: "可线上参会", Lang.EN: "online possible"}[lang]
    if not meeting.online:
        return meeting.place or NONE
    return (
        f"{meeting.place}（{online}）"
        if lang is Lang.ZH and meeting.place
        else (f"{meeting.place} ({online})" if meeting.place else online)
    )


def numbered(at: int, title: str, lang: Lang) -> str:
    return f"{numerals.chinese(at)}、{title}" if lang is Lang.ZH else f"{at} {title}"


def who(one: AttendeeRow) -> str:
    post = f" {one.post}" if one.post else ""
    return f"{one.name}{post}"


def by_unit(people: tuple[AttendeeRow, ...], role: AttendeeRole, lang: Lang) -> str:
    """工程师学院：林景明 副院长、沈书宁；… — the people of one role, unit by unit."""
    units: dict[str, list[str]] = {}
    for one in people:
        if one.role is role:
            units.setdefault(one.unit, []).append(who(one))
    colon, comma, stop = ("：", "、", "；") if lang is Lang.ZH else (": ", ", ", "; ")
    return stop.join((f"{unit}{colon}" if unit else "") + comma.join(names) for unit, names in units.items())


def lead(one: ActionRow, own: str) -> str:
    """The unit that leads; the office itself where none is named."""
    return one.lead or own
