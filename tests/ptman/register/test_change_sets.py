"""What a change set did is told record by record, in words, and guarded values only in part."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import db
from ptman.labels import Label
from ptman.models import Placement
from ptman.register import cards, change_sets, edit
from ptman.register.change_sets import Deed
from tests import makers

TODAY = date(2026, 9, 10)


def enrol(session: Session) -> str:
    number = makers.resident_id()
    student = makers.student(session, person=makers.person(session, id_number=number, id_type="resident_id"))
    return student.id


def place(session: Session, student: str) -> str:
    from ptman.models import Student

    base, period = makers.base(session), makers.period(session)
    return makers.placement(session, session.get_one(Student, student), base, period).id


def remove(session: Session, placement: str) -> None:
    session.delete(session.get_one(Placement, placement))


def test_added_changed_and_removed_in_words(office: db.Database) -> None:
    student = office.write(enrol)
    placement = office.write(place, student)
    card = office.read(cards.card, "student", student)
    office.write(edit.correct, card.ref, {"person.mobile": "13800000000", "study_mode": "part_time"}, TODAY)
    office.write(remove, placement)
    changed = office.read(change_sets.steps, 3)
    assert {step.noun: step.deed for step in changed.steps} == {"person": Deed.CHANGED, "student": Deed.CHANGED}
    turns = {turn.label.zh: turn for step in changed.steps for turn in step.turns}
    assert turns["学习形式"].old == Label("全日制", "Full-time")
    assert turns["学习形式"].new == Label("非全日制", "Part-time")
    removed = office.read(change_sets.steps, 4).steps
    assert [(step.deed, step.there) for step in removed] == [(Deed.REMOVED, False)]
    assert removed[0].turns


def test_links_are_named_and_guarded_values_hidden(office: db.Database) -> None:
    office.write(enrol)
    added = office.read(change_sets.steps, 1)
    assert added.total == 2
    texts = {turn.label.zh: turn.new.zh for step in added.steps for turn in step.turns}
    assert texts["人员"] == "张雨桐"
    assert texts[cards.labels("student")["person.id_number"].zh].startswith("990*")
    assert makers.resident_id() not in str(added)
    assert all(step.there and step.deed is Deed.ADDED and "张雨桐" in step.title for step in added.steps)


def test_a_page_of_many(office: db.Database) -> None:
    def many(session: Session) -> None:
        for at in range(25):
            makers.person(session, f"周{at}")

    office.write(many)
    pages = [office.read(change_sets.steps, 1, first) for first in (0, 20, 40)]
    assert [len(page.steps) for page in pages] == [20, 5, 0]
    assert {page.total for page in pages} == {25}
    assert len({step.id for page in pages for step in page.steps}) == 25
