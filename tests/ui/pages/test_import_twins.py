"""A row that may mean somebody on file is compared side by side in the draft, and decided before anything is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.drafts import Fate
from ptman.register import lists
from tests.ptman import offices
from tests.ptman.intake import books, resending
from tests.ui import fits, named
from tests.ui.pages import walking
from ui.dialogs.draft import DraftDialog
from ui.imports.twin_line import TwinDialog, TwinLine
from ui.office import OpenOffice
from ui.pages.importing import ImportPage
from ui.window import Window


@pytest.fixture
def desk(office: db.Database) -> Iterator[OpenOffice]:
    resending.send(office, [books.student("22660001", "张雨桐", 手机="19900000001")])
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, ImportPage)


def look(qtbot: QtBot, window: Window, folder: Path) -> tuple[DraftDialog, TwinLine]:
    rows = [books.student("22660010", "张雨桐", 手机="19900000001")]
    assert isinstance(window.page, ImportPage)
    window.page.take([books.write(folder / "研究生院.xlsx", books.STUDENT, rows)])
    return shown(qtbot)


def shown(qtbot: QtBot) -> tuple[DraftDialog, TwinLine]:
    dialog = walking.dialog(qtbot, DraftDialog)
    line = dialog.findChild(TwinLine)
    assert isinstance(line, TwinLine)
    return dialog, line


def test_the_same_person_is_compared_instead_of_added(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    draft, line = look(qtbot, window, tmp_path)
    assert draft.draft.counts()[Fate.DOUBTFUL] == 1
    assert "22660001 · 姓名相同，手机相同" in line.box.currentText()
    assert fits.cut_off_in_both(draft, 1080, 680) == []
    draft.table.select([draft.table.shown_rows[0].id])
    assert line.box.currentText().startswith("张雨桐 Sheet1 · 2 ↔")
    line.compare.click()
    both = walking.dialog(qtbot, TwinDialog)
    assert fits.cut_off_in_both(both, 720, 480) == []
    assert named.nameless(both) == []
    both.same.click()
    qtbot.waitUntil(lambda: draft not in walking.dialogs())
    again, line = shown(qtbot)
    assert not line.isVisible()
    assert (again.draft.counts()[Fate.DOUBTFUL], again.draft.counts()[Fate.CHANGED]) == (0, 1)
    again.keep.click()
    walking.rest(qtbot, desk)
    rows = office.read(lists.students, resending.TODAY).rows
    assert len(rows) == 1
    assert resending.mobile(office, "22660010") == "19900000001"


def test_deciding_one_row_leaves_the_ticks_of_the_others(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    """A row that was unticked by hand is not taken because another one was decided since."""
    rows = [
        books.student("22660010", "张雨桐", 手机="19900000001"),
        books.student("22660011", "王若溪", 手机="19900000002"),
    ]
    assert isinstance(window.page, ImportPage)
    window.page.take([books.write(tmp_path / "研究生院.xlsx", books.STUDENT, rows)])
    draft, line = shown(qtbot)
    new = next(item.key for item in draft.draft.items if item.fate is Fate.NEW)
    draft.table.select([new])
    QTest.keyClick(draft.table, Qt.Key.Key_Space)
    assert draft.table.taken == set()
    line.compare.click()
    walking.dialog(qtbot, TwinDialog).same.click()
    qtbot.waitUntil(lambda: draft not in walking.dialogs())
    again, _line = shown(qtbot)
    assert new not in again.table.taken
    again.keep.click()
    walking.rest(qtbot, desk)
    assert len(office.read(lists.students, resending.TODAY).rows) == 1


def test_somebody_else_is_added(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    draft, line = look(qtbot, window, tmp_path)
    assert draft.table.taken == set()
    line.compare.click()
    walking.dialog(qtbot, TwinDialog).other.click()
    assert len(draft.table.taken) == 1
    assert not line.isVisible()
    draft.keep.click()
    walking.rest(qtbot, desk)
    assert len(office.read(lists.students, resending.TODAY).rows) == 2


def test_escape_decides_nothing(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    before = offices.tables(office.path)
    draft, line = look(qtbot, window, tmp_path)
    line.compare.click()
    QTest.keyClick(walking.dialog(qtbot, TwinDialog), Qt.Key.Key_Escape)
    assert (draft.table.taken, line.box.count()) == (set(), 1)
    draft.cancel.click()
    walking.rest(qtbot, desk)
    assert offices.tables(office.path) == before
