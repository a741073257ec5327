"""Persons whom the new file of a source lacks are proposed as departed, and only those."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.drafts import Fate
from ptman.intake import store
from ptman.models import Student
from tests.ptman.intake import books, resending

ONE, TWO = books.student("22660001", "张雨桐"), books.student("22660002", "李明")


def retired(office: db.Database) -> list[date | None]:
    return office.read(lambda s: list(s.scalars(select(Student.retired_on).order_by(Student.student_no))))


def test_who_is_missing_is_proposed_but_not_ticked(office: db.Database) -> None:
    resending.send(office, [ONE, TWO])
    drawn = resending.send(office, [ONE, books.student("22660003", "王芳")])
    (missing,) = resending.items(drawn, Fate.MISSING)
    assert missing.title == "李明 22660002"
    assert retired(office) == [None, None, None]
    drawn = resending.draft(office, [ONE])
    office.write(store.keep, drawn, resending.keys(drawn, Fate.MISSING))
    assert retired(office) == [None, resending.TODAY, resending.TODAY]
    assert resending.keys(resending.draft(office, [ONE]), Fate.MISSING) == []
    resending.take_back(office)
    assert retired(office) == [None, None, None]


def test_a_row_that_was_refused_is_not_missing(office: db.Database) -> None:
    resending.send(office, [ONE, TWO])
    drawn = resending.draft(office, [ONE, books.student("22660002", "李明", 手机="12")])
    assert [item.fate for item in drawn.draft.items] == [Fate.UNCHANGED, Fate.REFUSED]


def test_another_source_proposes_nobody(office: db.Database) -> None:
    resending.send(office, [ONE, TWO])
    assert resending.keys(resending.draft(office, [ONE], sender="研究生院"), Fate.MISSING) == []


def test_a_person_on_another_sheet_is_not_missing(office: db.Database) -> None:
    resending.send(office, [ONE, TWO])
    first, second = (books.read("名册.xlsx", books.STUDENT, [one]) for one in (ONE, TWO))
    both = [*store.recognised(first), *store.recognised(second)]
    drawn = office.read(store.compare, first, both, resending.TODAY, "学院")
    assert drawn.kind == "students"
    assert resending.keys(drawn, Fate.MISSING) == []


def test_who_was_deleted_by_hand_does_not_come_back_unasked(office: db.Database) -> None:
    resending.send(office, [ONE, TWO])

    def delete(session: Session) -> None:
        session.delete(session.scalars(select(Student).where(Student.student_no == "22660002")).one())

    office.write(delete)
    drawn = resending.send(office, [ONE, TWO])
    assert [item.fate for item in drawn.draft.items] == [Fate.UNCHANGED, Fate.DOUBTFUL]
    assert "后来被删除或合并" in drawn.draft.items[1].notes[-1].zh
    assert len(retired(office)) == 1
