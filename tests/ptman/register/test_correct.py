"""Correcting a record: only what differs, never over another's change; retiring and deleting."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from ptman import db, parameters, undo
from ptman.errors import PtmanError
from ptman.models import Change, OrganisationName
from ptman.register import cards, edit
from ptman.register.cards import Ref
from ptman.register.faults import Refused, Stale
from tests import makers

Ids = Callable[..., str]


def opened(office: db.Database, noun: str, key: str) -> Ref:
    return office.read(cards.card, noun, key).ref


def test_person_and_role_change_in_one_step(office: db.Database, ids: Ids, today: date) -> None:
    ref = opened(office, "student", ids(makers.student))
    office.write(edit.correct, ref, {"person.name": "任雨彤", "topic": "边缘计算", "student_no": "22660001"}, today)
    card = office.read(cards.card, "student", ref.id)
    assert (card.title, card.values["person.name_pinyin"], card.values["topic"]) == ("任雨彤", "renyutong", "边缘计算")
    last = office.read(undo.history)[0]
    assert (last.sentence.zh, last.rows) == ("修改学生 任雨彤：姓名、研究兴趣", 2)
    office.write(undo.undo, last.number)
    assert opened(office, "student", ref.id) == ref


def test_pinyin_written_by_hand_stays(office: db.Database, ids: Ids, today: date) -> None:
    ref = opened(office, "student", ids(makers.student))
    office.write(edit.correct, ref, {"person.name": "任雨彤", "person.name_pinyin": "renyutonga"}, today)
    assert office.read(cards.card, "student", ref.id).values["person.name_pinyin"] == "renyutonga"


def test_the_same_values_again_change_nothing(office: db.Database, ids: Ids, today: date) -> None:
    card = office.read(cards.card, "student", ids(makers.student))
    office.write(edit.correct, card.ref, card.values, today)
    assert len(office.read(undo.history)) == 1


def test_a_stale_save_shows_both_values(office: db.Database, ids: Ids, today: date) -> None:
    mine = opened(office, "student", ids(makers.student))
    office.write(edit.correct, mine, {"person.mobile": "13900000000", "status": "休学"}, today)
    with pytest.raises(Stale) as caught:
        office.write(edit.correct, mine, {"person.mobile": "13700000000", "status": "在读", "topic": "算法"}, today)
    shown = {clash.key: (clash.mine.zh, clash.theirs.zh, clash.changed) for clash in caught.value.clashes}
    assert shown == {
        "person.mobile": ("13700000000", "13900000000", True),
        "status": ("在读", "休学", True),
        "topic": ("算法", "", False),
    }
    assert caught.value.now.who == "测试"
    again = Ref(mine.noun, mine.id, caught.value.now.version)
    office.write(edit.correct, again, {"person.mobile": "13700000000"}, today)


def test_a_change_of_the_person_alone_makes_the_role_stale(office: db.Database, today: date) -> None:
    person = office.write(lambda s: makers.student(s).person_id)
    student = office.read(lambda s: s.scalars(select(Change.row_id).where(Change.noun == "student")).one())
    ref = opened(office, "student", student)
    office.write(edit.correct, opened(office, "person", person), {"remark": "转专业"}, today)
    with pytest.raises(Stale) as caught:
        office.write(edit.retire, ref, today)
    assert caught.value.clashes == ()


def test_old_faults_do_not_stand_in_the_way(office: db.Database, ids: Ids, today: date) -> None:
    key = ids(makers.student, orientation_type="oriented")
    office.write(edit.correct, opened(office, "student", key), {"topic": "算法"}, today)
    with pytest.raises(Refused) as caught:
        office.write(edit.correct, opened(office, "student", key), {"student_no": "", "field_code": "085501"}, today)
    assert caught.value.faults.keys() == {"student_no", "field_code"}


def test_a_new_name_keeps_the_former_one(office: db.Database, ids: Ids, today: date) -> None:
    key = ids(makers.organisation, "星河公司")
    for name in ("银河公司", "天河公司"):
        office.write(edit.correct, opened(office, "organisation", key), {"name": name}, today)
    rows = office.read(lambda s: [(o.name, o.valid_from, o.valid_to) for o in s.scalars(select(OrganisationName))])
    assert sorted(rows) == [("星河公司", None, today), ("银河公司", today, today)]


def test_a_rule_parameter_keeps_its_kind(office: db.Database, today: date) -> None:
    key = office.read(lambda s: parameters.row(s, "base.seats_default", 2026).id)
    with pytest.raises(Refused) as caught:
        office.write(edit.correct, opened(office, "rule_parameter", key), {"value": "many"}, today)
    assert caught.value.faults.keys() == {"value"}
    office.write(edit.correct, opened(office, "rule_parameter", key), {"value": "6"}, today)
    assert office.read(parameters.number, "base.seats_default", 2026) == 6


def test_retired_and_brought_back(office: db.Database, ids: Ids, today: date) -> None:
    key = ids(makers.base)
    office.write(edit.retire, opened(office, "training_base", key), today)
    assert office.read(cards.card, "training_base", key).retired
    office.write(edit.bring_back, opened(office, "training_base", key))
    assert not office.read(cards.card, "training_base", key).retired


def test_delete_takes_the_person_along_and_comes_back(
    office: db.Database, ids: Ids, contents: Callable[[], object]
) -> None:
    key = ids(makers.student)
    before = contents()
    assert office.read(edit.may_delete, "student", key)
    office.write(edit.delete, opened(office, "student", key))
    with pytest.raises(PtmanError, match="no longer"):
        office.read(cards.card, "student", key)
    assert office.read(lambda s: s.scalars(select(Change.noun).where(Change.change_set == 2)).all()) == [
        "student",
        "person",
    ]
    office.write(undo.undo, 2)
    assert contents() == before


def test_what_others_refer_to_is_not_deleted(office: db.Database) -> None:
    unit = office.write(lambda s: makers.appointed(s).organisation_id)
    assert not office.read(edit.may_delete, "organisation", unit)
    with pytest.raises(PtmanError) as caught:
        office.write(edit.delete, opened(office, "organisation", unit))
    assert caught.value.code == "still-used"
    assert "1 条企业导师" in caught.value.sentence.zh
