"""Steps of milestones, reports, assessments and classes: what stops them, what they fill in, what they open."""

from datetime import date

import pytest
from sqlalchemy import select

from ptman import db
from ptman.errors import PtmanError
from ptman.models import Milestone, PracticeAssessment, PracticeReport, TrainingClass, TrainingTrainee
from ptman.models.choices_talents import (
    AssessmentStatus,
    MilestoneStatus,
    PracticeGrade,
    ReportKind,
    TraineeResult,
    TrainingKind,
    TrainingStatus,
)
from ptman.models.core import Record
from ptman.register import cards, moving
from tests import makers

TODAY = date(2026, 11, 2)


def _of_student(session: db.Session, make: type[Record], values: dict[str, object]) -> str:
    student = makers.student(session)
    return str(makers.added(session, make(student_id=student.id, **values)).id)


def _step(office: db.Database, noun: str, key: str, *steps: str, reason: str = "") -> None:
    for step in steps:
        office.write(moving.move, office.read(cards.card, noun, key).ref, step, TODAY, reason)


def _values(office: db.Database, noun: str, key: str) -> dict[str, object]:
    return dict(office.read(cards.card, noun, key).values)


def _second(session: db.Session) -> tuple[MilestoneStatus, date | None]:
    again = session.scalars(select(Milestone).where(Milestone.attempt_no == 2)).one()
    return again.status, again.due_on


def _given(session: db.Session) -> list[str]:
    given = session.scalars(select(TrainingTrainee.cert_no).where(TrainingTrainee.cert_no.is_not(None)))
    return sorted(map(str, given))


def test_a_milestone_is_put_off_only_to_a_later_day_and_tried_again(office: db.Database) -> None:
    values: dict[str, object] = {"def_code": "proposal", "status": MilestoneStatus.OPEN, "due_on": TODAY}
    key = office.write(_of_student, Milestone, values)
    with pytest.raises(PtmanError) as caught:
        _step(office, "milestone", key, "extend", reason="出差")
    assert caught.value.code == "move-guarded"
    _step(office, "milestone", key, "submit", "fail", "retry")
    one = _values(office, "milestone", key)
    assert (one["submitted_on"], one["held_on"]) == (TODAY, TODAY)
    again = office.read(_second)
    assert again == (MilestoneStatus.OPEN, date(2027, 2, 2))


def test_a_final_report_has_its_length(office: db.Database) -> None:
    values: dict[str, object] = {"kind": ReportKind.FINAL, "due_on": TODAY, "chars": 1999}
    key = office.write(_of_student, PracticeReport, values)
    _step(office, "practice_report", key, "submit")
    with pytest.raises(PtmanError, match="2000"):
        _step(office, "practice_report", key, "accept")
    _step(office, "practice_report", key, "return", reason="字数不足")
    one = _values(office, "practice_report", key)
    assert (one["times_returned"], str(one["status"])) == (1, "returned")


@pytest.mark.parametrize(
    ("defence", "months", "grade", "refused"),
    [(900, 6, PracticeGrade.GOOD, ""), (900, 5, PracticeGrade.GOOD, "move-guarded"), (None, 6, None, "move-guarded")],
)
def test_an_assessment_is_weighed_and_needs_its_months(
    office: db.Database, defence: int | None, months: int, grade: PracticeGrade | None, refused: str
) -> None:
    values: dict[str, object] = {
        "status": AssessmentStatus.SCORING,
        "campus_score_x10": 855,
        "industry_score_x10": 905,
        "defence_score_x10": defence,
        "months": months,
        "project_months": 3,
    }
    key = office.write(_of_student, PracticeAssessment, values)
    steps = ("schedule", "defend", "weigh", "confirm", "pass")
    if refused:
        with pytest.raises(PtmanError) as caught:
            _step(office, "practice_assessment", key, *steps)
        assert caught.value.code == refused
    else:
        _step(office, "practice_assessment", key, *steps)
    one = _values(office, "practice_assessment", key)
    assert one["grade"] == grade
    if not refused:
        # 85.5 × 40 % + 90.5 × 30 % + 90 × 30 % = 88.35, cut to tenths.
        assert (one["total_score_x10"], one["credits_x10"], one["confirmed_on"]) == (883, 60, TODAY)


def _class(session: db.Session, number: str, results: tuple[TraineeResult | None, ...]) -> str:
    values = {"starts_on": TODAY, "ends_on": TODAY, "kind": TrainingKind.ENTERPRISE}
    made = makers.added(session, TrainingClass(class_no=number, name="培训", status=TrainingStatus.COMPLETED, **values))
    for seq, result in enumerate(results, 1):
        session.add(TrainingTrainee(class_id=made.id, seq=seq, name=f"学员{seq}", result=result))
    return str(made.id)


def test_certificates_are_numbered_on_and_on_by_kind(office: db.Database) -> None:
    done, not_done = TraineeResult.COMPLETED, TraineeResult.NOT_COMPLETED
    first = office.write(_class, "PX1", (done, not_done, done))
    second = office.write(_class, "PX2", (done,))
    third = office.write(_class, "PX3", (done, None))
    _step(office, "training_class", first, "issue_certificates")
    _step(office, "training_class", second, "issue_certificates")
    with pytest.raises(PtmanError) as caught:
        _step(office, "training_class", third, "issue_certificates")
    assert caught.value.code == "move-guarded"
    assert office.read(_given) == ["PX-QY-00001", "PX-QY-00002", "PX-QY-00003"]
