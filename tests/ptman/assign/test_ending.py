"""A draft that takes somebody away without a successor says so in a row; keeping it ends what stood."""

import dataclasses

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import undo
from ptman.assign import draft as drafting
from ptman.assign import store
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.assign.request import Request
from ptman.assign.store import Kept
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.models import AcademicSupervisor, Supervision
from tests.ptman.assign.desk import TODAY, Desk, Small, standing
from tests.ptman.test_journal import contents


@pytest.fixture
def small(desk: Desk) -> Small:
    """One place for two students: the first has it, the second is the one who wants it."""
    made = desk.small(2)
    desk.change(AcademicSupervisor, made.academic, max_students=1)
    desk.supervise(made.students[0], academic=made.academic)
    desk.wish(made.students[1], 1, academic_supervisor_id=made.academic)
    return made


def again(desk: Desk) -> AssignDraft:
    return desk.office.read(store.draft, 2026, TODAY, Request(again=True))


def test_what_ends_is_shown_and_can_be_taken(desk: Desk, small: Small) -> None:
    plan = again(desk)
    item = next(one for one in plan.draft.items if one.key == f"{small.students[0]}:academic")
    assert (item.fate, item.key in plan.draft.keepable(), item.score) == (Fate.CHANGED, True, None)
    assert [(one.old, one.new) for one in item.differences] == [("李伟", "")]
    assert item.notes[0].zh == "现有安排解除"
    assert "已满" in item.notes[1].zh
    assert [(one.name, one.missing) for one in plan.vacancies] == [("赵一", Role.ACADEMIC)]


def test_keeping_all_ends_it(desk: Desk, small: Small) -> None:
    before = contents(desk.office)
    assert desk.office.write(store.keep, again(desk), None, TODAY) == Kept(3, 2, 1)
    found = {pair for pair in desk.office.read(standing) if pair[1] == "academic"}
    assert found == {("钱二", "academic", small.academic)}

    def ended(session: Session) -> Supervision:
        return session.scalars(select(Supervision).where(Supervision.ends_on.is_not(None))).one()

    one = desk.office.read(ended)
    assert (one.student_id, one.ends_on) == (small.students[0], TODAY)
    assert (one.reason or "").startswith("现有安排解除；")
    newest = desk.office.read(undo.history)[0]
    assert newest.sentence.zh.endswith("，解除 1 项")
    desk.office.write(undo.undo, newest.number)
    assert contents(desk.office) == before


def test_its_place_is_not_given_away_while_it_stands(desk: Desk, small: Small) -> None:
    plan = again(desk)
    others = plan.draft.keepable() - {f"{small.students[0]}:academic"}
    before = contents(desk.office)
    with pytest.raises(PtmanError) as refused:
        desk.office.write(store.keep, plan, others, TODAY)
    assert refused.value.code == "over-capacity"
    assert contents(desk.office) == before


def test_keeping_all_is_checked_as_keeping_some_is(desk: Desk, small: Small) -> None:
    plan = desk.office.read(store.draft, 2026, TODAY)
    crowded = {who: dataclasses.replace(mine, academic=small.academic) for who, mine in plan.answer.given.items()}
    answer = dataclasses.replace(plan.answer, given=crowded)
    broken = drafting.make(plan.situation, plan.problem, answer, again=False)
    with pytest.raises(PtmanError) as refused:
        desk.office.write(store.keep, broken, None, TODAY)
    assert refused.value.code == "over-capacity"
