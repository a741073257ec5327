"""Invents checks of compliance and evaluations of bases."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from ptman.models import BaseEvaluation, ComplianceCheck, ComplianceLine, EvaluationIndicator, TrainingBase
from ptman.models.choices_bases import (
    ComplianceItem,
    EvaluationConclusion,
    EvaluationGrade,
    EvaluationKind,
    EvaluationStatus,
    Found,
    Indicator,
)
from ptman.rules import months

# Scores in tenths, by indicator in their order; their weights are those the office uses.
SCORES = (
    ((920, 900, 950, 910, 930, 940, 880, 920), 920, EvaluationGrade.EXCELLENT, EvaluationConclusion.UPGRADE),
    ((780, 720, 810, 700, 760, 690, 640, 750), 731, EvaluationGrade.PASS, EvaluationConclusion.RECTIFY),
)
WEIGHTS = (10, 15, 15, 15, 10, 15, 10, 10)
NOT_ASKED = (ComplianceItem.FIRST_YEAR, ComplianceItem.UNDER_AGE, ComplianceItem.MINORS)


def add(session: Session, bases: Sequence[TrainingBase], today: date) -> None:
    for at, base in enumerate(bases[:2]):
        _check(session, base, today - timedelta(days=60 + at), bad=at == 1)
        _evaluation(session, base, (today, at))


def _check(session: Session, base: TrainingBase, day: date, *, bad: bool) -> None:
    made = ComplianceCheck(base_id=base.id, checked_on=day, checked_by="沈书宁")
    made.next_on = months.add_months(day, 12)
    made.remark, made.cure_by = ("请在期限内补齐应急预案。", day + timedelta(days=90)) if bad else (None, None)
    session.add(made)
    session.flush()  # its points need its id
    for seq, item in enumerate(ComplianceItem, 1):
        found = Found.NOT_ASKED if item in NOT_ASKED else Found.OK
        if bad and item is ComplianceItem.WARNING:
            found = Found.ISSUE
        session.add(ComplianceLine(check_id=made.id, seq=seq, item=item, found=found))


def _evaluation(session: Session, base: TrainingBase, about: tuple[date, int]) -> None:
    today, at = about
    scores, total, grade, conclusion = SCORES[at]
    made = BaseEvaluation(base_id=base.id, kind=EvaluationKind.ANNUAL, total=total, grade=grade, conclusion=conclusion)
    made.period_from, made.period_to = date(today.year - 1, 9, 1), date(today.year, 8, 31)
    made.evaluated_on, made.evaluators = today - timedelta(days=50), "林景明、沈书宁、韩若溪"
    made.cure_by = today + timedelta(days=40) if conclusion is EvaluationConclusion.RECTIFY else None
    # What is granted changes the base: the one to be put right is still to be granted.
    if conclusion is not EvaluationConclusion.RECTIFY:
        made.status, made.granted_on = EvaluationStatus.GRANTED, today - timedelta(days=45)
        made.valid_to = months.add_months(made.granted_on, 12) - timedelta(days=1)
    else:
        made.status = EvaluationStatus.PROPOSED
    session.add(made)
    session.flush()  # its indicators need its id
    for seq, (indicator, weight, score) in enumerate(zip(Indicator, WEIGHTS, scores, strict=True), 1):
        one = EvaluationIndicator(evaluation_id=made.id, seq=seq, indicator=indicator, weight=weight, score=score)
        session.add(one)
