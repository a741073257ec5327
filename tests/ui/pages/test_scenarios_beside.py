"""Beside the rows of a scenario: compared, diagnosed, foreseen, commented on, reported, published."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.assign.problem import Role
from ptman.assign.scenario_rows import State
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from tests.ui.pages.scenario_window import reasoned, scenario
from tests.ui.pages.test_pairing_proposal import page, proposed
from ui import day
from ui.dialogs.draft import DraftDialog
from ui.pages.pairing import PairingPage
from ui.pairing import side
from ui.pairing.compare_dialog import CompareDialog
from ui.pairing.name_dialog import NameDialog
from ui.pairing.ripple_dialog import RippleDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: bench_office.TODAY)
    office.write(bench_office.fill)
    with bench_office.opened(qtbot, office, PairingPage) as made:
        yield made


def test_a_copy_is_compared_and_pairs_are_taken_over(bench: Desk) -> None:
    proposed(bench)
    first, pupil = page(bench).proposer.at, page(bench).bench.pupils.list.items[0].id
    bench.press(bench.window, Qt.Key.Key_D, held=CTRL | SHIFT)
    named = bench.dialog(NameDialog)
    named.line.clear()
    QTest.keyClicks(named.line, "B")
    bench.press(named, Qt.Key.Key_Return)
    assert scenario(bench).row.name == "B"
    page(bench).proposer.put(pupil, Role.BASE, None, "")
    bench.rest()
    bench.press(bench.window, Qt.Key.Key_F7)
    dialog = bench.dialog(CompareDialog)
    [row] = dialog.table.shown_rows
    assert row.id == f"{pupil}:base"
    dialog.table.select([row.id])
    dialog.take.click()
    bench.rest()
    assert scenario(bench).row.by_hand == 0
    assert dialog.table.shown_rows == ()
    dialog.close_it.click()
    box = page(bench).bench.scenario.box
    box.setCurrentIndex(box.findData(first))
    box.activated.emit(box.currentIndex())
    bench.rest()
    assert page(bench).proposer.at == first


def test_a_remedy_is_one_click_from_being_applied(bench: Desk) -> None:
    proposed(bench)
    bench.press(bench.window, Qt.Key.Key_F9)
    remedies = page(bench).bench.side.remedies
    bench.qtbot.waitUntil(lambda: bool(remedies.buttons))
    while scenario(bench).plan.vacancies:
        remedies.buttons[0][1].click()  # type: ignore[attr-defined]  # a button
        bench.rest()
        proposed(bench)
        bench.rest()
    assert scenario(bench).request.limits
    assert remedies.buttons == []


def test_an_event_is_foreseen_and_applied_as_one_step(bench: Desk) -> None:
    proposed(bench)
    bench.press(bench.window, Qt.Key.Key_F8)
    dialog = bench.dialog(RippleDialog)
    dialog.whom.setCurrentIndex(dialog.whom.findText("李伟", Qt.MatchFlag.MatchStartsWith))
    dialog.foresee.click()
    bench.rest()
    way = dialog.way()
    assert way is not None
    assert dialog.table.shown_rows
    assert "李伟不再接收学生" in dialog._said.text()
    dialog.apply.click()
    bench.rest()
    names = scenario(bench).plan.situation.names()
    given = scenario(bench).plan.answer.given.values()
    assert "李伟" not in {names.get(one.academic or "") for one in given}
    bench.undo()
    given = scenario(bench).plan.answer.given.values()
    assert "李伟" in {names.get(one.academic or "") for one in given}


def test_comments_are_said_and_resolved_beside_the_student(bench: Desk) -> None:
    proposed(bench)
    bench.press(page(bench).bench.pupils.list, Qt.Key.Key_M, held=CTRL)
    reasoned(bench, "请再核对")
    page(bench).bench.side.turn_to(side.REMARKS)
    [remark] = scenario(bench).remarks
    page(bench).bench.side.remarks.buttons[remark.id].click()
    bench.rest()
    assert scenario(bench).row.remarks == 0


def test_published_reported_and_made_final(bench: Desk, tmp_path: Path) -> None:
    proposed(bench)
    bench.press(bench.window, Qt.Key.Key_S, held=CTRL | SHIFT)
    assert scenario(bench).row.state is State.DRAFT
    target = tmp_path / "scenario.xlsx"
    page(bench).scenarios.write_report(scenario(bench), target)
    bench.rest()
    assert len(load_workbook(target).sheetnames) == 6
    key = page(bench).proposer.at
    bench.press(bench.window, Qt.Key.Key_S, held=CTRL)
    bench.dialog(DraftDialog).keep.click()
    bench.rest()
    page(bench).proposer.choose(key)
    bench.rest()
    assert scenario(bench).row.state is State.FINAL
    assert not page(bench).acts["propose"].isEnabled()
    assert "已定稿" in page(bench).acts["discard"].toolTip()
