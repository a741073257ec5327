"""Text that Excel or its writer would take for something else stays the text it is."""

import re
import zipfile
from pathlib import Path

import pytest

from ptman.export import workbook
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column
from tests.ptman.export import rosters

HOSTILE = (
    "=1+1", '=HYPERLINK("http://example.com","x")', "=cmd|' /C calc'!A0", "{=SUM(1)}", "+1-1", "-2+3", "@SUM(1)",
    "＝1+1", "'=1", "http://example.com", "https://example.com/a?b=c", "ftp://example.com", "mailto:a@example.com",
    "internal:Sheet1!A1", "external:\\\\server\\share\\a.xlsx", "file:///etc/passwd", "00123", "1E5", "2026-02-30",
    "TRUE", "_x0041_", "<img src=x onerror=alert(1)>&amp;",
)  # fmt: skip


def test_none_becomes_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    assert len(HOSTILE) == 22
    sheet = rosters.sheet(tmp_path, rosters.texts(*HOSTILE))
    cells = [sheet.cell(4 + at, 2) for at in range(len(HOSTILE))]
    assert [cell.value for cell in cells] == list(HOSTILE)
    assert {cell.data_type for cell in cells} == {"s"}
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        written = b"".join(package.read(name) for name in package.namelist())
    assert not re.search(rb"<f[ >]|<hyperlink|/hyperlink\"|calcChain", written)


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.IDENTIFIER])
def test_editing_makes_no_formula_either(tmp_path: Path, kind: Kind) -> None:
    column = Column("any", Label("号码", "Number"), kind)
    sheet = rosters.sheet(tmp_path, rosters.listing(("=1+1",), ("@x",), ("平常",), columns=(column,)))
    assert [sheet.cell(row, 2).quotePrefix for row in (4, 5, 6)] == [True, True, False]


def test_titles_and_headers_are_text_as_well(tmp_path: Path) -> None:
    column = Column("any", Label("=1+1", "=1+1"))
    sheet = rosters.sheet(tmp_path, rosters.listing(("x",), columns=(column,), title="=2+2"))
    assert (sheet["A1"].value, sheet["B3"].value) == ("=2+2", "=1+1")
    assert (sheet["A1"].data_type, sheet["B3"].data_type) == ("s", "s")


def test_control_characters_are_taken_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    written = workbook.write(
        [rosters.texts("a\x00b\x1bc\ud800", "行一\r\n行二", "好")], path, workbook.Options(rosters.TODAY)
    )
    assert [notice.en for notice in written.notices] == [
        "学生名册, no. 1, Remark: 3 invisible control characters were removed."
    ]
    sheet = rosters.sheet(tmp_path, rosters.texts("a\x00b\x1bc\ud800", "行一\r\n行二\t甲"))
    assert [sheet.cell(row, 2).value for row in (4, 5)] == ["abc", "行一\n行二 甲"]
