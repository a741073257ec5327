"""Everything about a record stands in one place: what is next to it, what is beyond, what falls due, what happened."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db
from ptman.errors import PtmanError
from ptman.models import Student
from ptman.register import titles, whole
from tests import makers

TODAY = date(2026, 12, 20)
Ids = Callable[..., str]


def paired(session: Session) -> Student:
    """A student with both supervisors, a base with an agreement, and another student at the same base."""
    student, other = makers.student(session), makers.student(session, "22660002", "李明")
    makers.supervision(session, student, makers.academic(session))
    unit = makers.organisation(session)
    makers.supervision(session, student, makers.appointed(session, organisation=unit))
    base, period = makers.base(session, host=unit), makers.period(session)
    makers.agreement(session, base)
    for one in (student, other):
        makers.placement(session, one, base, period)
    return student


def chapters(found: whole.Whole) -> dict[tuple[str, str], list[str]]:
    return {
        (one.noun, one.through.en if one.through else ""): [line.title for line in one.lines] for one in found.chapters
    }


def test_a_student_is_seen_with_both_supervisors_and_the_base(office: db.Database, ids: Ids) -> None:
    found = office.read(whole.whole, "student", ids(paired), TODAY)
    assert chapters(found) == {
        ("supervision", ""): ["李伟", "陈静"],
        ("placement", ""): ["星河实践基地"],
        ("academic_supervisor", "Supervision"): ["李伟"],
        ("industry_supervisor", "Supervision"): ["陈静"],
        ("training_base", "Placement"): ["星河实践基地"],
    }
    assert {(span.what.en, span.who) for span in found.spans} == {
        ("Academic supervisor", "李伟"),
        ("Industry supervisor", "陈静"),
        ("Placement", "星河实践基地"),
    }
    assert [one.noun for one in found.towards] == ["degree_category"]
    assert [step.what for step in found.steps] != []


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("training_base", {("agreement", ""), ("placement", ""), ("student", "Placement")}),
        ("organisation", {("training_base", ""), ("industry_supervisor", ""), ("placement", "Training base")}),
        ("industry_supervisor", {("appointment", ""), ("supervision", ""), ("student", "Supervision")}),
        ("academic_supervisor", {("supervision", ""), ("student", "Supervision")}),
    ],
)
def test_every_kind_has_such_a_page(office: db.Database, ids: Ids, noun: str, wanted: set[tuple[str, str]]) -> None:
    ids(paired)
    (key, *_) = office.read(titles.shown, noun)
    found = office.read(whole.whole, noun, key, TODAY)
    assert wanted <= set(chapters(found))
    assert all(one.total == len(one.lines) for one in found.chapters)


def test_what_falls_due_around_it_stands_with_it(office: db.Database, ids: Ids) -> None:
    ids(paired)
    (base,) = office.read(titles.shown, "training_base")
    (unit,) = office.read(titles.shown, "organisation")
    for noun, key in (("training_base", base), ("organisation", unit)):
        due = office.read(whole.whole, noun, key, TODAY).due
        assert "agreement" in {item.noun for item in due}


def test_a_change_of_what_is_around_is_in_its_history(office: db.Database, ids: Ids) -> None:
    key = ids(paired)
    before = office.read(whole.whole, "student", key, TODAY).steps

    def rename(session: Session) -> None:
        next(iter(session.query(makers.TrainingBase))).name = "星河第二基地"

    office.write(rename)
    after = office.read(whole.whole, "student", key, TODAY).steps
    assert [step.number for step in after[1:]] == [step.number for step in before]
    assert [one.en for one in after[0].what] == ["Training base"]


def test_many_are_counted_and_shown_when_asked(office: db.Database, ids: Ids) -> None:
    def crowded(session: Session) -> object:
        base, period = makers.base(session), makers.period(session)
        for i in range(20):
            makers.placement(session, makers.student(session, f"226600{i:02d}", f"学生{i}"), base, period)
        return base

    key = ids(crowded)
    for most, shown in ((whole.MOST, whole.MOST), (1000, 20)):
        found = office.read(whole.whole, "training_base", key, TODAY, most)
        placed = next(one for one in found.chapters if one.noun == "placement")
        assert (placed.total, len(placed.lines)) == (20, shown)


def test_a_link_is_followed_by_id_or_by_code(office: db.Database, ids: Ids) -> None:
    key = ids(paired)
    assert office.read(titles.id_of, "student", key) == key
    (code,) = [one for one, title in office.read(titles.shown, "degree_category").items() if title.startswith("0854")]
    assert office.read(titles.id_of, "degree_category", "0854") == code
    with pytest.raises(PtmanError, match="no longer"):
        office.read(titles.id_of, "student", "nobody")
