"""What stands in the way of a scenario, relaxed by one step each; why and why not; what an event would bring."""

import pytest
from sqlalchemy import select

from ptman.assign import (
    comparing,
    hints,
    reasoning,
    remedies,
    reporting,
    ripples,
    scenario_hand,
    scenario_solving,
    scenarios,
)
from ptman.assign.problem import Demand, Role
from ptman.assign.relaxing import Kind
from ptman.assign.ripples import Leaves, Shrinks
from ptman.assign.scenario_hand import Turn
from ptman.assign.scenarios import Settings
from ptman.listing import Load
from ptman.models import AcademicSupervisor, Supervision
from ptman.models.choices_assigning import HintGround, HintKind
from tests.ptman.assign.desk import TODAY, Desk
from tests.ptman.assign.test_scenarios import begun, opened


@pytest.mark.parametrize("recorded", [False, True])
def test_a_raised_quota_lets_everybody_in(desk: Desk, *, recorded: bool) -> None:
    small = desk.small(3)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    key = begun(desk)
    troubles = remedies.diagnose(opened(desk, key))
    [remedy] = troubles.remedies
    assert (remedy.relaxation.kind, remedy.relaxation.by, remedy.raises) == (Kind.RAISE, 2, True)
    assert "由 1 增至 3" in remedy.label.zh
    assert troubles.crowds[0].zh == "3 名学生竞争 1 个校内导师的 1 个名额，缺 2 个"
    desk.office.write(remedies.apply, key, remedy, TODAY, recorded=recorded)
    desk.office.write(scenario_solving.solve, key, TODAY)
    assert opened(desk, key).plan.vacancies == ()
    assert remedies.diagnose(opened(desk, key)).none
    one = desk.office.read(lambda s: s.get_one(AcademicSupervisor, small.academic))
    assert one.max_students == (3 if recorded else 1)


def test_a_seat_raised_in_the_records_is_the_bases(desk: Desk) -> None:
    host = desk.organisation()
    desk.academic(max_students=9)
    desk.industry(host, max_students=9)
    desk.base(host, capacity_per_batch=1)
    desk.student(), desk.student("王浩然")
    key = begun(desk)
    [remedy] = remedies.diagnose(opened(desk, key)).remedies
    desk.office.write(remedies.apply, key, remedy, TODAY, recorded=True)
    desk.office.write(scenario_solving.solve, key, TODAY)
    assert opened(desk, key).plan.vacancies == ()


def test_a_prohibition_can_be_lifted(desk: Desk) -> None:
    small = desk.small(1)
    about = (small.students[0], Role.ACADEMIC, small.academic)
    desk.office.write(hints.record, about, HintKind.FORBID, HintGround.OTHER, "待核实")
    key = begun(desk)
    [remedy] = remedies.diagnose(opened(desk, key)).remedies
    assert (remedy.relaxation.kind, remedy.raises) == (Kind.ALLOW, False)
    desk.office.write(remedies.apply, key, remedy, TODAY)
    desk.office.write(scenario_solving.solve, key, TODAY)
    assert opened(desk, key).plan.vacancies == ()


def test_what_was_left_vacant_on_purpose_is_no_trouble(desk: Desk) -> None:
    small = desk.small(1)
    key = begun(desk)
    desk.office.write(scenario_hand.put, key, Turn(small.students[0], Role.BASE, None, "自主联系"), TODAY)
    assert remedies.diagnose(opened(desk, key)).none


def test_forcing_costs_what_was_said(desk: Desk) -> None:
    small = desk.small(2)
    other = desk.academic("王强", max_students=1)
    first, second = small.students
    desk.wish(first, 1, academic_supervisor_id=other)
    desk.wish(second, 1, academic_supervisor_id=other)
    key = begun(desk)
    found = opened(desk, key)
    holder = next(who for who in small.students if found.plan.answer.given[who].academic == other)
    without = next(who for who in small.students if who != holder)
    why = reasoning.why_not(found, Demand(without, Role.ACADEMIC, other))
    assert why.exact
    assert "已满" in why.reason.zh
    assert [(one.student, one.old) for one in why.moves] == [(holder, "王强")]
    desk.office.write(scenario_hand.put, key, Turn(without, Role.ACADEMIC, other, "课题"), TODAY)
    desk.office.write(scenario_solving.solve, key, TODAY)
    after = opened(desk, key)
    assert after.plan.answer.value - found.plan.answer.value == why.low
    said = {one.role: (one.name, one.points) for one in reasoning.why_this(after, without)}
    assert said[Role.ACADEMIC][0] == "王强"


