"""What a rule parameter may hold: everything the office begins with, and nothing that a rule could not read."""

import pytest
from sqlalchemy import select

from ptman import db
from ptman.models import RuleParameter
from ptman.register import edit
from ptman.register.faults import Refused
from ptman.rules import parameter_values
from ptman.rules.parameter_values import DAY, NUMBER, RATIO, TERM
from tests.ptman.letters.sending import TODAY


@pytest.mark.parametrize(
    ("code", "value", "wanted"),
    [
        ("practice.min_months.non_oriented", "6", None),
        ("practice.min_months.non_oriented", "六", NUMBER),
        ("practice.min_months.non_oriented", "6 个月", NUMBER),
        ("practice.min_months.non_oriented", "", NUMBER),
        ("practice.min_months.non_oriented", "-6", NUMBER),
        ("practice.window_end", "2-08-31", None),
        ("practice.window_end", "1-02-29", None),
        ("practice.window_end", "2-02-30", DAY),
        ("practice.window_end", "2028-08-31", DAY),
        ("defence.pass_ratio", "2/3", None),
        ("defence.pass_ratio", "3/2", RATIO),
        ("defence.pass_ratio", "0/3", RATIO),
        ("defence.pass_ratio", "0.67", RATIO),
        ("guidance.term_starts", "02-20、09-01", None),
        ("guidance.term_starts", "02-20, 13-01", TERM),
        ("training.banned_words", "总裁、研究生", None),
        ("office.phone", "", None),
        ("own.rule", "按学院规定", None),
    ],
)
def test_values_the_rules_can_read(code: str, value: str, wanted: object) -> None:
    assert parameter_values.expected(code, value) == wanted


def test_every_value_the_office_begins_with_is_read(office: db.Database) -> None:
    query = select(RuleParameter.code, RuleParameter.value)
    rows = office.read(lambda session: session.execute(query).all())
    assert len(rows) > 90
    assert [(code, value) for code, value in rows if parameter_values.expected(code, value) is not None] == []


def test_a_form_refuses_what_no_rule_can_read(office: db.Database) -> None:
    values = {
        "code": "title.pass_ratio",
        "from_cohort": 2027,
        "name": "通过比例",
        "name_en": "Pass",
        "value": "三分之二",
    }
    with pytest.raises(Refused) as refused:
        office.write(edit.add, "rule_parameter", values, TODAY)
    assert set(refused.value.faults) == {"value"}
    made = office.write(edit.add, "rule_parameter", values | {"value": "3/4"}, TODAY)
    assert office.read(lambda session: session.get_one(RuleParameter, made).value) == "3/4"
