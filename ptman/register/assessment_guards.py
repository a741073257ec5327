"""What reports on practice and its assessment ask for before a step, and what those steps change besides."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import PracticeAssessment, PracticeReport, Student
from ptman.models.choices import OrientationType
from ptman.models.choices_talents import PracticeGrade, ReportKind
from ptman.models.core import Record
from ptman.rules import months
from ptman.rules.months import Duration
from ptman.rules.practice import assessment
from ptman.rules.practice.assessment import Bounds, Scores, Weights

NO_SCORES = Label("先填写校内评分和企业评分。", "First enter the campus and the industry score.")
NO_TOTAL = Label("有权重的评分还没有填齐。", "A score that weighs is missing.")
NO_MONTHS = Label(
    "还没有实践月数，先合成成绩或填写。", "The months of practice are not there; apply the weights or enter them."
)


def _long_enough(session: Session, record: Record, today: date) -> Label | None:
    """Final reports are as long as the office asks; others may be short."""
    del today
    if not isinstance(record, PracticeReport):
        raise TypeError(f"{record} is no practice report")
    if record.kind is not ReportKind.FINAL:
        return None
    cohort = session.get_one(Student, record.student_id).cohort_year
    least = parameters.number(session, "practice.report_min_chars", cohort)
    if least == 0 or (record.chars is not None and record.chars >= least):
        return None
    return Label(
        f"总结报告字数应填写且不少于 {least} 字。", f"Enter its characters: a final report has at least {least}."
    )


def _submit(session: Session, record: Record, today: date) -> None:
    del session
    if isinstance(record, PracticeReport):
        record.submitted_on = today


def _return(session: Session, record: Record, today: date) -> None:
    del session, today
    if isinstance(record, PracticeReport):
        record.times_returned += 1


def _both_scores(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    one = _assessment(record)
    return NO_SCORES if None in {one.campus_score_x10, one.industry_score_x10} else None


def _weights_sum(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    return NO_TOTAL if _total(_assessment(record)) is None else None


def _practice_long_enough(session: Session, record: Record, today: date) -> Label | None:
    """The months that were counted reach what the rule asks of the student, in all and of project research."""
    del today
    one = _assessment(record)
    student = session.get_one(Student, one.student_id)
    if one.months is None or one.project_months is None:
        return NO_MONTHS
    kind = "oriented" if student.orientation_type is OrientationType.ORIENTED else "non_oriented"
    project = parameters.number(session, f"practice.min_project_months.{kind}", student.cohort_year)
    whole = parameters.number(session, "practice.min_months.non_oriented", student.cohort_year)
    if not months.reaches(*Duration(one.project_months, one.project_days or 0), project).ok:
        return Label(f"项目研究不足 {project} 个月。", f"There are less than {project} months of project research.")
    if kind == "non_oriented" and not months.reaches(*Duration(one.months, one.days or 0), whole).ok:
        return Label(f"专业实践不足 {whole} 个月。", f"There are less than {whole} months of practice.")
    return None


def _weigh(session: Session, record: Record, today: date) -> None:
    """The total and its grade, from the scores and weights as they stand."""
    del today
    one = _assessment(record)
    total = _total(one)
    if total is None:
        raise TypeError("the guard of this step asks for every score")
    cohort = session.get_one(Student, one.student_id).cohort_year
    names = ("excellent", "good", "pass")
    bounds = Bounds(*(parameters.number(session, f"practice.grade.{name}", cohort) for name in names))
    one.total_score_x10 = total
    one.grade = PracticeGrade(assessment.grade(total, bounds).value)


def _confirm(session: Session, record: Record, today: date) -> None:
    del session
    one = _assessment(record)
    one.confirmed_on = one.confirmed_on or today


def _pass(session: Session, record: Record, today: date) -> None:
    del today
    one = _assessment(record)
    cohort = session.get_one(Student, one.student_id).cohort_year
    one.credits_x10 = parameters.number(session, "practice.credits", cohort) * 10


def _fail(session: Session, record: Record, today: date) -> None:
    del session, today
    _assessment(record).credits_x10 = 0


def _retake(session: Session, record: Record, today: date) -> None:
    del today
    one = _assessment(record)
    weights = {key: getattr(one, key) for key in ("weight_campus", "weight_industry", "weight_defence")}
    session.add(PracticeAssessment(student_id=one.student_id, attempt_no=one.attempt_no + 1, **weights))


def _total(one: PracticeAssessment) -> int | None:
    scores = Scores(one.campus_score_x10, one.industry_score_x10, one.defence_score_x10)
    return assessment.total_x10(scores, Weights(one.weight_campus, one.weight_industry, one.weight_defence))


def _assessment(record: Record) -> PracticeAssessment:
    if not isinstance(record, PracticeAssessment):
        raise TypeError(f"{record} is no practice assessment")
    return record


REPORT_GUARDS = {"long_enough": _long_enough}
REPORT_EFFECTS = {"submit": _submit, "resubmit": _submit, "return": _return}
ASSESSMENT_GUARDS = {
    "both_scores_given": _both_scores,
    "weights_sum": _weights_sum,
    "practice_long_enough": _practice_long_enough,
}
ASSESSMENT_EFFECTS = {"weigh": _weigh, "confirm": _confirm, "pass": _pass, "fail": _fail, "retake": _retake}
