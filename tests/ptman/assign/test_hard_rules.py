"""What a solve may never give: each hard rule, by an office where only that rule stands in the way."""

from datetime import date

import pytest
from sqlalchemy import select

from ptman.assign import store, workbench
from ptman.assign.draft import AssignDraft
from ptman.assign.eligible import Reason
from ptman.assign.problem import Role
from ptman.errors import PtmanError
from ptman.models import AcademicSupervisor, Agreement, Appointment, IndustrySupervisor, Record, Student, TrainingBase
from ptman.models.choices import AgreementKind, AppointmentStatus, BaseStatus, StudentStatus
from tests.ptman.assign.desk import TODAY, Desk

BEFORE = date(2026, 9, 9)


def drafted(desk: Desk) -> AssignDraft:
    return desk.office.read(store.draft, 2026, TODAY)


def counts(plan: AssignDraft) -> tuple[int, int, int]:
    return plan.with_academic, plan.with_industry, plan.with_base


def test_nothing_in_the_way_gives_everything(desk: Desk) -> None:
    desk.small(2)
    plan = drafted(desk)
    assert counts(plan) == (2, 2, 2)
    assert (plan.optimal, plan.vacancies) == (True, ())


Change = dict[str, object]
BARRED: dict[str, tuple[type[Record], Change, Role, Reason]] = {
    "academic retired": (AcademicSupervisor, {"retired_on": BEFORE}, Role.ACADEMIC, Reason.RETIRED),
    "academic elsewhere": (AcademicSupervisor, {"category_codes": "0855,0856"}, Role.ACADEMIC, Reason.CATEGORY),
    "industry retired": (IndustrySupervisor, {"retired_on": BEFORE}, Role.INDUSTRY, Reason.RETIRED),
    "industry elsewhere": (IndustrySupervisor, {"category_code": "0855"}, Role.INDUSTRY, Reason.CATEGORY),
    "appointed tomorrow": (Appointment, {"term_start": date(2026, 9, 11)}, Role.INDUSTRY, Reason.NOT_APPOINTED),
    "appointed no longer": (Appointment, {"term_end": date(2027, 8, 31)}, Role.INDUSTRY, Reason.NOT_APPOINTED_THEN),
    "appointment drafted": (Appointment, {"status": AppointmentStatus.DRAFT}, Role.INDUSTRY, Reason.NOT_APPOINTED),
    "appointment elsewhere": (Appointment, {"category_code": "0855"}, Role.INDUSTRY, Reason.NOT_APPOINTED),
    "appointment retired": (Appointment, {"retired_on": BEFORE}, Role.INDUSTRY, Reason.NOT_APPOINTED),
    "base closed": (TrainingBase, {"status": BaseStatus.RECTIFYING}, Role.BASE, Reason.BASE_CLOSED),
    "base retired": (TrainingBase, {"retired_on": BEFORE}, Role.BASE, Reason.BASE_CLOSED),
    "base elsewhere": (TrainingBase, {"category_codes": "0855"}, Role.BASE, Reason.CATEGORY),
    "agreement ends": (Agreement, {"valid_to": date(2027, 8, 31)}, Role.BASE, Reason.NO_AGREEMENT),
    "agreement begins": (Agreement, {"valid_from": date(2027, 9, 2)}, Role.BASE, Reason.NO_AGREEMENT),
    "agreement of a kind": (Agreement, {"kind": AgreementKind.FRAMEWORK}, Role.BASE, Reason.NO_AGREEMENT),
    "agreement retired": (Agreement, {"retired_on": BEFORE}, Role.BASE, Reason.NO_AGREEMENT),
}


@pytest.mark.parametrize("name", BARRED)
def test_a_rule_keeps_a_candidate_out(desk: Desk, name: str) -> None:
    noun, change, role, reason = BARRED[name]
    desk.small(1)
    desk.change(noun, only(desk, noun), **change)
    plan = drafted(desk)
    student = plan.situation.students[0]
    assert plan.answer.given[student.id].target(role) is None
    assert reason.label.zh in {one.missing: one.reason.zh for one in plan.vacancies}[role]
    listed = desk.office.read(workbench.candidates, student.id, role, TODAY)
    assert [one.exclusion for one in listed] == [reason.label]


def only(desk: Desk, noun: type[Record]) -> str:
    return desk.office.read(lambda session: session.scalars(select(noun.id)).one())


def test_blank_categories_mean_all(desk: Desk) -> None:
    small = desk.small(1)
    desk.change(AcademicSupervisor, small.academic, category_codes=None)
    desk.change(IndustrySupervisor, small.industry, category_code=None)
    assert counts(drafted(desk)) == (1, 1, 1)


def test_an_agreement_that_renews_itself_does_not_end(desk: Desk) -> None:
    desk.small(1)
    desk.change(Agreement, only(desk, Agreement), valid_to=date(2027, 8, 31), auto_renew=True)
    assert drafted(desk).with_base == 1


@pytest.mark.parametrize(
    "change", [{"status": StudentStatus.SUSPENDED}, {"retired_on": BEFORE}, {"cohort_year": 2025}], ids=str
)
def test_only_enrolled_students_of_the_cohort_are_paired(desk: Desk, change: Change) -> None:
    small = desk.small(2)
    desk.change(Student, small.students[0], **change)
    assert [one.id for one in drafted(desk).situation.students] == [small.students[1]]


def test_a_cohort_without_students_is_refused(desk: Desk) -> None:
    with pytest.raises(PtmanError) as refused:
        drafted(desk)
    assert refused.value.code == "nobody-to-assign"


def test_an_industry_supervisor_hosts_only_at_their_own_base(desk: Desk) -> None:
    small = desk.small(1)
    elsewhere = desk.base(desk.organisation("远山机械有限公司"), "远山基地")
    desk.wish(small.students[0], 1, training_base_id=elsewhere)
    given = drafted(desk).answer.given[small.students[0]]
    assert (given.industry, given.base) == (small.industry, small.base)
    desk.change(IndustrySupervisor, small.industry, source_base_id=elsewhere)
    assert drafted(desk).answer.given[small.students[0]].base == elsewhere


def test_a_supervisor_whose_organisation_has_no_base_guides_without_one(desk: Desk) -> None:
    small = desk.small(1)
    desk.change(IndustrySupervisor, small.industry, organisation_id=desk.organisation("无基地科技有限公司"))
    plan = drafted(desk)
    given = plan.answer.given[small.students[0]]
    assert (given.industry is None) != (given.base is None)
    assert len(plan.vacancies) == 1
