"""What must hold before steps of action items and commitments, and what those steps change besides."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import ActionItem, Commitment, Meeting, MeetingTopic
from ptman.models.choices_negotiation import MeetingStatus
from ptman.models.core import Record
from ptman.models.resolutions import WHOLE

MINUTED = frozenset(
    {
        MeetingStatus.HELD,
        MeetingStatus.MINUTES_DRAFT,
        MeetingStatus.MINUTES_CONFIRMED,
        MeetingStatus.MINUTES_ISSUED,
        MeetingStatus.ARCHIVED,
    }
)
"""States of a meeting that has taken place."""

NO_RESOLUTION = Label(
    "先填写“取消依据（议题）”，并在该议题下写明议定事项。", "First name the topic whose resolution cancels it."
)
NOT_HELD = Label("承诺所在的会议还没有召开。", "The meeting of this commitment has not been held.")
NOT_RESOLVED = Label("所属议题还没有写议定事项。", "Its topic has no resolution yet.")
NOT_ALL = Label("已兑现数量还不到承诺数量。", "Less has been delivered than was promised.")


def _by_resolution(session: Session, record: Record, today: date) -> Label | None:
    del today
    topic = session.get(MeetingTopic, _item(record).cancelled_by_id or "")
    return None if topic is not None and (topic.resolution or "").strip() else NO_RESOLUTION


def _minuted(session: Session, record: Record, today: date) -> Label | None:
    """What is confirmed has been said at a meeting and, where it belongs to a topic, is resolved there."""
    del today
    promise = _promise(record)
    if session.get_one(Meeting, promise.meeting_id).status not in MINUTED:
        return NOT_HELD
    topic = session.get(MeetingTopic, promise.topic_id or "")
    return NOT_RESOLVED if topic is not None and not (topic.resolution or "").strip() else None


def _all_there(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    promise = _promise(record)
    return NOT_ALL if promise.delivered < promise.amount else None


def _close(session: Session, record: Record, today: date) -> None:
    del session
    item = _item(record)
    item.closed_on, item.progress = today, WHOLE


def _cancel(session: Session, record: Record, today: date) -> None:
    del session
    _item(record).closed_on = today


def _postpone(session: Session, record: Record, today: date) -> None:
    del session, today
    _item(record).postponed_times += 1


def _item(record: Record) -> ActionItem:
    if not isinstance(record, ActionItem):
        raise TypeError(f"{record} is no action item")
    return record


def _promise(record: Record) -> Commitment:
    if not isinstance(record, Commitment):
        raise TypeError(f"{record} is no commitment")
    return record


ACTION_GUARDS = {"by_resolution": _by_resolution}
ACTION_EFFECTS = {"close": _close, "cancel": _cancel, "postpone": _postpone}
COMMITMENT_GUARDS = {"minuted": _minuted, "all_there": _all_there}
