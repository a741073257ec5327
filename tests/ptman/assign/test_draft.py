"""The draft of an assignment: capacities and seats, what is preferred, what stands, and why something is missing."""

from datetime import date

from ptman.assign import store, terms
from ptman.assign.draft import AssignDraft, Proposal
from ptman.assign.problem import Role
from ptman.assign.request import Request
from ptman.drafts import Fate
from ptman.labels import Lang
from ptman.models import AcademicSupervisor, BaseSeats, IndustrySupervisor, Placement, Student, TrainingBase
from ptman.models.choices import Chooser, PlacementStatus, StudentStatus
from tests import makers
from tests.ptman.assign.desk import TODAY, Desk


def drafted(desk: Desk, *, again: bool = False) -> AssignDraft:
    return desk.office.read(store.draft, 2026, TODAY, Request(again=again))


def proposal(plan: AssignDraft, student: str, role: Role) -> Proposal:
    return next(one for one in plan.proposals if (one.student, one.role) == (student, role))


def test_capacities_leave_vacancies_with_their_reason(desk: Desk) -> None:
    small = desk.small(4)
    desk.change(AcademicSupervisor, small.academic, max_students=3)
    desk.change(IndustrySupervisor, small.industry, max_students=2)
    desk.change(TrainingBase, small.base, capacity_per_batch=1)
    plan = drafted(desk)
    assert (plan.with_academic, plan.with_industry, plan.with_base) == (3, 2, 1)
    assert len(plan.vacancies) == 6
    assert all(one.reason.zh and one.reason.en and one.student.startswith("2266") for one in plan.vacancies)
    full = next(one.reason.zh for one in plan.vacancies if one.missing is Role.ACADEMIC)
    assert "已满" in full
    assert plan.draft.counts()[Fate.VACANT] == 6


def test_without_a_number_the_rule_parameters_count(desk: Desk) -> None:
    small = desk.small(6)
    desk.change(AcademicSupervisor, small.academic, max_students=None)
    desk.change(IndustrySupervisor, small.industry, max_students=None)
    desk.change(TrainingBase, small.base, capacity_per_batch=None)
    plan = drafted(desk)
    assert (plan.with_academic, plan.with_industry, plan.with_base) == (3, 3, 5)


def test_seats_of_the_period_come_before_those_of_the_base(desk: Desk) -> None:
    small = desk.small(4)
    period = desk.made(makers.period)
    desk.made(makers.added, BaseSeats(base_id=small.base, period_id=period, seats=2))
    plan = drafted(desk)
    assert plan.with_base == 2
    assert [one.id for one in plan.situation.stays] == [period]


def test_students_of_other_cohorts_take_up_places(desk: Desk) -> None:
    small = desk.small(3)
    older = [desk.student(name, cohort_year=2025) for name in ("冯九", "陈十")]
    period = desk.made(makers.period)
    desk.change(AcademicSupervisor, small.academic, max_students=3)
    desk.change(TrainingBase, small.base, capacity_per_batch=3)
    for one in older:
        desk.supervise(one, academic=small.academic)
    places = [desk.place(one, small.base, period) for one in older]
    plan = drafted(desk)
    assert (plan.with_academic, plan.with_base) == (1, 1)
    desk.change(Student, older[0], status=StudentStatus.GRADUATED)
    desk.change(Placement, places[0], status=PlacementStatus.CANCELLED)
    plan = drafted(desk)
    assert (plan.with_academic, plan.with_base) == (2, 2)


def test_a_first_choice_wins_where_there_is_room(desk: Desk) -> None:
    small = desk.small(2)
    other = desk.academic("王芳")
    desk.wish(small.students[0], 1, academic_supervisor_id=other)
    plan = drafted(desk)
    mine = proposal(plan, small.students[0], Role.ACADEMIC)
    assert (mine.new, mine.reasons[0].text(Lang.ZH)) == (other, "第 1 志愿")
    assert mine.points < proposal(plan, small.students[1], Role.ACADEMIC).points


def test_a_supervisor_who_chose_the_student_is_preferred(desk: Desk) -> None:
    small = desk.small(2)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    desk.academic("王芳", max_students=1)
    desk.wish(small.students[1], 1, academic_supervisor_id=small.academic, chosen_by=Chooser.SUPERVISOR)
    assert proposal(drafted(desk), small.students[1], Role.ACADEMIC).new == small.academic


def test_field_and_topic_decide_between_equals(desk: Desk) -> None:
    desk.academic("甲一", expertise="电力电子")
    fitting = desk.academic("乙二", expertise="边缘计算与物联网")
    desk.academic("丙三", expertise="岩土工程")
    student = desk.student(topic="面向物联网的边缘计算")
    assert proposal(drafted(desk), student, Role.ACADEMIC).new == fitting


