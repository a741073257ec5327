"""Opens the assessment of practice for those who are back, with the weights and the months in force."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, ledgers, parameters
from ptman.aspects.talents import reading
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.models import PracticeAssessment, Student
from ptman.models.choices_talents import AssessmentStatus
from ptman.register import staleness
from ptman.register.cards import Ref
from ptman.rules import findings
from ptman.rules.months import Duration
from ptman.rules.practice.assessment import Weights

SETTLED = frozenset({AssessmentStatus.PASSED, AssessmentStatus.FAILED})
MONTHS, PROJECT = Label("实践时长", "Practice"), Label("其中项目研究", "of it project research")
NOBODY = Label("这一级还没有结束实践的学生。", "Nobody of this cohort is back from practice.")


@dataclass(frozen=True, slots=True)
class Counted:
    """What the ledger counts of a student; `ref` is the assessment that is under way, None where a new one opens."""

    ref: Ref | None
    whole: Duration
    project: Duration


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    draft: Draft
    counted: Mapping[str, Counted]


def draft(session: Session, cohort: int, today: date) -> AssessmentDraft:
    """New ones for all whose last stay is over, and other months where an assessment still runs."""
    people = reading.pupils(session, Student.cohort_year == cohort)
    practice = ledgers.ledgers(session, [one.id for one in people], today)
    last = {
        one.student_id: one
        for one in session.scalars(select(PracticeAssessment).order_by(PracticeAssessment.attempt_no))
    }
    counted: dict[str, Counted] = {}
    items = []
    for one in people:
        mine, running = practice[one.id], last.get(one.id)
        pieces = mine.ledger.pieces
        if not pieces or pieces[-1].end >= today or (running is not None and running.status in SETTLED):
            continue
        whole, project = mine.length(), mine.length(project=True)
        was = None if running is None else (Duration(running.months or 0, running.days or 0), _project(running))
        ref = None if running is None else Ref("practice_assessment", running.id, running.version)
        fate = Fate.NEW if was is None else Fate.UNCHANGED if was == (whole, project) else Fate.CHANGED
        said = () if fate is Fate.UNCHANGED else _said(was, whole, project)
        counted[one.id] = Counted(ref, whole, project)
        items.append(Item(one.id, fate, f"{one.number} {one.name}", said))
    head = Label(f"{cohort} 级实践考核", f"Practice assessments of cohort {cohort}")
    return AssessmentDraft(Draft(head, tuple(items), () if items else (NOBODY,)), counted)


def keep(session: Session, drawn: AssessmentDraft, taken: Collection[str], cohort: int) -> int:
    """Open or correct those taken, as one change set. PtmanError `weights-sum`; `Stale` where one has changed."""
    parts = ("campus", "industry", "defence")
    weights = Weights(*(parameters.number(session, f"practice.score_weights.{one}", cohort) for one in parts))
    wanted = [(key, drawn.counted[key]) for key in sorted(taken) if key in drawn.counted]
    for student, found in wanted:
        one = _record(session, student, found.ref, weights)
        one.months, one.days = found.whole
        one.project_months, one.project_days = found.project
    title = drawn.draft.title
    journal.say(session, f"{title.zh}：{len(wanted)} 人", f"{title.en}: {len(wanted)} students")
    return len(wanted)


def _record(session: Session, student: str, ref: Ref | None, weights: Weights) -> PracticeAssessment:
    if ref is not None:
        staleness.refuse_other_version(session, ref)
        return session.get_one(PracticeAssessment, ref.id)
    made = PracticeAssessment(student_id=student)
    made.weight_campus, made.weight_industry, made.weight_defence = weights.campus, weights.industry, weights.defence
    session.add(made)
    return made


def _project(one: PracticeAssessment) -> Duration:
    return Duration(one.project_months or 0, one.project_days or 0)


def _said(was: tuple[Duration, Duration] | None, *now: Duration) -> tuple[Difference, ...]:
    old = [findings.length(one).zh for one in was] if was else ["", ""]
    return tuple(
        Difference(label, before, findings.length(after).zh)
        for label, before, after in zip((MONTHS, PROJECT), old, now, strict=True)
    )
