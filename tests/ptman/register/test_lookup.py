"""Look-ups for links, cards of records, and rule parameters that are set."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db, parameters
from ptman.errors import PtmanError
from ptman.fields import Field, Kind
from ptman.models.core import nouns
from ptman.register import cards, lookup, reading
from ptman.register import parameters as settings
from tests import makers


def some(session: Session) -> None:
    makers.student(session, "22660001", "张雨桐")
    makers.student(session, "22660002", "张一彤")
    makers.student(session, "22660003", "李伟", retired_on=date(2026, 1, 1))
    makers.base(session, "JD001", "星河实践基地")
    makers.period(session)


@pytest.mark.parametrize(
    ("noun", "text", "shown"),
    [
        ("student", "zyt", ["张雨桐 22660001", "张一彤 22660002"]),
        ("student", "张雨桐", ["张雨桐 22660001"]),
        ("student", "0002", ["张一彤 22660002"]),
        ("student", "李伟", []),
        ("student", "%", []),
        ("student", "_", []),
        ("degree_category", "0854", ["0854 电子信息"]),
        ("degree_category", "dzxx", ["0854 电子信息"]),
        ("training_base", "xhsj", ["星河实践基地"]),
        ("training_base", "jd001", ["星河实践基地"]),
        ("organisation", "yituo", ["星河实践基地依托公司"]),
        ("period", "2026", ["2026 第一批"]),
    ],
)
def test_links_are_found_by(office: db.Database, noun: str, text: str, shown: list[str]) -> None:
    office.write(some)
    assert [title for _, title in office.read(lookup.links, noun, text, 20)] == shown


def test_categories_are_linked_by_code(office: db.Database) -> None:
    assert office.read(lookup.links, "degree_field", "计算机技术", 1) == [("085404", "085404 计算机技术")]


@pytest.mark.parametrize("noun", sorted(nouns()))
def test_every_noun_can_be_looked_up_and_described(office: db.Database, noun: str) -> None:
    office.write(some)
    assert cards.describe(noun)
    for key, title in office.read(lookup.links, noun, "", 5):
        assert key
        assert title


def test_a_role_offers_the_persons_fields(office: db.Database, ids: Callable[..., str]) -> None:
    keys = [field.key for field in cards.describe("student")]
    assert keys[:3] == ["student_no", "person.name", "person.name_pinyin"]
    assert "person_id" not in keys
    assert keys[-1] == "person.remark"
    card = office.read(cards.card, "student", ids(makers.student))
    assert card.values.keys() == set(keys)


def test_one_value_is_judged_while_typing(today: date) -> None:
    mobile = next(field for field in cards.describe("student") if field.key == "person.mobile")
    assert reading.fault(mobile, "13800000000", today) is None
    assert reading.fault(mobile, "12", today) is not None
    assert reading.fault(mobile, " ", today) is None
    number = next(field for field in cards.describe("student") if field.key == "student_no")
    missing = reading.fault(number, None, today)
    assert missing is not None
    assert missing.zh == "必须填写"
    assert isinstance(number, Field)
    assert number.kind is Kind.IDENTIFIER


def test_a_parameter_is_set_from_a_cohort_on(office: db.Database) -> None:
    code = "supervisor.assign_within_days"
    office.write(settings.set_value, code, "60", 2027)
    assert [office.read(parameters.number, code, year) for year in (2026, 2027, 2030)] == [90, 60, 60]
    office.write(settings.set_value, code, "45", 2027)
    office.write(settings.set_value, code, "30")
    assert [office.read(parameters.number, code, year) for year in (2026, 2027)] == [90, 30]


@pytest.mark.parametrize(
    ("code", "text", "fault"),
    [
        ("supervisor.assign_within_days", "bald", "parameter-bad"),
        ("practice.period_start", "1-02-30", "parameter-bad"),
        ("no.such", "1", "no-parameter"),
    ],
)
def test_a_parameter_keeps_its_kind(office: db.Database, code: str, text: str, fault: str) -> None:
    with pytest.raises(PtmanError) as caught:
        office.write(settings.set_value, code, text)
    assert caught.value.code == fault
