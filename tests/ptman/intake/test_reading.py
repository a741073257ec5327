"""A sound workbook is read with its own rows and columns, and with what its values hide."""

import hashlib
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from ptman.intake import places, reading
from ptman.intake.sheet import Area, Cell, CellKind, Sheet, Workbook
from tests.ptman.intake import bad_workbooks as make


def read(content: bytes, folder: Path) -> Workbook:
    path = folder / "roster.xlsx"
    path.write_bytes(content)
    return reading.read(path)


def cell(sheet: Sheet, row: int, column: int) -> Cell:
    found = sheet.cell(row, column)
    assert found is not None
    return found


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "名册"
    values = ["007", 7, 1.5, True, date(2026, 3, 1), datetime(2026, 3, 1, 12, 30), 110105194912310021, "=1+1"]  # noqa: DTZ001 - as in a sheet
    for row, value in enumerate(values, start=4):
        sheet.cell(row, 3, value)
    for row, (value, style) in enumerate(
        [(time(8, 30), "hh:mm"), (timedelta(hours=30), "[h]:mm"), (99_999_999, "yyyy-mm-dd"), (46082, 'yyyy"年"m"月"')],
        start=4,
    ):
        sheet.cell(row, 5, value).number_format = style
    sheet["C12"], sheet["C13"] = "#REF!", "=HYPERLINK(1)"
    sheet["C13"].data_type = "s"
    sheet.merge_cells("C20:E21")
    sheet["C20"] = "合计"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["B"].hidden = True
    made.create_sheet("旧")["A1"] = "x"
    made["旧"].sheet_state = "hidden"
    made.save(tmp_path / "made.xlsx")
    return reading.read(tmp_path / "made.xlsx")


def test_kinds_and_values(book: Workbook) -> None:
    found = [(cell.address, cell.value, cell.kind) for _, cells in book.sheets[0].rows() for cell in cells]
    assert [item for item in found if item[0].startswith("C")] == [
        ("C4", "007", CellKind.TEXT),
        ("C5", 7, CellKind.NUMBER),
        ("C6", 1.5, CellKind.NUMBER),
        ("C7", True, CellKind.BOOL),
        ("C8", date(2026, 3, 1), CellKind.DATE),
        ("C9", datetime(2026, 3, 1, 12, 30), CellKind.DATE),  # noqa: DTZ001 - as in a sheet
        ("C10", 1.1010519491231e17, CellKind.NUMBER),
        ("C11", None, CellKind.UNCALCULATED),
        ("C12", "#REF!", CellKind.ERROR),
        ("C13", "=HYPERLINK(1)", CellKind.TEXT),
        ("C20", "合计", CellKind.TEXT),
    ]
    assert [item for item in found if item[0].startswith("E")] == [
        ("E4", "08:30:00", CellKind.TIME),
        ("E5", "30:00:00", CellKind.TIME),
        ("E6", 99_999_999, CellKind.NUMBER),
        ("E7", date(2026, 3, 1), CellKind.DATE),
    ]


def test_what_a_value_hides(book: Workbook) -> None:
    sheet = book.sheets[0]
    assert cell(sheet, 10, 3).digits_lost
    assert not cell(sheet, 5, 3).digits_lost
    assert cell(sheet, 11, 3).formula
    assert [cell(sheet, row, 3).text() for row in (5, 6, 7, 8, 10)] == [
        "7",
        "1.5",
        "TRUE",
        "2026-03-01",
        "110105194912310000",
    ]
    assert sheet.cell(1, 1) is sheet.cell(4, 4) is sheet.cell(99, 3) is None
    assert sheet.row(99) == ()


def test_sheets_merges_hidden_rows_and_the_hash(book: Workbook, tmp_path: Path) -> None:
    first, second = book.sheets
    assert first.merged == (Area(20, 3, 21, 5),)
    assert (first.hidden_rows, first.hidden_columns, second.visible) == (1, 1, False)
    assert book.sheet("旧") is second
    assert book.sheet("无") is None
    assert len(book.notes) == 3
    assert book.sha256 == hashlib.sha256((tmp_path / "made.xlsx").read_bytes()).hexdigest()
    assert not book.date_1904


def test_the_calendar_of_1904(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.epoch = CALENDAR_MAC_1904
    assert made.active is not None
    made.active["A1"] = date(2026, 3, 1)
    made.save(tmp_path / "mac.xlsx")
    book = reading.read(tmp_path / "mac.xlsx")
    assert book.date_1904
    assert cell(book.sheets[0], 1, 1).value == date(2026, 3, 1)


@pytest.mark.parametrize(("row", "column"), [(1, 1), (1, 4), (3, 1), (700, 90), (1_048_576, 1), (1, 16_384)])
def test_a_used_range_that_starts_anywhere(row: int, column: int, tmp_path: Path) -> None:
    place = places.address(row, column)
    book = read(make.workbook(f'<row r="{row}"><c r="{place}"><v>5</v></c></row>'), tmp_path)
    assert [(c.address, c.value) for _, cells in book.sheets[0].rows() for c in cells] == [(place, 5)]


def test_cells_without_references_follow_each_other(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row><row><c><f>A1</f><v>2</v></c></row>"
    sheet = read(make.workbook(rows), tmp_path).sheets[0]
    assert [(c.address, c.value, c.formula) for _, cells in sheet.rows() for c in cells] == [
        ("A1", 1, False),
        ("B1", "#N/A", False),
        ("A2", 2, True),
    ]


def test_a_formula_with_an_empty_text_is_calculated(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c><c r="C1"><f>1</f><v/></c></row>'
    cells = read(make.workbook(rows), tmp_path).sheets[0].row(1)
    assert [(c.address, c.kind) for c in cells] == [("B1", CellKind.NUMBER), ("C1", CellKind.UNCALCULATED)]


def test_macros_and_links_are_noted_not_refused(tmp_path: Path) -> None:
    parts = {**make.parts(), "xl/vbaProject.bin": b"\1", "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    assert [note.en[:24] for note in read(make.zipped(parts), tmp_path).notes] == [
        "The file holds macros. T",
        "The file holds links to ",
    ]


def test_names_of_elements_may_have_a_prefix(tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    row = '<x:row r="2"><x:c r="B2"><x:v>4</x:v></x:c></x:row>'
    xml = f'<x:worksheet xmlns:x="{main}"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    sheet = read(make.with_part(make.SHEET1, xml), tmp_path).sheets[0]
    assert [(c.address, c.value) for c in sheet.row(2)] == [("B2", 4)]


def test_rich_and_phonetic_texts_and_stored_dates(tmp_path: Path) -> None:
    rich = "<si><r><t>甲</t></r><r><t xml:space='preserve'> 乙</t></r><rPh sb='0' eb='1'><t>jia</t></rPh></si>"
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2026-03-01</v></c><c r="C1"><v>NaN</v></c></row>'
    book = read(make.with_part(make.STRINGS, make.strings_xml(rich), make.parts(rows)), tmp_path)
    assert [(c.value, c.kind) for c in book.sheets[0].row(1)] == [
        ("甲 乙", CellKind.TEXT),
        (date(2026, 3, 1), CellKind.DATE),
        ("nan", CellKind.ERROR),
    ]
