"""A workbook goes out and comes back, as Excel or OpenDocument, under any name: only what was allowed is merged."""

from datetime import date
from pathlib import Path

import pytest

from ptman import db, undo
from ptman.drafts import Fate
from ptman.register import cards, edit
from tests.ptman import offices, sent_books
from tests.ptman.sent_books import BACK, Cell

FIRST, SECOND = "SJ-22660001-2026-第一批", "SJ-22660002-2026-第一批"


@pytest.fixture
def peopled(office: db.Database) -> db.Database:
    office.write(sent_books.fill)
    return office


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_only_permitted_cells_are_merged(peopled: db.Database, tmp_path: Path, kind: str) -> None:
    sent = sent_books.send(peopled)
    path = sent_books.filled(
        sent,
        tmp_path / "企业回复（最终版）.xlsx",
        Cell(0, "岗位", "算法工程师"),
        Cell(1, "姓名", "李思"),
        Cell(1, "岗位", "测试工程师"),
        Cell(1, "开始日期", date(2027, 9, 6)),
    )
    path = path if kind == "xlsx" else sent_books.as_ods(path, tmp_path / "随便.ods")
    drawn = sent_books.drafted(peopled, path)
    assert "“姓名”不许填写：“李思远”被改为“李思”，未采用" in sent_books.said(drawn)
    assert [one.code for one in drawn.complaints] == ["not-allowed"]
    assert drawn.draft.counts()[Fate.CHANGED] == 3
    sent_books.keep(peopled, drawn)
    assert sent_books.posts(peopled)[FIRST] == "算法工程师"
    assert sent_books.posts(peopled)[SECOND] == "测试工程师"
    assert sent_books.state(peopled, sent.number) == ("merged", BACK)
    assert all(one.name != "李思" for one in peopled.read(offices.people))


def test_it_comes_back_as_it_went(peopled: db.Database, tmp_path: Path) -> None:
    drawn = sent_books.drafted(peopled, sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx"))
    assert drawn.draft.counts()[Fate.UNCHANGED] == 4
    assert not drawn.complaints
    assert [item.key for item in drawn.draft.items if item.fate is Fate.CHANGED] == ["workbook"]


def test_keeping_is_one_step_and_undone_as_one(peopled: db.Database, office_path: Path, tmp_path: Path) -> None:
    sent = sent_books.send(peopled)
    before = offices.tables(office_path)
    path = sent_books.filled(sent, tmp_path / "x.xlsx", Cell(0, "岗位", "甲"), Cell(2, "企业导师", "周航 QY002"))
    sent_books.keep(peopled, sent_books.drafted(peopled, path))
    assert offices.tables(office_path) != before
    last = peopled.read(undo.history)[0].number
    peopled.write(undo.undo, last)
    assert offices.tables(office_path) == before


def test_three_ways(peopled: db.Database, tmp_path: Path) -> None:
    """The office changed two posts meanwhile; the company filled in one of them and left the other as it was."""
    sent = sent_books.send(peopled)
    ids = dict(peopled.read(offices.placements))
    for number, post in ((FIRST, "办公室填的"), (SECOND, "也是办公室填的")):
        peopled.write(edit.correct, peopled.read(cards.card, "placement", ids[number]).ref, {"post_name": post}, BACK)
    path = sent_books.filled(sent, tmp_path / "x.xlsx", Cell(0, "岗位", "公司填的"))
    drawn = sent_books.drafted(peopled, path)
    conflict = next(item for item in drawn.draft.items if item.fate is Fate.CONFLICT)
    assert "发出时为“—”，对方填“公司填的”，测试 于" in conflict.notes[0].zh
    sent_books.keep(peopled, drawn)
    assert sent_books.posts(peopled)[FIRST] == "办公室填的"
    assert sent_books.posts(peopled)[SECOND] == "也是办公室填的"
    assert sent_books.state(peopled, sent.number)[0] == "answered"
    assert sent_books.drafted(peopled, path).draft.counts()[Fate.CONFLICT] == 0


def test_a_second_return_merges_only_what_is_new(peopled: db.Database, tmp_path: Path) -> None:
    sent = sent_books.send(peopled)
    first = sent_books.filled(sent, tmp_path / "1.xlsx", Cell(0, "岗位", "甲"))
    sent_books.keep(peopled, sent_books.drafted(peopled, first))
    ids = dict(peopled.read(offices.placements))
    ref = peopled.read(cards.card, "placement", ids[FIRST]).ref
    peopled.write(edit.correct, ref, {"post_name": "办公室改的"}, BACK)
    again = sent_books.drafted(peopled, first)
    assert "这正是以前并入过的" in sent_books.said(again)
    assert not again.draft.preset()
    second = sent_books.filled(sent, tmp_path / "2.xlsx", Cell(0, "岗位", "甲"), Cell(1, "岗位", "乙"))
    drawn = sent_books.drafted(peopled, second)
    assert "只并入新填写的内容" in sent_books.said(drawn)
    sent_books.keep(peopled, drawn)
    assert sent_books.posts(peopled)[FIRST] == "办公室改的"
    assert sent_books.posts(peopled)[SECOND] == "乙"


def test_a_vacant_supervisor_is_filled_and_a_known_one_is_not_changed(peopled: db.Database, tmp_path: Path) -> None:
    cells = (Cell(0, "企业导师", "周航 QY002"), Cell(1, "企业导师", "周航 QY002"), Cell(2, "企业导师", "无名氏"))
    path = sent_books.filled(sent_books.send(peopled), tmp_path / "x.xlsx", *cells)
    drawn = sent_books.drafted(peopled, path)
    assert "如需变更请在“配对”中操作" in sent_books.said(drawn)
    assert "“无名氏”不在给对方的列表里" in sent_books.said(drawn)
    sent_books.keep(peopled, drawn)
    assert peopled.read(offices.guided) == {"22660001": "QY001", "22660002": "QY002"}
