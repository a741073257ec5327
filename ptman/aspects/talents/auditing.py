"""The degree audit: for each student every test with what is missing, and what stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.aspects.talents import plans, reading
from ptman.aspects.talents.rows import MilestoneRow, Pupil
from ptman.labels import Label
from ptman.models import CourseResult, DegreeApplication, DegreeMember, PracticeAssessment, Student
from ptman.models.choices import StudyMode
from ptman.models.choices_talents import AssessmentStatus
from ptman.rules.degree import audit, defence
from ptman.rules.degree.audit import Credits, Result
from ptman.rules.degree.defence import Vote
from ptman.rules.findings import Finding, Limit, Standing

PASS_X10 = 600
APPLICATION = Label("学位申请", "Degree application")
NO_LIMIT = Limit(3)

LONGEST = {StudyMode.FULL_TIME: "plan.max_full_time", StudyMode.PART_TIME: "plan.max_part_time"}


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One student with every test; `title` is that of the application, empty without one."""

    pupil: Pupil
    title: str
    findings: tuple[Finding, ...]

    @property
    def blocks(self) -> tuple[Finding, ...]:
        return audit.blocks(self.findings)

    def standing(self, code: str) -> Standing:
        """The worst of the tests whose code begins so; unknown where there is none."""
        order = list(Standing)
        mine = (one.standing for one in self.findings if one.code.startswith(code))
        return max(mine, key=order.index, default=Standing.UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Files:
    """What is on file of everybody, by student."""

    results: Mapping[str, Sequence[Result]]
    assessments: Mapping[str, PracticeAssessment]
    applications: Mapping[str, DegreeApplication]
    members: Mapping[str, tuple[int, int]]
    milestones: Mapping[tuple[str, str], MilestoneRow]
    modes: Mapping[str, StudyMode]


def audits(session: Session, cohort: int | None, today: date, student_id: str = "") -> tuple[AuditRow, ...]:
    """Everybody of a cohort (or of all, or one student), those with most in the way first."""
    where = (Student.id == student_id,) if student_id else () if cohort is None else (Student.cohort_year == cohort,)
    people = reading.pupils(session, *where)
    known = plans.load(session)
    limits = {year: parameters.limits(session, year) for year in {one.cohort for one in people}}
    files = _files(session, people, today)
    ratio = defence.share(parameters.value(session, "defence.pass_ratio", today.year))
    found = []
    for one in people:
        steps = known.steps_of(one)
        wanted = {step.code: step.label for step in steps if step.for_degree}
        proposes = any(step.code == "proposal" for step in steps)
        states = {
            code: str(files.milestones[one.id, code].status) for code in wanted if (one.id, code) in files.milestones
        }
        findings = (
            *audit.credits_(_earned(files, one.id), limits[one.cohort]),
            audit.practice_passed(result=_practice(files, one.id)),
            *audit.milestones_passed(states, wanted),
            *(audit.between(_apart(files, one.id), limits[one.cohort], today) if proposes else ()),
            *audit.study_length(one.enrolled_on, LONGEST[files.modes[one.id]], limits[one.cohort], today),
            *_defence(files, one.id, limits[one.cohort].get("defence.committee_min.master", NO_LIMIT), ratio),
        )
        application = files.applications.get(one.id)
        found.append(AuditRow(one, application.title if application else "", findings))
    return tuple(sorted(found, key=lambda row: (-len(row.blocks), row.pupil.number)))


def _files(session: Session, people: Sequence[Pupil], today: date) -> _Files:
    wanted = {one.id for one in people}
    last = (
        select(PracticeAssessment)
        .where(PracticeAssessment.retired_on.is_(None))
        .order_by(PracticeAssessment.attempt_no)
    )
    applied = (
        select(DegreeApplication).where(DegreeApplication.retired_on.is_(None)).order_by(DegreeApplication.attempt_no)
    )
    members: dict[str, tuple[int, int]] = {}
    for one in session.scalars(select(DegreeMember)):
        whole, external = members.get(one.application_id, (0, 0))
        members[one.application_id] = (whole + 1, external + int(one.is_external))
    return _Files(
        _results(session, wanted),
        {one.student_id: one for one in session.scalars(last)},
        {one.student_id: one for one in session.scalars(applied)},
        members,
        reading.latest(session, today, list(wanted)),
        {key: mode for key, mode in session.execute(select(Student.id, Student.study_mode))},  # noqa: C416 rows are no pairs
    )


def _results(session: Session, wanted: set[str]) -> dict[str, list[Result]]:
    """Each course once, passed where any of its results was."""
    best: dict[tuple[str, str], Result] = {}
    for one in session.scalars(select(CourseResult).where(CourseResult.retired_on.is_(None))):
        key = (one.student_id, one.course_code)
        passed = one.passed
        if passed is None and one.score_x10 is not None:
            passed = one.score_x10 >= PASS_X10
        if one.student_id in wanted and (key not in best or passed):
            best[key] = Result(one.credit_x10, passed, one.is_degree_course)
    found: dict[str, list[Result]] = {}
    for (student, _), result in best.items():
        found.setdefault(student, []).append(result)
    return found


def _earned(files: _Files, student: str) -> Credits | None:
    results, practice = files.results.get(student), files.assessments.get(student)
    if not results:
        return None
    return audit.earned(results, practice.credits_x10 or 0 if practice else 0)


def _apart(files: _Files, student: str) -> tuple[date | None, date | None]:
    """The days of the proposal and of the defence, as far as they are known."""
    proposal, defence_ = (files.milestones.get((student, code)) for code in ("proposal", "defence"))
    applied = files.applications.get(student)
    held = applied.defended_on if applied else None
    return proposal.held_on if proposal else None, held or (defence_.held_on if defence_ else None)


def _practice(files: _Files, student: str) -> bool | None:
    found = files.assessments.get(student)
    ended = {AssessmentStatus.PASSED: True, AssessmentStatus.FAILED: False}
    return ended.get(found.status) if found else None


def _defence(files: _Files, student: str, least: Limit, ratio: defence.Ratio) -> tuple[Finding, ...]:
    one = files.applications.get(student)
    if one is None:
        cure = Label("提交学位申请", "Apply for the degree")
        return (Finding("degree.application", APPLICATION, Standing.NOT_YET, cure=cure),)
    size, external = files.members.get(one.id, (0, 0))
    vote = Vote(
        one.committee_size or size,
        one.votes_for,
        one.votes_against or 0,
        one.votes_abstain or 0,
        external if size else None,
    )
    return defence.judge(vote, "master", least, ratio)
