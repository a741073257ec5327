"""The next meeting of a series: numbered, with its people, and with everything that is still open."""

from datetime import date

import pytest

from ptman import db
from ptman.aspects.negotiation import calling, following, reading
from ptman.errors import PtmanError
from ptman.register import cards, moving
from tests.ptman.aspects.negotiation import meeting_office
from tests.ptman.aspects.negotiation.meeting_office import TODAY


def test_what_is_open_is_on_the_next_agenda_until_it_is_closed(office: db.Database) -> None:
    made = office.write(meeting_office.make)
    (row,) = office.read(calling.series, TODAY)
    assert (row.next_on, row.members) == (date(2026, 9, 30), ("星河通信有限公司",))
    key = office.write(calling.call, made.series, row.next_on)
    drawn = office.read(reading.agenda, key)
    assert (drawn.meeting.number, drawn.meeting.title) == ("HS-2026-02", "第2次校企会商会议")
    assert [(one.name, one.role.value) for one in drawn.attendees] == [
        ("林景明", "attend"),
        ("高承泽", "attend"),
        ("韩若溪", "attend"),
    ]
    assert [one.title for one in drawn.topics] == [calling.FIRST_TOPIC]
    assert [(one.number, one.days_late) for one in drawn.carried] == [("HS-2026-01-01", 20)]
    for step in ("start", "finish", "close"):
        office.write(moving.move, office.read(cards.card, "action_item", made.item).ref, step, date(2026, 10, 2))
    # It was open on the day of the meeting, and is settled for the one after it.
    assert len(office.read(reading.agenda, key).carried) == 1
    later = office.write(calling.call, made.series, date(2026, 12, 20))
    assert office.read(reading.agenda, later).carried == ()
    assert office.read(reading.agenda, made.held).carried == ()


def test_numbers_go_on_and_a_first_meeting_calls_the_members(office: db.Database) -> None:
    made = office.write(meeting_office.make)
    first = office.write(following.raised, made.held, {"content": "整理名单", "topic_id": made.topic}, TODAY)
    assert office.read(cards.card, "action_item", first).values["action_no"] == "HS-2026-01-02"
    values = {
        "content": "课程2门",
        "kind": "courses",
        "amount": "2",
        "from_on": "2026-10-01",
        "partner_id": made.partner,
    }
    promise = office.write(following.promised, made.held, values, TODAY)
    assert office.read(cards.card, "commitment", promise).values["commitment_no"] == "HS-2026-01-CN-01"
    assert office.read(following.numbers, made.held) == {
        "action_item": "HS-2026-01-03",
        "commitment": "HS-2026-01-CN-02",
        "meeting_topic": "2",
    }


def test_a_note_moves_the_progress_and_putting_off_needs_a_later_day(office: db.Database) -> None:
    made = office.write(meeting_office.make)
    ref = office.read(cards.card, "action_item", made.item).ref
    for progress, words, code in ((40, " ", "note-empty"), (101, "办理中", "progress-bad")):
        with pytest.raises(PtmanError) as told:
            office.write(following.note, ref, progress, words, TODAY)
        assert told.value.code == code
    office.write(following.note, ref, 40, "已与基地联系", TODAY)
    ref = office.read(cards.card, "action_item", made.item).ref
    with pytest.raises(PtmanError) as told:
        office.write(following.put_off, ref, TODAY, TODAY, "等回复")
    assert told.value.code == "day-not-later"
    with pytest.raises(PtmanError) as told:
        office.write(following.put_off, ref, date(2026, 10, 8), TODAY, "")
    assert told.value.code == "move-needs-reason"
    office.write(following.put_off, ref, date(2026, 10, 8), TODAY, "等回复")
    values = office.read(cards.card, "action_item", made.item).values
    assert (values["due_on"], values["postponed_times"], values["progress"]) == (date(2026, 10, 8), 1, 40)
    assert values["status"] == "postponed"
