"""The proposal of the workbench: looked at, changed, locked, kept as one step, or left without a trace."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.assign.problem import Role
from ptman.assign.workbench import Pair
from ptman.drafts import Fate
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import day
from ui.dialogs.draft import DraftDialog
from ui.dialogs.reason import ReasonDialog
from ui.pages.pairing import PairingPage
from ui.pairing import proposal
from ui.pairing.proposal import Proposal

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: bench_office.TODAY)
    office.write(bench_office.fill)
    with bench_office.opened(qtbot, office, PairingPage) as made:
        yield made


def page(bench: Desk) -> PairingPage:
    assert isinstance(bench.window.page, PairingPage)
    return bench.window.page


def proposed(bench: Desk) -> Proposal:
    """Ctrl+Enter, and what has come of it."""
    bench.press(bench.window, Qt.Key.Key_Return, held=CTRL)
    return is_open(bench)


def is_open(bench: Desk) -> Proposal:
    found = page(bench).proposer.open
    assert found is not None
    return found


def test_propose_keep_undo_by_keys(bench: Desk) -> None:
    before = bench.tables()
    found = proposed(bench)
    assert bench.tables() == before
    assert found.plan.optimal
    rows = page(bench).bench.proposal.list.items
    assert [row.fate for row in rows[:3]] == [Fate.VACANT] * 2 + [Fate.NEW]
    assert "名额" in rows[0].why.zh
    bench.press(bench.window, Qt.Key.Key_S, held=CTRL)
    looked = bench.dialog(DraftDialog)
    assert looked.draft.items[0].fate is Fate.VACANT
    bench.press(looked, Qt.Key.Key_Return)
    assert bench.tables() != before
    assert page(bench).proposer.open is None
    assert "已保留：导师 12 人次，基地 7 人" in bench.window.status.text()
    bench.undo()
    assert bench.tables() == before


def test_escape_and_discard_leave_no_trace(bench: Desk) -> None:
    before = bench.tables()
    proposed(bench)
    bench.press(bench.window, Qt.Key.Key_S, held=CTRL)
    bench.press(bench.dialog(DraftDialog), Qt.Key.Key_Escape)
    assert is_open(bench).taken
    bench.press(bench.window, Qt.Key.Key_Delete, held=CTRL)
    assert page(bench).proposer.open is None
    assert bench.tables() == before


def test_cancel_keeps_the_best_so_far(bench: Desk) -> None:
    cancel = bench.office.work.cancel
    page(bench).proposer.phased.connect(cancel, Qt.ConnectionType.DirectConnection)
    found = proposed(bench)
    assert found.plan.answer.bound <= found.plan.answer.value
    assert {one.id for one in found.plan.situation.students} == found.plan.answer.given.keys()
    assert not bench.office.work.busy


def test_part_of_it_is_kept(bench: Desk) -> None:
    proposed(bench)
    rows = page(bench).bench.proposal.list
    first = next(row for row in rows.items if row.role is Role.ACADEMIC and row.fate is Fate.NEW)
    rows.choose(first.id)
    bench.press(rows, Qt.Key.Key_Return)
    assert first.id not in is_open(bench).taken
    box = rows.visualRect(rows.currentIndex())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 18, box.center().y()))
    assert first.id in is_open(bench).taken
    bench.press(rows, Qt.Key.Key_Return)
    bench.press(bench.window, Qt.Key.Key_S, held=CTRL)
    looked = bench.dialog(DraftDialog)
    assert looked.table.taken == set(is_open(bench).taken)
    looked.keep.click()
    bench.rest()
    assert len(bench.tables()["supervision"]) == 11


def test_a_choice_by_hand_stays_when_proposed_again(bench: Desk) -> None:
    found = proposed(bench)
    columns = page(bench).bench
    given = found.row(columns.pupils.list.items[0].id, Role.ACADEMIC)
    assert given is not None
    other = next(one for one in columns.choices.list.items if one.id != given.new)
    columns.choices.list.choose(other.id)
    before = bench.tables()
    bench.press(columns.choices.list, Qt.Key.Key_Return)
    changed = is_open(bench)
    assert {given.key} == changed.changed
    assert bench.tables() == before
    against = proposal.objection(changed)
    if against is not None:
        assert not page(bench).acts["keep"].isEnabled()
        assert against.zh == columns.proposal._objection.text()
    again = proposed(bench)
    row = again.row(given.student, Role.ACADEMIC)
    assert row is not None
    assert (row.new, again.changed) == (other.id, frozenset({given.key}))
    assert proposal.objection(again) is None
    bench.press(bench.window, Qt.Key.Key_S, held=CTRL)
    bench.dialog(DraftDialog).keep.click()
    bench.rest()
    columns.pupils.everyone.setChecked(True)
    assert {one.stands for one in columns.pupils.list.items if one.id == given.student} == {other.one.name}


def test_space_locks_a_proposed_row_and_unlocks_it(bench: Desk) -> None:
    proposed(bench)
    rows = page(bench).bench.proposal.list
    bench.press(rows, Qt.Key.Key_Down, Qt.Key.Key_Down)
    row = rows.current()
    assert row is not None
    assert page(bench).bench.role is row.role
    bench.press(rows, Qt.Key.Key_Space)
    asked = bench.dialog(ReasonDialog)
    asked.reason.setPlainText("已面谈")
    asked.go_on.click()
    bench.rest()
    assert is_open(bench).locked == {row.id}
    bench.press(rows, Qt.Key.Key_Space)
    assert not is_open(bench).locked


def test_too_many_for_one_is_said_before_keeping(bench: Desk) -> None:
    found = proposed(bench)
    full = found.plan.situation.academics[0]
    for learner in found.plan.situation.students:
        page(bench).proposer.put(learner.id, Role.ACADEMIC, full.id)
    bench.rest()
    assert "名额只有 2 个" in page(bench).bench.proposal._objection.text()
    assert not page(bench).acts["keep"].isEnabled()
    assert "名额只有 2 个" in page(bench).acts["keep"].toolTip()


def test_a_change_meanwhile_makes_it_stale_and_proposing_again_mends_it(bench: Desk) -> None:
    proposed(bench)
    bench.undo()
    assert page(bench).proposer.open is None
    bench.press(bench.window, Qt.Key.Key_Y, held=CTRL)
    assert is_open(bench).plan.optimal
    key = page(bench).proposer.at
    page(bench).proposer.choose("")
    bench.rest()
    student = page(bench).bench.pupils.list.items[0].id
    guide = page(bench).bench.choices.list.items[0].id
    page(bench).hands._writer.pair(Pair(student, Role.ACADEMIC, guide), ("", ""))
    bench.rest()
    page(bench).proposer.choose(key)
    bench.rest()
    assert "已改动" in page(bench).bench.proposal._objection.text()
    assert not page(bench).acts["keep"].isEnabled()
    proposed(bench)
    assert page(bench).acts["keep"].isEnabled()
