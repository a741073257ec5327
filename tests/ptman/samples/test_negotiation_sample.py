"""The sample of regular negotiation: all of its nouns are there, due things are on the agenda, undo takes it back."""

from datetime import date

from ptman import db, undo
from ptman.register import agenda, lists, moving
from ptman.samples import negotiation
from tests import makers

TODAY = date(2026, 9, 20)
NOUNS = ("meeting_series", "meeting_series_member", "meeting", "meeting_attendee", "meeting_topic")
NOUNS += ("action_item", "action_progress", "commitment")


def _count(office: db.Database, noun: str) -> int:
    return len(office.read(lists.named, noun, TODAY, None).rows)


def test_a_year_of_meetings(office: db.Database) -> None:
    office.write(negotiation.fill, TODAY)
    assert _count(office, "meeting") == 0  # nobody to meet with
    for at in range(3):
        office.write(makers.base, f"JD00{at}", f"第{at}基地")
    office.write(makers.period)
    office.write(negotiation.fill, TODAY)
    counts = {noun: _count(office, noun) for noun in NOUNS}
    assert all(counts.values()), counts
    assert counts["meeting"] == 5
    due = {item.noun for item in office.read(agenda.items, TODAY)}
    assert {"meeting", "action_item", "commitment"} <= due
    (planned,) = (row for row in office.read(lists.named, "meeting", TODAY, None).rows if "HS-2026-04" in row.cells)
    steps = [step.key for step in office.read(moving.moves, "meeting", planned.id, TODAY)]
    assert steps == ["send_notice", "postpone", "cancel"]
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    assert _count(office, "meeting") == 0
