"""The questions of the pairing page: who lacks somebody and why, ranked candidates, the effect of a choice."""

import pytest

from ptman.assign import ranking, scenario_reading, scenario_solving, scenarios, store, terms, workbench
from ptman.assign.eligible import Reason
from ptman.assign.problem import Role
from ptman.assign.ranking import Candidate
from ptman.assign.workbench import Move, Pair
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.listing import Load, Value
from ptman.models import AcademicSupervisor, IndustrySupervisor, Student, TrainingBase
from ptman.models.choices import StudentStatus
from tests import makers
from tests.ptman.assign.desk import TODAY, Desk


def candidates(desk: Desk, student: str, role: Role) -> tuple[Candidate, ...]:
    return desk.office.read(workbench.candidates, student, role, TODAY)


def why(desk: Desk, student: str) -> str:
    listing = desk.office.read(workbench.unpaired, 2026, TODAY)
    cell: Value = next(row.cells[listing.index("why")] for row in listing.rows if row.id == student)
    assert isinstance(cell, Label)
    return cell.zh


def test_the_unpaired_are_listed_with_what_they_lack(desk: Desk) -> None:
    small = desk.small(3)
    first, second, third = small.students
    desk.supervise(first, academic=small.academic)
    desk.supervise(first, industry=small.industry)
    desk.place(first, small.base, desk.made(makers.period))
    desk.supervise(second, academic=small.academic)
    listing = desk.office.read(workbench.unpaired, 2026, TODAY)
    assert {row.id: row.tags for row in listing.rows} == {
        second: {"industry", "base"},
        third: {"academic", "industry", "base"},
    }
    assert [listing.rows[0].cells[listing.index(key)] for key in ("academic", "waiting")] == ["李伟", 9]
    assert [row.id for row in listing.searched("qe").rows] == [second]


def test_why_somebody_is_unpaired(desk: Desk) -> None:
    small = desk.small(2)
    first, second = small.students
    assert "1 个可选" in why(desk, second)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    desk.supervise(first, academic=small.academic)
    assert "符合条件的 1 个校内导师均已满" in why(desk, second)
    desk.change(AcademicSupervisor, small.academic, category_codes="0855")
    assert f"无符合条件的校内导师（{Reason.CATEGORY.label.zh}）" in why(desk, second)


def test_candidates_are_ranked_open_then_full_then_excluded(desk: Desk) -> None:
    small = desk.small(2)
    wanted = desk.academic("甲一", max_students=2)
    full = desk.academic("乙二", max_students=1)
    desk.academic("丙三", category_codes="0855")
    desk.supervise(small.students[1], academic=full)
    desk.wish(small.students[0], 1, academic_supervisor_id=wanted)
    found = candidates(desk, small.students[0], Role.ACADEMIC)
    assert [one.name for one in found] == ["甲一", "李伟", "乙二", "丙三"]
    assert [one.load for one in found] == [Load(0, 2), Load(0, 30), Load(1, 1), Load(0, 3)]
    assert [one.full for one in found] == [False, False, True, False]
    assert found[2].objection == Label("已满（1/1）", "full (1/1)")
    assert found[3].objection == Reason.CATEGORY.label
    assert found[3].points is None


def test_points_are_the_sum_of_their_terms(desk: Desk) -> None:
    small = desk.small(1)
    for role in Role:
        for one in candidates(desk, small.students[0], role):
            assert one.points == sum(points for _, points in one.terms)


def test_acquaintance_is_named_and_takes_points_off(desk: Desk) -> None:
    small = desk.small(2)
    stranger = desk.industry(small.host, "周明")
    desk.supervise(small.students[0], academic=small.academic)
    desk.supervise(small.students[0], industry=small.industry)
    desk.supervise(small.students[1], academic=small.academic)
    found = {one.id: one for one in candidates(desk, small.students[1], Role.INDUSTRY)}
    assert (found[small.industry].knows, found[stranger].knows) == ("李伟", "")
    assert (terms.LABELS["affinity"], -terms.SHARED) in found[small.industry].terms


