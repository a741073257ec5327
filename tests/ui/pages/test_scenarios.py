"""Scenarios in the real window: set up by sliders, changed by keys, taken back, and never lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.assign.problem import Role
from ptman.assign.request import Mode
from ptman.drafts import Fate
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from tests.ui.pages.scenario_window import reasoned, scenario
from tests.ui.pages.test_pairing_proposal import page, proposed
from ui import day
from ui.pages.pairing import PairingPage
from ui.pairing import proposal
from ui.pairing.settings_dialog import SettingsDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: bench_office.TODAY)
    office.write(bench_office.fill)
    with bench_office.opened(qtbot, office, PairingPage) as made:
        yield made


def test_weights_are_previewed_while_dragging_and_solved_with(bench: Desk) -> None:
    before = bench.tables()
    bench.press(bench.window, Qt.Key.Key_W, held=CTRL | SHIFT)
    dialog = bench.dialog(SettingsDialog)
    slider = dialog.sliders.sliders["level"]
    bench.press(slider, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    bench.qtbot.waitUntil(lambda: "空缺 2" in dialog._preview.text() or "空缺 1" in dialog._preview.text())
    dialog.mode.setCurrentIndex(list(Mode).index(Mode.GENEROUS))
    dialog.seed.setText("0917")
    bench.press(dialog, Qt.Key.Key_Return)
    row = scenario(bench).row
    assert (row.mode, row.seed, row.weights.level) == (Mode.GENEROUS, "0917", 50)
    assert bench.tables() == before
    assert "最少靠后志愿 · 抽签号 0917" in page(bench).bench.scenario._state.text()


def test_escape_from_the_settings_changes_nothing(bench: Desk) -> None:
    bench.press(bench.window, Qt.Key.Key_W, held=CTRL | SHIFT)
    bench.press(bench.dialog(SettingsDialog), Qt.Key.Key_Escape)
    assert page(bench).proposer.opened is None


def test_hand_work_is_kept_with_its_reason_and_goes_back(bench: Desk) -> None:
    proposed(bench)
    columns = page(bench).bench
    pupil = columns.pupils.list.items[0].id
    given = scenario(bench).pair(pupil, Role.ACADEMIC)
    assert given is not None
    other = next(one for one in columns.choices.list.items if one.id != given.target)
    columns.choices.list.choose(other.id)
    bench.qtbot.waitUntil(lambda: "正在计算" not in columns.effect._cost.text())
    bench.press(columns.choices.list, Qt.Key.Key_Return)
    bench.press(columns.pupils.list, Qt.Key.Key_F2)
    reasoned(bench, "同一课题")
    changed = scenario(bench).pair(pupil, Role.ACADEMIC)
    assert changed is not None
    assert (changed.target, changed.engine) == (other.id, given.engine)
    assert changed.hand is not None
    assert changed.hand.why == "同一课题"
    assert "人工调整 1" in columns.scenario._state.text()
    bench.press(columns.pupils.list, Qt.Key.Key_R, held=CTRL)
    assert scenario(bench).row.by_hand == 0


def test_nothing_is_lost_when_the_window_closes(qtbot: QtBot, bench: Desk) -> None:
    proposed(bench)
    pupil = page(bench).bench.pupils.list.items[0].id
    page(bench).proposer.put(pupil, Role.BASE, None, "自主联系")
    bench.rest()
    name = scenario(bench).row.name
    with bench_office.opened(qtbot, bench.database, PairingPage) as again:
        row = scenario(again).row
        assert (row.name, row.by_hand) == (name, 1)


def test_what_stands_may_move_only_where_asked(bench: Desk) -> None:
    columns = page(bench).bench
    student, guide = columns.pupils.list.items[0].id, columns.choices.list.items[-1].id
    columns.choices.list.choose(guide)
    bench.press(columns.choices.list, Qt.Key.Key_Return)
    stays = proposed(bench).row(student, Role.ACADEMIC)
    assert stays is not None
    assert (stays.old, stays.new) == (guide, guide)
    columns.again.setChecked(True)
    moves = proposed(bench).row(student, Role.ACADEMIC)
    assert moves is not None
    assert moves.old == guide != moves.new


def test_the_rank_profile_counts_everybody_and_opens_its_rows(bench: Desk) -> None:
    found = proposed(bench)
    for role in Role:
        assert sum(count for _, count in proposal.profile(found.plan, role)) == 7
    page(bench).bench.proposal.profile.chosen.emit("none")
    shown = page(bench).bench.proposal.list.items
    assert {(row.role, row.fate) for row in shown} == {(Role.ACADEMIC, Fate.VACANT)}