def test_supervisors_who_work_together_are_paired(desk: Desk) -> None:
    host = desk.organisation()
    desk.base(host, capacity_per_batch=9)
    desk.academic("甲一")
    second = desk.academic("乙二")
    friend = desk.industry(host, recommended_by_id=second)
    student = desk.student()
    plan = drafted(desk)
    assert plan.answer.given[student].academic == second
    industry = proposal(plan, student, Role.INDUSTRY)
    assert (industry.new, industry.reasons[-1]) == (friend, terms.LABELS["affinity"])


def test_an_appointment_that_lasts_is_preferred(desk: Desk) -> None:
    host = desk.organisation()
    desk.base(host)
    ending = desk.industry(host, appointed=False)
    desk.appointment(ending, term_end=date(2028, 8, 30))
    lasting = desk.industry(host, appointed=False)
    desk.appointment(lasting, term_end=date(2028, 8, 31))
    student = desk.student()
    assert proposal(drafted(desk), student, Role.INDUSTRY).new == lasting


def test_what_stands_stays_unless_asked_again(desk: Desk) -> None:
    small = desk.small(1)
    better = desk.academic("王芳")
    desk.supervise(small.students[0], academic=small.academic)
    desk.wish(small.students[0], 1, academic_supervisor_id=better)
    kept = proposal(drafted(desk), small.students[0], Role.ACADEMIC)
    assert (kept.fate, kept.new) == (Fate.UNCHANGED, small.academic)
    moved = proposal(drafted(desk, again=True), small.students[0], Role.ACADEMIC)
    assert (moved.fate, moved.old, moved.new) == (Fate.CHANGED, small.academic, better)


def test_a_small_gain_moves_nobody(desk: Desk) -> None:
    small = desk.small(1)
    other = desk.academic("王芳")
    desk.supervise(small.students[0], academic=small.academic)
    desk.wish(small.students[0], 1, academic_supervisor_id=other)
    desk.wish(small.students[0], 2, academic_supervisor_id=small.academic)
    assert proposal(drafted(desk, again=True), small.students[0], Role.ACADEMIC).fate is Fate.UNCHANGED


def test_locked_pairs_stay_even_when_asked_again(desk: Desk) -> None:
    small = desk.small(1)
    better = desk.academic("王芳")
    desk.supervise(small.students[0], academic=small.academic, locked=True)
    desk.wish(small.students[0], 1, academic_supervisor_id=better)
    assert proposal(drafted(desk, again=True), small.students[0], Role.ACADEMIC).new == small.academic


def test_a_pairing_against_the_rules_stays_and_is_said(desk: Desk) -> None:
    small = desk.small(1)
    desk.supervise(small.students[0], academic=small.academic)
    desk.change(AcademicSupervisor, small.academic, retired_on=TODAY)
    plan = drafted(desk)
    assert plan.with_academic == 1
    assert any("不符合条件" in one.zh for one in plan.draft.remarks)


def test_dates_of_the_period_follow_the_rule_parameters(desk: Desk) -> None:
    desk.student()
    (stay,) = drafted(desk).situation.stays
    assert (stay.id, stay.starts_on, stay.ends_on) == ("", date(2027, 9, 1), date(2028, 8, 31))


def test_a_student_is_drafted_for_the_period_they_are_placed_in(desk: Desk) -> None:
    small = desk.small(2)
    first = desk.made(makers.period, "第一批", starts_on=date(2027, 3, 1), ends_on=date(2027, 8, 31))
    second = desk.made(makers.period, "第二批")
    desk.place(small.students[0], small.base, second)
    stays = {one.id: one.stay for one in drafted(desk).situation.students}
    assert stays == {small.students[0]: second, small.students[1]: first}


def test_a_second_period_fills_when_the_first_is_full(desk: Desk) -> None:
    small = desk.small(4)
    first = desk.made(makers.period, "第一批", starts_on=date(2027, 3, 1), ends_on=date(2027, 8, 31))
    second = desk.made(makers.period, "第二批")
    ended = desk.made(makers.period, "早批", starts_on=date(2026, 1, 1), ends_on=date(2026, 9, 9))
    for period, seats in ((first, 2), (second, 1), (ended, 9)):
        desk.made(makers.added, BaseSeats(base_id=small.base, period_id=period, seats=seats))
    desk.place(small.students[0], small.base, first)
    plan = drafted(desk)
    assert [one.stay for one in plan.situation.students] == [first, first, second, first]
    assert plan.with_base == 3
