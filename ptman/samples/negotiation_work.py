"""Adds to the invented meetings what they gave people to do and what partners promised."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import (
    ActionItem,
    ActionProgress,
    Commitment,
    Meeting,
    MeetingTopic,
    Organisation,
    Period,
    TrainingBase,
)
from ptman.models.choices_negotiation import ActionStatus, CommitmentKind, CommitmentStatus
from ptman.samples import negotiation_texts as texts

Held = tuple[Sequence[Meeting], Sequence[Sequence[MeetingTopic]]]
STARTED = 10
"""Days after the meeting on which the first note on an item was written."""


def add(session: Session, held: Held, partners: Sequence[Organisation], today: date) -> None:
    for serial, row in enumerate(texts.ACTIONS, 1):
        _action(session, held, partners, (serial, row, today))
    for serial, promise in enumerate(texts.PROMISES, 1):
        _promise(session, held, partners, (serial, promise, today))


def _action(
    session: Session,
    held: Held,
    partners: Sequence[Organisation],
    about: tuple[int, tuple[int, int, str, int, str, int, int, int, ActionStatus], date],
) -> None:
    serial, (at, topic, content, who, owner, due, priority, progress, status), today = about
    meetings, topics = held
    meeting = meetings[at]
    one = ActionItem(action_no=f"{meeting.meeting_no}-{serial:02d}", meeting_id=meeting.id, content=content)
    one.topic_id, one.owner = topics[at][topic].id, owner
    one.lead_organisation_id = None if who < 0 else partners[who % len(partners)].id
    one.due_on, one.priority, one.progress, one.status = today + timedelta(days=due), priority, progress, status
    one.postponed_times = int(status is ActionStatus.POSTPONED)
    one.closed_on = one.due_on if status is ActionStatus.CLOSED else None
    session.add(one)
    session.flush()  # the notes need its id
    if progress:
        day = meeting.planned_on + timedelta(days=STARTED)
        session.add(
            ActionProgress(action_id=one.id, noted_on=day, progress=progress // 2, note="已与对方联系，正在办理。")
        )


def _promise(
    session: Session,
    held: Held,
    partners: Sequence[Organisation],
    about: tuple[int, tuple[int, int, int, CommitmentKind, str, int, str, int, int, CommitmentStatus], date],
) -> None:
    serial, (at, topic, who, kind, content, amount, unit, starts, delivered, status), today = about
    meetings, topics = held
    partner = partners[who % len(partners)]
    one = Commitment(commitment_no=f"CN-{today.year}-{serial:02d}", partner_id=partner.id, kind=kind, content=content)
    one.meeting_id, one.topic_id = meetings[at].id, topics[at][topic].id
    one.amount, one.unit, one.delivered, one.status = amount, unit, delivered, status
    one.from_on = today + timedelta(days=starts)
    if kind is CommitmentKind.SEATS:
        base = select(TrainingBase).where(TrainingBase.host_organisation_id == partner.id)
        one.base_id = session.scalars(base.order_by(TrainingBase.base_no).limit(1)).one().id
        start = session.scalar(select(Period.starts_on).where(Period.starts_on >= today).order_by(Period.starts_on))
        one.from_on = start or one.from_on
    session.add(one)
