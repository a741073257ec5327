"""An empty template is recognised as what it is, with every column known, and never the same twice otherwise."""

from pathlib import Path

import openpyxl
import pytest

from ptman.intake import store, templates
from ptman.intake.kinds import Book, kinds
from ptman.models.choices import Gender


@pytest.mark.parametrize("book", list(Book))
def test_a_filled_template_is_read_as_its_kind(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    templates.write(book, path)
    filled = openpyxl.load_workbook(path)
    sheet = filled.active
    for column in range(1, sheet.max_column + 1):
        sheet.cell(2, column, "x")
    filled.save(path)
    _, parts = store.read(path)
    assert [part.book for part in parts] == [book.value]
    found = parts[0].found
    assert (found.unknown, found.ambiguous, found.missing) == ((), (), ())
    assert len(found.columns) == next(one.columns for one in templates.about() if one.book is book)


def test_the_five_kinds_come_in_the_order_of_import_with_what_they_need() -> None:
    about = templates.about()
    assert [one.book for one in about] == list(templates.ORDER)
    assert {one.book for one in (*about, *templates.others())} == set(kinds())
    assert "agreement" in {one.book for one in templates.others()}
    students = next(one for one in about if one.book is Book.STUDENTS)
    assert {"学号", "姓名", "入学日期"} <= {label.zh for label in students.needed}
    assert all(one.needed for one in about)


def test_choices_are_lists_and_numbers_are_texts(tmp_path: Path) -> None:
    templates.write(Book.STUDENTS, tmp_path / "s.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx").active
    headers = {str(cell.value).split("\n")[0].lstrip("*"): cell.column_letter for cell in sheet[1]}
    lists = {
        str(rule.sqref).rstrip("0123456789").split(":")[0]: rule.formula1
        for rule in sheet.data_validations.dataValidation
    }
    assert lists[f"{headers['性别']}2"] == f'"{",".join(one.label.zh for one in Gender)}"'
    assert sheet.column_dimensions[headers["学号"]].width > 8
    assert sheet[f"{headers['学号']}1"].comment.text.startswith("必填")
    assert sheet[f"{headers['学号']}1"].value.startswith("*")
    assert sheet.freeze_panes == "A2"


def test_equal_kinds_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        templates.write(Book.BASES, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
