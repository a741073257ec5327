"""Keeping a draft: one change set that undo takes back whole, refused when stale or when its parts do not fit alone."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import undo
from ptman.assign import store
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.assign.request import Request
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.models import AcademicSupervisor, Agreement, Organisation, Period, Person, Placement, Student, Supervision
from ptman.models.choices import Origin, PlacementStatus
from tests.ptman.assign.desk import TODAY, Desk, standing
from tests.ptman.test_journal import contents


def drafted(desk: Desk, *, again: bool = False) -> AssignDraft:
    return desk.office.read(store.draft, 2026, TODAY, Request(again=again))


def refusal(desk: Desk, plan: AssignDraft, taken: frozenset[str] | None = None, today: date = TODAY) -> str:
    before = contents(desk.office)
    with pytest.raises(PtmanError) as refused:
        desk.office.write(store.keep, plan, taken, today)
    assert contents(desk.office) == before
    return refused.value.code


def test_keeping_writes_what_the_draft_showed(desk: Desk) -> None:
    small = desk.small(3)
    kept = desk.office.write(store.keep, drafted(desk), None, TODAY)
    assert kept == store.Kept(6, 3)
    roles = {"academic": small.academic, "industry": small.industry, "base": small.base}
    assert desk.office.read(standing) == {(name, *pair) for name in ("赵一", "钱二", "孙三") for pair in roles.items()}

    def placements(session: Session) -> list[Placement]:
        return list(session.scalars(select(Placement).order_by(Placement.placement_no)))

    found = desk.office.read(placements)
    assert [one.placement_no for one in found] == ["SJ2026-0001", "SJ2026-0002", "SJ2026-0003"]
    agreement = desk.office.read(lambda s: s.scalars(select(Agreement.id)).one())
    period = desk.office.read(lambda s: s.scalars(select(Period)).one())
    assert (period.cohort_year, period.starts_on, period.ends_on) == (2026, date(2027, 9, 1), date(2028, 8, 31))
    for one in found:
        assert (one.period_id, one.agreement_id, one.origin) == (period.id, agreement, Origin.SOLVER)
        assert (one.starts_on, one.ends_on, one.status) == (period.starts_on, period.ends_on, PlacementStatus.PLANNED)
    pairs = desk.office.read(lambda s: list(s.scalars(select(Supervision))))
    assert {(one.origin, one.starts_on, one.ends_on) for one in pairs} == {(Origin.SOLVER, TODAY, None)}
    assert all(one.reason and "分" in one.reason for one in pairs)


def test_a_second_draft_finds_nothing_left_to_do(desk: Desk) -> None:
    desk.small(3)
    desk.office.write(store.keep, drafted(desk), None, TODAY)
    again = drafted(desk)
    assert again.draft.keepable() == frozenset()
    before = contents(desk.office)
    assert desk.office.write(store.keep, again, None, TODAY) == store.Kept(0, 0)
    assert contents(desk.office) == before


def test_undo_of_keeping_gives_back_the_same_contents(desk: Desk) -> None:
    small = desk.small(3)
    desk.supervise(small.students[0], academic=desk.academic("王芳"))
    desk.wish(small.students[0], 1, academic_supervisor_id=small.academic)
    before = contents(desk.office)
    plan = drafted(desk, again=True)
    assert plan.draft.counts()[Fate.CHANGED] == 1
    desk.office.write(store.keep, plan, None, TODAY)
    kept = contents(desk.office)
    number = desk.office.read(undo.history)[0].number
    desk.office.write(undo.undo, number)
    assert contents(desk.office) == before
    desk.office.write(undo.undo, number + 1)
    assert contents(desk.office) == kept


def test_a_moved_placement_is_cancelled_and_made_anew(desk: Desk) -> None:
    small = desk.small(1)
    desk.office.write(store.keep, drafted(desk), None, TODAY)
    better = desk.base(small.host, "第二基地")
    desk.wish(small.students[0], 1, training_base_id=better)
    before = contents(desk.office)
    desk.office.write(store.keep, drafted(desk, again=True), None, TODAY)
    found = desk.office.read(lambda s: list(s.scalars(select(Placement).order_by(Placement.placement_no))))
    assert [(one.base_id, one.status) for one in found] == [
        (small.base, PlacementStatus.CANCELLED),
        (better, PlacementStatus.PLANNED),
    ]
    desk.office.write(undo.undo, desk.office.read(undo.history)[0].number)
    assert contents(desk.office) == before


def test_single_items_are_kept_alone(desk: Desk) -> None:
    small = desk.small(2)
    taken = frozenset({f"{small.students[0]}:academic", f"{small.students[1]}:base", "nobody:base"})
    assert desk.office.write(store.keep, drafted(desk), taken, TODAY) == store.Kept(1, 1)
    assert desk.office.read(standing) == {("赵一", "academic", small.academic), ("钱二", "base", small.base)}


@pytest.mark.parametrize("change", ["capacity", "name", "wish", "student", "agreement", "hand"])
def test_keeping_is_refused_after_a_change(desk: Desk, change: str) -> None:
    small = desk.small(2)
    plan = drafted(desk)
    match change:
        case "capacity":
            desk.change(AcademicSupervisor, small.academic, max_students=1)
        case "name":
            person = desk.office.read(lambda s: s.get_one(Student, small.students[0]).person_id)
            desk.change(Person, person, name="赵十一")
        case "wish":
            desk.wish(small.students[0], 1, training_base_id=small.base)
        case "student":
            desk.student("冯九")
        case "agreement":
            desk.change(Agreement, desk.office.read(lambda s: s.scalars(select(Agreement.id)).one()), copies=3)
            desk.agreement(small.base)
        case "hand":
            desk.supervise(small.students[0], academic=small.academic)
    assert refusal(desk, plan) == "draft-stale"


def test_keeping_is_refused_on_another_day(desk: Desk) -> None:
    desk.small(1)
    assert refusal(desk, drafted(desk), today=date(2026, 9, 11)) == "draft-stale"


def test_a_change_that_does_not_matter_does_not_refuse(desk: Desk) -> None:
    small = desk.small(1)
    plan = drafted(desk)
    desk.change(Organisation, small.host, remark="下周来访")
    assert desk.office.write(store.keep, plan, None, TODAY) == store.Kept(2, 1)


def test_a_move_is_refused_without_the_one_that_frees_its_place(desk: Desk) -> None:
    small = desk.small(2)
    other = desk.academic("王芳", max_students=1)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    first, second = small.students
    desk.supervise(first, academic=small.academic)
    desk.supervise(second, academic=other)
    desk.wish(first, 1, academic_supervisor_id=other)
    desk.wish(second, 1, academic_supervisor_id=small.academic)
    plan = drafted(desk, again=True)
    swap = frozenset({f"{first}:academic", f"{second}:academic"})
    assert swap <= plan.draft.keepable()
    assert refusal(desk, plan, frozenset({f"{first}:academic"})) == "over-capacity"
    assert desk.office.write(store.keep, plan, swap, TODAY) == store.Kept(2, 0)


def test_a_base_is_refused_beside_another_hosts_supervisor(desk: Desk) -> None:
    small = desk.small(1)
    student = small.students[0]
    desk.office.write(store.keep, drafted(desk), None, TODAY)
    host = desk.organisation("远山机械有限公司")
    base, guide = desk.base(host, "远山基地"), desk.industry(host, "周明")
    desk.wish(student, 1, training_base_id=base)
    desk.wish(student, 1, industry_supervisor_id=guide)
    plan = drafted(desk, again=True)
    assert {f"{student}:{role.value}" for role in (Role.INDUSTRY, Role.BASE)} == plan.draft.keepable()
    assert refusal(desk, plan, frozenset({f"{student}:base"})) == "apart"
