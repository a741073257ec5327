"""Visits, checks and evaluations begin filled in from the records; the grade is reckoned and its conclusion kept."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.bases import evaluating, inspecting, sheets
from ptman.aspects.bases.evaluating import Stretch
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import BaseEvaluation, BasePost, ComplianceLine, EvaluationIndicator, SiteFinding, TrainingBase
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import (
    ComplianceItem,
    EvaluationConclusion,
    EvaluationGrade,
    EvaluationKind,
    Found,
    Indicator,
)
from ptman.register import cards
from ptman.reports import pages
from tests import makers

TODAY = date(2027, 10, 1)
YEAR = Stretch(EvaluationKind.ANNUAL, date(2027, 1, 1), date(2027, 12, 31))


def make(session: Session) -> str:
    """A base of a host with nine people, one of whose posts takes two students among five."""
    base = makers.base(session, host=makers.organisation(session, staff_count=9))
    period = makers.period(session)
    makers.placement(session, makers.student(session), base, period, project_title="调度")
    session.add(BasePost(base_id=base.id, period_id=period.id, name="算法", seats=2, staff_count=5))
    return base.id


def score(session: Session, key: str, points: int) -> None:
    for one in session.scalars(select(EvaluationIndicator).where(EvaluationIndicator.evaluation_id == key)):
        one.score = points


def ref(office: db.Database, key: str) -> cards.Ref:
    return office.read(cards.card, "base_evaluation", key).ref


def test_a_check_judges_the_ratios_from_the_records(office: db.Database) -> None:
    base = office.write(make)
    key = office.write(inspecting.begin_check, base, TODAY, "沈书宁")
    lines = office.read(lambda s: s.scalars(select(ComplianceLine).where(ComplianceLine.check_id == key)).all())
    found = {one.item: (one.found, one.note) for one in lines}
    assert len(found) == 18
    assert found[ComplianceItem.STAFF_RATIO] == (Found.ISSUE, "1/9，上限 10%")
    assert found[ComplianceItem.POST_RATIO] == (Found.ISSUE, "算法：2/5，上限 20%")
    assert found[ComplianceItem.MINORS] == (Found.NOT_ASKED, None)
    with pytest.raises(PtmanError) as told:
        office.write(inspecting.begin_check, base, TODAY, "沈书宁")
    assert told.value.code == "inspected-already"


def test_a_visit_has_its_six_points(office: db.Database) -> None:
    key = office.write(inspecting.begin_visit, office.write(make), TODAY, "林景明")
    points = office.read(lambda s: s.scalars(select(SiteFinding).where(SiteFinding.visit_id == key)).all())
    assert len(points) == 6
    made = office.read(sheets.visit_of, key, TODAY, Lang.EN)
    assert pages.pdf(made).startswith(b"%PDF")


def test_evidence_is_filled_in_and_the_grade_reckoned(office: db.Database) -> None:
    key = office.write(evaluating.begin, office.write(make), YEAR)
    lines = {one.indicator: one for one in office.read(evaluating.indicators, key)}
    assert sum(one.weight for one in lines.values()) == 100
    assert lines[Indicator.INTAKE].evidence == "接收学生 1 名，1 人次"
    with pytest.raises(PtmanError) as told:
        office.write(evaluating.reckon, ref(office, key), TODAY)
    assert told.value.code == "not-scored"
    office.write(score, key, 799)
    assert office.write(evaluating.reckon, ref(office, key), TODAY) is EvaluationGrade.PASS
    office.write(score, key, 800)
    assert office.write(evaluating.reckon, ref(office, key), TODAY) is EvaluationGrade.GOOD
    assert office.read(lambda s: s.get_one(BaseEvaluation, key).total) == 800
    assert pages.pdf(office.read(sheets.evaluation_of, key, TODAY, Lang.ZH)).startswith(b"%PDF")


def test_weights_that_do_not_make_a_hundred_are_refused(office: db.Database) -> None:
    key = office.write(evaluating.begin, office.write(make), YEAR)
    office.write(score, key, 900)
    office.write(lambda s: setattr(evaluating.indicators(s, key)[0], "weight", 11))
    with pytest.raises(PtmanError) as told:
        office.write(evaluating.reckon, ref(office, key), TODAY)
    assert told.value.code == "weights-sum"


@pytest.mark.parametrize(
    ("conclusion", "status"),
    [
        (EvaluationConclusion.CONTINUE, BaseStatus.ACTIVE),
        (EvaluationConclusion.RECTIFY, BaseStatus.RECTIFYING),
        (EvaluationConclusion.REVOKE, BaseStatus.CLOSED),
    ],
)
def test_the_conclusion_moves_the_base(
    office: db.Database, conclusion: EvaluationConclusion, status: BaseStatus
) -> None:
    base = office.write(make)
    key = office.write(evaluating.begin, base, YEAR)
    with pytest.raises(PtmanError) as told:
        office.write(evaluating.conclude, ref(office, key), TODAY)
    assert told.value.code == "not-concluded"
    office.write(score, key, 700)
    office.write(evaluating.reckon, ref(office, key), TODAY)
    office.write(lambda s: setattr(s.get_one(BaseEvaluation, key), "conclusion", conclusion))
    office.write(evaluating.conclude, ref(office, key), TODAY)
    assert office.read(lambda s: s.get_one(TrainingBase, base).status) is status
