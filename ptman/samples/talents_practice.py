"""Invents the reports on practice of students of an earlier cohort, and how their practice is assessed."""

import itertools
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import Placement, PracticeAssessment, PracticeReport
from ptman.models.choices_placements import PracticeForm
from ptman.models.choices_talents import AssessmentStatus, PracticeGrade, ReportKind, ReportStatus
from ptman.rules import months
from ptman.rules.months import Segment
from ptman.rules.practice import assessment
from ptman.rules.practice.assessment import Scores, Weights
from ptman.samples import talents_texts as texts

WITHIN = timedelta(days=5)
WHOLE = (40, 30, 30)
WEIGHED = (AssessmentStatus.WEIGHTS_APPLIED, AssessmentStatus.PASSED, AssessmentStatus.FAILED)
FINALS = (
    ReportStatus.ACCEPTED,
    ReportStatus.ACCEPTED,
    ReportStatus.ACCEPTED,
    ReportStatus.SUBMITTED,
    ReportStatus.DUE,
    ReportStatus.RETURNED,
)


def fill(session: Session, students: Sequence[str], today: date) -> None:
    """Monthly reports of the last stay and the final report of each; an assessment of all who were away."""
    assessed = iter(texts.ASSESSED)
    for at, student in enumerate(students):
        mine = select(Placement).where(Placement.student_id == student).order_by(Placement.starts_on)
        stays = session.scalars(mine).all()
        if not stays:
            continue
        _reports(session, stays[-1], at, today)
        about = next(assessed, None)
        if about is not None:
            _assessment(session, stays, about)


def _reports(session: Session, stay: Placement, at: int, today: date) -> None:
    for cycle in itertools.count(1):
        over = months.add_months(stay.starts_on, cycle)
        if over > stay.ends_on + WITHIN:
            break
        one = PracticeReport(student_id=stay.student_id, placement_id=stay.id, kind=ReportKind.MONTHLY, cycle=cycle)
        one.due_on, one.submitted_on = over + WITHIN, over + timedelta(days=(at + cycle) % 5)
        one.status, one.chars = ReportStatus.ACCEPTED, 820 + at * 30
        one.summary = "完成本月项目任务，参加例会与代码评审。"
        session.add(one)
    final = PracticeReport(student_id=stay.student_id, placement_id=stay.id, kind=ReportKind.FINAL, cycle=1)
    final.status = FINALS[at % len(FINALS)]
    final.due_on = (
        today - timedelta(days=at * 7 % 25)
        if final.status in {ReportStatus.DUE, ReportStatus.RETURNED}
        else (stay.ends_on + timedelta(days=30))
    )
    if final.status is not ReportStatus.DUE:
        final.submitted_on, final.chars = min(final.due_on, today) - timedelta(days=6), 4200
        final.times_returned = int(final.status is ReportStatus.RETURNED)
    session.add(final)


def _assessment(
    session: Session,
    stays: Sequence[Placement],
    about: tuple[AssessmentStatus, int | None, int | None, int | None],
) -> None:
    status, campus, industry, defence = about
    days = [Segment(one.starts_on, one.ends_on) for one in stays]
    project = [
        Segment(one.starts_on, one.ends_on) for one in stays if one.practice_form is PracticeForm.PROJECT_RESEARCH
    ]
    one = PracticeAssessment(student_id=stays[0].student_id, status=status)
    one.campus_score_x10, one.industry_score_x10, one.defence_score_x10 = campus, industry, defence
    one.weight_campus, one.weight_industry, one.weight_defence = WHOLE
    one.months, one.days = months.total(months.union(days))
    one.project_months, one.project_days = months.total(months.union(project))
    one.defence_group, one.defence_on = "第一组", stays[-1].ends_on + timedelta(days=98)
    one.self_summary = "参与边缘计算平台的调度模块研发，独立完成两个版本的设计、实现和测试。"
    one.industry_opinion, one.host_opinion = "工作踏实，能独立承担任务。", "遵守制度，按期完成任务。"
    if status in WEIGHED:
        one.total_score_x10 = assessment.total_x10(Scores(campus, industry, defence), Weights(*WHOLE))
        one.grade = PracticeGrade(assessment.grade(one.total_score_x10 or 0).value)
    if status is AssessmentStatus.PASSED:
        one.credits_x10, one.confirmed_by, one.confirmed_on = 60, "林景明", stays[-1].ends_on + timedelta(days=40)
        one.defence_on = stays[-1].ends_on + timedelta(days=30)
    session.add(one)
