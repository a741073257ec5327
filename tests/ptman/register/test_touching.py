"""Around a record stands everything that points to it or that it points to, its own parts aside."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from ptman import db
from ptman.models import Student
from ptman.register import touching
from tests import makers

Ids = Callable[..., str]


def paired(session: Session) -> Student:
    student = makers.student(session)
    makers.supervision(session, student, makers.academic(session))
    makers.supervision(session, student, makers.appointed(session))
    makers.placement(session, student, makers.base(session), makers.period(session))
    return student


def test_a_student_is_touched_by_what_names_them(office: db.Database, ids: Ids) -> None:
    found = office.read(touching.touching, "student", ids(paired))
    assert {group.noun: group.total for group in found.groups} == {"supervision": 2, "placement": 1}
    assert [touch.title for group in found.groups for touch in group.newest if group.noun == "supervision"] == [
        "张雨桐 企业导师",
        "张雨桐 校内导师",
    ]
    assert [(one.noun, one.title) for one in found.towards] == [("degree_category", "0854 电子信息")]
    assert found.total == 3


def test_one_person_in_two_roles_is_seen_from_both(office: db.Database, ids: Ids) -> None:
    def both(session: Session) -> Student:
        student = makers.student(session)
        makers.academic(session, person=session.get_one(makers.Person, student.person_id))
        return student

    found = office.read(touching.touching, "student", ids(both))
    assert [(group.noun, group.total) for group in found.groups] == [("academic_supervisor", 1)]


def test_many_are_counted_and_the_newest_named(office: db.Database, ids: Ids) -> None:
    def crowded(session: Session) -> Student:
        base, period = makers.base(session), makers.period(session)
        for i in range(12):
            makers.placement(session, makers.student(session, f"226600{i:02d}", f"学生{i}"), base, period)
        makers.agreement(session, base)
        return base

    found = office.read(touching.touching, "training_base", ids(crowded))
    placed = next(group for group in found.groups if group.noun == "placement")
    assert (placed.total, len(placed.newest)) == (12, touching.MOST)
    assert placed.newest[0].title.startswith("学生11")
    assert {group.noun for group in found.groups} == {"agreement", "placement"}
    assert [one.noun for one in found.towards] == ["organisation"]
