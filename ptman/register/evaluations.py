"""Opens an evaluation of a base: its indicators with their weights, and what the records bear out of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

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
from ptman.models.choices_bases import EvaluationKind, Found, Indicator
from ptman.models.placements import NEVER
from ptman.rules.base_grade import WHOLE

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


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is evaluated: the time, and why."""

    kind: EvaluationKind
    start: date
    end: date


def opened(session: Session, base: TrainingBase, stretch: Stretch) -> BaseEvaluation:
    """A new evaluation to be scored; the weights are those of the base's last one, else the usual ones."""
    weights = _weights(session, base.id)
    made = BaseEvaluation(base_id=base.id, kind=stretch.kind, period_from=stretch.start, period_to=stretch.end)
    session.add(made)
    session.flush()  # its indicators need its id
    known = _evidence(session, base, stretch)
    for seq, (indicator, weight) in enumerate(weights.items(), 1):
        line = EvaluationIndicator(evaluation_id=made.id, seq=seq, indicator=indicator, weight=weight)
        line.evidence = known.get(indicator)
        session.add(line)
    return made


def indicators(session: Session, evaluation: str) -> Sequence[EvaluationIndicator]:
    one = EvaluationIndicator
    query = select(one).where(one.evaluation_id == evaluation, one.retired_on.is_(None)).order_by(one.seq)
    return session.scalars(query).all()


def _weights(session: Session, base: str) -> dict[Indicator, int]:
    one = BaseEvaluation
    query = select(one.id).where(one.base_id == base, one.retired_on.is_(None)).order_by(one.period_to.desc())
    last = session.scalars(query.limit(1)).first()
    before = {row.indicator: row.weight for row in indicators(session, last)} if last is not None else {}
    return before if sum(before.values()) == WHOLE else WEIGHTS


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
            SiteVisit.base_id == base.id,
            SiteVisit.conclusion.is_not(None),
            SiteVisit.visited_on.between(stretch.start, stretch.end),
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
