"""Workbooks of laid-out lists read back: groups, sums, sheets of their own, the summary and its links."""

from pathlib import Path

import openpyxl

from ptman.export import workbook
from ptman.export.layouts import applying
from ptman.export.layouts.layout import Layout, Pick
from tests.ptman.export import rosters as plain
from tests.ptman.export.layouts import rosters

OPTIONS = workbook.Options(plain.TODAY)
PICKS = (Pick("number"), Pick("name", "学生", 30), Pick("months", total=True))


def test_groups_and_sums_stand_between_the_rows(tmp_path: Path) -> None:
    layout = Layout("placements", PICKS, group="host", subtotals=True)
    made = applying.sheets(layout, rosters.placed(["甲", "乙", "甲"]))
    written = workbook.write_sheets(made, tmp_path / "out.xlsx", OPTIONS)
    assert written.rows == 3
    sheet = openpyxl.load_workbook(written.path).worksheets[0]
    assert sheet["A2"].value == "2026年9月10日 · 共 3 行"
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert cells == [
        [None, "乙（1）", None, None],
        [1, "220002", "学生2", 2],
        [None, "小计：乙", None, 2],
        [None, "甲（2）", None, None],
        [2, "220001", "学生1", 1],
        [3, "220003", "学生3", 3],
        [None, "小计：甲", None, 4],
        [None, "合计（3）", None, 6],
    ]
    assert [sheet.row_dimensions[at].outlineLevel for at in (4, 5, 6)] == [0, 1, 0]
    assert sheet["B4"].font.b
    assert sheet["D10"].font.b
    assert sheet.auto_filter.ref is None
    assert round(sheet.column_dimensions["C"].width) == 31


def test_one_sheet_a_host_and_a_summary_that_leads_to_them(tmp_path: Path) -> None:
    made = applying.sheets(Layout("placements", PICKS), rosters.placed(["甲'公司", "乙/公司", "甲'公司", None]), "host")
    written = workbook.write_sheets(made, tmp_path / "out.xlsx", OPTIONS, summary=True)
    book = openpyxl.load_workbook(written.path)
    assert book.sheetnames == ["汇总", "乙 公司", "甲'公司", "（未定）"]
    first = book.worksheets[0]
    assert [[cell.value for cell in row] for row in first.iter_rows(min_row=4)] == [
        [1, "乙 公司", "专业实践汇总表 · 乙/公司", 1],
        [2, "甲'公司", "专业实践汇总表 · 甲'公司", 2],
        [3, "（未定）", "专业实践汇总表 · （未定）", 1],
        [None, "合计（3）", None, 4],
    ]
    assert first["B5"].hyperlink is not None
    assert first["B5"].hyperlink.location == "'甲''公司'!A1"
    assert book.worksheets[2]["A1"].value == "专业实践汇总表 · 甲'公司"
    assert written.rows == 4


def test_a_title_cannot_take_the_name_of_the_summary(tmp_path: Path) -> None:
    made = applying.sheets(Layout("placements", PICKS), rosters.placed(["汇总"]), "host")
    path = workbook.write_sheets(made, tmp_path / "out.xlsx", OPTIONS, summary=True).path
    assert openpyxl.load_workbook(path).sheetnames == ["汇总", "汇总 (2)"]
