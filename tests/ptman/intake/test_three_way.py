"""A source sends its roster again: what the office changed stays or is asked about, all else is taken."""

from pathlib import Path

import pytest
from sqlalchemy import select

from ptman import db
from ptman.drafts import Fate
from ptman.intake import sources, store
from ptman.models import IndustrySupervisor, Organisation, Person, Student
from tests import makers
from tests.ptman import offices, rosters
from tests.ptman.intake import books, resending

A, B, C = "19900000001", "19900000002", "19900000003"


def row(mobile: str | None = A, name: str = "张雨桐", **more: object) -> tuple[object, ...]:
    return books.student("22660001", name, 手机=mobile, **more)


def test_what_only_the_file_changed_is_taken(office: db.Database) -> None:
    resending.send(office, [row(A)])
    drawn = resending.send(office, [row(B)])
    assert [item.fate for item in drawn.draft.items] == [Fate.CHANGED]
    assert resending.mobile(office) == B


def test_what_only_the_office_changed_stays_and_is_said(office: db.Database) -> None:
    resending.send(office, [row(A)])
    office.write(resending.edit, "22660001", mobile=B)
    drawn = resending.send(office, [row(A, 专业领域="计算机技术")])
    assert [item.fate for item in drawn.draft.items] == [Fate.CHANGED, Fate.KEPT_BY_HAND]
    (kept,) = resending.items(drawn, Fate.KEPT_BY_HAND)
    assert [(one.field.zh, one.old, one.new) for one in kept.differences] == [("手机", B, A)]
    assert "测试 于 2026-09-10" in kept.notes[0].zh
    assert kept.key not in drawn.draft.preset()
    assert resending.mobile(office) == B
    assert office.read(lambda s: s.scalars(select(Student.field_code)).one()) == "085404"


def test_what_was_kept_by_hand_can_be_given_up(office: db.Database) -> None:
    resending.send(office, [row(A)])
    office.write(resending.edit, "22660001", mobile=B)
    drawn = resending.draft(office, [row(A)])
    assert [item.fate for item in drawn.draft.items] == [Fate.UNCHANGED, Fate.KEPT_BY_HAND]
    office.write(store.keep, drawn, resending.keys(drawn, Fate.KEPT_BY_HAND))
    assert resending.mobile(office) == A
    assert [item.fate for item in resending.draft(office, [row(A)]).draft.items] == [Fate.UNCHANGED]


def test_what_both_changed_is_asked_with_people_and_days(office: db.Database) -> None:
    resending.send(office, [row(A)])
    office.write(resending.edit, "22660001", mobile=B)
    drawn = resending.send(office, [row(C)])
    (asked,) = resending.items(drawn, Fate.CONFLICT)
    assert [(one.old, one.new) for one in asked.differences] == [(B, C)]
    assert asked.notes[0].zh.count("测试") == 2
    assert f"为“{A}”" in asked.notes[0].zh
    assert f"said “{A}”" in asked.notes[0].en
    assert resending.mobile(office) == B
    assert resending.keys(resending.draft(office, [row(C)]), Fate.CONFLICT) == [asked.key]
    office.write(store.keep, drawn, [asked.key])
    assert resending.mobile(office) == C


def test_a_settled_conflict_is_not_asked_again_until_the_file_changes(office: db.Database) -> None:
    resending.send(office, [row(A)])
    office.write(resending.edit, "22660001", mobile=B)
    office.write(store.keep, resending.draft(office, [row(C)]), (), settled=True)
    assert resending.mobile(office) == B
    again = resending.draft(office, [row(C)])
    assert [item.fate for item in again.draft.items] == [Fate.UNCHANGED, Fate.KEPT_BY_HAND]
    assert resending.keys(resending.draft(office, [row(A)]), Fate.CONFLICT)
    resending.take_back(office)
    assert resending.keys(resending.draft(office, [row(C)]), Fate.CONFLICT)


def test_what_was_typed_by_hand_is_asked_about_before_any_import(office: db.Database) -> None:
    office.write(lambda s: makers.student(s, "22660001", "张雨桐", topic="芯片").id)
    office.write(resending.edit, "22660001", mobile=B)
    drawn = resending.draft(office, [row(A, 专业领域="人工智能")])
    assert [item.fate for item in drawn.draft.items] == [Fate.CHANGED, Fate.CONFLICT]
    assert {one.field.zh for one in drawn.draft.items[0].differences} == {"专业领域"}
    assert "此来源以前没有给过" in drawn.draft.items[1].notes[0].zh


def test_another_source_has_its_own_past(office: db.Database) -> None:
    resending.send(office, [row(A)])
    resending.send(office, [row(B)], sender="研究生院")
    assert resending.mobile(office) == B
    drawn = resending.send(office, [row(A)])
    assert resending.keys(drawn, Fate.KEPT_BY_HAND)
    assert resending.mobile(office) == B


def test_a_return_by_hand_to_an_older_word_is_an_edit_too(office: db.Database) -> None:
    resending.send(office, [row(A)])
    resending.send(office, [row(B)], sender="研究生院")
    office.write(resending.edit, "22660001", mobile=A)
    assert resending.keys(resending.send(office, [row(C)]), Fate.CONFLICT)
    assert resending.mobile(office) == A


