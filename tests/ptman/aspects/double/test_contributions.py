"""Lectures, reviews and defences are counted from the records and named; what somebody corrected by hand stays."""

from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.aspects.double import assessing, contributions, papers
from ptman.drafts import Fate, Item
from ptman.labels import Lang
from ptman.models import (
    DegreeApplication,
    DegreeMember,
    DegreeReview,
    IndustrySupervisor,
    Milestone,
    MilestoneMember,
    Organisation,
    ResourceTeacher,
    ResourceUse,
    SupervisorAssessment,
    TeachingResource,
    TrainingClass,
    TrainingCourse,
)
from ptman.models.choices_resources import ResourceKind, TeacherRole, UseStatus
from ptman.models.choices_talents import TrainingKind
from ptman.register import cards, edit
from ptman.reports import pages
from tests import makers
from tests.ptman.aspects.double import double_office
from tests.ptman.aspects.double.double_office import HOST, TODAY, Made

NAME = "周明"
DAY = date(2026, 10, 12)


@pytest.fixture
def made(office: db.Database) -> Made:
    found = office.write(double_office.make)
    office.write(work, found)
    return found


def work(session: Session, made: Made) -> None:
    """Two lectures and one course by the name, two reviews of which one is blind, one defence entered twice."""
    lecture = TeachingResource(resource_no="ZY1", name="智能制造讲座", kind=ResourceKind.LECTURE)
    makers.added(session, lecture)
    session.add(ResourceTeacher(resource_id=lecture.id, seq=1, name=NAME, unit=HOST, role=TeacherRole.INDUSTRY))
    for number, (day, status) in enumerate(((12, UseStatus.EVALUATED), (13, UseStatus.CANCELLED)), 1):
        use = ResourceUse(use_no=f"SY{number}", resource_id=lecture.id, subject="讲座", headcount=30, user_name="沈默")
        use.starts_at, use.ends_at = datetime(2026, 10, day, 9), datetime(2026, 10, day, 11)  # noqa: DTZ001 office time
        use.status = status
        session.add(use)
    of = makers.added(
        session, TrainingClass(class_no="PX9", name="数字化班", kind=TrainingKind.TOP, starts_on=DAY, ends_on=DAY)
    )
    session.add(TrainingCourse(class_id=of.id, seq=1, title="机器视觉", teacher=NAME, held_on=date(2026, 11, 2)))
    one = makers.added(session, DegreeApplication(student_id=made.students[0], title="视觉检测", defended_on=DAY))
    for seq, (who, unit) in enumerate(((NAME, "星河通信"), (None, None)), 1):
        session.add(DegreeReview(application_id=one.id, seq=seq, reviewer=who, unit=unit, returned_on=DAY))
    session.add(DegreeMember(application_id=one.id, seq=1, name=NAME, unit=HOST))
    step = makers.added(session, Milestone(student_id=made.students[0], def_code="defence", held_on=DAY))
    session.add(MilestoneMember(milestone_id=step.id, seq=1, name=NAME, unit=HOST))


def item(office: db.Database, made: Made) -> Item:
    drawn = office.read(assessing.draft, 2026, TODAY)
    return next(one for one in drawn.draft.items if one.key == made.leaver)


def keep(office: db.Database) -> int:
    drawn = office.read(assessing.draft, 2026, TODAY)
    office.write(assessing.keep, drawn, drawn.draft.keepable(), TODAY)
    return office.read(lambda session: session.scalars(select(SupervisorAssessment.version)).one())


def counts(office: db.Database) -> tuple[int, int, int]:
    one = office.read(lambda session: session.scalars(select(SupervisorAssessment)).one())
    return one.lectures, one.thesis_reviews, one.defences


def correct(office: db.Database, lectures: str) -> None:
    key = office.read(lambda session: session.scalars(select(SupervisorAssessment.id)).one())
    ref = office.read(cards.card, "supervisor_assessment", key).ref
    office.write(edit.correct, ref, {"lectures": lectures}, TODAY)


def test_what_was_counted_is_named(office: db.Database, made: Made) -> None:
    said = [one.zh for one in item(office, made).notes]
    assert said == [
        "讲座授课 2：2026-10-12 智能制造讲座；2026-11-02 数字化班《机器视觉》",
        "论文评阅 1：2026-10-12 《视觉检测》",
        "参加答辩 1：2026-10-12 赵雨桐 答辩",
    ]
    keep(office)
    assert counts(office) == (2, 1, 1)
    assert item(office, made).fate is Fate.UNCHANGED
    key = office.read(lambda session: session.scalars(select(SupervisorAssessment.id)).one())
    report = office.read(papers.assessment_of, key, TODAY, Lang.ZH)
    assert pages.pdf(report).startswith(b"%PDF")
    assert "机器视觉" in str(report.blocks)


def test_another_year_has_none_of_it(office: db.Database, made: Made) -> None:
    assert office.read(contributions.contributions, date(2025, 9, 1), date(2026, 8, 31)) == {}
    assert made.leaver in office.read(contributions.contributions, DAY, DAY)


def test_two_of_one_name_are_told_apart_by_the_unit(office: db.Database, made: Made) -> None:
    def namesake(session: Session) -> str:
        elsewhere = session.get_one(IndustrySupervisor, made.elsewhere)
        unit = session.get_one(Organisation, elsewhere.organisation_id)
        return str(makers.appointed(session, "E400", NAME, organisation=unit).id)

    other = office.write(namesake)
    found = office.read(contributions.contributions, DAY, date(2026, 12, 31))
    assert [one.what for one in found[made.leaver]] == ["《视觉检测》", "智能制造讲座", "赵雨桐 答辩"]
    assert other not in found  # the course names no unit: it is nobody's


def test_a_count_corrected_by_hand_stays_until_that_is_undone(office: db.Database, made: Made) -> None:
    keep(office)
    correct(office, "5")
    one = item(office, made)
    assert one.fate is Fate.UNCHANGED
    assert "讲座授课：手工填写 5，保留（统计为 2）" in [note.zh for note in one.notes]
    hand = keep(office)
    assert counts(office) == (5, 1, 1)
    office.write(undo.undo, hand)
    assert counts(office) == (2, 1, 1)
    assert item(office, made).fate is Fate.UNCHANGED


def test_a_correction_to_what_is_counted_counts_again(office: db.Database, made: Made) -> None:
    keep(office)
    correct(office, "0")
    keep(office)
    assert counts(office)[0] == 0
    correct(office, "2")
    assert "手工" not in "".join(note.zh for note in item(office, made).notes)
