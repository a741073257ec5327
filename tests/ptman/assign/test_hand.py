"""Changes by hand: pairings end and begin by date, rules warn, locks hold, each is undone as one step."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from ptman import undo
from ptman.assign import hand, store
from ptman.assign.problem import Role
from ptman.assign.request import Request
from ptman.assign.workbench import Pair
from ptman.errors import PtmanError
from ptman.models import AcademicSupervisor, Placement, Supervision
from ptman.models.choices import Origin, PlacementStatus
from tests import makers
from tests.ptman.assign.desk import TODAY, Desk, Small, standing
from tests.ptman.test_journal import contents


def give(desk: Desk, student: str, role: Role, target: str, *, despite: bool = False) -> None:
    desk.office.write(hand.assign_by_hand, Pair(student, role, target), TODAY, reason="面谈后确定", despite=despite)


def refusal(desk: Desk, act: Callable[[], object]) -> str:
    before = contents(desk.office)
    with pytest.raises(PtmanError) as refused:
        act()
    assert contents(desk.office) == before
    return refused.value.code


def test_giving_all_three_by_hand(desk: Desk) -> None:
    small = desk.small(1)
    targets = {Role.ACADEMIC: small.academic, Role.INDUSTRY: small.industry, Role.BASE: small.base}
    for role, target in targets.items():
        give(desk, small.students[0], role, target)
    assert desk.office.read(standing) == {("赵一", role.value, target) for role, target in targets.items()}
    pair = desk.office.read(lambda s: s.scalars(select(Supervision).where(Supervision.role == "academic")).one())
    assert (pair.origin, pair.reason, pair.starts_on) == (Origin.HAND, "面谈后确定", TODAY)
    assert desk.office.read(undo.history)[0].sentence.zh == "配对：赵一，实践基地 星河实践基地"


def test_a_new_supervisor_ends_the_old_one_and_undo_restores_it(desk: Desk) -> None:
    small = desk.small(1)
    old = desk.supervise(small.students[0], academic=small.academic)
    new = desk.academic("王芳")
    before = contents(desk.office)
    give(desk, small.students[0], Role.ACADEMIC, new)
    ended = desk.office.read(lambda s: s.get_one(Supervision, old))
    assert (ended.ends_on, ended.academic_supervisor_id) == (TODAY, small.academic)
    assert desk.office.read(standing) == {("赵一", "academic", new)}
    desk.office.write(undo.undo, desk.office.read(undo.history)[0].number)
    assert contents(desk.office) == before


def test_a_new_base_cancels_the_planned_placement(desk: Desk) -> None:
    small = desk.small(1)
    old = desk.place(small.students[0], small.base, desk.made(makers.period))
    other = desk.base(small.host, "第二基地")
    before = contents(desk.office)
    give(desk, small.students[0], Role.BASE, other)
    assert desk.office.read(lambda s: s.get_one(Placement, old).status) is PlacementStatus.CANCELLED
    assert desk.office.read(standing) == {("赵一", "base", other)}
    desk.office.write(undo.undo, desk.office.read(undo.history)[0].number)
    assert contents(desk.office) == before


def test_a_rule_warns_and_a_person_may_insist(desk: Desk) -> None:
    small = desk.small(1)
    desk.change(AcademicSupervisor, small.academic, max_students=0)
    student = small.students[0]
    assert refusal(desk, lambda: give(desk, student, Role.ACADEMIC, small.academic)) == "breaks-rule"
    give(desk, student, Role.ACADEMIC, small.academic, despite=True)
    assert desk.office.read(standing) == {("赵一", "academic", small.academic)}
    assert refusal(desk, lambda: give(desk, student, Role.ACADEMIC, small.academic)) == "stands-already"
    assert refusal(desk, lambda: give(desk, student, Role.ACADEMIC, "nobody")) == "no-candidate"


def test_ending_a_pairing_keeps_it_on_file(desk: Desk) -> None:
    small = desk.small(1)
    student = small.students[0]
    key = desk.supervise(student, industry=small.industry)
    desk.office.write(hand.end_pairing, student, Role.INDUSTRY, TODAY, "导师调离")
    ended = desk.office.read(lambda s: s.get_one(Supervision, key))
    assert (ended.ends_on, ended.reason) == (TODAY, "导师调离")
    assert refusal(desk, lambda: desk.office.write(hand.end_pairing, student, Role.INDUSTRY, TODAY)) == "nothing-stands"


def test_a_pairing_that_has_not_begun_ends_on_its_first_day(desk: Desk) -> None:
    small = desk.small(1)
    begins = date(2026, 10, 1)
    key = desk.supervise(small.students[0], academic=small.academic, starts_on=begins)
    desk.office.write(hand.end_pairing, small.students[0], Role.ACADEMIC, TODAY)
    assert desk.office.read(lambda s: s.get_one(Supervision, key)).ends_on == begins


def test_what_is_locked_is_neither_replaced_nor_ended_until_unlocked(desk: Desk) -> None:
    small = desk.small(1)
    student, other = small.students[0], desk.academic("王芳")
    desk.supervise(student, academic=small.academic)
    desk.office.write(hand.lock, student, Role.ACADEMIC, TODAY)
    assert refusal(desk, lambda: give(desk, student, Role.ACADEMIC, other)) == "locked"
    assert refusal(desk, lambda: desk.office.write(hand.end_pairing, student, Role.ACADEMIC, TODAY)) == "locked"
    desk.office.write(hand.unlock, student, Role.ACADEMIC, TODAY)
    give(desk, student, Role.ACADEMIC, other)
    assert desk.office.read(standing) == {("赵一", "academic", other)}


def test_a_lock_holds_in_a_draft_that_moves_things(desk: Desk) -> None:
    small = desk.small(1)
    student, better = small.students[0], desk.base(small.host, "第二基地")
    desk.wish(student, 1, training_base_id=better)
    desk.place(student, small.base, desk.made(makers.period))
    assert _drafted_base(desk, small) == better
    desk.office.write(hand.lock, student, Role.BASE, TODAY)
    assert _drafted_base(desk, small) == small.base


def _drafted_base(desk: Desk, small: Small) -> str | None:
    return desk.office.read(store.draft, 2026, TODAY, Request(again=True)).answer.given[small.students[0]].base


def test_a_dispatched_placement_stays(desk: Desk) -> None:
    small = desk.small(1)
    student, other = small.students[0], desk.base(small.host, "第二基地")
    desk.wish(student, 1, training_base_id=other)
    desk.place(student, small.base, desk.made(makers.period), status=PlacementStatus.DISPATCHED)
    assert refusal(desk, lambda: give(desk, student, Role.BASE, other)) == "dispatched"
    assert refusal(desk, lambda: desk.office.write(hand.end_pairing, student, Role.BASE, TODAY)) == "dispatched"
    assert _drafted_base(desk, small) == small.base
