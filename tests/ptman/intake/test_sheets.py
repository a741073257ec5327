"""Several sheets of one workbook are kept as one change set or not at all."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.models import AcademicSupervisor, TrainingBase
from tests.ptman import offices
from tests.ptman.intake import books, resending

BASE = ("JD001", "星河实践基地", "星河通信有限公司", "校外实践基地", "省级", 5, "XY-001", "2025-01-01", "2029-12-31")
SUPERVISOR = ("01001", "李伟", "计算机学院", "教授", "0854", 5, "边缘计算")
PUPIL = books.student("22660001", "张雨桐")
SHEETS = {
    "学生": (books.STUDENT, PUPIL),
    "导师": (books.ACADEMIC, SUPERVISOR),
    "说明": (("填表说明",), ("请于九月前发回",)),
    "基地": (books.BASE, BASE),
}


def write(folder: Path, *names: str) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in names:
        sheet = book.create_sheet(name)
        for row in SHEETS[name]:
            sheet.append(list(row))
    book.save(folder / "全套.xlsx")
    return folder / "全套.xlsx"


def draft(office: db.Database, path: Path) -> IntakeDraft:
    workbook, parts = store.read(path)
    return office.read(store.compare, workbook, parts, resending.TODAY)


def test_sheets_are_one_draft_one_step_and_one_undo(office: db.Database, office_path: Path, tmp_path: Path) -> None:
    before = offices.tables(office_path)
    drawn = draft(office, write(tmp_path, "基地", "导师", "学生", "说明"))
    assert drawn.kind == "bases+academic-supervisors+students"
    assert [(item.where, item.fate) for item in drawn.draft.items] == [
        ("基地 · 2", Fate.NEW),
        ("导师 · 2", Fate.NEW),
        ("学生 · 2", Fate.NEW),
    ]
    office.write(store.keep, drawn, drawn.draft.preset())
    (step,) = office.read(undo.history)
    assert "全套.xlsx" in step.sentence.zh
    office.write(undo.undo, step.number)
    assert offices.tables(office_path) == before


def test_where_one_sheet_is_stale_none_is_kept(office: db.Database, office_path: Path, tmp_path: Path) -> None:
    first = draft(office, write(tmp_path, "导师"))
    office.write(store.keep, first, first.draft.preset())
    newer = (*SUPERVISOR[:5], 6, SUPERVISOR[6])
    book = Workbook()
    for name, rows in {"基地": SHEETS["基地"], "导师": (books.ACADEMIC, newer)}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(tmp_path / "两张.xlsx")
    drawn = draft(office, tmp_path / "两张.xlsx")
    assert len(drawn.draft.preset()) == 2

    def meanwhile(session: Session) -> None:
        session.scalars(select(AcademicSupervisor)).one().max_students = 9

    office.write(meanwhile)
    before = offices.tables(office_path)
    with pytest.raises(PtmanError) as refused:
        office.write(store.keep, drawn, drawn.draft.preset())
    assert refused.value.code == "stale"
    assert offices.tables(office_path) == before
    assert office.read(lambda session: session.scalars(select(TrainingBase.id)).all()) == []


def test_where_one_sheet_lacks_a_column_none_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "基地", "导师")
    book = Workbook()
    for name, rows in {"基地": SHEETS["基地"], "导师": (books.ACADEMIC[1:], SUPERVISOR[1:])}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    with pytest.raises(PtmanError) as refused:
        store.read(path)
    assert refused.value.code == "column-missing"
    assert "导师" in refused.value.sentence.zh