def test_fields_that_belong_together_stand_together(office: db.Database) -> None:
    resending.send(office, [row(专业领域="人工智能")])
    office.write(resending.edit, "22660001", category_code="0855", field_code=None)
    drawn = resending.send(office, [row(专业领域="计算机技术")])
    (asked,) = resending.items(drawn, Fate.CONFLICT)
    assert {one.field.zh for one in asked.differences} == {"专业学位类别", "专业领域"}
    office.write(store.keep, drawn, [asked.key])
    assert office.read(lambda s: s.scalars(select(Student.field_code)).one()) == "085404"


def test_a_number_and_a_name_corrected_by_hand_are_still_recognised(office: db.Database) -> None:
    resending.send(office, [row()])
    office.write(resending.edit, "22660001", student_no="22660009", name="张雨彤")
    drawn = resending.send(office, [row(B)])
    assert [item.fate for item in drawn.draft.items] == [Fate.CHANGED, Fate.KEPT_BY_HAND, Fate.KEPT_BY_HAND]
    assert office.read(lambda s: s.scalars(select(Person.name)).all()) == ["张雨彤"]
    assert resending.mobile(office, "22660009") == B


def test_an_employer_put_right_by_hand_stays(office: db.Database) -> None:
    header = (*books.STUDENT, "定向单位")
    sponsored = {"定向/非定向": "定向"}
    resending.send(office, [(*row(**sponsored), "甲公司")], header=header)

    def rename(session: offices.Session) -> None:
        session.scalars(select(Organisation)).one().name = "甲有限公司"

    office.write(rename)
    drawn = resending.draft(office, [(*row(**sponsored), "甲公司")], header=header)
    assert [item.fate for item in drawn.draft.items] == [Fate.UNCHANGED]
    office.write(resending.edit, "22660001", employer_id=office.write(lambda s: makers.organisation(s, "乙").id))
    drawn = resending.draft(office, [(*row(**sponsored), "丙公司")], header=header)
    assert [item.fate for item in drawn.draft.items] == [Fate.UNCHANGED, Fate.CONFLICT]
    office.write(store.keep, drawn, resending.keys(drawn, Fate.CONFLICT))
    assert "丙公司" in office.read(lambda s: s.scalars(select(Organisation.name)).all())


def test_an_industry_supervisor_renamed_by_hand_is_no_second_one(office: db.Database) -> None:
    one = ("陈工", "示例公司", None, "架构师", "边缘计算", "0854", "2025-09-01", "2028-08-31", None)
    resending.send(office, [one], header=books.INDUSTRY)

    def rename(session: offices.Session) -> None:
        session.scalars(select(Person)).one().name = "陈功"

    office.write(rename)
    drawn = resending.send(office, [one], header=books.INDUSTRY)
    assert [item.fate for item in drawn.draft.items] == [Fate.UNCHANGED, Fate.KEPT_BY_HAND]
    assert len(office.read(lambda s: s.scalars(select(IndustrySupervisor.id)).all())) == 1


@pytest.mark.parametrize(
    ("name", "sender"),
    [
        ("计算机学院学生名册2026-09.xlsx", "计算机学院学生名册"),
        ("计算机学院学生名册（更正） (2).xlsx", "计算机学院学生名册"),
        ("副本计算机学院学生名册_最新版.xls", "计算机学院学生名册"),
        ("roster v2 final.xlsx", "roster"),
        ("2026.xlsx", "2026"),
    ],
)
def test_the_sender_is_told_by_the_name_of_the_file(name: str, sender: str) -> None:
    assert sources.proposed(name) == sender


def test_thirty_hand_edits_of_three_thousand_are_kept_and_undo_restores_every_table(
    office: db.Database, office_path: Path, tmp_path: Path
) -> None:
    path = rosters.workbook(tmp_path / "名册.xlsx")
    first = rosters.draft(office, path)
    office.write(store.keep, first, first.draft.preset())
    edited = [f"2266{n * 97:04}" for n in range(30)]
    for number in edited:
        office.write(resending.edit, number, mobile=B, topic="手工填写", study_mode="part_time")
    before = offices.tables(office_path)
    again = rosters.draft(office, path)
    assert len(resending.items(again, Fate.KEPT_BY_HAND)) == len(edited)
    assert {item.where for item in resending.items(again, Fate.KEPT_BY_HAND)} == {
        f"Sheet1 · {n * 97 + 2}" for n in range(30)
    }
    older = [books.student(f"2266{n:04}", name_of(first, n), 手机=A, 学习形式="全日制") for n in range(3000)]
    drawn = resending.draft(office, older, sender=first.sender)
    assert len(resending.items(drawn, Fate.CONFLICT)) == len(resending.items(drawn, Fate.KEPT_BY_HAND)) == len(edited)
    office.write(store.keep, drawn, drawn.draft.preset())
    assert {resending.mobile(office, number) for number in edited} == {B}
    assert resending.mobile(office, "22660001") == A
    resending.take_back(office)
    assert offices.tables(office_path) == before


def name_of(drawn: store.IntakeDraft, at: int) -> str:
    return drawn.draft.items[at].title
