"""Work laid aside half-finished is there after closing, goes on as it was, and ticks survive a draft drawn again."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ptman import db, undo
from ptman.letters import in_hand
from tests.ptman.letters import sending
from tests.ptman.letters.test_radar import another_guide
from tests.ui import fits, named
from tests.ui.pages import walking
from ui import day
from ui.letters.issuing import IssueDialog
from ui.letters.new_document import NewDocument
from ui.office import OpenOffice
from ui.pages.letters import LettersPage
from ui.window import Window

HOSTS = sending.hosts(3)


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: date(2026, 9, 10))  # the calendar is not our own code
    office.write(sending.placed, {HOSTS[0]: ["张雨桐", "李思远"], HOSTS[1]: ["王梓涵"], HOSTS[2]: ["陈嘉怡"]})
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, LettersPage)


def page(window: Window) -> LettersPage:
    assert isinstance(window.page, LettersPage)
    return window.page


def texts(inside: QWidget) -> str:
    return "\n".join(one.text() for one in inside.findChildren(QLabel))


def unticked(qtbot: QtBot, window: Window) -> tuple[IssueDialog, str]:
    """The dialog of all letters with its first one left out by hand."""
    page(window).acts["issue-all"].trigger()
    dialog = walking.dialog(qtbot, IssueDialog)
    first = dialog.table.shown_rows[0].id
    dialog.table.select([first])
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert first not in dialog.table.taken
    return dialog, first


def test_ticks_are_there_after_closing_and_issue_what_they_say(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database
) -> None:
    dialog, left = unticked(qtbot, window)
    assert fits.cut_off_in_both(dialog) == []
    dialog.later.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: page(window).in_hand() is not None)
    walking.rest(qtbot, desk)
    assert "未选" in texts(page(window).inspector)
    assert fits.cut_off_in_both(window) == []
    assert named.nameless(window) == []
    window.close()
    with walking.desk_over(office) as later:
        issue_what_was_left(qtbot, walking.window_on(qtbot, later, LettersPage), later, left)


def issue_what_was_left(qtbot: QtBot, window: Window, desk: OpenOffice, left: str) -> None:
    window.go("letters", "kept")
    walking.rest(qtbot, desk)
    (row,) = page(window).table.shown_rows
    page(window).table.select([row.id])
    QTest.keyClick(page(window), Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    dialog = walking.dialog(qtbot, IssueDialog)
    assert "暂存的勾选办理" in texts(dialog)
    assert dialog.table.taken == {one.id for one in dialog.table.shown_rows} - {left}
    dialog.keep.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: len(page(window).selected_with("issued")) == 2)
    walking.rest(qtbot, desk)
    assert page(window).shown.kept == ()
    assert [letter.key for letter in page(window).letters_issuable()] == [left]


def test_ticks_survive_a_draft_that_was_drawn_again(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    dialog, left = unticked(qtbot, window)
    desk.write(another_guide, "李思远")
    dialog.keep.click()
    walking.rest(qtbot, desk)
    dialog = walking.dialog(qtbot, IssueDialog)
    assert "勾选照旧" in texts(dialog)
    assert dialog.table.taken == {one.id for one in dialog.table.shown_rows} - {left}
    dialog.keep.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: len(page(window).selected_with("issued")) == 2)
    walking.rest(qtbot, desk)


def test_a_document_goes_on_as_it_was_left_and_is_used_up(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    page(window).acts["new-document"].trigger()
    dialog = walking.dialog(qtbot, NewDocument)
    dialog.family.choose("introduction")
    walking.rest(qtbot, desk)
    dialog.records.list.item(1).setCheckState(Qt.CheckState.Checked)
    QTest.keyClicks(dialog.asked.lines["handler"], "Chen")
    dialog.language.choose("both")
    wish = dialog.wish()
    assert fits.cut_off_in_both(dialog) == []
    dialog.later.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: page(window).in_hand() is not None)
    walking.rest(qtbot, desk)
    assert page(window).preview.view.count == 2
    QTest.keyClick(page(window).table, Qt.Key.Key_Return)
    dialog = walking.dialog(qtbot, NewDocument)
    walking.rest(qtbot, desk)
    assert dialog.wish() == wish
    QTest.keyClicks(dialog.asked.lines["unit"], "Xinghe||Xinghe Ltd")
    qtbot.waitUntil(dialog.issue.isEnabled, timeout=20_000)
    dialog.issue.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: page(window).seen is not None)
    walking.rest(qtbot, desk)
    assert page(window).shown.kept == ()


def test_ticks_and_answers_stay_when_the_kind_is_changed(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    page(window).acts["new-document"].trigger()
    dialog = walking.dialog(qtbot, NewDocument)
    dialog.family.choose("supervisor_list")
    walking.rest(qtbot, desk)
    dialog.records.list.item(2).setCheckState(Qt.CheckState.Checked)
    chosen = dialog.records.chosen()
    dialog.asked.lines["copies_to"].setFocus()
    QTest.keyClicks(dialog.asked.lines["copies_to"], "Graduate School")
    dialog.family.choose("introduction")
    walking.rest(qtbot, desk)
    assert dialog.records.chosen() == chosen
    dialog.family.choose("supervisor_list")
    walking.rest(qtbot, desk)
    assert dialog.records.chosen() == chosen
    assert dialog.asked.lines["copies_to"].text() == "Graduate School"
    dialog.reject()


def test_what_is_discarded_comes_back_by_undo(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    dialog, _ = unticked(qtbot, window)
    dialog.later.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: page(window).in_hand() is not None)
    version = page(window).shown.kept[0].version
    page(window).acts["discard"].trigger()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: page(window).shown.kept == ())
    assert not page(window).acts["resume"].isEnabled()
    desk.write(undo.undo, version + 1)
    assert len(desk.read(in_hand.listed)) == 1
