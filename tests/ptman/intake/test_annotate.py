"""The copy that goes back is the same workbook, with a colour and a comment where something is wrong."""

import os
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ptman.errors import PtmanError
from ptman.intake import annotate, reading
from ptman.intake.annotate import Mark
from ptman.intake.limits import Limits
from tests.ptman.intake import bad_workbooks as make

MARKS = [
    Mark("名册", 3, 2, "号码不足 18 位"),
    Mark("名册", 3, 2, "校验码不符"),
    Mark("名册", 5, 0, "整行重复"),
    Mark("名册", 9, 3, "合并区域内"),
    Mark("名册", 4, 1, "已有批注"),
]
MARKED = {"B3": "号码不足 18 位\n校验码不符", "A5": "整行重复", "B8": "合并区域内", "A4": "旧批注\n已有批注"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "名册"
    for row in range(1, 8):
        for column in range(1, 5):
            cell = sheet.cell(row, column, f"{row}{column}" if column % 2 else row * column)
            cell.font = Font(bold=row == 1, color="FF336699")
            cell.border = Border(bottom=Side(style="thin"))
    sheet["D4"], sheet["C4"] = "=1+1", "=HYPERLINK(1)"
    sheet["C4"].data_type = "s"
    sheet["A4"].comment = Comment("旧批注", "someone")
    sheet["B8"] = "m"
    sheet.merge_cells("B8:D9")
    sheet.column_dimensions["B"].width = 31.5
    sheet.row_dimensions[3].height = 33
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = "A1:D7"
    rule = DataValidation(type="list", formula1='"男,女"')
    rule.add("C2:C7")
    sheet.add_data_validation(rule)
    book.create_sheet("其他")["A1"] = "unchanged"
    path = tmp_path / "roster.xlsx"
    book.save(path)
    return path


def looks(cell: Cell) -> tuple[object, ...]:
    return cell.value, cell.data_type, cell.font.b, cell.font.color.rgb, cell.border.bottom.style, cell.number_format


def test_only_the_marked_cells_differ(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    target = tmp_path / "roster-marked.xlsx"
    annotate.annotated_copy(source, target, MARKS)
    assert source.read_bytes() == before
    old, new = openpyxl.load_workbook(source), openpyxl.load_workbook(target)
    assert old.sheetnames == new.sheetnames
    marked: dict[str, str] = {}
    for row in old["名册"].iter_rows():
        for cell in row:
            copy = new["名册"][cell.coordinate]
            if cell.coordinate not in {"C8", "D8", "B9", "C9", "D9"}:
                assert looks(copy) == looks(cell)
            if copy.comment is not None:
                assert copy.fill.fgColor.rgb == "FFFFC7CE"
                marked[copy.coordinate] = copy.comment.text
            else:
                assert copy.fill.fill_type is None
    assert marked == MARKED
    assert new["其他"]["A1"].value == "unchanged"


def test_the_sheet_is_laid_out_as_before(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "roster-marked.xlsx"
    annotate.annotated_copy(source, target, MARKS)
    sheet = openpyxl.load_workbook(target)["名册"]
    assert sheet.column_dimensions["B"].width == 31.5
    assert sheet.row_dimensions[3].height == 33
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:D7")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B8:D9"]
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["C2:C7"]


def test_the_copy_can_be_read_again_and_is_private(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "roster-marked.xlsx"
    annotate.annotated_copy(source, target, MARKS)
    first, again = reading.read(source).sheets[0], reading.read(target).sheets[0]
    assert list(first.rows()) == list(again.rows())
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["roster-marked.xlsx", "roster.xlsx"]


def test_failures_leave_an_older_copy_whole(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "marked.xlsx"
    target.write_bytes(b"older")
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(make.with_part(make.STRINGS, make.LAUGHS))
    for path, within, code in (
        (bad, Limits(), "xml-dtd"),
        (source, Limits(annotate_seconds=0.001), "marking-stopped"),
    ):
        with pytest.raises(PtmanError) as caught:
            annotate.annotated_copy(path, target, MARKS, within)
        assert caught.value.code == code
        assert target.read_bytes() == b"older"
    with pytest.raises(PtmanError) as caught:
        annotate.annotated_copy(source, source, MARKS)
    assert caught.value.code == "same-file"
