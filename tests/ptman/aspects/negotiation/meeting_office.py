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


def make(session: Session) -> Made:
    partner = makers.organisation(session, "星河通信有限公司")
    base = makers.base(session, host=partner)
    period = makers.period(session)
    series = makers.added(session, MeetingSeries(name="校企会商", per_year=4, convener="林景明", liaison="沈书宁"))
    makers.added(
        session,
        MeetingSeriesMember(series_id=series.id, organisation_id=partner.id, representative="高承泽", post="总监"),
    )
    held = makers.added(
        session,
        Meeting(
            meeting_no="HS-2026-01",
            series_id=series.id,
            seq_in_series=1,
            title="第1次校企会商会议",
            planned_on=date(2026, 7, 1),
            starts_at=time(14, 0),
            host_name="林景明",
            status=MeetingStatus.HELD,
        ),
    )
    for seq, (name, unit, role) in enumerate(
        (
            ("林景明", "工程师学院", AttendeeRole.ATTEND),
            ("高承泽", "星河通信有限公司", AttendeeRole.ATTEND),
            ("韩若溪", "研究生院", AttendeeRole.LEAVE),
        ),
        1,
    ):
        email = "gao@example.com" if name == "高承泽" else None
        makers.added(
            session, MeetingAttendee(meeting_id=held.id, seq=seq, name=name, unit=unit, role=role, email=email)
        )
    topic = makers.added(
        session,
        MeetingTopic(meeting_id=held.id, seq=1, title="增加名额", summary="名额偏紧。", resolution="同意增加5个名额。"),
    )
    item = makers.added(
        session,
        ActionItem(
            action_no="HS-2026-01-01",
            meeting_id=held.id,
            topic_id=topic.id,
            content="登记新增名额",
            owner="沈书宁",
            due_on=date(2026, 9, 10),
        ),
    )
    promise = makers.added(
        session,
        Commitment(
            commitment_no="CN-01",
            partner_id=partner.id,
            meeting_id=held.id,
            topic_id=topic.id,
            kind=CommitmentKind.SEATS,
            content="增加名额5个",
            amount=5,
            unit="个",
            base_id=base.id,
            from_on=date(2027, 3, 1),
            status=CommitmentStatus.CONFIRMED,
        ),
    )
    return Made(partner.id, base.id, series.id, held.id, topic.id, item.id, promise.id, period.id)
