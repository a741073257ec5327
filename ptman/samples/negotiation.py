"""Invents a year of regular negotiation: two series, their meetings, what they resolved and what partners promised."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.negotiation import calling
from ptman.models import (
    Meeting,
    MeetingAttendee,
    MeetingSeries,
    MeetingSeriesMember,
    MeetingTopic,
    Organisation,
    TrainingBase,
)
from ptman.models.choices_negotiation import AttendeeRole, MeetingKind, MeetingStatus
from ptman.samples import negotiation_texts as texts
from ptman.samples import negotiation_work

MEMBERS = 3


def fill(session: Session, today: date) -> None:
    """Two series with their meetings, the last to come; nothing where the office has no partners with bases."""
    partners = _partners(session)
    if not partners:
        return
    liaison = _series(session, texts.LIAISON, MeetingKind.LIAISON, partners)
    conference = _series(session, texts.CONFERENCE, MeetingKind.JOINT_CONFERENCE, partners[:1])
    held = [
        _meeting(session, (liaison, seq), today + timedelta(days=days), status)
        for seq, (days, status) in enumerate(texts.MEETINGS, 1)
    ]
    other = _meeting(session, (conference, 1), today - timedelta(days=40), MeetingStatus.MINUTES_DRAFT)
    for meeting in (*held, other):
        _attendees(session, meeting, partners)
    topics = [_topics(session, meeting, at) for at, meeting in enumerate(held)]
    _topics(session, other, 0)
    negotiation_work.add(session, (held, topics), partners, today)
    journal.say(session, "登记定期会商样例", "Add sample meetings")


def _partners(session: Session) -> Sequence[Organisation]:
    """The hosts of the first bases, by the number of the base."""
    hosts = session.execute(select(TrainingBase.host_organisation_id).order_by(TrainingBase.base_no)).scalars()
    keys = list(dict.fromkeys(hosts))[:MEMBERS]
    return [session.get_one(Organisation, key) for key in keys]


def _series(session: Session, name: str, kind: MeetingKind, partners: Sequence[Organisation]) -> MeetingSeries:
    made = MeetingSeries(name=name, kind=kind, per_year=4 if kind is MeetingKind.LIAISON else 1)
    made.convener, made.convener_post = "林景明", "工程师学院副院长"
    made.liaison, made.place = "沈书宁", "工程师学院第一会议室"
    session.add(made)
    session.flush()  # the members need its id
    for partner, (who, post) in zip(partners, texts.REPRESENTATIVES, strict=False):
        session.add(MeetingSeriesMember(series_id=made.id, organisation_id=partner.id, representative=who, post=post))
    return made


def _meeting(session: Session, of: tuple[MeetingSeries, int], day: date, status: MeetingStatus) -> Meeting:
    series, seq = of
    head = "HS" if series.kind is MeetingKind.LIAISON else "LX"
    made = Meeting(
        meeting_no=f"{head}-{day.year}-{seq:02d}",
        series_id=series.id,
        seq_in_series=seq,
        title=calling.titled(series.name, seq),
        kind=series.kind,
        planned_on=day,
        status=status,
    )
    made.starts_at, made.ends_at = time(14, 0), time(16, 30)
    made.place, made.recorder = series.place, series.liaison
    made.host_name, made.host_post = series.convener, series.convener_post
    if status in {MeetingStatus.MINUTES_ISSUED, MeetingStatus.ARCHIVED}:
        made.minutes_no = f"工院纪要〔{day.year}〕{seq}号"
    session.add(made)
    session.flush()  # its parts need its id
    return made


def _attendees(session: Session, meeting: Meeting, partners: Sequence[Organisation]) -> None:
    there = meeting.status not in {MeetingStatus.PLANNED, MeetingStatus.NOTICE_SENT}
    rows = [("林景明", "工程师学院", "副院长", AttendeeRole.ATTEND)]
    rows += [
        (who, partner.name, post, AttendeeRole.ATTEND)
        for partner, (who, post) in zip(partners, texts.REPRESENTATIVES, strict=False)
    ]
    rows += [("沈书宁", "工程师学院", "项目办公室主任", AttendeeRole.OBSERVE)]
    rows += [("韩若溪", "研究生院", "培养处副处长", AttendeeRole.LEAVE)] if there else []
    for seq, (name, unit, post, role) in enumerate(rows, 1):
        one = MeetingAttendee(meeting_id=meeting.id, seq=seq, name=name, unit=unit, post=post, role=role)
        one.signed_in = there and role is not AttendeeRole.LEAVE
        one.email = f"guest{seq}@example.com"
        session.add(one)


def _topics(session: Session, meeting: Meeting, at: int) -> list[MeetingTopic]:
    made = []
    for seq, (aspect, title, presenter, summary, resolution) in enumerate(texts.TOPICS[at % len(texts.TOPICS)], 1):
        one = MeetingTopic(meeting_id=meeting.id, seq=seq, aspect_code=aspect, title=title, presenter=presenter)
        if meeting.status not in {MeetingStatus.PLANNED, MeetingStatus.NOTICE_SENT}:
            one.summary, one.resolution = summary, resolution
        session.add(one)
        made.append(one)
    session.flush()  # items and promises need their ids
    return made
