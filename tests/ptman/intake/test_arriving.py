"""What one sheet of a workbook brings another sheet may name: new students with their choices, kept together."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from ptman import db, undo
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.models import AcademicSupervisor, Person, Preference, Student, TrainingBase
from tests.ptman import offices
from tests.ptman.intake import books, resending

BASE = ("JD001", "星河实践基地", "星河通信有限公司", "校外实践基地", "省级", 5, "XY-001", "2025-01-01", "2029-12-31")
TEACHERS = [
    ("01001", "李伟", "计算机学院", "教授", "0854", 5, "边缘计算"),
    ("01002", "王芳", "计算机学院", "教授", "0854", 5, "网络"),
]
CHOICES = (books.CHOICES[0], books.CHOICES[1], books.CHOICES[2], books.CHOICES[3], books.CHOICES[5])


@pytest.fixture
def drawn(office: db.Database, tmp_path: Path) -> IntakeDraft:
    """Choices stand in the first sheet, before what they name."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (
        ("志愿", [CHOICES, ("22660001", "张雨桐", "王芳", "01001", "星河实践基地"), ("22669999", "", "01001", "", "")]),
        ("学生", [books.STUDENT, books.student("22660001", "张雨桐"), books.student("22660002", "李思远")]),
        ("导师", [books.ACADEMIC, *TEACHERS]),
        ("基地", [books.BASE, BASE]),
    ):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = tmp_path / "全套.xlsx"
    book.save(path)
    workbook, parts = store.read(path)
    return office.read(store.compare, workbook, parts, resending.TODAY)


def fates(drawn: IntakeDraft) -> dict[str, Fate]:
    return {item.where: item.fate for item in drawn.draft.items}


def choices(office: db.Database) -> list[tuple[int, str]]:
    query = (
        select(Preference.rank, Person.name)
        .join(Student, Preference.student_id == Student.id)
        .join(AcademicSupervisor, Preference.academic_supervisor_id == AcademicSupervisor.id)
        .join(Person, AcademicSupervisor.person_id == Person.id)
        .order_by(Preference.rank)
    )
    return office.read(lambda session: [(rank, name) for rank, name in session.execute(query)])


def test_new_students_bring_their_choices_among_new_supervisors_in_one_step(
    office: db.Database, office_path: Path, drawn: IntakeDraft
) -> None:
    before = offices.tables(office_path)
    assert fates(drawn)["志愿 · 2"] is Fate.NEW
    assert fates(drawn)["志愿 · 3"] is Fate.REFUSED
    assert [one.code for one in drawn.complaints] == ["student-unknown"]
    office.write(store.keep, drawn, drawn.draft.preset())
    assert choices(office) == [(1, "王芳"), (2, "李伟")]
    bases = select(TrainingBase.name).join(Preference, Preference.training_base_id == TrainingBase.id)
    assert office.read(lambda session: session.scalars(bases).all()) == ["星河实践基地"]
    (step,) = office.read(undo.history)
    office.write(undo.undo, step.number)
    assert offices.tables(office_path) == before


@pytest.mark.parametrize("without", ["学生 · 2", "导师 · 3", "基地 · 2"])
def test_choices_are_not_kept_without_what_they_name(
    office: db.Database, office_path: Path, drawn: IntakeDraft, without: str
) -> None:
    before = offices.tables(office_path)
    left = next(item.key for item in drawn.draft.items if item.where == without)
    with pytest.raises(PtmanError) as told:
        office.write(store.keep, drawn, drawn.draft.preset() - {left})
    assert (told.value.code, "志愿 · 2" in told.value.sentence.zh) == ("row-leans", True)
    assert offices.tables(office_path) == before
    choosing = next(item.key for item in drawn.draft.items if item.where == "志愿 · 2")
    office.write(store.keep, drawn, drawn.draft.preset() - {left, choosing})
    assert choices(office) == []


def test_a_second_reading_finds_nothing_new(office: db.Database, drawn: IntakeDraft, tmp_path: Path) -> None:
    office.write(store.keep, drawn, drawn.draft.preset())
    workbook, parts = store.read(tmp_path / "全套.xlsx")
    again = office.read(store.compare, workbook, parts, resending.TODAY)
    assert set(fates(again).values()) == {Fate.UNCHANGED, Fate.REFUSED}
