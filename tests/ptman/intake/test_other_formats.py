"""An .ods and an old .xls give the same draft as the .xlsx, and are sent back marked as one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ptman import db
from ptman.drafts import Fate
from ptman.intake import reading, store
from ptman.intake.sheet import Area, Workbook
from tests import makers_ods, makers_xls
from tests.makers_xls import Page, Result
from tests.ptman.intake import books, resending

ID = "990101199901010014"
DAY = date(2026, 9, 1)
Make = Callable[[list[list[object]]], bytes]
MAKERS: dict[str, Make] = {
    "名册.ods": makers_ods.roster,
    "名册.xls": lambda rows: makers_xls.workbook([Page("Sheet1", rows)]),
    "名册.xlsx": lambda rows: makers_xls.workbook([Page("Sheet1", rows)]),
}


def read(folder: Path, name: str, content: bytes) -> Workbook:
    path = folder / name
    path.write_bytes(content)
    return reading.read(path)


def roster(*rows: tuple[object, ...]) -> list[list[object]]:
    return [["二〇二六级名册"], list(books.STUDENT), *map(list, rows)]


@pytest.mark.parametrize("name", MAKERS)
def test_the_same_draft_and_a_marked_copy(office: db.Database, tmp_path: Path, name: str) -> None:
    rows = roster(
        books.student("02660001", "张雨桐", 身份证号=ID, 手机=13800000000, 入学日期=DAY),
        books.student("22660002", "李明", 身份证号=float(ID), 入学日期=DAY),
    )
    workbook = read(tmp_path, name, MAKERS[name](rows))
    drawn = office.read(store.compare, workbook, store.recognised(workbook), resending.TODAY)
    assert [(item.title, item.fate) for item in drawn.draft.items] == [("张雨桐", Fate.NEW), ("李明", Fate.REFUSED)]
    assert [(one.code, one.row, one.column) for one in drawn.complaints] == [("number-rounded", 4, 3)]
    (person, student) = drawn.steps["Sheet1!3"]
    assert (person.values["id_number"], person.values["mobile"]) == (ID, "13800000000")
    assert (student.values["student_no"], student.values["enrolled_on"]) == ("02660001", DAY)
    store.annotated(tmp_path / name, tmp_path / "标注.xlsx", drawn)
    sheet = openpyxl.load_workbook(tmp_path / "标注.xlsx")["Sheet1"]
    assert sheet.cell(3, 1).value == "02660001"
    assert sheet.cell(3, 9).value is not None
    comment = sheet.cell(4, 3).comment
    assert comment is not None
    assert "末几位已经丢失" in comment.text


def test_the_calendar_of_old_macintoshes(tmp_path: Path) -> None:
    page = Page("Sheet1", [["甲", DAY, 45_000]])
    book = read(tmp_path, "a.xls", makers_xls.workbook([page], date_1904=True))
    assert book.date_1904
    assert [cell.value for cell in book.sheets[0].row(1)] == ["甲", DAY, 45_000]
    epoch = '<table:null-date table:date-value="1904-01-01"/>'
    settings = f"<table:calculation-settings>{epoch}</table:calculation-settings>"
    ods = makers_ods.workbook(makers_ods.table("甲", makers_ods.row([DAY])), before=settings)
    book = read(tmp_path, "a.ods", ods)
    assert (book.date_1904, book.sheets[0].row(1)[0].value) == (True, DAY)


def test_hidden_merged_and_wrong_cells_of_an_xls(tmp_path: Path) -> None:
    first = Page(
        "名单",
        [["甲", 1.5], ["乙", Result(error=7)], ["丙", Result(empty=True)], ["丁", Result(3.0)]],
        merged=[(0, 0, 2, 3)],
        hidden_rows=[1, 60_000],
        hidden_columns=[4],
    )
    book = read(tmp_path, "a.xls", makers_xls.workbook([first, Page("附", [["x"]], visible=False)]))
    sheet = book.sheets[0]
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) == (1, 1, (Area(1, 3, 1, 4),))
    assert [str(sheet.row(row)[-1].kind) for row in (1, 2, 3, 4)] == ["number", "error", "uncalculated", "number"]
    assert sheet.row(4)[1].formula
    assert [one.visible for one in book.sheets] == [True, False]
    assert "隐藏" in book.notes[-1].zh


def test_hidden_merged_repeated_and_wrong_cells_of_an_ods(tmp_path: Path) -> None:
    wrong = makers_ods.cell("#DIV/0!", 'table:formula="of:=1/0" calcext:value-type="error"')
    never = '<table:table-cell table:formula="of:=1+1"/>'
    wide = makers_ods.cell("宽", 'table:number-columns-spanned="2" table:number-rows-spanned="1"')
    note = makers_ods.cell("值").replace(
        "<text:p>", "<office:annotation><text:p>批注</text:p></office:annotation><text:p>"
    )
    rows = (
        makers_ods.row(["同上", 2.0], 'table:number-rows-repeated="3" table:visibility="collapse"'),
        f"<table:table-row>{wide}<table:covered-table-cell/>{wrong}{never}{note}</table:table-row>",
        makers_ods.row([None], 'table:number-rows-repeated="1048572"'),
    )
    columns = '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    (sheet,) = read(tmp_path, "a.ods", makers_ods.workbook(makers_ods.table("名单", "".join(rows), columns))).sheets
    assert [cell.value for cell in sheet.row(3)] == ["同上", 2]
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) == (3, 2, (Area(4, 1, 4, 2),))
    found = {cell.address: (str(cell.kind), cell.value) for cell in sheet.row(4)}
    assert found == {
        "A4": ("text", "宽"),
        "C4": ("error", "#DIV/0!"),
        "D4": ("uncalculated", None),
        "E4": ("text", "值"),
    }


def test_macros_and_links_are_ignored_with_a_note(tmp_path: Path) -> None:
    stream = makers_xls.stream([Page("甲", [["x"]])], more=[makers_xls.record(0x1AE, b"\x01\x00\x05\x00\x00a.xls")])
    book = read(tmp_path, "a.xls", makers_xls.compound({"Workbook": stream, "_VBA_PROJECT": b"x"}))
    assert len(book.notes) == 2
    parts = {"Basic/Standard/Module1.xml": "<x/>"}
    book = read(tmp_path, "a.ods", makers_ods.workbook(makers_ods.table("甲", makers_ods.row(["x"])), parts))
    assert [note.zh for note in book.notes] == ["文件含有宏，已忽略。"]
