"""Files made to exhaust memory or time are refused by their code; a bench keeps the figures, here only limits count."""

from pathlib import Path

import pytest

from ptman.errors import PtmanError
from ptman.intake import reading
from ptman.intake.limits import MEGABYTE, Limits
from tests.ptman.intake import bad_workbooks as make

WITHIN = Limits(read_seconds=5, child_bytes=300 * MEGABYTE)
CELL = '<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>'
FIRST = CELL.format(row=1, column="A")


def code_of(content: bytes, folder: Path, within: Limits | None = None) -> str:
    path = folder / "roster.xlsx"
    path.write_bytes(content)
    with pytest.raises(PtmanError) as caught:
        reading.read(path, within or WITHIN)
    return caught.value.code


def test_a_shared_text_of_a_gigabyte(tmp_path: Path) -> None:
    assert code_of(make.shared_string(400_000_000), tmp_path) == "inflates-too-large"


def test_a_part_that_lies_about_its_size(tmp_path: Path) -> None:
    assert code_of(make.size_lie(5_000_000, 1000), tmp_path) == "damaged"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (FIRST + CELL.format(row=1_048_576, column="XFD"), "sheet-too-large"),
        (CELL.format(row=99_999_999, column="A"), "sheet-too-large"),
        (CELL.format(row=1, column="XFE"), "sheet-too-large"),
        (CELL.format(row=1, column="ZZZZZZZ"), "sheet-too-large"),
        (CELL.format(row="9" * 30, column="A"), "damaged"),
        ("<row r='1'><c r='A1' t='inlineStr'><is><t>" + "x" * 5_000_000 + "</t></is></c></row>", "text-too-long"),
        ("<a>" * 300 + "</a>" * 300, "too-much-detail"),
        ("<row " + "x='1' " + "y='" + "z" * 3_000_000 + "'/>", "too-much-detail"),
        ("".join(f"<a{n}/>" for n in range(60_000)), "too-much-detail"),
    ],
)
def test_a_sheet_without_measure(rows: str, code: str, tmp_path: Path) -> None:
    assert code_of(make.workbook(rows), tmp_path) == code


def test_twenty_million_rows(tmp_path: Path) -> None:
    # As many as fit into the limit of inflated bytes, which the real bomb exceeds at once.
    assert code_of(make.many_rows(5_000_000), tmp_path) == "too-many-rows"


def test_forty_million_empty_texts(tmp_path: Path) -> None:
    bomb = make.streamed(make.STRINGS, (b"<sst>", *(b"<si/>" * 10_000 for _ in range(1000)), b"</sst>"))
    assert code_of(bomb, tmp_path, Limits(elements=1_000_000)) == "too-much-detail"


def test_too_many_cells(tmp_path: Path) -> None:
    assert code_of(make.many_rows(20_000), tmp_path, Limits(cells=10_000)) == "too-many-cells"


def test_three_hundred_thousand_merges(tmp_path: Path) -> None:
    areas = (f"A{row}:B{row}" for row in range(1, 300_001))
    assert code_of(make.workbook(after=make.merges(areas)), tmp_path) == "too-many-merges"


def test_three_thousand_sheets(tmp_path: Path) -> None:
    assert code_of(make.zipped(make.parts(FIRST, sheets=3000)), tmp_path) == "too-many-sheets"
    assert code_of(make.zipped(make.parts(FIRST, sheets=101)), tmp_path) == "too-many-sheets"


def test_too_many_parts(tmp_path: Path) -> None:
    extra: make.Parts = {f"xl/media/{number}.png": b"" for number in range(2001)}
    assert code_of(make.zipped({**make.parts(), **extra}), tmp_path) == "too-many-parts"
    assert code_of(make.zipped({**make.parts(), **extra}), tmp_path, Limits(parts=100)) == "too-many-parts"


@pytest.mark.parametrize("part", [make.LAUGHS, make.OUTSIDE])
@pytest.mark.parametrize("name", [make.STRINGS, make.SHEET1, "docProps/core.xml", "_rels/.rels"])
def test_definitions_are_refused_in_any_part(part: str, name: str, tmp_path: Path) -> None:
    assert code_of(make.with_part(name, part), tmp_path) == "xml-dtd"


def test_a_million_empty_rows_are_ignored_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    filled = "".join(CELL.format(row=row, column="A") for row in range(1, 201))
    empty = "".join(f'<row r="{row}" s="1"/>' for row in range(201, 1_048_577))
    path.write_bytes(make.workbook(filled + empty))
    book = reading.read(path)
    assert len(book.sheets[0].lines) == 200
    assert book.sheets[0].last_row == 200
    assert [note.en for note in book.notes] == ["Sheet1: 1,048,376 empty rows were ignored."]


def test_a_merge_over_the_whole_sheet_is_only_reported(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(make.workbook(after=make.merges(["A1:XFD1048576"])))
    (area,) = reading.read(path).sheets[0].merged
    assert (area.bottom, area.right) == (1_048_576, 16_384)
