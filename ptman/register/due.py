"""What falls due on a day that no single field holds: plaques of bases, and grades of bases that run out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import BaseEvaluation, TrainingBase
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import EvaluationStatus
from ptman.register import plaques
from ptman.rules import months

KINDS = {
    "training_base.plaque_on": Label("基地待挂牌", "Plaque to be given"),
    "training_base.plaque_back_on": Label("铭牌待收回", "Plaque to be taken back"),
    "base_evaluation.valid_to": Label("基地等级到期", "Grade of a base to be renewed"),
}


@dataclass(frozen=True, slots=True)
class Due:
    """One record and the day; `key` is the field that it is about."""

    noun: str
    id: str
    key: str
    day: date

    @property
    def what(self) -> Label:
        return KINDS[f"{self.noun}.{self.key}"]


def beyond_fields(session: Session, today: date) -> Iterator[Due]:
    yield from _plaques(session, today)
    yield from _grades(session)


def _plaques(session: Session, today: date) -> Iterator[Due]:
    """Approved bases that may have a plaque and have none, and closed ones that still have theirs."""
    bases = session.scalars(select(TrainingBase).where(TrainingBase.retired_on.is_(None))).all()
    if not bases:
        return
    years = parameters.number(session, "base.plaque_min_practice_years", today.year)
    days = timedelta(days=parameters.number(session, "base.plaque_due_days", today.year))
    for base in bases:
        if base.status is BaseStatus.CLOSED and plaques.holds(base):
            yield Due("training_base", base.id, "plaque_back_on", (base.closed_on or today) + days)
        elif plaques.why_not_give(base) is None and base.approved_on is not None:
            yield Due("training_base", base.id, "plaque_on", months.add_months(base.approved_on, 12 * years) + days)


def _grades(session: Session) -> Iterator[Due]:
    """The last grade of each base that is not closed, unless it is evaluated anew already."""
    one = BaseEvaluation
    rows = session.execute(
        select(one.id, one.base_id, one.status, one.valid_to)
        .join(TrainingBase, TrainingBase.id == one.base_id)
        .where(one.retired_on.is_(None), TrainingBase.retired_on.is_(None), TrainingBase.status != BaseStatus.CLOSED)
        .order_by(one.period_to, one.id)
    )
    last = {base: (key, status, until) for key, base, status, until in rows}
    for key, status, until in last.values():
        if status is EvaluationStatus.GRANTED and until is not None:
            yield Due("base_evaluation", key, "valid_to", until)
