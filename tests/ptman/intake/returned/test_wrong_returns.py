"""A workbook that is not what it should be says so: foreign, forged, stale, rows added, deleted or doubled."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, schema
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.export.sending import planning
from ptman.export.sending import store as sending
from ptman.export.sending.request import Recipient, Request
from ptman.models import Student
from ptman.register import cards, edit, lists
from ptman.roundtrip import fingerprint
from tests.ptman import offices, sent_books
from tests.ptman.sent_books import BACK, Cell


@pytest.fixture
def peopled(office: db.Database) -> db.Database:
    office.write(sent_books.fill)
    return office


def refusal(office: db.Database, path: Path) -> str:
    with pytest.raises(PtmanError) as refused:
        sent_books.drafted(office, path)
    return refused.value.code


@pytest.mark.parametrize("header", ["专业学位类别", "专业领域"])
def test_a_field_of_another_category(peopled: db.Database, tmp_path: Path, header: str) -> None:
    def fit(session: Session) -> None:
        for one in session.scalars(select(Student)):
            one.field_code = "085401"

    peopled.write(fit)
    request = Request(Recipient("研究生院", inside=True), ("student_no",), ("category_code", "field_code"))
    listing = peopled.read(lists.any_noun, "student", sent_books.TODAY)
    outgoing = peopled.read(planning.draft, listing, request, sent_books.TODAY)
    sent = peopled.write(sending.send, outgoing, tmp_path / "out.xlsx", sent_books.TODAY)
    word = "0855 机械" if header == "专业学位类别" else "085501 机械工程"
    drawn = sent_books.drafted(peopled, sent_books.filled(sent, tmp_path / "x.xlsx", Cell(0, header, word)))
    assert [(one.header, one.code) for one in drawn.complaints] == [(header, "rule-broken")]


def test_another_office_file(peopled: db.Database, tmp_path: Path) -> None:
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx")
    other = tmp_path / "other.ptman"
    schema.create(other)
    with db.Database(other, who="测试") as elsewhere:
        elsewhere.write(sent_books.fill)
        assert refusal(elsewhere, path) == "returned-foreign"
        sent_books.send(elsewhere)
        assert refusal(elsewhere, path) == "returned-foreign"


def test_a_copy_of_the_office_from_before_the_sending(peopled: db.Database, tmp_path: Path) -> None:
    sent_books.send(peopled)
    older_file = shutil.copy(peopled.back_up("test").path, tmp_path / "older.ptman")
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx")
    with db.Database(older_file, who="测试") as older:
        assert refusal(older, path) == "returned-unknown"


@pytest.mark.parametrize("at", [20, 60, -5])
def test_an_altered_fingerprint(peopled: db.Database, tmp_path: Path, at: int) -> None:
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(path)
    said = str(book[fingerprint.SHEET]["A1"].value)
    book[fingerprint.SHEET]["A1"].value = said[:at] + ("A" if said[at] != "A" else "B") + said[at + 1 :]
    book.save(path)
    assert refusal(peopled, path) == "returned-broken"


@pytest.mark.parametrize(("what", "code"), [("sheet", "returned-broken"), ("keys", "returned-no-keys")])
def test_a_lost_part(peopled: db.Database, tmp_path: Path, what: str, code: str) -> None:
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(path)
    if what == "sheet":
        del book[fingerprint.SHEET]
    else:
        book.worksheets[0].delete_cols(1)
    book.save(path)
    assert refusal(peopled, path) == code


def test_rows_added_deleted_and_doubled(peopled: db.Database, tmp_path: Path) -> None:
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx", Cell(0, "岗位", "甲"))
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    row = sent_books.HEADER_ROW + 1
    for column, cell in enumerate(page[row], start=1):
        page.cell(row + 4, column).value = cell.value  # type: ignore[assignment]  # values of cells
    page.cell(row + 5, 3).value = "新来的"
    page.delete_rows(row + 3)
    book.save(path)
    drawn = sent_books.drafted(peopled, path)
    assert sorted(one.code for one in drawn.complaints) == ["row-added", "row-doubled"]
    said = sent_books.said(drawn)
    assert "对方删掉了 1 行（赵明轩 22660004）" in said
    assert "不在发出的名单里，不并入" in said
    sent_books.keep(peopled, drawn)
    assert sorted(filter(None, sent_books.posts(peopled).values())) == ["甲"]


def test_a_record_that_is_gone(peopled: db.Database, tmp_path: Path) -> None:
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx", Cell(0, "岗位", "甲"))
    first = peopled.read(offices.placements)["SJ-22660001-2026-第一批"]
    peopled.write(edit.delete, peopled.read(cards.card, "placement", first).ref)
    drawn = sent_books.drafted(peopled, path)
    assert [one.code for one in drawn.complaints] == ["record-gone"]


def test_columns_moved_added_and_renamed(peopled: db.Database, tmp_path: Path) -> None:
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx", Cell(0, "岗位", "甲"))
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.insert_rows(1, 2)
    page.insert_cols(2)
    page.cell(sent_books.HEADER_ROW + 2, 2).value = "意见"
    page.cell(sent_books.HEADER_ROW + 3, 2).value = "很好"
    at = {str(cell.value): cell.column for cell in page[sent_books.HEADER_ROW + 2]}
    page.cell(sent_books.HEADER_ROW + 2, at["结束日期"]).value = "截止"
    book.save(path)
    drawn = sent_books.drafted(peopled, path)
    said = sent_books.said(drawn)
    assert "没有读取：结束日期" in said
    assert "对方加的列没有读取：意见、截止" in said
    sent_books.keep(peopled, drawn)
    assert sent_books.posts(peopled)["SJ-22660001-2026-第一批"] == "甲"


@pytest.mark.parametrize("stale", ["withdrawn", "superseded"])
def test_a_stale_workbook_is_looked_at_row_by_row(peopled: db.Database, tmp_path: Path, stale: str) -> None:
    sent = sent_books.send(peopled)
    if stale == "withdrawn":
        peopled.write(sending.withdraw, sent.id)
    else:
        sent_books.send(peopled)
    drawn = sent_books.drafted(peopled, sent_books.filled(sent, tmp_path / "x.xlsx", Cell(0, "岗位", "甲")))
    assert "逐行核对" in sent_books.said(drawn)
    row = next(item for item in drawn.draft.items if item.differences and item.key != "workbook")
    assert row.fate is Fate.DOUBTFUL
    assert row.key not in drawn.draft.preset()
    sent_books.keep(peopled, drawn, row.key)
    assert "甲" in sent_books.posts(peopled).values()


def test_an_emptied_cell_is_no_blank(peopled: db.Database, tmp_path: Path) -> None:
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx", Cell(0, "开始日期", None))
    drawn = sent_books.drafted(peopled, path)
    assert "“开始日期”被清空；空格不改动记录" in sent_books.said(drawn)
    assert drawn.draft.counts()[Fate.UNCHANGED] == 4


def test_a_value_that_cannot_be(peopled: db.Database, tmp_path: Path) -> None:
    cells = (Cell(0, "开始日期", "2099-01-01"), Cell(1, "实践形式", "随便"), Cell(2, "岗位", "甲"))
    drawn = sent_books.drafted(peopled, sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx", *cells), BACK)
    assert [one.code for one in drawn.complaints] == ["dates-order", "choice-bad"]
    sent_books.keep(peopled, drawn)
    assert "甲" in sent_books.posts(peopled).values()
