"""Evaluates a base: indicators with what the records bear out, total and grade, and what the conclusion changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal, states
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import (
    BaseEvaluation,
    ComplianceCheck,
    ComplianceLine,
    EvaluationIndicator,
    Incident,
    IndustrySupervisor,
    Placement,
    SiteVisit,
    TrainingBase,
)
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import EvaluationConclusion, EvaluationGrade, EvaluationKind, Found, Indicator
from ptman.models.placements import NEVER
from ptman.register import staleness, titles
from ptman.register.cards import Ref
from ptman.rules.machines.bases import TRAINING_BASE
from ptman.rules.practice import assessment

WEIGHTS = {
    Indicator.RULES: 10,
    Indicator.SUPERVISORS: 15,
    Indicator.INTAKE: 15,
    Indicator.TOPICS: 15,
    Indicator.CONDITIONS: 10,
    Indicator.SAFETY: 15,
    Indicator.RESULTS: 10,
    Indicator.SATISFACTION: 10,
}
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is evaluated: the time, and why."""

    kind: EvaluationKind
    start: date
    end: date


def begin(session: Session, base_id: str, stretch: Stretch) -> str:
    """An evaluation with its indicators, weights and the figures the records hold. PtmanError `evaluated-already`."""
    base = session.get_one(TrainingBase, base_id)
    one = BaseEvaluation
    same = select(one.id).where(one.base_id == base_id, one.kind == stretch.kind, one.period_to == stretch.end)
    if session.scalars(same).first() is not None:
        raise PtmanError(
            "evaluated-already",
            f"{base.name} 截至 {stretch.end} 的{stretch.kind.label.zh}已经登记，未作任何改动。",
            f"{base.name} has that evaluation until {stretch.end} already. Nothing was changed.",
        )
    made = one(base_id=base_id, kind=stretch.kind, period_from=stretch.start, period_to=stretch.end)
    session.add(made)
    session.flush()  # its indicators need its id
    known = _evidence(session, base, stretch)
    for seq, (indicator, weight) in enumerate(WEIGHTS.items(), 1):
        line = EvaluationIndicator(evaluation_id=made.id, seq=seq, indicator=indicator, weight=weight)
        line.evidence = known.get(indicator)
        session.add(line)
    journal.say(session, f"登记基地评估：{base.name}", f"Begin an evaluation of {base.name}")
    return made.id


def reckon(session: Session, ref: Ref, today: date) -> EvaluationGrade:
    """Total and grade from the scores. PtmanError `not-scored` where one lacks, `weights-sum`; `Stale`."""
    staleness.refuse_other_version(session, ref)
    found = session.get_one(BaseEvaluation, ref.id)
    lines = indicators(session, ref.id)
    _refuse_unfit(lines)
    found.total = sum((one.score or 0) * one.weight for one in lines) // WHOLE
    found.grade = EvaluationGrade(assessment.grade(found.total).value)
    found.evaluated_on = found.evaluated_on or today
    name = titles.one(session, "training_base", found.base_id)
    grade = found.grade.label
    journal.say(session, f"评定 {name}：{grade.zh}", f"Grade {name}: {grade.en.lower()}")
    return found.grade


def conclude(session: Session, ref: Ref, today: date) -> Label:
    """Carry out the conclusion: a base to be put right is suspended, one to be revoked closed; what was done.

    PtmanError `not-concluded`, `move-refused`; `Stale`.
    """
    staleness.refuse_other_version(session, ref)
    found = session.get_one(BaseEvaluation, ref.id)
    if found.grade is None or found.conclusion is None:
        raise PtmanError(
            "not-concluded",
            "先核算等级并填写结论。未作任何改动。",
            "Reckon the grade and enter the conclusion first. Nothing was changed.",
        )
    base = session.get_one(TrainingBase, found.base_id)
    key = {EvaluationConclusion.RECTIFY: "suspend", EvaluationConclusion.REVOKE: "close"}.get(found.conclusion)
    if key is not None:
        reason = f"{found.kind.label.zh} {found.period_to}：{found.conclusion.label.zh}"
        TRAINING_BASE.step(str(base.status), key, reason)
        states.write(session, base, TRAINING_BASE.move(key), today, reason)
        base.closed_on = today if base.status is BaseStatus.CLOSED else base.closed_on
    done = found.conclusion.label
    journal.say(session, f"按评估结论办理 {base.name}：{done.zh}", f"Carry out for {base.name}: {done.en.lower()}")
    return Label(f"{base.name}：{done.zh}", f"{base.name}: {done.en.lower()}")


def indicators(session: Session, evaluation: str) -> Sequence[EvaluationIndicator]:
    one = EvaluationIndicator
    query = select(one).where(one.evaluation_id == evaluation, one.retired_on.is_(None)).order_by(one.seq)
    return session.scalars(query).all()


def _refuse_unfit(lines: Sequence[EvaluationIndicator]) -> None:
    open_ = [one.indicator.label for one in lines if one.score is None and one.weight]
    if open_ or not lines:
        zh, en = "、".join(one.zh for one in open_), ", ".join(one.en.lower() for one in open_)
        raise PtmanError(
            "not-scored",
            f"还没有打分：{zh or '没有指标'}。未作任何改动。",
            f"Not scored yet: {en or 'no indicators'}. Nothing was changed.",
        )
    total = sum(one.weight for one in lines)
    if total != WHOLE:
        raise PtmanError(
            "weights-sum",
            f"权重合计为 {total}%，应为 100%。未作任何改动。",
            f"The weights make {total} %, not 100 %. Nothing was changed.",
        )


def _evidence(session: Session, base: TrainingBase, stretch: Stretch) -> dict[Indicator, str]:
    """What is on file of the time, as figures."""
    there = session.scalars(
        select(Placement).where(
            Placement.base_id == base.id,
            Placement.retired_on.is_(None),
            Placement.status.not_in(NEVER),
            Placement.starts_on <= stretch.end,
            Placement.ends_on >= stretch.start,
        )
    ).all()
    projects = sum(one.project_title is not None for one in there)
    within = Incident.occurred_on.between(stretch.start, stretch.end)
    incidents = session.scalar(select(func.count(Incident.id)).where(Incident.base_id == base.id, within))
    guides = session.scalar(
        select(func.count(IndustrySupervisor.id)).where(
            IndustrySupervisor.organisation_id == base.host_organisation_id, IndustrySupervisor.retired_on.is_(None)
        )
    )
    visits = session.scalar(
        select(func.count(SiteVisit.id)).where(
            SiteVisit.base_id == base.id, SiteVisit.visited_on.between(stretch.start, stretch.end)
        )
    )
    return {
        Indicator.RULES: f"合规检查发现问题 {_issues(session, base.id, stretch)} 项，实地考察 {visits} 次",
        Indicator.SUPERVISORS: f"依托单位企业导师 {guides} 名",
        Indicator.INTAKE: f"接收学生 {len({one.student_id for one in there})} 名，{len(there)} 人次",
        Indicator.TOPICS: f"有项目名称的实践 {projects} 人次",
        Indicator.SAFETY: f"安全事件 {incidents} 起",
    }


def _issues(session: Session, base: str, stretch: Stretch) -> int:
    query = (
        select(func.count(ComplianceLine.id))
        .join(ComplianceCheck, ComplianceCheck.id == ComplianceLine.check_id)
        .where(ComplianceCheck.base_id == base, ComplianceLine.found == Found.ISSUE)
        .where(ComplianceCheck.checked_on.between(stretch.start, stretch.end))
    )
    return session.scalar(query) or 0
