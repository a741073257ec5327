"""A roster comes a second time: a conflict is chosen, kept and taken back through the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.drafts import Fate
from ptman.register import lists
from tests.ptman.intake import books, resending
from tests.ui import fits, named
from tests.ui.pages import walking
from ui.dialogs.draft import DraftDialog
from ui.dialogs.merge import MergeDialog
from ui.imports.source import SourceLine
from ui.office import OpenOffice
from ui.pages.importing import ImportPage
from ui.window import Window

FILE, HAND, NEWER = "19900000001", "19900000002", "19900000003"


@pytest.fixture
def desk(office: db.Database) -> Iterator[OpenOffice]:
    resending.send(office, [books.student("22660001", "张雨桐", 手机=FILE), books.student("22660002", "李明")])
    office.write(resending.edit, "22660001", mobile=HAND)
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, ImportPage)


def look(qtbot: QtBot, window: Window, folder: Path, mobile: str) -> DraftDialog:
    path = books.write(folder / "学院.xlsx", books.STUDENT, [books.student("22660001", "张雨桐", 手机=mobile)])
    assert isinstance(window.page, ImportPage)
    window.page.take([path])
    return walking.dialog(qtbot, DraftDialog)


def source_line(dialog: DraftDialog) -> SourceLine:
    line = dialog.findChild(SourceLine)
    assert isinstance(line, SourceLine)
    return line


def show(dialog: DraftDialog, fate: Fate) -> None:
    codes = [dialog.kinds.item(at).data(Qt.ItemDataRole.UserRole) for at in range(dialog.kinds.count())]
    dialog.kinds.setCurrentRow(codes.index(fate.value))


def test_a_conflict_is_chosen_kept_and_undone(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    dialog = look(qtbot, window, tmp_path, NEWER)
    assert dialog.take.text() == "全部采纳"
    dialog.take.click()
    assert dialog.table.taken == set()
    show(dialog, Fate.CONFLICT)
    assert dialog.take.text() == "全部用文件的"
    (row,) = dialog.table.shown_rows
    dialog.table.select([row.id])
    assert fits.cut_off_in_both(dialog, 1080, 680) == []
    assert named.nameless(dialog) == []
    dialog.take.click()
    dialog.keep.click()
    walking.rest(qtbot, desk)
    assert resending.mobile(office) == NEWER
    # The window says what it would take back once the answer is in.
    qtbot.waitUntil(lambda: "学院.xlsx" in window.status.text() and "Ctrl+Z" in window.status.text())
    walking.rest(qtbot, desk)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: resending.mobile(office) == HAND)


def test_a_conflict_left_to_the_office_is_settled(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    dialog = look(qtbot, window, tmp_path, NEWER)
    assert dialog.table.taken == set()
    assert dialog.keep.isEnabled()
    dialog.keep.click()
    walking.rest(qtbot, desk)
    assert resending.mobile(office) == HAND
    again = look(qtbot, window, tmp_path, NEWER)
    assert again.draft.counts()[Fate.CONFLICT] == 0
    show(again, Fate.KEPT_BY_HAND)
    assert again.leave.text() == "全部留办公室的"


def test_another_source_draws_another_draft(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    dialog = look(qtbot, window, tmp_path, FILE)
    assert dialog.draft.counts()[Fate.MISSING] == 1
    line = source_line(dialog)
    assert line.box.currentText() == "学院"
    line.box.setEditText("研究生院")
    edit = line.box.lineEdit()
    assert edit is not None
    QTest.keyClick(edit, Qt.Key.Key_Return)
    walking.rest(qtbot, desk)
    again = walking.dialog(qtbot, DraftDialog)
    counts = again.draft.counts()
    assert (counts[Fate.MISSING], counts[Fate.KEPT_BY_HAND], counts[Fate.CONFLICT]) == (0, 0, 1)
    assert source_line(again).box.currentText() == "研究生院"
    assert resending.mobile(office) == HAND


def test_likely_duplicates_are_offered_for_merging(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    path = books.write(tmp_path / "乙.xlsx", books.STUDENT, [books.student("22660003", "李明")])
    page = window.page
    assert isinstance(page, ImportPage)
    page.take([path])
    dialog = walking.dialog(qtbot, DraftDialog)
    dialog.table.take(dialog.draft.keepable(), on=True)
    dialog.keep.click()
    qtbot.waitUntil(lambda: len(page.notices.bars()) == 1)
    walking.rest(qtbot, desk)
    (bar,) = page.notices.bars()
    assert "1 对记录可能重复" in bar.sentence.text()
    assert fits.cut_off_in_both(window) == []
    next(one for one in bar.findChildren(QPushButton) if one.text() == "并排比较…").click()
    merging = walking.dialog(qtbot, MergeDialog)
    merging.merge.click()
    walking.rest(qtbot, desk)
    assert len(office.read(lists.students, resending.TODAY).rows) == 2
