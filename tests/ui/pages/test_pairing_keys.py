"""The workbench by keys alone: pair, lock, end, and take each back; what is refused says why and changes nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.assign.problem import Role
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import day
from ui.notice import Notice
from ui.pages.pairing import PairingPage
from ui.pairing.despite import Despite
from ui.pairing.lines import LineList


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: bench_office.TODAY)
    office.write(bench_office.fill)
    with bench_office.opened(qtbot, office, PairingPage) as made:
        yield made


def page(bench: Desk) -> PairingPage:
    assert isinstance(bench.window.page, PairingPage)
    return bench.window.page


def pair_first(bench: Desk) -> str:
    """The first student with the first candidate, by Enter and Enter; whom they were given."""
    columns = page(bench).bench
    bench.press(columns.pupils.list, Qt.Key.Key_Return)
    assert columns.choices.list.hasFocus()
    given = columns.choices.list.items[0].one.name
    bench.press(columns.choices.list, Qt.Key.Key_Return)
    return given


def test_from_unpaired_to_paired_and_back_by_keys(bench: Desk) -> None:
    before = bench.tables()
    columns = page(bench).bench
    assert [one.name for one in columns.pupils.list.items] == list(bench_office.NAMES)
    assert columns.pupils.list.hasFocus()
    bench.press(columns.pupils.list, Qt.Key.Key_Down)
    assert columns.choices._title.whole() == "李思远的校内导师"
    bench.press(columns.pupils.list, Qt.Key.Key_Right)
    bench.press(columns.choices.list, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert [one.name for one in columns.pupils.list.items] == [name for name in bench_office.NAMES if name != "李思远"]
    assert "配对：李思远，校内导师 吴强" in bench.window.status.text()
    assert bench.tables() != before
    bench.undo()
    assert bench.tables() == before
    assert len(columns.pupils.list.items) == 7


def test_after_pairing_the_next_student_is_in_hand(bench: Desk) -> None:
    pair_first(bench)
    pupil = page(bench).state().pupil
    assert pupil is not None
    assert pupil.name == "李思远"


def test_space_locks_what_stands_and_delete_ends_it(bench: Desk) -> None:
    given = pair_first(bench)
    columns = page(bench).bench
    columns.pupils.everyone.setChecked(True)
    columns.pupils.list.choose(columns.pupils.list.items[0].id)
    paired = bench.tables()
    bench.press(columns.pupils.list, Qt.Key.Key_Space)
    first = columns.pupils.list.items[0]
    assert (first.stands, first.locked) == (given, True)
    bench.press(columns.pupils.list, Qt.Key.Key_Delete)
    assert "已锁定" in bench.dialog(Notice).told.sentence.zh
    bench.dialog(Notice).accept()
    bench.press(columns.pupils.list, Qt.Key.Key_Space)
    bench.press(columns.pupils.list, Qt.Key.Key_Delete)
    assert columns.pupils.list.items[0].stands == ""
    for _ in range(3):
        bench.undo()
    assert bench.tables() == paired


def test_who_is_not_eligible_is_greyed_with_the_reason_and_asked_for_twice(bench: Desk) -> None:
    before = bench.tables()
    columns = page(bench).bench
    assert len(columns.choices.list.items) == 3
    columns.choices.excluded.setChecked(True)
    barred = columns.choices.list.items[-1]
    assert (barred.one.name, barred.why.zh) == ("钱进", "不指导该专业学位类别")
    columns.choices.list.choose(barred.id)
    bench.press(columns.choices.list, Qt.Key.Key_Return)
    bench.press(bench.dialog(Despite), Qt.Key.Key_Escape)
    assert bench.tables() == before
    bench.press(columns.choices.list, Qt.Key.Key_Return)
    asked = bench.dialog(Despite)
    asked.reason.setText("学院特批")
    with bench.qtbot.waitSignal(bench.office.work.acted):
        asked.pair.click()
    bench.rest()
    assert any("学院特批" in row for row in bench.tables()["supervision"])
    bench.undo()
    assert bench.tables() == before


def test_roles_search_and_counts(bench: Desk) -> None:
    columns = page(bench).bench
    bench.press(bench.window, Qt.Key.Key_F6)
    assert columns.role is Role.INDUSTRY
    assert [one.one.seats_left for one in columns.choices.list.items] == [4, 4, 3]
    bench.press(bench.window, Qt.Key.Key_F6)
    assert "7 名学生缺实践基地" in bench.window.status.text()
    QTest.keyClicks(columns.pupils.search, "zyt")
    bench.qtbot.waitUntil(lambda: len(columns.pupils.list.items) == 1)
    assert columns.pupils.list.items[0].name == "张雨桐"
    page(bench).go("no-academic")
    assert columns.role is Role.ACADEMIC
    page(bench).go(f"{columns.pupils._items[4].id}:base")
    bench.rest()
    pupil = page(bench).state().pupil
    assert (columns.role, pupil.name if pupil else "") == (Role.BASE, "刘浩然")


def test_what_a_choice_costs_is_said(bench: Desk) -> None:
    columns = page(bench).bench
    with bench.qtbot.waitSignal(page(bench).foresight.told):
        columns.choices.list.choose(columns.choices.list.items[-1].id)
    assert "最优方案" in columns.effect._cost.text()
    assert columns.effect._who.whole().endswith("（0/2 → 1/2）")


def drop(target: LineList, at: int, kind: str, carried: str) -> None:
    """Let a row of the other list fall on a row."""
    data = QMimeData()
    data.setData(f"application/x-ptman-{kind}", carried.encode())
    place = QPointF(target.visualRect(target.model().index(at, 0)).center())
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, none))


def test_dropping_pairs_either_way(bench: Desk) -> None:
    columns = page(bench).bench
    before = bench.tables()
    drop(columns.pupils.list, 3, "candidate", columns.choices.list.items[1].id)
    bench.rest()
    assert "陈嘉怡" not in [one.name for one in columns.pupils.list.items]
    drop(columns.choices.list, 0, "student", columns.pupils.list.items[1].id)
    bench.rest()
    assert len(columns.pupils.list.items) == 5
    bench.undo()
    bench.undo()
    assert bench.tables() == before
