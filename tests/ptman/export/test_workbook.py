"""Exported workbooks read back: values, types, formats, and how they are shown and printed."""

import hashlib
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from ptman.errors import PtmanError
from ptman.export import workbook
from ptman.intake import reading
from ptman.labels import Label
from tests.ptman.export import rosters

DAY = datetime(2026, 9, 1, tzinfo=UTC).replace(tzinfo=None)
OPTIONS = workbook.Options(rosters.TODAY, scope=Label("2026级", "cohort 2026"))


def test_each_value_keeps_its_type_and_format(tmp_path: Path) -> None:
    sheet = rosters.sheet(tmp_path, rosters.listing(rosters.CELLS))
    row = sheet[4]
    assert [cell.value for cell in row] == [
        1, "02260001", "张喆", 2026, DAY, "19900000001", "5/8", "是", "边缘计算",
    ]  # fmt: skip
    assert [cell.number_format for cell in row] == ["0", "@", "General", "0", "yyyy-mm-dd", "@", "@", "@", "General"]
    assert [cell.data_type for cell in row] == ["n", "s", "s", "n", "d", "s", "s", "s", "s"]
    assert row[3].alignment.horizontal == "right"
    assert row[6].alignment.horizontal == "center"
    assert all(cell.border.left.style == "thin" for cell in row)


def test_title_summary_and_header(tmp_path: Path) -> None:
    sheet = rosters.sheet(tmp_path, rosters.listing(rosters.CELLS), OPTIONS)
    assert sheet["A1"].value == "学生名册"
    assert (sheet["A1"].font.sz, sheet["A1"].font.b) == (16, True)
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:I1", "A2:I2"}
    assert sheet["A2"].value == "2026年9月10日 · 2026级 · 共 1 行"
    assert [cell.value for cell in sheet[3]][:3] == ["序号", "学号", "姓名"]
    assert sheet["A3"].alignment.wrap_text


@pytest.mark.parametrize(
    ("headers", "header", "flag", "footer"),
    [
        (workbook.Headers.ZH, "学号", "是", "第 &P 页 共 &N 页"),
        (workbook.Headers.EN, "Student no.", "yes", "Page &P of &N"),
        (workbook.Headers.BOTH, "学号\nStudent no.", "是", "第 &P 页 共 &N 页  Page &P of &N"),
    ],
)
def test_languages(tmp_path: Path, headers: workbook.Headers, header: str, flag: str, footer: str) -> None:
    sheet = rosters.sheet(tmp_path, rosters.listing(rosters.CELLS), replace(OPTIONS, headers=headers))
    assert (sheet["B3"].value, sheet["H4"].value) == (header, flag)
    assert footer in str(sheet.oddFooter.center.text)
    assert (str(sheet.oddFooter.right.size), str(sheet.oddFooter.right.text)) == ("9", "2026-09-10")


def test_a_row_is_as_high_as_its_text(tmp_path: Path) -> None:
    long = (*rosters.CELLS[:7], "长" * 30)
    sheet = rosters.sheet(tmp_path, rosters.listing(rosters.CELLS, long))
    assert sheet.row_dimensions[4].height == 17.25
    assert sheet.row_dimensions[5].height > 17.25 * 2


def test_view_and_print_set_up(tmp_path: Path) -> None:
    sheet = rosters.sheet(tmp_path, rosters.listing(rosters.CELLS, rosters.CELLS))
    assert sheet.freeze_panes == "D4"
    assert sheet.auto_filter.ref == "A3:I5"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_file_of_its_owner_with_the_digest_told(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    written = workbook.write([rosters.listing(rosters.CELLS)], path, OPTIONS)
    assert written == workbook.Written(path, 1, hashlib.sha256(path.read_bytes()).hexdigest(), ())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    properties = openpyxl.load_workbook(path).properties
    assert properties.title == "学生名册"
    assert properties.created == datetime(2026, 9, 10, tzinfo=UTC).replace(tzinfo=None)


def test_equal_lists_give_equal_bytes(tmp_path: Path) -> None:
    first = workbook.write([rosters.listing(rosters.CELLS)], tmp_path / "a.xlsx", OPTIONS)
    assert workbook.write([rosters.listing(rosters.CELLS)], tmp_path / "b.xlsx", OPTIONS).sha256 == first.sha256


def test_several_lists_are_several_sheets_of_different_names(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    lists = [rosters.listing(rosters.CELLS, title=title) for title in ("名册", "名册", "a/b:c", "'" + "长" * 40)]
    assert workbook.write(lists, path, OPTIONS).rows == 4
    assert openpyxl.load_workbook(path).sheetnames == ["名册", "名册 (2)", "a b c", "长" * 31]


def test_an_empty_list_is_a_header_alone(tmp_path: Path) -> None:
    sheet = rosters.sheet(tmp_path, rosters.listing())
    assert (sheet.max_row, sheet.auto_filter.ref) == (3, "A3:I3")


def test_days_before_excels_are_text(tmp_path: Path) -> None:
    cells = (*rosters.CELLS[:3], date(1899, 12, 31), *rosters.CELLS[4:])
    assert rosters.sheet(tmp_path, rosters.listing(cells))["E4"].value == "1899-12-31"


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(PtmanError, match=r"no\. 2, Remark has 32,768") as caught:
        workbook.write([rosters.texts("好", "长" * 32_768)], path, OPTIONS)
    assert caught.value.code == "text-too-long"
    assert path.read_bytes() == b"old"


def test_three_thousand_rows_come_back_through_the_intake(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    rows = [(f"0{number:07d}", *rosters.CELLS[1:]) for number in range(3000)]
    assert workbook.write([rosters.listing(*rows)], path, OPTIONS).rows == 3000
    (sheet,) = reading.read(path).sheets
    assert sheet.last_row == 3003
    assert [sheet.row(row)[1].value for row in (4, 3003)] == ["00000000", "00002999"]
    assert sheet.row(4)[4].value == date(2026, 9, 1)
    assert not sheet.formulas
