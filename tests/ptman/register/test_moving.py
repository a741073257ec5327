"""Steps: offered with their reasons, logged, undone; the form and lists cannot pass them by."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.models import StateLog
from ptman.register import cards, edit, lists, merge, moving
from ptman.register.cards import Ref
from ptman.register.faults import Refused, Stale
from tests import makers
from tests.ptman.register import stepping

Ids = Callable[..., str]
Contents = Callable[[], object]
LATE = date(2029, 8, 1)


@pytest.fixture(autouse=True)
def by_steps() -> Iterator[None]:
    with stepping.governed():
        yield


@pytest.fixture
def term(ids: Ids) -> str:
    """An appointment in force until 2029-08-31."""
    return ids(lambda session: makers.appointment(session, makers.industry(session)))


def ref(office: db.Database, key: str, noun: str = "appointment") -> Ref:
    return office.read(cards.card, noun, key).ref


def code(office: db.Database, *args: object) -> str:
    with pytest.raises(PtmanError) as caught:
        office.write(moving.move, *args)  # type: ignore[arg-type]  # handed on
    return caught.value.code


def test_steps_are_offered_with_the_reason_why_not(office: db.Database, term: str, today: date) -> None:
    offered = office.read(moving.moves, "appointment", term, today)
    assert [(one.key, one.target.zh, one.reason, one.back) for one in offered] == [
        ("renew", "在聘", False, False),
        ("dismiss", "已结束", True, False),
        ("back_to_draft", "草稿", True, True),
    ]
    assert [one.off for one in offered] == [stepping.NOT_YET, None, None]
    assert office.read(moving.moves, "appointment", term, LATE)[0].off is None
    assert office.read(moving.moves, "organisation", "any", today) == ()


def test_a_step_is_logged_and_undone(office: db.Database, term: str, today: date, contents: Contents) -> None:
    before = contents()
    office.write(moving.move, ref(office, term), "dismiss", today, " 辞职 ")
    (entry,) = office.read(moving.log, "appointment", term)
    assert (entry.day, entry.by, entry.step.zh, entry.start.zh, entry.end.zh, entry.reason) == (
        *(today, "测试", "解聘"),
        *("在聘", "已结束", "辞职"),
    )
    assert office.read(moving.moves, "appointment", term, today) == ()
    last = office.read(undo.history)[0]
    assert last.sentence.zh == "解聘（聘任 陈静 2026-09-01）：辞职"
    office.write(undo.undo, last.number)
    assert contents() == before
    office.write(undo.undo, last.number + 1)
    assert office.read(moving.log, "appointment", term) == (entry,)


def test_what_may_not_be_is_refused(office: db.Database, term: str, today: date, contents: Contents) -> None:
    before = contents()
    opened = ref(office, term)
    assert code(office, opened, "appoint", today) == "move-refused"
    assert code(office, opened, "dismiss", today, "  ") == "move-needs-reason"
    assert code(office, opened, "renew", today) == "move-guarded"
    assert contents() == before
    office.write(edit.correct, opened, {"approval_doc_no": "PS-1"}, today)
    with pytest.raises(Stale):
        office.write(moving.move, opened, "dismiss", today, "辞职")


def test_what_follows_from_a_step_is_in_the_same_change_set(office: db.Database, term: str) -> None:
    office.write(moving.move, ref(office, term), "renew", LATE)
    assert office.read(cards.card, "appointment", term).values["term_end"] == date(2032, 8, 31)
    assert [one.step.zh for one in office.read(moving.log, "appointment", term)] == ["续聘"]
    assert office.read(undo.history)[0].rows == 2


def test_several_go_together_or_not_at_all(office: db.Database, ids: Ids, today: date, contents: Contents) -> None:
    keys = [ids(makers.student, f"2266000{i}", f"学生{i}") for i in (1, 2, 3)]
    refs = [ref(office, key, "student") for key in keys]
    office.write(moving.move, refs[2], "graduate", today)
    offered = {one.key: one.off for one in office.read(moving.common, "student", keys, today)}
    assert offered["extend"] == moving.ELSEWHERE
    before = contents()
    again = [ref(office, key, "student") for key in keys]
    assert code(office, again[2], "extend", today) == "move-refused"
    with pytest.raises(PtmanError):
        office.write(moving.move_all, again, "extend", today)
    assert contents() == before
    office.write(moving.move_all, again[:2], "suspend", today, "参军")
    assert office.read(undo.history)[0].sentence.zh == "休学（2 条学生）"
    assert {office.read(cards.card, "student", key).values["status"] for key in keys[:2]} == {"suspended"}


def test_the_form_does_not_pass_the_steps_by(office: db.Database, term: str, today: date) -> None:
    card = office.read(cards.card, "appointment", term)
    assert card.fixed == {"status"}
    with pytest.raises(Refused) as caught:
        office.write(edit.correct, card.ref, {"status": "已结束", "approval_doc_no": "PS-1"}, today)
    assert list(caught.value.faults) == ["status"]
    office.write(edit.correct, card.ref, {"status": "在聘", "approval_doc_no": "PS-1"}, today)


def test_the_log_is_written_by_steps_alone(office: db.Database, term: str, today: date) -> None:
    office.write(moving.move, ref(office, term), "dismiss", today, "辞职")
    listing = office.read(lists.any_noun, "state_log")
    assert [listing.rows[0].cells[listing.index(key)] for key in ("to_state", "by")] == ["ended", "测试"]
    with pytest.raises(PtmanError) as caught:
        office.write(edit.delete, ref(office, listing.rows[0].id, "state_log"))
    assert caught.value.code == "not-by-hand"


def test_the_log_goes_with_its_record(office: db.Database, ids: Ids, today: date, contents: Contents) -> None:
    keep, drop = (ids(makers.student, number, "李思远") for number in ("22660001", "22660012"))
    office.write(moving.move, ref(office, drop, "student"), "suspend", today, "参军")
    before = contents()
    office.write(merge.merge, ref(office, keep, "student"), ref(office, drop, "student"), {})
    assert [one.reason for one in office.read(moving.log, "student", keep)] == ["参军"]
    office.write(undo.undo, office.read(undo.history)[0].number)
    assert contents() == before
    office.write(edit.delete, ref(office, drop, "student"))
    assert office.read(lambda session: session.query(StateLog).count()) == 0
