"""What must hold before steps of a base's evaluation, and what those steps change besides (domain §3.5)."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters, states
from ptman.labels import Label
from ptman.models import BaseEvaluation, TrainingBase
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import EvaluationConclusion, EvaluationGrade, EvaluationKind
from ptman.models.core import Record
from ptman.register import evaluations
from ptman.register.evaluations import Stretch
from ptman.rules import base_grade, months
from ptman.rules.base_grade import WHOLE, Reckoned
from ptman.rules.machines.bases import TRAINING_BASE

_DAY = timedelta(days=1)
MOVES = {EvaluationConclusion.RECTIFY: "suspend", EvaluationConclusion.REVOKE: "close"}
"""What a conclusion does to the base; any other leaves it as it is."""
NO_INDICATORS = Label("没有评估指标。", "There are no indicators.")
RENEWED = Label("这个基地已有更晚的评估。", "The base has a later evaluation already.")
NOT_CONCLUDED = Label("还没有填写评估结论。", "The conclusion has not been entered.")


def _scored(session: Session, record: Record, today: date) -> Label | None:
    del today
    lines = evaluations.indicators(session, record.id)
    open_ = [one.indicator.label for one in lines if one.score is None and one.weight]
    if not lines:
        return NO_INDICATORS
    zh, en = "、".join(one.zh for one in open_), ", ".join(one.en.lower() for one in open_)
    return Label(f"还没有打分：{zh}。", f"Not scored yet: {en}.") if open_ else None


def _weighted(session: Session, record: Record, today: date) -> Label | None:
    del today
    weights = _reckoned(session, record.id).weights
    if weights == WHOLE:
        return None
    return Label(f"权重合计为 {weights}%，应为 100%。", f"The weights make {weights} %, not 100 %.")


def _concluded(session: Session, record: Record, today: date) -> Label | None:
    del session, today
    return NOT_CONCLUDED if _evaluation(record).conclusion is None else None


def _possible(session: Session, record: Record, today: date) -> Label | None:
    """The conclusion may ask for a step that the base, as it is now, cannot take."""
    del today
    found = _evaluation(record)
    key, base = _move(found), session.get_one(TrainingBase, found.base_id)
    if key is None or str(base.status) in TRAINING_BASE.move(key).source:
        return None
    step, now = TRAINING_BASE.move(key).label, base.status.label
    return Label(
        f"基地为“{now.zh}”，不能“{step.zh}”，请核对结论。",
        f"The base is “{now.en}” and cannot “{step.en}”; look at the conclusion.",
    )


def _not_renewed(session: Session, record: Record, today: date) -> Label | None:
    del today
    found, one = _evaluation(record), BaseEvaluation
    later = select(one.id).where(
        one.base_id == found.base_id, one.period_to > found.period_to, one.retired_on.is_(None)
    )
    return RENEWED if session.scalars(later.limit(1)).first() is not None else None


def _propose(session: Session, record: Record, today: date) -> None:
    """Total and grade from the scores."""
    found = _evaluation(record)
    reckoned = _reckoned(session, found.id)
    found.total, found.grade = reckoned.total, EvaluationGrade(reckoned.grade.value)
    found.evaluated_on = found.evaluated_on or today


def _reckoned(session: Session, evaluation: str) -> Reckoned:
    return base_grade.total((one.weight, one.score) for one in evaluations.indicators(session, evaluation))


def _grant(session: Session, record: Record, today: date) -> None:
    """The grade holds from today; a base to be put right is suspended, one to be revoked is closed."""
    found = _evaluation(record)
    found.granted_on = today
    length = parameters.number(session, "base.evaluation_months", today.year)
    found.valid_to = months.add_months(today, length) - _DAY
    key = _move(found)
    if key is None:
        return
    base = session.get_one(TrainingBase, found.base_id)
    reason = f"{found.kind.label.zh} {found.period_to}：{(found.conclusion or EvaluationConclusion.REVOKE).label.zh}"
    states.write(session, base, TRAINING_BASE.move(key), today, reason)
    base.closed_on = today if base.status is BaseStatus.CLOSED else base.closed_on


def _renew(session: Session, record: Record, today: date) -> None:
    """The next one takes up where this one ended, and goes up to today where that is later than a year on."""
    old = _evaluation(record)
    start = old.period_to + _DAY
    end = max(months.add_months(start, 12) - _DAY, today)
    base = session.get_one(TrainingBase, old.base_id)
    evaluations.opened(session, base, Stretch(EvaluationKind.RENEWAL, start, end))


def _withdraw(session: Session, record: Record, today: date) -> None:
    """The grade no longer holds from today on."""
    del session
    found = _evaluation(record)
    found.valid_to = min(found.valid_to or today, today)


def _move(found: BaseEvaluation) -> str | None:
    return MOVES.get(found.conclusion) if found.conclusion is not None else None


def _evaluation(record: Record) -> BaseEvaluation:
    if not isinstance(record, BaseEvaluation):
        raise TypeError(f"{record} is no evaluation")
    return record


GUARDS = {
    "all_scored": _scored,
    "weights_sum": _weighted,
    "concluded": _concluded,
    "conclusion_possible": _possible,
    "not_renewed": _not_renewed,
}
EFFECTS = {"propose": _propose, "grant": _grant, "renew": _renew, "withdraw": _withdraw}
