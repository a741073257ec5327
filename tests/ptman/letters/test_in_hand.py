"""What is laid aside half-finished is there tomorrow, is taken up as it was, used up when issued, and can be undone."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.letters import in_hand, making, store
from ptman.letters.families import letters
from ptman.letters.wish import Wish
from ptman.models import Student
from ptman.models.choices import StudentStatus
from tests.ptman.letters.families import wishing
from tests.ptman.letters.sending import TODAY, hosts, placed

TOMORROW = date(2026, 9, 11)


def introduction(office: db.Database) -> Wish:
    plain = wishing.wish(office, letters.INTRODUCTION, "both")
    return Wish(plain.family, plain.about, (("unit", "星河公司||Xinghe"), ("valid_days", "20")), "both", plain.layout)


def gone(session: Session) -> None:
    one = session.scalars(select(Student).order_by(Student.student_no)).first()
    assert one is not None
    one.status = StudentStatus.WITHDRAWN


def batch(office: db.Database, count: int = 3) -> list[str]:
    """The keys of the letters that wait, one a host."""
    office.write(placed, {host: (f"赵{at}",) for at, host in enumerate(hosts(count))})
    return [one.key for one in office.read(store.draft, 2026, TODAY).letters]


def test_a_document_is_taken_up_as_it_was_left(office: db.Database) -> None:
    office.write(wishing.ready)
    wish = introduction(office)
    kept = office.write(in_hand.lay_aside, wish, TODAY)
    assert kept.title == "实习介绍信 · 赵雨桐、买买提·阿不都"
    assert (kept.wish, kept.saved_on, kept.saved_by, kept.cohort) == (wish, TODAY, "测试", None)
    again = office.read(in_hand.resume, kept.id, TOMORROW)
    assert (again.wish, again.gone) == (wish, 0)
    office.write(gone)
    again = office.read(in_hand.resume, kept.id, TOMORROW)
    assert (again.wish.about, again.gone) == (wish.about[1:], 1)


def test_laying_aside_again_replaces_the_same_draft(office: db.Database) -> None:
    office.write(wishing.ready)
    wish = introduction(office)
    first = office.write(in_hand.lay_aside, wish, TODAY)
    fewer = Wish(wish.family, wish.about[:1], wish.given, wish.language, wish.layout)
    second = office.write(in_hand.lay_aside, fewer, TOMORROW, first.id)
    office.write(in_hand.lay_aside, Wish("plain", ()), TOMORROW)
    assert [one.id for one in office.read(in_hand.listed)][1:] == [first.id]
    assert (second.id, second.chosen, second.saved_on) == (first.id, wish.about[:1], TOMORROW)
    assert [one.title for one in office.read(in_hand.listed)] == ["一般公函", "实习介绍信 · 赵雨桐"]


def test_issuing_uses_it_up_and_undoing_brings_it_back(office: db.Database) -> None:
    office.write(wishing.ready)
    kept = office.write(in_hand.lay_aside, introduction(office), TODAY)
    plan = office.read(making.draft, office.read(in_hand.resume, kept.id, TODAY).wish, TODAY)
    made = office.write(in_hand.issue, plan, TODAY, kept.id)
    assert office.read(in_hand.listed) == ()
    with pytest.raises(PtmanError) as told:
        office.read(in_hand.resume, kept.id, TODAY)
    assert told.value.code == "no-draft"
    office.write(undo.undo, made.version)
    assert [one.wish for one in office.read(in_hand.listed)] == [kept.wish]


def test_discarding_can_be_undone(office: db.Database) -> None:
    office.write(wishing.ready)
    kept = office.write(in_hand.lay_aside, introduction(office), TODAY)
    office.write(in_hand.discard, kept.id)
    assert office.read(in_hand.listed) == ()
    office.write(undo.undo, kept.version + 1)
    assert [one.id for one in office.read(in_hand.listed)] == [kept.id]


def test_a_selection_survives_and_new_letters_are_not_ticked(office: db.Database) -> None:
    first, second, third = batch(office)
    kept = office.write(in_hand.lay_aside_letters, 2026, {first, second}, {third}, TODAY)
    assert kept.title == "2026 级派遣函：选 2 份，留 1 份"
    plan = office.read(store.draft, 2026, TOMORROW)
    assert in_hand.ticked(plan, office.read(in_hand.of_cohort, 2026)) == (frozenset({first, second}), 0)
    assert in_hand.ticked(plan, None) == (frozenset({first, second, third}), 0)
    office.write(in_hand.lay_aside_letters, 2026, {first}, (), TOMORROW)
    kept = office.read(in_hand.of_cohort, 2026)
    assert in_hand.ticked(plan, kept) == (frozenset({first}), 2)
    assert office.read(in_hand.listed, 2027) == ()


def test_issuing_the_selection_leaves_the_rest_waiting(office: db.Database) -> None:
    first, second, third = batch(office)
    office.write(in_hand.lay_aside_letters, 2026, {first, third}, {second}, TODAY)
    plan = office.read(store.draft, 2026, TODAY)
    ticked, _ = in_hand.ticked(plan, office.read(in_hand.of_cohort, 2026))
    made = office.write(in_hand.issue_letters, plan, ticked, TODAY)
    assert len(made) == 2
    assert office.read(in_hand.listed) == ()
    assert [one.key for one in office.read(store.draft, 2026, TODAY).letters] == [second]
    office.write(undo.undo, made[0].version)
    assert [one.chosen for one in office.read(in_hand.listed)] == [tuple(sorted((first, third)))]
