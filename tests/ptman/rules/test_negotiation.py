"""Action items carried on from meeting to meeting, and promises kept."""

from datetime import date

import pytest

from ptman.rules import negotiation
from ptman.rules.machines.every import MACHINES
from ptman.rules.negotiation import Item, Kept, Promise

NEXT = date(2026, 9, 1)
EARLIER = date(2026, 3, 1)


def test_open_items_are_carried_the_latest_first() -> None:
    items = [
        Item("soon", "open", date(2026, 10, 1), EARLIER),
        Item("pressing", "open", date(2026, 10, 1), EARLIER, 1),
        Item("late", "in_progress", date(2026, 8, 1), EARLIER),
        Item("later", "postponed", date(2026, 8, 30), EARLIER),
        Item("undated", "open", None, EARLIER, 1),
        Item("to check", "done", date(2026, 1, 1), EARLIER),
        Item("closed", "closed", date(2026, 8, 1), EARLIER),
        Item("dropped", "cancelled", date(2026, 8, 1), EARLIER),
        Item("new", "open", date(2026, 8, 1), NEXT),
    ]
    carried = negotiation.carry(items, NEXT)
    assert [(one.item.key, one.days_late) for one in carried] == [
        ("late", 31),
        ("later", 2),
        ("to check", 0),
        ("pressing", 0),
        ("soon", 0),
        ("undated", 0),
    ]


@pytest.mark.parametrize(("due", "days"), [(date(2026, 9, 1), 0), (date(2026, 8, 31), 1), (None, 0)])
def test_late_is_the_day_after(due: date | None, days: int) -> None:
    assert negotiation.days_late(Item("a", "open", due, EARLIER), NEXT) == days


def test_what_is_carried_is_what_has_not_ended() -> None:
    machine = MACHINES["action_item"]
    assert {state.key for state in machine.states if not state.final} == negotiation.OPEN


def test_promises_are_counted_once_due_and_none_makes_up_for_another() -> None:
    promises = [
        Promise("Huawei", 5, 8, date(2026, 8, 1)),
        Promise("Huawei", 5, 3, date(2026, 9, 1)),
        Promise("Huawei", 9, 0, date(2026, 9, 2)),
        Promise("Commission", 2, 2, date(2026, 1, 1)),
    ]
    found = negotiation.kept(promises, NEXT)
    assert found == (Kept("Commission", 2, 2), Kept("Huawei", 10, 8))
    assert found[1].short == 2
