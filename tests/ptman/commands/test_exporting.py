"""`ptman export` lays out, divides, joins several lists and prints."""

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy.orm import Session

from ptman import cli, db, settings
from ptman.export.layouts import store
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.layouts.store import Belonging
from tests import makers


def fill(session: Session) -> None:
    whole, guide = makers.student(session), makers.academic(session)
    makers.supervision(session, whole, guide)
    makers.base(session)
    makers.student(session, "22660002", "李思远")


@pytest.fixture
def path(office: db.Database, office_path: Path) -> Path:
    office.write(fill)
    layout = Layout("students", (Pick("name", "学生"), Pick("student_no")), title="送审名单")
    office.write(store.save, "送审", layout, Belonging(settings.who()))
    office.close()
    return office_path


def said(path: Path, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = cli.run(["--file", str(path), "--lang", "zh", "export", *map(str, words)])
    told = capsys.readouterr()
    return status, told.out + told.err


def test_a_saved_layout(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert said(path, capsys, "students", out, "--layout", "送审")[0] == 0
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert (sheet.title, [cell.value for cell in sheet[3]]) == ("送审名单", ["序号", "学生", "学号"])
    status, text = said(path, capsys, "students", tmp_path / "no.xlsx", "--layout", "没有")
    assert (status, "student-roster" in text, (tmp_path / "no.xlsx").exists()) == (2, True, False)


def test_a_sheet_each_and_several_lists(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert said(path, capsys, "students", out, "--per", "supervisor", "--summary")[0] == 0
    assert openpyxl.load_workbook(out).sheetnames == ["汇总", "李伟", "（未定）"]
    assert said(path, capsys, "students,bases", out)[0] == 0
    assert openpyxl.load_workbook(out).sheetnames == ["汇总", "学生名册", "实践基地名册"]


def test_a_file_that_ends_in_pdf_is_one(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    status, text = said(path, capsys, "double-supervisors", out, "--layout", "double-roster")
    assert (status, "2 行" in text, out.read_bytes()[:5]) == (0, True, b"%PDF-")
