"""What a person demands of a draft holds at any price, and what they set or locked is kept as theirs."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.assign import store
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Demand, Role
from ptman.assign.request import Request
from ptman.assign.store import ByHand
from ptman.errors import PtmanError
from ptman.models import Placement, Supervision
from ptman.models.choices import Origin
from tests.ptman.assign.desk import TODAY, Desk, Small


def drafted(desk: Desk, *demands: Demand, again: bool = False) -> AssignDraft:
    return desk.office.read(store.draft, 2026, TODAY, Request(again=again, demands=demands))


def given(plan: AssignDraft, student: str) -> str | None:
    return plan.answer.given[student].academic


def test_a_demand_holds_against_the_points(desk: Desk) -> None:
    small = desk.small(2)
    first, second = small.students
    wanted = desk.academic("王芳", max_students=1)
    desk.wish(first, 1, academic_supervisor_id=wanted)
    assert given(drafted(desk), first) == wanted
    plan = drafted(desk, Demand(second, Role.ACADEMIC, wanted))
    assert (given(plan, first), given(plan, second)) == (small.academic, wanted)
    assert plan.draft.remarks[1:] == ()


def test_a_demand_takes_the_place_of_what_stands(desk: Desk) -> None:
    small = desk.small(1)
    student, other = small.students[0], desk.academic("王芳")
    desk.supervise(student, academic=small.academic)
    plan = drafted(desk, Demand(student, Role.ACADEMIC, other))
    assert given(plan, student) == other
    desk.office.write(store.keep, plan, frozenset({f"{student}:academic"}), TODAY)
    assert given(drafted(desk), student) == other


def test_a_demand_for_somebody_not_eligible_holds_and_is_remarked(desk: Desk) -> None:
    small = desk.small(1)
    stranger = desk.academic("王芳", category_codes="0855")
    plan = drafted(desk, Demand(small.students[0], Role.ACADEMIC, stranger))
    assert given(plan, small.students[0]) == stranger
    assert any("不符合条件" in remark.zh and "王芳" in remark.zh for remark in plan.draft.remarks)


@pytest.mark.parametrize("again", [False, True])
def test_what_is_locked_cannot_be_moved_by_a_demand(desk: Desk, again: bool) -> None:  # noqa: FBT001 a parameter
    small = desk.small(1)
    student, other = small.students[0], desk.academic("王芳")
    desk.supervise(student, academic=small.academic, locked=True)
    plan = drafted(desk, Demand(student, Role.ACADEMIC, other), again=again)
    with pytest.raises(PtmanError) as refused:
        desk.office.write(store.keep, plan, None, TODAY)
    assert refused.value.code == "fixed"


def test_what_a_person_set_or_locked_is_kept_as_theirs(desk: Desk) -> None:
    small = desk.small(3)
    first, second, _ = small.students
    changed, locked = frozenset({f"{first}:academic"}), frozenset({f"{first}:academic", f"{second}:base"})
    plan = drafted(desk, Demand(first, Role.ACADEMIC, small.academic))
    desk.office.write(store.keep, plan, None, TODAY, ByHand(changed, locked))
    found = desk.office.read(kept)
    assert found.pop((first, "academic")) == (Origin.HAND, True, "人工指定")
    assert found.pop((second, "base")) == (Origin.HAND, True, "人工锁定")
    assert {(origin, lock) for origin, lock, _ in found.values()} == {(Origin.SOLVER, False)}
    assert len(found) == 7


def test_what_a_person_set_and_unlocked_is_theirs_all_the_same(desk: Desk) -> None:
    small: Small = desk.small(1)
    key = f"{small.students[0]}:industry"
    desk.office.write(store.keep, drafted(desk), frozenset({key}), TODAY, ByHand(frozenset({key})))
    assert desk.office.read(kept) == {(small.students[0], "industry"): (Origin.HAND, False, "人工指定")}


def kept(session: Session) -> dict[tuple[str, str], tuple[Origin, bool, str]]:
    """Origin, lock and the first word of the reason, by student and role."""
    pairs = session.scalars(select(Supervision))
    found = {(one.student_id, one.role.value): (one.origin, one.locked, first(one.reason)) for one in pairs}
    places = session.scalars(select(Placement))
    return found | {(one.student_id, "base"): (one.origin, one.locked, first(one.reason)) for one in places}


def first(reason: str | None) -> str:
    return (reason or "").partition("；")[0]
