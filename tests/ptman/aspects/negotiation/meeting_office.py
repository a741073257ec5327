"""An office with a partner, a base, a series with a held and a planned meeting, an open item and a promise of seats."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from ptman.models import (
    ActionItem,
    Commitment,
    Meeting,
    MeetingAttendee,
    MeetingSeries,
    MeetingSeriesMember,
    MeetingTopic,
)
from ptman.models.choices_negotiation import AttendeeRole, CommitmentKind, CommitmentStatus, MeetingStatus
from tests import makers

TODAY = date(2026, 9, 20)


@dataclass(frozen=True, slots=True)
class Made:
    partner: str
    base: str
    series: str
    held: str
    topic: str
    item: str
    promise: str
    period: str


PEOPLE = (
    ("林景明", "工程师学院", AttendeeRole.ATTEND, None),
    ("高承泽", "星河通信有限公司", AttendeeRole.ATTEND, "gao@example.com"),
    ("韩若溪", "研究生院", AttendeeRole.LEAVE, None),
)


def make(session: Session) -> Made:
    partner = makers.organisation(session, "星河通信有限公司")
    base = makers.base(session, host=partner)
    period = makers.period(session)
    series = makers.added(session, MeetingSeries(name="校企会商", per_year=4, convener="林景明", liaison="沈书宁"))
    member = MeetingSeriesMember(series_id=series.id, organisation_id=partner.id, representative="高承泽")
    makers.added(session, member)
    held = _held(session, series.id)
    topic = MeetingTopic(meeting_id=held, seq=1, title="增加名额", summary="名额偏紧。")
    topic.resolution = "同意增加5个名额。"
    makers.added(session, topic)
    item = ActionItem(action_no="HS-2026-01-01", meeting_id=held, topic_id=topic.id, content="登记新增名额")
    item.owner, item.due_on = "沈书宁", date(2026, 9, 10)
    makers.added(session, item)
    promise = _promise(session, partner.id, base.id, topic)
    return Made(partner.id, base.id, series.id, held, topic.id, item.id, promise, period.id)


def _held(session: Session, series: str) -> str:
    held = Meeting(meeting_no="HS-2026-01", series_id=series, seq_in_series=1, title="第1次校企会商会议")
    held.planned_on, held.starts_at = date(2026, 7, 1), time(14, 0)
    held.host_name, held.status = "林景明", MeetingStatus.HELD
    makers.added(session, held)
    for seq, (name, unit, role, email) in enumerate(PEOPLE, 1):
        one = MeetingAttendee(meeting_id=held.id, seq=seq, name=name, unit=unit, role=role, email=email)
        makers.added(session, one)
    return held.id


def _promise(session: Session, partner: str, base: str, topic: MeetingTopic) -> str:
    made = Commitment(commitment_no="CN-01", partner_id=partner, meeting_id=topic.meeting_id, topic_id=topic.id)
    made.kind, made.content, made.amount, made.unit = CommitmentKind.SEATS, "增加名额5个", 5, "个"
    made.base_id, made.from_on, made.status = base, date(2027, 3, 1), CommitmentStatus.CONFIRMED
    makers.added(session, made)
    return made.id