def test_a_ripple_moves_only_whom_it_must(desk: Desk) -> None:
    small = desk.small(3)
    other = desk.academic("王强", max_students=30)
    desk.wish(small.students[0], 1, academic_supervisor_id=other)
    for who in small.students[1:]:
        desk.wish(who, 1, academic_supervisor_id=small.academic)
    key = begun(desk)
    seen = ripples.Watch(opened(desk, key)).foresee([Leaves(Role.ACADEMIC, other)])
    assert (seen.label.zh, seen.displaced) == ("王强不再接收学生", ("赵一",))
    fewest = seen.ways[-1]
    assert (fewest.students, fewest.least, fewest.vacancies) == (1, 1, 0)
    assert desk.office.write(ripples.apply, key, seen, fewest, TODAY) == 1
    found = opened(desk, key)
    assert {one.academic for one in found.plan.answer.given.values()} == {small.academic}
    desk.office.write(scenario_solving.solve, key, TODAY)
    assert {one.academic for one in opened(desk, key).plan.answer.given.values()} == {small.academic}
    shrunk = ripples.Watch(opened(desk, key)).foresee([Shrinks(Role.ACADEMIC, small.academic, 2)])
    assert shrunk.ways[-1].vacancies == 1


def test_what_rules_no_longer_allow_is_no_doing_of_an_event(desk: Desk) -> None:
    small = desk.small(3)
    other = desk.academic("王强", max_students=30)
    for who in small.students[:2]:
        desk.supervise(who, academic=other)
    desk.supervise(small.students[2], academic=small.academic)
    key = begun(desk)
    desk.change(AcademicSupervisor, other, max_students=1)
    seen = ripples.Watch(opened(desk, key)).foresee([Leaves(Role.ACADEMIC, small.academic)])
    assert len(seen.displaced) == 1
    assert seen.ways[-1].students == seen.ways[-1].least == 1


def test_what_stands_can_be_let_go_by_a_remedy(desk: Desk) -> None:
    small = desk.small(1)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    rival = desk.student("周五")
    desk.supervise(rival, academic=small.academic, locked=True)
    desk.change(AcademicSupervisor, small.academic, max_students=0)
    key = desk.office.write(scenarios.begin, 2026, "甲", Settings(seed="1", again=True))
    desk.office.write(scenario_solving.solve, key, TODAY)
    kinds = {one.relaxation.kind for one in remedies.diagnose(opened(desk, key)).remedies}
    assert Kind.RAISE in kinds
    locked = desk.office.read(lambda s: [one.locked for one in s.scalars(select(Supervision))])
    assert locked == [True]


def test_a_report_says_all_of_it(desk: Desk) -> None:
    small = desk.small(2)
    key = begun(desk)
    other = desk.office.write(scenarios.copy, key, "乙")
    desk.office.write(scenario_hand.put, other, Turn(small.students[0], Role.BASE, None, "自主联系"), TODAY)
    left, right = opened(desk, key), opened(desk, other)
    sheets = {one.key: one for one in reporting.listings(right, left)}
    assert sheets["vacancies"].rows[0].cells[1] == "赵一"
    assert sheets["by_hand"].rows[0].cells[4:6] == (None, desk.office.who)
    assert Load(2, 30) in {row.cells[3] for row in sheets["loads"].rows}
    assert len(sheets["compared"].rows) == 1
    [contrast] = comparing.contrasts(
        left.plan.situation, left.plan.problem, left.plan.answer.given, right.plan.answer.given
    )
    assert (contrast.role, contrast.better, contrast.right.name) == (Role.BASE, -1, "")
    assert all(len(row.cells) == len(sheet.columns) for sheet in sheets.values() for row in sheet.rows)
