"""Invents how far students have come on their way: plan, milestones, courses, what they study and defend."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.talents import planning, reading
from ptman.models import (
    CourseResult,
    DegreeApplication,
    DegreeMember,
    DegreeReview,
    Milestone,
    MilestoneDef,
    MilestoneMember,
    PlanCourse,
    PlanMilestone,
    Student,
    TrainingPlan,
)
from ptman.models.choices_talents import DegreeResult, DegreeRoute, MilestoneStatus, OutcomeForm, ReviewResult
from ptman.samples import talents_practice, talents_training
from ptman.samples import talents_texts as texts

LONG_AGO = timedelta(days=280)
RETRY = timedelta(days=60)
# What becomes of milestones lately due, in turn.
LATELY = (
    MilestoneStatus.PASSED,
    MilestoneStatus.OPEN,
    MilestoneStatus.PASSED,
    MilestoneStatus.SUBMITTED,
    MilestoneStatus.OPEN,
    MilestoneStatus.CONDITIONAL,
    MilestoneStatus.PASSED,
    MilestoneStatus.FAILED,
)


def fill(session: Session, today: date) -> None:
    """The way of the two cohorts, and what happens beside it; nothing where nobody studies."""
    cohorts = sorted(set(session.scalars(select(Student.cohort_year))))
    if not cohorts:
        return
    _plan(session, cohorts[0])
    elders = [one for one in reading.pupils(session) if one.cohort != cohorts[-1]]
    for at, one in enumerate(elders):
        _courses(session, one.id, one.cohort, at)
    if elders:
        _degrees(session, [one.id for one in elders[:2]], today)
    talents_practice.fill(session, [one.id for one in elders], today)
    session.flush()  # the milestones follow the plan, the assessments and the defences
    for cohort in cohorts:
        drawn = planning.draft(session, cohort, today)
        planning.keep(session, drawn, drawn.draft.preset(), today)
    session.flush()  # what was made is read below
    _advance(session, today)
    talents_training.fill(session, reading.pupils(session), today)
    journal.say(session, "登记人才培养样例", "Add sample training of talents")


def _plan(session: Session, cohort: int) -> None:
    """One plan for everybody, that asks for the midterm a month later than usual."""
    plan = TrainingPlan(plan_no=f"PY-{cohort}", name="工程类硕士专业学位研究生培养方案", from_cohort=cohort)
    session.add(plan)
    session.flush()  # its parts need its id
    session.add(PlanMilestone(plan_id=plan.id, def_code="midterm", months_after=22))
    for code, name, degree, credit, semester in texts.COURSES:
        session.add(
            PlanCourse(
                plan_id=plan.id,
                course_code=code,
                course_name=name,
                is_degree_course=degree,
                credit_x10=credit,
                semester=semester,
                compulsory=degree,
            )
        )


def _advance(session: Session, today: date) -> None:
    """What was due long ago is passed; lately things stand in all the ways they can."""
    panels = set(session.scalars(select(MilestoneDef.code).where(MilestoneDef.has_panel)))
    pending = select(Milestone).where(Milestone.status == MilestoneStatus.OPEN, Milestone.due_on.is_not(None))
    for at, one in enumerate(session.scalars(pending.order_by(Milestone.id)).all()):
        if one.due_on is None or one.due_on > today:
            continue
        old = today - one.due_on > LONG_AGO
        one.status = MilestoneStatus.PASSED if old else LATELY[at % len(LATELY)]
        if one.status is MilestoneStatus.OPEN:
            continue
        one.submitted_on = one.due_on - timedelta(days=12)
        if one.status is not MilestoneStatus.SUBMITTED:
            one.held_on = one.due_on - timedelta(days=at % 7)
        if one.def_code in panels and one.held_on is not None:
            _panel(session, one)
        if one.status is MilestoneStatus.FAILED:
            again = Milestone(student_id=one.student_id, def_code=one.def_code, attempt_no=2, due_on=today + RETRY)
            again.status = MilestoneStatus.OPEN
            session.add(again)


def _panel(session: Session, one: Milestone) -> None:
    one.score_x10, one.opinion, one.place = 820, "选题来自企业实际需求，方案可行。", "工程师学院 302 会议室"
    for seq, (name, unit, title, external, chair) in enumerate(texts.PANEL, 1):
        member = MilestoneMember(milestone_id=one.id, seq=seq, name=name, unit=unit, title=title)
        member.is_external, member.is_chair = external, chair
        session.add(member)


def _courses(session: Session, student: str, cohort: int, at: int) -> None:
    """All courses of the plan; one student has failed one of them."""
    for number, (code, name, degree, credit, semester) in enumerate(texts.COURSES):
        score = 780 + (at * 37 + number * 53) % 170
        if at == len(texts.COURSES) and number == 1:
            score = 525
        made = CourseResult(student_id=student, course_code=code, course_name=name, is_degree_course=degree)
        year = cohort + (semester - 1) // 2
        made.semester = f"{year}-{year + 1}-{(semester - 1) % 2 + 1}"
        made.credit_x10, made.score_x10, made.passed = credit, score, score >= 600  # noqa: PLR2004 sixty passes
        session.add(made)


def _degrees(session: Session, students: list[str], today: date) -> None:
    """One has defended a practical outcome, one has handed in a thesis."""
    for at, student in enumerate(students):
        defended = at == 0
        one = DegreeApplication(student_id=student, title=texts.TITLES[at], submitted_on=today - timedelta(days=50))
        one.route = DegreeRoute.PRACTICAL_OUTCOME if defended else DegreeRoute.THESIS
        one.outcome_form = OutcomeForm.SOFTWARE if defended else None
        one.decide_by = today + timedelta(days=10)
        one.accepted_on = today - timedelta(days=35) if defended else None
        if defended:
            one.defended_on, one.result = today - timedelta(days=4), DegreeResult.PASS
            one.committee_size, one.votes_for, one.votes_against, one.votes_abstain = 3, 3, 0, 0
        session.add(one)
        session.flush()  # its parts need its id
        _committee(session, one, today, defended=defended)


def _committee(session: Session, one: DegreeApplication, today: date, *, defended: bool) -> None:
    for seq, (name, unit, title, external, chair) in enumerate(texts.PANEL, 1):
        member = DegreeMember(application_id=one.id, seq=seq, name=name, unit=unit, title=title)
        member.is_external, member.is_chair = external, chair
        session.add(member)
    for seq, unit in enumerate(texts.REVIEWERS, 1):
        review = DegreeReview(application_id=one.id, seq=seq, unit=unit, sent_on=today - timedelta(days=30))
        review.due_on = today + timedelta(days=seq * 5 - 8)
        if defended or seq == 1:
            review.returned_on, review.result = today - timedelta(days=12), ReviewResult.AGREE
            review.score_x10 = 840 + seq * 15
        session.add(review)
