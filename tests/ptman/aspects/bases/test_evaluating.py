"""Visits, checks and evaluations begin filled in from the records; the grade is reckoned and its conclusion kept."""

from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.bases import evaluating, inspecting, sheets
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.models import (
    BaseEvaluation,
    BasePost,
    ComplianceCheck,
    ComplianceLine,
    EvaluationIndicator,
    SiteFinding,
    SiteVisit,
    TrainingBase,
)
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import (
    CheckKind,
    ComplianceItem,
    EvaluationConclusion,
    EvaluationGrade,
    EvaluationKind,
    EvaluationStatus,
    Found,
    Indicator,
    VisitConclusion,
    VisitPoint,
)
from ptman.register import cards, evaluations, moving
from ptman.register.evaluations import Stretch
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


def points_of(session: Session, visit: str) -> Sequence[SiteFinding]:
    return session.scalars(select(SiteFinding).where(SiteFinding.visit_id == visit).order_by(SiteFinding.seq)).all()


def score(session: Session, key: str, points: int) -> None:
    for one in session.scalars(select(EvaluationIndicator).where(EvaluationIndicator.evaluation_id == key)):
        one.score = points


def step(office: db.Database, key: str, move: str, reason: str = "") -> BaseEvaluation:
    ref = office.read(cards.card, "base_evaluation", key).ref
    office.write(moving.move, ref, move, TODAY, reason)
    return office.read(lambda s: s.get_one(BaseEvaluation, key))


def refused(office: db.Database, key: str, move: str) -> str:
    """The reason in words, or the code where a reason is wanted."""
    with pytest.raises(PtmanError) as told:
        step(office, key, move)
    return told.value.sentence.zh if told.value.code == "move-guarded" else told.value.code


def test_a_check_judges_the_ratios_from_the_records(office: db.Database) -> None:
    base = office.write(make)
    key = office.write(inspecting.begin_check, base, CheckKind.YEARLY, TODAY, "沈书宁")
    lines = office.read(lambda s: s.scalars(select(ComplianceLine).where(ComplianceLine.check_id == key)).all())
    found = {one.item: (one.found, one.note) for one in lines}
    assert len(found) == 18
    assert found[ComplianceItem.STAFF_RATIO] == (Found.ISSUE, "1/9，上限 10%")
    assert found[ComplianceItem.POST_RATIO] == (Found.ISSUE, "算法：2/5，上限 20%")
    assert found[ComplianceItem.MINORS] == (Found.NOT_ASKED, None)
    with pytest.raises(PtmanError) as told:
        office.write(inspecting.begin_check, base, CheckKind.YEARLY, TODAY, "沈书宁")
    assert told.value.code == "inspected-already"
    safety = office.write(inspecting.begin_check, base, CheckKind.SAFETY, TODAY, "沈书宁")
    lines = office.read(lambda s: s.scalars(select(ComplianceLine).where(ComplianceLine.check_id == safety)).all())
    assert {one.item for one in lines} == inspecting.ABOUT_SAFETY
    assert office.read(lambda s: s.get_one(ComplianceCheck, safety).next_on) == date(2028, 10, 1)


def test_a_visit_begins_with_what_is_known_of_its_six_points(office: db.Database) -> None:
    base = office.write(make)
    office.write(inspecting.begin_check, base, CheckKind.YEARLY, TODAY, "沈书宁")
    key = office.write(inspecting.begin_visit, base, date(2027, 11, 1), "林景明")
    points = office.read(lambda s: s.scalars(select(SiteFinding).where(SiteFinding.visit_id == key)).all())
    known = {one.point: one.note for one in points}
    assert len(known) == 6
    assert known[VisitPoint.EQUIPMENT] == "岗位：算法 2 人"
    assert known[VisitPoint.MENTORS] == "单位在聘企业导师 0 名，共可带 0 人"
    assert "2027-10-01 年度检查发现问题 2 项" in (known[VisitPoint.SAFETY] or "")
    assert all(one.found is Found.NOT_ASKED for one in points)
    office.write(lambda s: setattr(s.get_one(SiteVisit, key), "conclusion", VisitConclusion.RECOMMEND))
    office.write(lambda s: setattr(points_of(s, key)[4], "found", Found.ISSUE))
    later = office.write(inspecting.begin_visit, base, date(2028, 11, 1), "林景明")
    note = office.read(lambda s: s.get_one(SiteVisit, later).note)
    assert (note or "").startswith("上次考察 2027-11-01，结论：推荐设立；当时的问题：安全管理")
    made = office.read(sheets.visit_of, key, TODAY, Lang.EN)
    assert pages.pdf(made).startswith(b"%PDF")


