"""Action items and commitments go by their steps: what holds them back, what a step changes besides."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db
from ptman.errors import PtmanError
from ptman.models import ActionItem, Commitment, Meeting, MeetingTopic
from ptman.models.choices_negotiation import ActionStatus, CommitmentKind, MeetingStatus
from ptman.register import cards, edit, moving
from ptman.register.faults import Refused
from tests import makers

TODAY = date(2026, 9, 20)


def _meeting(session: Session, status: MeetingStatus, resolution: str | None) -> tuple[str, str]:
    meeting = makers.added(
        session, Meeting(meeting_no="HS-1", title="第1次会商", planned_on=date(2026, 9, 1), status=status)
    )
    topic = makers.added(session, MeetingTopic(meeting_id=meeting.id, seq=1, title="名额", resolution=resolution))
    return meeting.id, topic.id


def _item(session: Session) -> str:
    meeting, _ = _meeting(session, MeetingStatus.HELD, "同意。")
    made: ActionItem = makers.added(session, ActionItem(action_no="A1", meeting_id=meeting, content="登记名额"))
    return made.id


def _promise(session: Session, status: MeetingStatus, resolution: str | None, delivered: int = 0) -> str:
    meeting, topic = _meeting(session, status, resolution)
    partner = makers.organisation(session)
    made: Commitment = makers.added(
        session,
        Commitment(
            commitment_no="C1",
            partner_id=partner.id,
            meeting_id=meeting,
            topic_id=topic,
            kind=CommitmentKind.COURSES,
            content="课程2门",
            amount=2,
            delivered=delivered,
            from_on=TODAY,
        ),
    )
    return made.id


def _go(office: db.Database, noun: str, key: str, step: str, reason: str = "") -> None:
    office.write(moving.move, office.read(cards.card, noun, key).ref, step, TODAY, reason)


def test_an_item_is_cancelled_only_by_a_resolution(office: db.Database) -> None:
    key = office.write(_item)
    with pytest.raises(PtmanError) as told:
        _go(office, "action_item", key, "cancel", "不再需要")
    assert told.value.code == "move-guarded"
    topic = office.read(lambda session: session.query(MeetingTopic.id).scalar())
    office.write(edit.correct, office.read(cards.card, "action_item", key).ref, {"cancelled_by_id": topic}, TODAY)
    _go(office, "action_item", key, "cancel", "不再需要")
    values = office.read(cards.card, "action_item", key).values
    assert (values["status"], values["closed_on"]) == (ActionStatus.CANCELLED, TODAY)


def test_closing_an_item_dates_it_and_postponing_counts(office: db.Database) -> None:
    key = office.write(_item)
    for step, reason in (("postpone", "等对方"), ("start", ""), ("postpone", "再等"), ("start", ""), ("finish", "")):
        _go(office, "action_item", key, step, reason)
    values = office.read(cards.card, "action_item", key).values
    assert (values["postponed_times"], values["closed_on"], values["progress"]) == (2, None, 0)
    _go(office, "action_item", key, "close")
    values = office.read(cards.card, "action_item", key).values
    assert (values["closed_on"], values["progress"]) == (TODAY, 100)


@pytest.mark.parametrize(
    ("status", "resolution", "code"),
    [
        (MeetingStatus.PLANNED, "同意。", "move-guarded"),
        (MeetingStatus.HELD, None, "move-guarded"),
        (MeetingStatus.HELD, " ", "move-guarded"),
        (MeetingStatus.HELD, "同意。", ""),
        (MeetingStatus.MINUTES_ISSUED, "同意。", ""),
    ],
)
def test_a_promise_is_confirmed_once_it_is_in_the_minutes(
    office: db.Database, status: MeetingStatus, resolution: str | None, code: str
) -> None:
    key = office.write(_promise, status, resolution)
    if not code:
        _go(office, "commitment", key, "confirm")
        return
    with pytest.raises(PtmanError) as told:
        _go(office, "commitment", key, "confirm")
    assert told.value.code == code


def test_a_promise_is_delivered_when_all_of_it_is_there(office: db.Database) -> None:
    key = office.write(_promise, MeetingStatus.HELD, "同意。", 1)
    _go(office, "commitment", key, "confirm")
    with pytest.raises(PtmanError, match="Less has been delivered"):
        _go(office, "commitment", key, "deliver")
    office.write(edit.correct, office.read(cards.card, "commitment", key).ref, {"delivered": "2"}, TODAY)
    _go(office, "commitment", key, "deliver")


def test_a_promise_of_seats_names_its_base(office: db.Database) -> None:
    key = office.write(_promise, MeetingStatus.HELD, "同意。")
    with pytest.raises(Refused) as told:
        office.write(edit.correct, office.read(cards.card, "commitment", key).ref, {"kind": "seats"}, TODAY)
    assert set(told.value.faults) == {"base_id"}
