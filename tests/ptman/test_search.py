"""Search over everything: by name, pinyin, initials, number; signs of LIKE mean nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ptman import db, search
from tests import makers


def office_of_some(session: Session) -> None:
    student = makers.student(session, "22660001", "张雨桐")
    makers.student(session, "22660010", "王张玉")
    makers.academic(session, "0100001", "李伟")
    industry = makers.appointed(session, "QY001", "陈静")
    assert industry.organisation_id
    base = makers.base(session, "JD001", "云帆基地")
    period = makers.period(session)
    makers.letter(session, base, period, [student])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张", [("student", "张雨桐"), ("student", "王张玉")]),
        ("zyt", [("student", "张雨桐")]),
        ("ZhangYu", [("student", "张雨桐"), ("student", "王张玉")]),
        ("22660010", [("student", "王张玉")]),
        ("张 0001", [("student", "张雨桐")]),
        ("qy0", [("industry_supervisor", "陈静")]),
        ("liwei", [("academic_supervisor", "李伟")]),
        ("xhtx", [("organisation", "星河通信有限公司")]),
        (
            "云帆",
            [
                ("training_base", "云帆基地"),
                ("organisation", "云帆基地依托公司"),
                ("issued_document", "工院函〔2026〕1号"),
            ],
        ),
        ("1号", [("issued_document", "工院函〔2026〕1号")]),
        ("   ", []),
        ("%", []),
        ("2_66", []),
        ("'; DROP TABLE student; --", []),
    ],
)
def test_found_by(office: db.Database, text: str, found: list[tuple[str, str]]) -> None:
    office.write(office_of_some)
    assert [(hit.noun, hit.title) for hit in office.read(search.find, text)] == found


def test_a_hit_says_what_it_is_and_where_it_stands(office: db.Database) -> None:
    office.write(office_of_some)
    (hit,) = office.read(search.find, "zyt")
    assert (hit.detail.zh, hit.detail.en, hit.page) == (
        "学生 · 22660001 · 2026级",
        "Student · 22660001 · 2026",
        "students",
    )
    (guide,) = office.read(search.find, "0100001")
    assert guide.detail.zh == "校内导师 · 0100001 · 工程师学院"
    assert guide.detail.en == "Academic supervisor · 0100001 · 工程师学院"


def test_retired_people_are_found_and_said_to_be_so(office: db.Database) -> None:
    office.write(lambda s: makers.student(s, retired_on=makers.ENROLLED).id)
    (hit,) = office.read(search.find, "zyt")
    assert hit.detail.zh == "学生 · 22660001 · 2026级 · 已停用"


def test_the_limit_keeps_the_best(office: db.Database) -> None:
    office.write(office_of_some)
    assert [hit.title for hit in office.read(search.find, "张", 1)] == ["张雨桐"]


# A new office holds the aspects of the agreement already, the plan's milestones, and the rules for titles.
SHIPPED = {"coop_aspect", "milestone_def", "title_rule_set"}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=20))
def test_no_text_breaks_the_search(office: db.Database, text: str) -> None:
    assert {hit.noun for hit in office.read(search.find, text)} <= SHIPPED
