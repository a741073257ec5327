"""A .csv file is read in the encodings of Chinese systems, drafted and sent back like any workbook."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from ptman import db
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.intake import limits, reading, store
from tests.ptman.intake import bad_workbooks, books, resending

ID = "990101199901010014"


def write(folder: Path, rows: Sequence[Sequence[object]], encoding: str, sign: str = ",") -> Path:
    lines = [sign.join("" if one is None else str(one) for one in row) for row in (books.STUDENT, *rows)]
    path = folder / "名册.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_every_encoding_and_sign_gives_the_same_draft(
    office: db.Database, tmp_path: Path, encoding: str, sign: str
) -> None:
    rows = [books.student("02660001", "张雨桐", 身份证号=ID), books.student("22660002", "李𠮷明", 手机="12")]
    workbook, parts = store.read(write(tmp_path, rows, encoding, sign))
    drawn = office.read(store.compare, workbook, parts, resending.TODAY)
    assert [(item.title, item.fate) for item in drawn.draft.items] == [
        ("张雨桐", Fate.NEW),
        ("李𠮷明", Fate.REFUSED),
    ]
    (person, student) = drawn.steps["CSV!2"]
    assert (person.values["id_number"], student.values["student_no"]) == (ID, "02660001")


def test_quoted_fields_and_blank_lines_keep_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('甲,乙\n\n"一,二\n三","=1+1"\n', encoding="utf-8")
    (sheet,) = reading.read(path).sheets
    found = {cell.address: cell.value for _, cells in sheet.rows() for cell in cells}
    assert found == {"A1": "甲", "B1": "乙", "A3": "一,二\n三", "B3": "=1+1"}


def test_the_marked_copy_is_a_workbook(office: db.Database, tmp_path: Path) -> None:
    path = write(tmp_path, [books.student("22660001", "张雨桐", 手机="12")], "gb18030")
    workbook, parts = store.read(path)
    drawn = office.read(store.compare, workbook, parts, resending.TODAY)
    store.annotated(path, tmp_path / "标注.xlsx", drawn)
    sheet = openpyxl.load_workbook(tmp_path / "标注.xlsx")["CSV"]
    comment = sheet.cell(2, books.STUDENT.index("手机") + 1).comment
    assert comment is not None
    assert "手机" in comment.text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        ("甲,乙\n".encode() + b"\xff\xff\xff", "damaged"),
        ("请查收附件".encode(), "not-a-workbook:text"),
        ("甲,乙\n" * 12, "too-many-rows"),
        ("甲," * 60 + "\n", "too-many-cells"),
        ("甲," + "乙" * 33_000, "text-too-long"),
        ("<html><table>甲,乙</table>", "html-renamed"),
        (b"PK\x03\x04 cut", "damaged-cut"),
    ],
)
def test_what_is_no_good_has_its_sentence(tmp_path: Path, content: str | bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(PtmanError) as refused:
        reading.read(path, replace(limits.DEFAULT, rows=10, cells=50))
    assert refused.value.code == code


def test_a_workbook_that_is_called_csv_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(bad_workbooks.workbook())
    assert reading.read(path).sheets
