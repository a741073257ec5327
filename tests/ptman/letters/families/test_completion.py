"""The completion certificate states the ledger's months to the day, and is refused, by name, where they fall short."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.labels import Lang
from ptman.letters import making, radar
from ptman.letters.drawing import PaperDraft
from ptman.letters.families import papers
from ptman.letters.wish import Wish
from ptman.models import Placement, PlacementInterruption, PracticeAssessment, RuleParameter, Student, TrainingBase
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import PracticeForm
from ptman.models.choices_talents import AssessmentStatus
from tests import makers
from tests.ptman.letters.families import wishing

LATE = date(2028, 9, 10)


@pytest.fixture
def done(office: db.Database) -> db.Database:
    office.write(wishing.ready)
    office.write(wishing.finish)
    return office


def first(session: Session) -> Placement:
    return session.scalars(select(Placement).order_by(Placement.id)).all()[0]


def pause(placement: str, start: date, end: date) -> PlacementInterruption:
    return PlacementInterruption(placement_id=placement, starts_on=start, ends_on=end, reason="病休")


def drawn(office: db.Database, language: str = "zh") -> PaperDraft:
    return office.read(making.draft, wishing.wish(office, papers.COMPLETION, language), LATE)


def body(plan: PaperDraft, lang: Lang = Lang.ZH) -> str:
    return "".join(next(part for part in plan.facts.parts if part.lang is lang).section("body"))


def lasting(office: db.Database, start: date, end: date) -> None:
    def change(session: Session) -> None:
        one = first(session)
        one.starts_on, one.ends_on = start, end

    office.write(change)


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        (date(2026, 3, 1), date(2026, 8, 31), "6个月", "6 months"),
        (date(2026, 2, 28), date(2026, 8, 27), "6个月", "6 months"),
        (date(2025, 8, 31), date(2026, 2, 27), "6个月", "6 months"),
        (date(2026, 7, 1), date(2026, 12, 30), "6个月", "6 months"),
        (date(2025, 9, 1), date(2026, 8, 31), "12个月", "12 months"),
        (date(2024, 2, 29), date(2025, 2, 27), "12个月", "12 months"),
        (date(2026, 9, 1), date(2027, 3, 15), "6个月15天", "6 months and 15 days"),
    ],
)
def test_the_months_are_those_of_the_rule(done: db.Database, start: date, end: date, zh: str, en: str) -> None:
    lasting(done, start, end)
    plan = drawn(done, "both")
    assert plan.refused == ()
    assert f"按日核计{zh}。" in body(plan)
    assert f"累计{zh}（其中项目研究{zh}），专业实践考核成绩为良好" in body(plan)
    assert f"a period of {en} counted to the day" in body(plan, Lang.EN)
    assert f"of which {en} of project research" in body(plan, Lang.EN)


def test_interruptions_and_an_early_end_do_not_count(done: db.Database) -> None:
    def change(session: Session) -> None:
        one = first(session)
        one.starts_on, one.ends_on, one.left_on = date(2026, 9, 1), date(2027, 8, 31), date(2027, 5, 20)
        session.add(
            PlacementInterruption(
                placement_id=one.id, starts_on=date(2027, 1, 1), ends_on=date(2027, 1, 31), reason="病"
            )
        )

    done.write(change)
    assert "2026年9月1日至2027年5月20日" in body(drawn(done))
    assert "按日核计7个月20天。" in body(drawn(done))


def test_a_second_stay_adds_up_and_its_certificate_says_both(done: db.Database) -> None:
    """Each certificate counts as far as its own stay: the first alone falls short, the second is the one to give."""

    def change(session: Session) -> str:
        one = first(session)
        one.starts_on, one.ends_on = date(2026, 9, 1), date(2026, 12, 31)
        one.practice_form = PracticeForm.INDUSTRY_INTERNSHIP
        period = makers.period(session, "第二批", starts_on=date(2027, 3, 1), ends_on=date(2027, 6, 30))
        student = session.get_one(Student, one.student_id)
        base = session.get_one(TrainingBase, one.base_id)
        more = makers.placement(session, student, base, period, status=PlacementStatus.FINISHED)
        more.practice_form = PracticeForm.PROJECT_RESEARCH
        return str(more.id)

    key = done.write(change)
    plan = done.read(making.draft, Wish("completion", (key,)), LATE)
    assert plan.refused == ()
    assert "按日核计4个月。" in body(plan)
    assert "累计8个月（其中项目研究4个月）" in body(plan)
    assert [one.zh for one in drawn(done).refused] == [
        "专业实践时长为 4 个月，规定不少于 6 个月；项目研究时长为 0 个月，规定不少于 3 个月"
    ]


def test_what_is_missing_is_unknown_and_named(done: db.Database) -> None:
    def unassessed(session: Session) -> None:
        for one in session.scalars(select(PracticeAssessment)):
            session.delete(one)
        for rule in session.scalars(select(RuleParameter).where(RuleParameter.code.startswith("practice.min_"))):
            session.delete(rule)

    done.write(unassessed)
    refused = drawn(done).refused
    assert [one.zh for one in refused] == [
        "无法判断：没有规定实践时长的规则参数",
        "无法判断：没有实践考核记录",
    ]
    assert all("unknown" in one.en for one in refused)


def test_an_assessment_that_is_not_passed_is_named(done: db.Database) -> None:
    def failed(session: Session) -> None:
        for one in session.scalars(select(PracticeAssessment)):
            one.status = AssessmentStatus.FAILED

    done.write(failed)
    assert [one.zh for one in drawn(done).refused] == ["实践考核的状态是“不合格”"]


def test_a_correction_of_the_days_makes_the_certificate_stale(done: db.Database) -> None:
    made = done.write(making.issue, drawn(done), LATE)
    assert done.read(radar.stale, LATE + timedelta(days=400)) == ()

    done.write(lambda session: session.add(pause(first(session).id, date(2028, 1, 1), date(2028, 1, 10))))
    (found,) = done.read(radar.stale, LATE)
    assert found.id == made.id
    assert ("本次实践时长", "12 个月", "11 个月 21 天") in {(one.what.zh, one.old, one.new) for one in found.changes}
