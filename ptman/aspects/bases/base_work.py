"""Where the work with one base stands: the visit under way, the last sheets, the evaluation, the plaque."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import BaseEvaluation, ComplianceCheck, SiteVisit, TrainingBase
from ptman.models.choices_bases import EvaluationStatus
from ptman.models.core import Record
from ptman.register import plaques
from ptman.register.cards import Ref

SCORED = (EvaluationStatus.SCORING, EvaluationStatus.PROPOSED)


@dataclass(frozen=True, slots=True)
class BaseWork:
    """Of one base. `visit` waits for its conclusion, `scoring` for its grade; empty where there is none.

    `evaluation` is the last one; `no_plaque` and `no_return` say why a plaque cannot be given or taken back.
    """

    ref: Ref
    visit: str
    scoring: str
    evaluation: str
    no_plaque: Label | None
    no_return: Label | None


def work(session: Session, key: str) -> BaseWork:
    base = session.get_one(TrainingBase, key)
    visit = select(SiteVisit.id).where(SiteVisit.conclusion.is_(None)).order_by(SiteVisit.visited_on)
    last = select(BaseEvaluation.id).order_by(BaseEvaluation.period_to.desc(), BaseEvaluation.id.desc())
    return BaseWork(
        Ref("training_base", base.id, base.version),
        session.scalars(visit.where(*_of(SiteVisit, key)).limit(1)).first() or "",
        session.scalars(last.where(*_of(BaseEvaluation, key), BaseEvaluation.status.in_(SCORED)).limit(1)).first()
        or "",
        session.scalars(last.where(*_of(BaseEvaluation, key)).limit(1)).first() or "",
        plaques.why_not_give(base),
        plaques.why_not_take(base),
    )


def sheets(session: Session, key: str) -> tuple[tuple[str, str], ...]:
    """Visits, checks and evaluations of the base, newest first, as noun and id."""
    found: list[tuple[str, str]] = []
    for noun, day in ((SiteVisit, "visited_on"), (ComplianceCheck, "checked_on"), (BaseEvaluation, "period_to")):
        column = noun.__mapper__.columns[day]
        query = select(noun.id).where(*_of(noun, key)).order_by(column.desc())
        found += [(str(noun.__tablename__), one) for one in session.scalars(query)]
    return tuple(found)


def _of(noun: type[Record], key: str) -> tuple[ColumnElement[bool], ...]:
    return noun.__mapper__.columns["base_id"] == key, noun.retired_on.is_(None)
