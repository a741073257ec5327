"""Begins an evaluation of a base, once for a kind and a time; scores, grade and conclusion go by its steps."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.models import BaseEvaluation, TrainingBase
from ptman.models.choices_bases import EvaluationKind
from ptman.register import evaluations
from ptman.register.evaluations import Stretch
from ptman.rules import months

YEAR = 12


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
    made = evaluations.opened(session, base, stretch)
    journal.say(session, f"登记基地评估：{base.name}", f"Begin an evaluation of {base.name}")
    return made.id


def stretch(kind: str, start: date, end: date) -> Stretch:
    """What a form brings."""
    return Stretch(EvaluationKind(kind), start, end)


def yearly(end: date) -> Stretch:
    """The twelve months up to that day."""
    return Stretch(EvaluationKind.ANNUAL, months.add_months(end, -YEAR), end)
