"""Rows that would make somebody a second time are proposed as the same before anything is kept."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from ptman import db
from ptman.drafts import Fate
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.intake.outcome import Twin
from ptman.models import Student
from tests import makers
from tests.ptman.intake import books, resending

BORN = date(1999, 1, 1)


def on_file(office: db.Database, **person: object) -> str:
    def make(session: db.Session) -> str:
        return makers.student(session, "22660001", person=makers.person(session, "张雨桐", **person)).id

    return office.write(make)


def draft(office: db.Database, *rows: tuple[object, ...], decided: dict[int, str] | None = None) -> IntakeDraft:
    workbook = books.read("名册.xlsx", books.STUDENT, rows)
    parts = [replace(part, decided=decided or {}) for part in store.recognised(workbook)]
    return office.read(store.compare, workbook, parts, resending.TODAY, "学院")


def only(drawn: IntakeDraft, row: int = 2) -> Twin:
    (twin,) = drawn.twins[f"Sheet1!{row}"]
    return twin


ALIKE = [
    ({"mobile": "19900000001"}, books.student("22669999", "张雨桐", 手机="19900000001"), "姓名相同，手机相同"),
    ({}, books.student("22660010", "张雨桐"), "姓名相同，编号只差一位"),
    ({"mobile": "19900000001"}, books.student("22669999", "张雨彤", 手机="19900000001"), "姓名读音相同，手机相同"),
    (
        {"birth_date": BORN},
        books.student("22669999", "张雨桐", 身份证号="990101199901010014"),
        "姓名相同，出生日期相同",
    ),
    ({"mobile": "19900000002"}, books.student("22669999", "张雨桐", 手机="19900000001"), None),
    ({"mobile": "19900000001"}, books.student("22669999", "李明", 手机="19900000001"), None),
]


@pytest.mark.parametrize(("person", "row", "reason"), ALIKE)
def test_who_is_proposed_and_why(
    office: db.Database, person: dict[str, object], row: tuple[object, ...], reason: str | None
) -> None:
    key = on_file(office, **person)
    drawn = draft(office, row)
    if reason is None:
        assert drawn.twins == {}
        return
    twin = only(drawn)
    assert (twin.id, twin.title, twin.reason.zh) == (key, "张雨桐 22660001", reason)
    assert drawn.draft.items[0].fate is Fate.DOUBTFUL
    sides = {one.field.zh: (one.old, one.new) for one in twin.sides}
    assert sides["学号"] == ("22660001", str(row[0]))


def test_the_same_is_compared_and_somebody_else_is_new(office: db.Database) -> None:
    key = on_file(office, mobile="19900000001")
    row = books.student("22660010", "张雨桐", 手机="19900000002")
    same = draft(office, row, decided={2: key})
    assert same.twins == {}
    assert {item.fate for item in same.draft.items} == {Fate.CHANGED, Fate.CONFLICT}
    asked = [one for item in resending.items(same, Fate.CONFLICT) for one in item.differences]
    assert ("手机", "19900000001", "19900000002") in [(one.field.zh, one.old, one.new) for one in asked]
    office.write(store.keep, same, same.draft.keepable())
    assert office.read(lambda session: session.scalars(select(Student.student_no)).all()) == ["22660010"]
    resending.take_back(office)
    other = draft(office, row, decided={2: ""})
    assert [one.fate for one in other.draft.items] == [Fate.NEW]
    office.write(store.keep, other, other.draft.preset())
    assert office.read(lambda session: session.scalar(select(func.count()).select_from(Student))) == 2


def test_two_who_are_both_in_the_file_are_two(office: db.Database) -> None:
    on_file(office, mobile="19900000001")
    both = [books.student("22660001", "张雨桐", 手机="19900000001"), books.student("22660010", "张雨桐")]
    assert draft(office, *both).twins == {}


def test_supervisors_too(office: db.Database) -> None:
    header = books.ACADEMIC

    def make(session: db.Session) -> str:
        return makers.academic(session, "01001", person=makers.person(session, "李伟")).id

    key = office.write(make)
    workbook = books.read("导师.xlsx", header, [("01010", "李伟", "计算机学院", "教授", "0854", 5, "边缘计算")])
    parts = store.recognised(workbook)
    drawn = office.read(store.compare, workbook, parts, resending.TODAY)
    assert (only(drawn).id, only(drawn).reason.zh) == (key, "姓名相同，编号只差一位")
    parts = [replace(part, decided={2: key}) for part in parts]
    drawn = office.read(store.compare, workbook, parts, resending.TODAY)
    assert drawn.twins == {}
    assert not [step for steps in drawn.steps.values() for step in steps if step.is_new]


def test_a_unit_of_the_same_credit_code_is_the_same_and_that_is_said(office: db.Database) -> None:
    code = "91990000MA2700010P"
    office.write(lambda session: makers.organisation(session, "星河通信有限公司", uscc=code).id)
    row = ("陈工", "星河通讯公司", code, "架构师", "边缘计算", "0854", "2025-09-01", "2028-08-31", None)
    drawn = resending.draft(office, [row], header=books.INDUSTRY)
    assert not [step for steps in drawn.steps.values() for step in steps if step.noun == "organisation"]
    assert "与已有单位“星河通信有限公司”相同" in " ".join(note.zh for note in drawn.draft.items[0].notes)
    same = resending.draft(office, [(row[0], "星河通信有限公司", *row[2:])], header=books.INDUSTRY)
    assert "相同，按同一单位" not in " ".join(note.zh for note in same.draft.items[0].notes)
