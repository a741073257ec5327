"""Adding a record: texts are read, every fault is told at once, what follows is filled in."""

from collections.abc import Callable
from datetime import date

import pytest

from ptman import db
from ptman.errors import PtmanError
from ptman.listing import Value
from ptman.models.choices import IdType, OrientationType, StudentStatus
from ptman.register import cards, edit
from ptman.register.faults import Refused
from tests import makers

STUDENT: dict[str, Value] = {
    "student_no": " 22660031 ",
    "person.name": "单雨桐",
    "person.id_number": makers.resident_id("19990102", 2),
    "person.gender": "女",
    "person.mobile": "+86 138-0000-0000",
    "cohort_year": "2026级",
    "category_code": "电子信息",
    "field_code": "085404",
    "study_mode": "全日制",
    "orientation_type": "非定向",
    "enrolled_on": "2026年9月1日",
    "status": "",
    "topic": "",
}


def refused(office: db.Database, noun: str, values: dict[str, Value], today: date) -> dict[str, str]:
    with pytest.raises(Refused) as caught:
        office.write(edit.add, noun, values, today)
    return {key: fault.zh for key, fault in caught.value.faults.items()}


def test_texts_become_values(office: db.Database, today: date) -> None:
    made = office.write(edit.add, "student", STUDENT, today)
    card = office.read(cards.card, "student", made)
    assert card.title == "单雨桐"
    expected = {
        "student_no": "22660031",
        "person.name_pinyin": "shanyutong",
        "person.id_type": IdType.RESIDENT_ID,
        "person.mobile": "13800000000",
        "cohort_year": 2026,
        "category_code": "0854",
        "orientation_type": OrientationType.NON_ORIENTED,
        "enrolled_on": date(2026, 9, 1),
        "status": StudentStatus.ENROLLED,
        "topic": None,
    }
    assert {key: card.values[key] for key in expected} == expected
    assert card.shown == {"category_code": "0854 电子信息", "field_code": "085404 计算机技术"}


def test_every_fault_is_told_at_once(office: db.Database, today: date) -> None:
    wrong = STUDENT | {
        "student_no": "",
        "person.id_number": "990101199901020011",
        "person.mobile": "123",
        "category_code": "不存在",
        "enrolled_on": "2026-02-30",
        "orientation_type": "定向",
    }
    faults = refused(office, "student", wrong, today)
    changed = {key for key in wrong if wrong[key] != STUDENT[key]}
    assert faults.keys() == changed - {"orientation_type"} | {"employer_id"}
    assert faults["student_no"] == "必须填写"


def test_what_a_form_leaves_out_is_missing_too(office: db.Database, today: date) -> None:
    required = {"student_no", "person.name", "cohort_year", "category_code", "study_mode", "orientation_type"}
    assert refused(office, "student", {}, today).keys() == required | {"enrolled_on"}


def test_a_taken_number_says_whose_it_is(office: db.Database, today: date) -> None:
    office.write(edit.add, "student", STUDENT, today)
    faults = refused(office, "student", STUDENT | {"person.name": "李伟"}, today)
    assert faults == {"student_no": "已用于学生“单雨桐”", "person.id_number": "已用于人员“单雨桐”"}


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"person.gender": "男"}, "person.gender"),
        ({"person.birth_date": "1999-01-03"}, "person.birth_date"),
        ({"field_code": "085501"}, "field_code"),
        ({"orientation_type": "定向"}, "employer_id"),
        ({"expected_graduation_on": "2026-09-01"}, "expected_graduation_on"),
        ({"cohort_year": "1999"}, "cohort_year"),
        ({"person.name": "字" * 37}, "person.name"),
        ({"department": "字" * 61}, "department"),
    ],
)
def test_values_that_contradict_each_other(
    office: db.Database, today: date, changed: dict[str, Value], key: str
) -> None:
    assert refused(office, "student", STUDENT | changed, today).keys() == {key}


def test_a_passport_has_no_check_digit(office: db.Database, today: date) -> None:
    foreign = STUDENT | {"person.id_type": "护照", "person.id_number": "X 1234567", "person.name": "John Smith"}
    made = office.write(edit.add, "student", foreign, today)
    values = office.read(cards.card, "student", made).values
    assert (values["person.id_number"], values["person.name_pinyin"]) == ("X1234567", "johnsmith")


def test_a_role_may_go_to_a_known_person(office: db.Database, ids: Callable[..., str], today: date) -> None:
    person = ids(makers.person, "李伟")
    values: dict[str, Value] = {"person_id": person, "staff_no": "01001", "department": "工程师学院"}
    made = office.write(edit.add, "academic_supervisor", values | {"person.mobile": "13900000000"}, today)
    assert office.read(cards.card, "person", person).values["mobile"] == "13900000000"
    assert office.read(cards.card, "academic_supervisor", made).title == "李伟"
    assert refused(office, "academic_supervisor", values | {"staff_no": "01002"}, today) == {
        "person_id": "已用于校内导师“李伟”"
    }


def test_nothing_is_kept_of_what_is_refused(office: db.Database, today: date, contents: Callable[[], object]) -> None:
    before = contents()
    refused(office, "student", STUDENT | {"student_no": "?"}, today)
    assert contents() == before


def test_terms_of_one_supervisor_may_not_overlap(office: db.Database, ids: Callable[..., str], today: date) -> None:
    supervisor = ids(makers.appointed)
    values: dict[str, Value] = {"industry_supervisor_id": supervisor, "term_start": "2029-08-31"}
    faults = refused(office, "appointment", values | {"term_end": "2032-08-31"}, today)
    assert "2026-09-01" in faults["term_start"]
    office.write(edit.add, "appointment", values | {"term_start": "2029-09-01", "term_end": "2032-08-31"}, today)


def test_a_pairing_needs_the_supervisor_of_its_role(office: db.Database, ids: Callable[..., str], today: date) -> None:
    student, academic = ids(makers.student), ids(makers.academic)
    values: dict[str, Value] = {"student_id": student, "role": "企业导师", "academic_supervisor_id": academic}
    values |= {"starts_on": "2026-09-01", "origin": "手工"}
    keys = {"academic_supervisor_id", "industry_supervisor_id"}
    assert refused(office, "supervision", values, today).keys() == keys
    office.write(edit.add, "supervision", values | {"role": "校内导师"}, today)
    assert refused(office, "supervision", values | {"role": "校内导师"}, today).keys() == {"role"}


def test_issued_documents_are_never_written(office: db.Database, today: date) -> None:
    with pytest.raises(PtmanError) as caught:
        office.write(edit.add, "issued_document", {}, today)
    assert caught.value.code == "frozen"
