"""A student's whole way: guidance, the assessment, titles and letters stand in it beside milestones and stays."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.talents import way
from ptman.aspects.talents.rows import Shade
from ptman.letters import making, store
from ptman.letters.families import papers
from ptman.models import GuidanceRecord, Placement, PracticeAssessment, Student
from ptman.models.choices import Role, StudentStatus
from ptman.models.choices_talents import AssessmentStatus
from tests.ptman.letters.families import wishing

TODAY = date(2028, 9, 10)


def dated(session: Session) -> str:
    """Guided once, defended, and with a title; the id of the student whose completion is certified."""
    wishing.ready(session)
    wishing.finish(session)
    one = session.query(Placement).order_by(Placement.id).first()
    assert one is not None
    student = one.student_id
    session.add(GuidanceRecord(student_id=student, role=Role.INDUSTRY, guided_on=date(2028, 1, 5), content="实验方案"))
    for row in session.query(PracticeAssessment).filter_by(student_id=student):
        row.defence_on, row.confirmed_on = date(2028, 9, 2), date(2028, 9, 5)
    return student


def test_everything_that_happened_is_on_the_way(office: db.Database) -> None:
    student = office.write(dated)
    plan = office.read(making.draft, wishing.wish(office, papers.COMPLETION), TODAY)
    made = office.write(making.issue, plan, TODAY)
    found = office.read(way.way, student, TODAY)
    marks = {lane.label.zh: [(one.label.zh, one.on, one.shade) for one in lane.marks] for lane in found.lanes}
    assert marks["指导"] == [("专业实践", date(2028, 1, 5), Shade.DONE)]
    assert marks["实践考核"] == [
        ("实践答辩", date(2028, 9, 2), Shade.DONE),
        ("实践考核", date(2028, 9, 5), Shade.DONE),
    ]
    assert marks["职称"] == [("取得资格", date(2026, 4, 20), Shade.DONE)]
    assert marks["文书"] == [("专业实践证明", TODAY, Shade.DONE)]
    office.write(store.void, made.id, made.version, "写错", TODAY)
    again = next(lane for lane in office.read(way.way, student, TODAY).lanes if lane.label == way.LETTERS)
    assert [one.shade for one in again.marks] == [Shade.FAILED]
    assert "作废" in again.marks[0].detail.zh


def test_a_letter_to_another_is_not_on_it_and_a_graduate_has_a_way(office: db.Database) -> None:
    student = office.write(dated)
    office.write(making.issue, office.read(making.draft, wishing.wish(office, papers.COMPLETION), TODAY), TODAY)

    def leave(session: Session) -> str:
        other = next(one for one in session.query(Student) if one.id != student)
        other.status = StudentStatus.GRADUATED
        return str(other.id)

    other = office.write(leave)
    lanes = {lane.label.zh for lane in office.read(way.way, other, TODAY).lanes}
    assert "文书" not in lanes
    assert "双导师" in lanes


def test_a_failed_assessment_says_so(office: db.Database) -> None:
    student = office.write(dated)

    def fail(session: Session) -> None:
        for row in session.query(PracticeAssessment).filter_by(student_id=student):
            row.status = AssessmentStatus.FAILED

    office.write(fail)
    lane = next(one for one in office.read(way.way, student, TODAY).lanes if one.label == way.ASSESSED)
    assert [one.shade for one in lane.marks] == [Shade.DONE, Shade.FAILED]