def test_evidence_is_filled_in_and_the_grade_reckoned(office: db.Database) -> None:
    key = office.write(evaluating.begin, office.write(make), YEAR)
    lines = {one.indicator: one for one in office.read(evaluations.indicators, key)}
    assert sum(one.weight for one in lines.values()) == 100
    assert lines[Indicator.INTAKE].evidence == "接收学生 1 名，1 人次"
    assert "没有打分" in refused(office, key, "propose")
    office.write(score, key, 799)
    assert step(office, key, "propose").grade is EvaluationGrade.PASS
    office.write(score, key, 800)
    found = step(office, key, "propose")
    assert (found.grade, found.total, found.status) == (EvaluationGrade.GOOD, 800, EvaluationStatus.PROPOSED)
    assert pages.pdf(office.read(sheets.evaluation_of, key, TODAY, Lang.ZH)).startswith(b"%PDF")


def test_weights_that_do_not_make_a_hundred_are_refused(office: db.Database) -> None:
    key = office.write(evaluating.begin, office.write(make), YEAR)
    office.write(score, key, 900)
    office.write(lambda s: setattr(evaluations.indicators(s, key)[0], "weight", 11))
    assert "101%" in refused(office, key, "propose")


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
    office.write(score, key, 700)
    step(office, key, "propose")
    assert "结论" in refused(office, key, "grant")
    office.write(lambda s: setattr(s.get_one(BaseEvaluation, key), "conclusion", conclusion))
    found = step(office, key, "grant")
    assert (found.granted_on, found.valid_to) == (TODAY, date(2028, 9, 30))
    assert office.read(lambda s: s.get_one(TrainingBase, base).status) is status


def test_a_conclusion_that_the_base_cannot_follow_is_refused(office: db.Database) -> None:
    base = office.write(make)
    key = office.write(evaluating.begin, base, YEAR)
    office.write(score, key, 700)
    step(office, key, "propose")

    def rectifying(session: Session) -> None:
        session.get_one(BaseEvaluation, key).conclusion = EvaluationConclusion.RECTIFY
        session.get_one(TrainingBase, base).status = BaseStatus.RECTIFYING

    office.write(rectifying)
    assert "整改" in refused(office, key, "grant")


def test_a_granted_grade_is_renewed_once_and_withdrawn_with_its_reason(office: db.Database) -> None:
    key = office.write(evaluating.begin, office.write(make), YEAR)
    office.write(lambda s: setattr(evaluations.indicators(s, key)[0], "weight", 5))
    office.write(lambda s: setattr(evaluations.indicators(s, key)[1], "weight", 20))
    office.write(score, key, 900)
    step(office, key, "propose")
    office.write(lambda s: setattr(s.get_one(BaseEvaluation, key), "conclusion", EvaluationConclusion.CONTINUE))
    step(office, key, "grant")
    step(office, key, "renew")
    one = BaseEvaluation
    new = office.read(lambda s: s.scalars(select(one).where(one.kind == EvaluationKind.RENEWAL)).one())
    assert (new.period_from, new.period_to, new.status) == (
        date(2028, 1, 1),
        date(2028, 12, 31),
        EvaluationStatus.SCORING,
    )
    weights = [line.weight for line in office.read(evaluations.indicators, new.id)]
    assert (weights[:2], sum(weights)) == ([5, 20], 100)
    assert "更晚" in refused(office, key, "renew")
    assert refused(office, key, "withdraw") == "move-needs-reason"
    step(office, key, "withdraw", "材料不实")
    log = office.read(moving.log, "base_evaluation", key)
    assert log[0].step.en == "Withdraw the grade"
    assert log[0].reason == "材料不实"