def test_seats_left_are_those_of_the_supervisors_bases(desk: Desk) -> None:
    small = desk.small(2)
    desk.change(TrainingBase, small.base, capacity_per_batch=2)
    desk.place(small.students[0], small.base, desk.made(makers.period))
    (found,) = candidates(desk, small.students[1], Role.INDUSTRY)
    assert (found.seats_left, found.place) == (1, "星河通信有限公司")
    (base,) = candidates(desk, small.students[1], Role.BASE)
    assert (base.seats_left, base.load) == (1, Load(1, 2))


def test_a_base_and_a_supervisor_of_different_hosts_exclude_each_other(desk: Desk) -> None:
    small = desk.small(1)
    host = desk.organisation("远山机械有限公司")
    other, guide = desk.base(host, "远山基地"), desk.industry(host, "周明")
    desk.supervise(small.students[0], industry=small.industry)
    found = {one.id: one.exclusion for one in candidates(desk, small.students[0], Role.BASE)}
    assert found == {small.base: None, other: Reason.APART.label}
    desk.place(small.students[0], small.base, desk.made(makers.period))
    apart = {one.id: one.exclusion for one in candidates(desk, small.students[0], Role.INDUSTRY)}
    assert apart == {small.industry: None, guide: Reason.APART.label}


def test_the_effect_of_a_choice_names_its_price_and_who_moves(desk: Desk) -> None:
    small = desk.small(2)
    first, second = small.students
    wanted = desk.academic("王芳", max_students=1)
    desk.wish(first, 1, academic_supervisor_id=wanted)
    desk.wish(second, 2, academic_supervisor_id=wanted)
    plan = desk.office.read(store.draft, 2026, TODAY)
    pair = Pair(second, Role.ACADEMIC, wanted)
    effect = desk.office.read(workbench.effect, pair, TODAY, plan)
    dearer = terms.UNRANKED + terms.rank(2) - (terms.UNRANKED + terms.rank(1))
    assert (effect.low, effect.high, effect.breaks) == (dearer, dearer, None)
    assert effect.moves == (Move(first, "赵一", Role.ACADEMIC, "王芳", "李伟"),)
    assert desk.office.read(workbench.effect, pair, TODAY) == effect


def test_the_effect_of_the_plan_itself_is_nothing(desk: Desk) -> None:
    small = desk.small(2)
    effect = desk.office.read(workbench.effect, Pair(small.students[0], Role.BASE, small.base), TODAY)
    assert effect == workbench.Effect(0, 0, ())


def test_an_effect_says_which_rule_it_breaks(desk: Desk) -> None:
    small = desk.small(1)
    desk.change(IndustrySupervisor, small.industry, retired_on=TODAY)
    effect = desk.office.read(workbench.effect, Pair(small.students[0], Role.INDUSTRY, small.industry), TODAY)
    assert effect.breaks == Reason.RETIRED.label


def test_a_student_who_left_has_no_candidates(desk: Desk) -> None:
    small = desk.small(1)
    desk.change(Student, small.students[0], status=StudentStatus.WITHDRAWN)
    with pytest.raises(PtmanError) as refused:
        candidates(desk, small.students[0], Role.BASE)
    assert refused.value.code == "not-enrolled"


def test_in_a_scenario_loads_are_the_scenarios(desk: Desk) -> None:
    small = desk.small(2)
    first, second = small.students
    key = desk.office.write(scenarios.begin, 2026, "甲", scenarios.Settings(seed="1"))
    desk.office.write(scenario_solving.solve, key, TODAY)
    plan = desk.office.read(scenario_reading.opened, key, TODAY).plan
    learner = next(one for one in plan.situation.students if one.id == first)
    [stands] = ranking.ranked(plan.situation, learner, Role.ACADEMIC)
    [planned] = ranking.ranked(plan.situation, learner, Role.ACADEMIC, plan.answer.given)
    assert (stands.load.taken, stands.given, planned.load.taken, planned.given) == (0, False, 2, True)
    assert second in plan.answer.given
