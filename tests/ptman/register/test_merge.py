"""Merging two records: every reference moves, undo brings both back, what only one may have is refused."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.models import IndustrySupervisor, Person, Preference, Student, Supervision, TrainingBase
from ptman.models.choices import Chooser
from ptman.register import cards, lookup, merge
from ptman.register.faults import Stale
from ptman.rules import likeness
from tests import makers
from tests.ptman import offices

Contents = Callable[[], object]


def choose(session: Session, student: Student, base: TrainingBase, rank: int) -> None:
    values = {"student_id": student.id, "training_base_id": base.id, "rank": rank, "chosen_by": Chooser.STUDENT}
    makers.added(session, Preference(**values))


def two_students(session: Session) -> tuple[str, str]:
    """The same student twice: pairings on both, one preference on both, one on the second alone."""
    one = makers.student(session, "22660001")
    other = makers.student(session, "22660010", topic="边缘计算")
    bases = [makers.base(session, f"JD00{i}", f"第{i}基地") for i in (1, 2)]
    makers.supervision(session, one, makers.academic(session))
    makers.supervision(session, other, makers.appointed(session))
    choose(session, one, bases[0], 1)
    choose(session, other, bases[0], 1)
    choose(session, other, bases[1], 2)
    return one.id, other.id


def test_students_become_one_and_two_again(office: db.Database, contents: Contents) -> None:
    keep, drop = office.write(two_students)
    before = contents()
    office.write(merge.merge, *offices.refs(office, "student", keep, drop), {"student_no": "drop"})
    card = office.read(cards.card, "student", keep)
    assert (card.values["student_no"], card.values["topic"]) == ("22660010", "边缘计算")
    assert (
        office.read(lambda s: len(s.scalars(select(Supervision.id).where(Supervision.student_id == keep)).all())) == 2
    )
    ranks = office.read(lambda s: s.scalars(select(Preference.rank).order_by(Preference.rank)).all())
    assert ranks == [1, 2]
    assert office.read(lambda s: len(s.scalars(select(Student.id)).all())) == 1
    last = office.read(undo.history)[0]
    assert last.sentence.zh == "合并学生 张雨桐 22660010 → 张雨桐 22660001"
    office.write(undo.undo, last.number)
    assert contents() == before
    office.write(undo.undo, office.read(undo.history)[0].number)
    assert office.read(cards.card, "student", keep).values["student_no"] == "22660010"


def two_paired(session: Session) -> tuple[str, str]:
    one, other = makers.student(session, "22660001"), makers.student(session, "22660010")
    for student, number in ((one, "01001"), (other, "01002")):
        makers.supervision(session, student, makers.academic(session, number))
    return one.id, other.id


def test_two_open_pairings_of_one_role_are_refused(office: db.Database, contents: Contents) -> None:
    keep, drop = office.write(two_paired)
    before = contents()
    with pytest.raises(PtmanError) as caught:
        office.write(merge.merge, *offices.refs(office, "student", keep, drop), {})
    assert caught.value.code == "merge-conflict"
    assert "导师分配" in caught.value.sentence.zh
    assert contents() == before


def two_units(session: Session) -> tuple[str, str]:
    code = "91330000MA27000101"
    one = makers.organisation(session, "星河通信有限公司")
    other = makers.organisation(session, "星河通信有限公司 ", uscc=code)
    makers.appointed(session, organisation=other)
    makers.base(session, host=other)
    return one.id, other.id


def test_organisations_hand_over_their_number_and_people(office: db.Database, contents: Contents) -> None:
    keep, drop = office.write(two_units)
    before = contents()
    (pair,) = office.read(merge.likely_duplicates, "organisation")
    assert (pair.keep_id, pair.drop_id) == (keep, drop)
    sides = {
        one.key: (one.keep.zh, one.drop.zh, one.take)
        for one in office.read(merge.compare, "organisation", keep, drop).contrasts
    }
    assert sides["uscc"] == ("", "91330000MA27000101", "drop")
    office.write(merge.merge, *offices.refs(office, "organisation", keep, drop), {})
    assert office.read(lambda s: s.scalars(select(IndustrySupervisor.organisation_id)).all()) == [keep]
    assert office.read(lambda s: s.scalars(select(TrainingBase.host_organisation_id)).all()) == [keep]
    assert office.read(cards.card, "organisation", keep).values["uscc"] == "91330000MA27000101"
    office.write(undo.undo, 2)
    assert contents() == before


def two_people(session: Session) -> tuple[str, str]:
    one, other = makers.person(session, "李伟"), makers.person(session, "李伟玮")
    makers.academic(session, person=other)
    makers.student(session, person=one)
    return one.id, other.id


def test_a_person_takes_over_the_roles_and_the_name(office: db.Database) -> None:
    keep, drop = office.write(two_people)
    office.write(merge.merge, *offices.refs(office, "person", keep, drop), {"name": "drop", "name_pinyin": "drop"})
    card = office.read(cards.card, "person", keep)
    assert (card.title, card.values["name_pinyin"]) == ("李伟玮", "liweiwei")
    found = office.read(lambda s: s.scalars(select(Student.person_id)).one())
    assert found == keep
    assert [key for key, _ in office.read(lookup.links, "academic_supervisor", "lww")] != []


def test_what_came_meanwhile_is_noticed(office: db.Database, contents: Contents) -> None:
    keep, drop = office.write(two_students)
    seen = office.read(merge.compare, "student", keep, drop)

    def move(session: Session) -> None:
        session.get_one(Person, session.get_one(Student, drop).person_id).mobile = "19900000001"

    office.write(move)
    before = contents()
    with pytest.raises(Stale):
        office.write(merge.merge, seen.keep, seen.drop, {})
    assert contents() == before
    anew = office.read(merge.compare, "student", keep, drop)
    office.write(merge.merge, anew.keep, anew.drop, {})
    assert office.read(cards.card, "student", keep).values["person.mobile"] == "19900000001"


def test_one_record_is_no_pair(office: db.Database) -> None:
    key = office.write(lambda s: makers.student(s).id)
    with pytest.raises(PtmanError) as caught:
        office.write(merge.merge, *offices.refs(office, "student", key, key), {})
    assert caught.value.code == "merge-same"


def four_students(session: Session) -> None:
    born = makers.TERM[0].replace(year=1999)
    makers.student(session, "22660001", person=makers.person(session, "张雨桐", birth_date=born))
    makers.student(session, "22669999", person=makers.person(session, "张雨桐", birth_date=born))
    makers.student(session, "22660010", "张雨桐")
    makers.student(session, "22660002", "李伟")


def test_likely_duplicates_have_one_name_and_something_more(office: db.Database) -> None:
    office.write(four_students)
    pairs = office.read(merge.likely_duplicates, "student")
    assert {(pair.titles, pair.reason.zh) for pair in pairs} == {
        (("张雨桐 22660001", "张雨桐 22669999"), "同名且出生日期相同"),
        (("张雨桐 22660001", "张雨桐 22660010"), "同名且编号只差一位"),
    }
    assert office.read(merge.likely_duplicates, "period") == ()


digits = st.text("0123456789", min_size=1, max_size=8)


@settings(deadline=None)
@given(digits, digits)
def test_one_sign_apart_is_mutual_and_never_oneself(one: str, other: str) -> None:
    assert likeness.one_sign_apart(one, other) == likeness.one_sign_apart(other, one)
    assert not likeness.one_sign_apart(one, one)


@settings(deadline=None)
@given(digits, st.data())
def test_each_slip_is_one_sign_apart(number: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(number) - 1))
    sign = data.draw(st.sampled_from("0123456789"))
    assert likeness.one_sign_apart(number, number[:at] + sign + number[at:])
    swapped = number[:at] + number[at : at + 2][::-1] + number[at + 2 :]
    for slip in (number[:at] + sign + number[at + 1 :], swapped):
        assert likeness.one_sign_apart(number, slip) == (slip != number)
