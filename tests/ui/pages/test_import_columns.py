"""Headers nobody has seen are matched in the window: dragged, by keys, by the box; remembered, changed later."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ptman import db
from ptman.drafts import Fate
from ptman.intake import columns
from ptman.intake.layouts import LEFT_OUT
from tests.ptman import offices
from tests.ptman.intake import books, resending
from tests.ui import fits, named
from tests.ui.pages import walking
from ui.dialogs.draft import DraftDialog
from ui.imports.columns import ColumnsDialog
from ui.imports.source import SourceLine
from ui.office import OpenOffice
from ui.pages.importing import ImportPage
from ui.window import Window

HEADER = ("学生编码", "联络", "籍贯", *(one for one in books.STUDENT if one not in {"学号", "手机"}))


@pytest.fixture
def desk(office: db.Database) -> Iterator[OpenOffice]:
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, ImportPage)


def take(window: Window, folder: Path, header: tuple[str, ...] = HEADER) -> None:
    known = dict(zip(books.STUDENT, books.student("22660001", "张雨桐"), strict=True))
    known |= {"学生编码": "22660001", "联络": "19900000001", "籍贯": "浙江"}
    assert isinstance(window.page, ImportPage)
    window.page.take([books.write(folder / "学院.xlsx", header, [[known[one] for one in header]])])


def press(page: ImportPage, text: str) -> None:
    (bar,) = page.notices.bars()
    next(one for one in bar.findChildren(QPushButton) if one.text() == text).click()


def row_of(dialog: ColumnsDialog, slot: str) -> int:
    rows = range(dialog.targets.count())
    return next(row for row in rows if dialog.targets.item(row).data(Qt.ItemDataRole.UserRole) == slot)


class Held(QDropEvent):
    """A drop whose hand began on the headers."""

    begun_on: QObject

    @override
    def source(self) -> QObject:
        return self.begun_on


def drop(dialog: ColumnsDialog, slot: str) -> None:
    """Let the selected header go over that column."""
    item = dialog.targets.item(row_of(dialog, slot))
    dialog.targets.scrollToItem(item)
    place = QPointF(dialog.targets.visualItemRect(item).center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = Held(place, copy, QMimeData(), left, none)
    event.begun_on = dialog.headings
    dialog.targets.dropEvent(event)


def test_a_roster_that_was_not_understood_is_matched_and_drafted(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    page = window.page
    assert isinstance(page, ImportPage)
    take(window, tmp_path)
    qtbot.waitUntil(lambda: len(page.notices.bars()) == 1)
    walking.rest(qtbot, desk)
    assert fits.cut_off_in_both(window) == []
    press(page, "指明各列…")
    dialog = walking.dialog(qtbot, ColumnsDialog)
    assert fits.cut_off_in_both(dialog, 1000, 640) == []
    assert named.nameless(dialog) == []
    assert "学号" in dialog.missing.text()
    assert not dialog.keep.isEnabled()
    match_three(dialog)
    dialog.keep.click()
    draft = walking.dialog(qtbot, DraftDialog)
    assert draft.draft.counts()[Fate.NEW] == 1
    draft.keep.click()
    walking.rest(qtbot, desk)
    assert resending.mobile(office) == "19900000001"
    take(window, tmp_path)
    assert walking.dialog(qtbot, DraftDialog).draft.counts()[Fate.UNCHANGED] == 1


def match_three(dialog: ColumnsDialog) -> None:
    """One by dragging, one by keys, one by the box."""
    dialog.headings.choose(0)
    drop(dialog, "student.student_no")
    dialog.headings.choose(1)
    QTest.keyClick(dialog.headings, Qt.Key.Key_Return)
    assert dialog.targets.hasFocus()
    dialog.targets.setCurrentRow(row_of(dialog, "person.mobile"))
    QTest.keyClick(dialog.targets, Qt.Key.Key_Return)
    dialog.headings.choose(2)
    dialog.box.setCurrentIndex(dialog.box.findData(LEFT_OUT))
    dialog.box.activated.emit(dialog.box.currentIndex())
    assert not dialog.missing.isVisible()


def test_a_column_left_unread_is_matched_from_the_draft_and_later_forgotten(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    take(window, tmp_path, (*books.STUDENT[:-1], "联络"))
    draft = walking.dialog(qtbot, DraftDialog)
    line = draft.findChild(SourceLine)
    assert isinstance(line, SourceLine)
    assert line.columns.text() == "列的对应（1 列未读）…"
    line.columns.click()
    dialog = walking.dialog(qtbot, ColumnsDialog)
    dialog.headings.choose(len(books.STUDENT) - 1)
    dialog.choose("person.mobile")
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(walking.dialogs()) and not desk.work.busy)
    again = walking.dialog(qtbot, DraftDialog)
    assert again is not draft
    again.cancel.click()
    walking.rest(qtbot, desk)
    page = window.page
    assert isinstance(page, ImportPage)
    page.acts["columns"].trigger()
    later = walking.dialog(qtbot, ColumnsDialog)
    assert later.headings.topLevelItemCount() == 1
    later.choose(None)
    later.keep.click()
    qtbot.waitUntil(lambda: office.read(columns.sources) == ())


def test_leaving_the_dialog_changes_nothing(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    page = window.page
    assert isinstance(page, ImportPage)
    before = offices.tables(office.path)
    take(window, tmp_path)
    qtbot.waitUntil(lambda: len(page.notices.bars()) == 1)
    press(page, "指明各列…")
    dialog = walking.dialog(qtbot, ColumnsDialog)
    dialog.choose("student.student_no")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    walking.rest(qtbot, desk)
    assert offices.tables(office.path) == before
