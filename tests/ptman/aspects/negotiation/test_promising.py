"""A confirmed commitment changes the seats of its base in one step, and the seats say which minutes they came from."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman import db, undo
from ptman.aspects.negotiation import keeping_word, promising
from ptman.aspects.negotiation.rows import PromiseRow
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.models.choices_negotiation import CommitmentKind, CommitmentStatus
from ptman.register import cards, edit, lists, touching
from ptman.register.cards import Ref
from ptman.register.faults import Stale
from tests import makers
from tests.ptman.aspects.negotiation import meeting_office
from tests.ptman.aspects.negotiation.meeting_office import TODAY


def _seats(office: db.Database) -> list[tuple[object, ...]]:
    return [row.cells for row in office.read(lists.named, "base_seats", TODAY).rows]


def test_seats_come_from_the_minutes_and_go_back_with_one_undo(office: db.Database) -> None:
    made = office.write(meeting_office.make)
    office.write(makers.period, "早批", starts_on=date(2027, 1, 1), ends_on=date(2027, 2, 1))
    drawn = office.read(promising.draft, made.promise, TODAY)
    (item,) = drawn.draft.items  # the early period begins before the promise
    assert (item.fate, item.differences[0].old, item.differences[0].new) == (Fate.NEW, "5", "10")
    assert _seats(office) == []
    assert office.write(promising.keep, drawn, drawn.draft.preset(), TODAY) == 1
    ((_, _, seats),) = _seats(office)
    assert seats == 10
    (row,) = office.read(lists.named, "base_seats", TODAY).rows
    (group,) = office.read(touching.touching, "base_seats", row.id).groups
    assert group.noun == "commitment_effect"
    assert [touch.title for touch in group.newest] == ["HS-2026-01 第1次校企会商会议纪要"]
    again = office.read(promising.draft, made.promise, TODAY)
    assert [one.fate for one in again.draft.items] == [Fate.UNCHANGED]
    (done, *_) = office.read(undo.history)
    office.write(undo.undo, done.number)
    assert _seats(office) == []
    assert office.read(cards.card, "commitment", made.promise).values["delivered"] == 0


def test_a_draft_is_refused_where_seats_changed_meanwhile(office: db.Database) -> None:
    made = office.write(meeting_office.make)
    values = {"base_id": made.base, "period_id": made.period, "seats": "7"}
    key = office.write(edit.add, "base_seats", values, TODAY)
    drawn = office.read(promising.draft, made.promise, TODAY)
    assert [(one.fate, one.differences[0].new) for one in drawn.draft.items] == [(Fate.CHANGED, "12")]
    office.write(edit.correct, office.read(cards.card, "base_seats", key).ref, {"seats": "8"}, TODAY)
    with pytest.raises(Stale):
        office.write(promising.keep, drawn, drawn.draft.preset(), TODAY)
    assert office.read(cards.card, "base_seats", key).values["seats"] == 8


@pytest.mark.parametrize(
    ("given_values", "code"), [({"kind": "courses"}, "not-seats"), ({"delivered": "1"}, "")], ids=["courses", "seats"]
)
def test_only_confirmed_seats_are_applied(office: db.Database, given_values: dict[str, str], code: str) -> None:
    made = office.write(meeting_office.make)
    office.write(edit.correct, office.read(cards.card, "commitment", made.promise).ref, given_values, TODAY)
    if code:
        with pytest.raises(PtmanError) as told:
            office.read(promising.draft, made.promise, TODAY)
        assert told.value.code == code
    else:
        assert office.read(promising.draft, made.promise, TODAY).changes


def _promise(partner: str, amount: int, delivered: int, starts: date) -> PromiseRow:
    ref = Ref("commitment", "c", 1)
    kind, status = CommitmentKind.COURSES, CommitmentStatus.CONFIRMED
    head = (ref, "CN", "课程", kind, partner, partner, "m", "HS", "t")
    return PromiseRow(*head, amount, "门", delivered, "", "", starts, None, status, 0)


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            _promise,
            st.sampled_from(["甲", "乙"]),
            st.integers(1, 20),
            st.integers(0, 30),
            st.dates(date(2026, 9, 1), date(2026, 10, 10)),
        ),
        max_size=8,
    )
)
def test_every_promise_counts_once_as_due_or_to_come(promises: list[PromiseRow]) -> None:
    found = keeping_word.tally(tuple(promises), TODAY)
    for one in found:
        mine = [each for each in promises if each.partner == one.partner]
        assert one.promised + one.to_come == sum(each.amount for each in mine)
        assert 0 <= one.short <= one.promised
    assert {one.partner for one in found} == {each.partner for each in promises}
