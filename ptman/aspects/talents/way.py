"""A student's whole way as something to be drawn: lanes of bands and marks from enrolment to the degree."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.talents import certifying, plans, reading, way_records
from ptman.aspects.talents.rows import Pupil, Shade
from ptman.aspects.talents.way_parts import Band, Lane, Mark, Way
from ptman.labels import Label, same
from ptman.models import (
    DegreeApplication,
    InternationalActivity,
    InternationalStudent,
    PracticeReport,
    Student,
)
from ptman.models.choices_talents import ReportKind, ReportStatus
from ptman.models.practice import WANTED
from ptman.register import timeline, titles
from ptman.rules import months

YEARS = 3

MILESTONES = Label("培养环节", "Milestones")
GUIDED, AWAY = Label("双导师", "Supervisors"), Label("专业实践", "Practice")
REPORTS, HELD = Label("实践报告", "Reports"), Label("认证", "Certifications")
ABROAD, DEGREE = Label("国际活动", "International"), Label("学位", "Degree")
ASSESSED = Label("实践考核", "Assessment")
GUIDANCE, TITLES = Label("指导", "Guidance"), Label("职称", "Titles")
LETTERS = Label("文书", "Letters")
SHADES = {ReportStatus.SUBMITTED: Shade.SUBMITTED, ReportStatus.RETURNED: Shade.CONDITIONAL}


def way(session: Session, student_id: str, today: date) -> Way:
    """Of anybody on file, graduates too. PtmanError `no-record`."""
    found = reading.anybody(session, Student.id == student_id)
    if not found:
        raise titles.gone("student")
    pupil = found[0]
    spans = timeline.timeline(session, student_id)
    guided, away = (
        tuple(
            Band(
                one.noun,
                one.id,
                Label(f"{one.what.zh} {one.who}", f"{one.what.en} {one.who}"),
                one.starts_on,
                one.ends_on,
            )
            for one in spans
            if one.noun == noun
        )
        for noun in ("supervision", "placement")
    )
    lanes = (
        Lane(MILESTONES, marks=_milestones(session, pupil, today)),
        Lane(GUIDED, guided),
        Lane(GUIDANCE, marks=way_records.guidance(session, student_id)),
        Lane(AWAY, away),
        Lane(ASSESSED, marks=way_records.assessments(session, student_id)),
        Lane(REPORTS, marks=_reports(session, student_id, today)),
        Lane(HELD, _certificates(session, student_id, today)),
        Lane(ABROAD, _abroad(session, student_id)),
        Lane(DEGREE, marks=_degree(session, student_id)),
        Lane(TITLES, marks=way_records.titles(session, student_id)),
        Lane(LETTERS, marks=way_records.letters(session, pupil)),
    )
    kept = tuple(one for one in lanes if one.bands or one.marks)
    days = [*_days(kept), pupil.enrolled_on, months.add_months(pupil.enrolled_on, YEARS * 12)]
    return Way(pupil, min(days), max(days), today, kept)


def _milestones(session: Session, pupil: Pupil, today: date) -> tuple[Mark, ...]:
    """Where they were held, handed in, or are due; what nothing fixes is left out."""
    names = {one.code: one.label for one in plans.steps(session)}
    found = []
    for one in reading.attempts(session, pupil.id, today):
        on = one.held_on or one.submitted_on or one.due_on
        if on is None:
            continue
        label = names.get(one.code, same(one.code))
        shown = (
            label if one.attempt == 1 else Label(f"{label.zh}（第 {one.attempt} 次）", f"{label.en} ({one.attempt})")
        )
        state = one.shade.label if one.days_late else one.status.label
        late = Label(f"，逾期 {one.days_late} 天", f", {one.days_late} days late") if one.days_late else same("")
        planned = one.held_on is None and one.submitted_on is None
        detail = Label(f"{state.zh}{late.zh}", f"{state.en}{late.en}")
        found.append(Mark("milestone", one.ref.id, shown, on, one.shade, detail, planned))
    return tuple(sorted(found, key=lambda one: (one.on, one.label.zh)))


def _reports(session: Session, student_id: str, today: date) -> tuple[Mark, ...]:
    found = []
    mine = select(PracticeReport).where(PracticeReport.student_id == student_id, PracticeReport.retired_on.is_(None))
    for one in session.scalars(mine.order_by(PracticeReport.due_on)):
        wanted = one.status in WANTED
        late = wanted and one.due_on < today
        shade = Shade.OVERDUE if late else Shade.OPEN if wanted else SHADES.get(one.status, Shade.DONE)
        number = f" {one.cycle}" if one.kind is ReportKind.MONTHLY else ""
        label = Label(f"{one.kind.label.zh}{number}", f"{one.kind.label.en}{number}")
        on = one.due_on if wanted else one.submitted_on or one.due_on
        found.append(Mark("practice_report", one.id, label, on, shade, one.status.label, wanted))
    return tuple(found)


def _certificates(session: Session, student_id: str, today: date) -> tuple[Band, ...]:
    return tuple(
        Band("certificate_result", one.ref.id, same(one.certificate), one.acquired_on, one.until)
        for one in certifying.certificates(session, today)
        if one.pupil.id == student_id and one.holding is not certifying.Holding.FAILED
    )


def _abroad(session: Session, student_id: str) -> tuple[Band, ...]:
    query = (
        select(InternationalStudent, InternationalActivity)
        .join(InternationalActivity, InternationalActivity.id == InternationalStudent.activity_id)
        .where(InternationalStudent.student_id == student_id)
        .order_by(InternationalActivity.starts_on)
    )
    return tuple(
        Band("international_activity", of.id, same(of.name), one.starts_on or of.starts_on, one.ends_on or of.ends_on)
        for one, of in session.execute(query).all()
    )


def _degree(session: Session, student_id: str) -> tuple[Mark, ...]:
    mine = select(DegreeApplication).where(
        DegreeApplication.student_id == student_id, DegreeApplication.retired_on.is_(None)
    )
    found = []
    for one in session.scalars(mine.order_by(DegreeApplication.attempt_no)):
        result = one.result.label if one.result else Label("办理中", "Under way")
        days = (
            (one.submitted_on, Label("学位申请", "Application"), Shade.SUBMITTED),
            (one.defended_on, Label("答辩", "Defence"), Shade.DONE),
            (one.awarded_on, Label("授予学位", "Degree awarded"), Shade.DONE),
        )
        found += [Mark("degree_application", one.id, label, on, shade, result) for on, label, shade in days if on]
    return tuple(found)


def _days(lanes: Iterable[Lane]) -> list[date]:
    """Certificates hold for years after the degree: bands reach no further than they must."""
    found = [mark.on for lane in lanes for mark in lane.marks]
    found += [band.starts_on for lane in lanes for band in lane.bands]
    return found + [band.ends_on for lane in lanes if lane.label is AWAY for band in lane.bands if band.ends_on]
