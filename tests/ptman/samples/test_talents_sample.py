"""The sample of talents: every noun is there, things are due, steps can be taken, undo takes it back."""

from datetime import date

from ptman import db, undo
from ptman.register import agenda, lists
from ptman.samples import elders, talents
from tests import makers

TODAY = date(2026, 11, 23)
NOUNS = ("training_plan", "plan_milestone", "plan_course", "milestone", "milestone_member", "course_result")
NOUNS += ("degree_application", "degree_member", "degree_review", "practice_report", "practice_assessment")
NOUNS += ("certificate_result", "certification_target", "international_activity", "international_student")
NOUNS += ("training_class", "training_course", "training_trainee")


def _ready(session: db.Session) -> None:
    makers.student(session)
    makers.academic(session)
    makers.appointed(session)
    makers.base(session)


def _count(office: db.Database, noun: str) -> int:
    return len(office.read(lists.named, noun, TODAY, None).rows)


def test_two_cohorts_on_their_way(office: db.Database) -> None:
    office.write(elders.fill, TODAY)
    office.write(talents.fill, TODAY)
    assert _count(office, "milestone") == 0  # nobody is there
    office.write(_ready)
    office.write(elders.fill, TODAY)
    office.write(talents.fill, TODAY)
    counts = {noun: _count(office, noun) for noun in NOUNS}
    assert all(counts.values()), counts
    assert counts["practice_assessment"] == 11
    due = {item.noun for item in office.read(agenda.items, TODAY)}
    assert {"milestone", "practice_report", "certificate_result", "degree_review", "training_class"} <= due
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    assert _count(office, "milestone") == 0
