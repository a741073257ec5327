"""Measures of regular negotiation: meetings held, items settled in their time, promises delivered."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.aspects.scoreboard.spans import PERCENT, Counted, Span, number, standing
from ptman.labels import Label
from ptman.models import ActionItem, Commitment, Meeting
from ptman.models.choices_cooperation import Measure
from ptman.models.choices_negotiation import ActionStatus, CommitmentStatus, MeetingStatus
from ptman.rules import targets

NOT_HELD = (MeetingStatus.PLANNED, MeetingStatus.NOTICE_SENT, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED)
SETTLED = (ActionStatus.DONE, ActionStatus.CLOSED)
PROMISED = (CommitmentStatus.CONFIRMED, CommitmentStatus.DELIVERED)


def meetings(session: Session, span: Span) -> int:
    held = select(func.count(Meeting.id)).where(
        Meeting.retired_on.is_(None),
        Meeting.planned_on.between(span.first, span.last),
        Meeting.status.not_in(NOT_HELD),
    )
    return session.scalar(held) or 0


def actions(session: Session, span: Span) -> int | None:
    """Of the items that fell due in the year so far, those that are settled; cancelled ones do not count."""
    due = select(ActionItem.status).where(
        ActionItem.retired_on.is_(None),
        ActionItem.due_on.between(span.first, span.last),
        ActionItem.status != ActionStatus.CANCELLED,
    )
    found = session.scalars(due).all()
    return targets.share(sum(one in SETTLED for one in found), len(found))


def commitments(session: Session, span: Span) -> int | None:
    """Of what partners promised up to now, how much was delivered; more than was promised makes up for nothing."""
    due = select(Commitment.amount, Commitment.delivered).where(
        Commitment.retired_on.is_(None), Commitment.from_on <= span.last, Commitment.status.in_(PROMISED)
    )
    found = session.execute(due).all()
    return targets.share(sum(min(delivered, amount) for amount, delivered in found), sum(row[0] for row in found))


COUNTED = {
    Measure.MEETINGS: Counted(Label("次", "meetings"), number(meetings), "meetings"),
    Measure.ACTIONS: Counted(PERCENT, actions, "registers", "registers/action_item"),
    Measure.COMMITMENTS: Counted(PERCENT, standing(commitments), "registers", "registers/commitment"),
}
