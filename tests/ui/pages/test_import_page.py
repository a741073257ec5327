"""Workbooks are dropped, looked at, kept and taken back; what cannot be taken says why in its place."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.intake import kinds, reading, store
from ptman.register import lists, unfinished
from ptman.samples import workbooks
from ptman.samples.workbooks import Sample
from tests.ui import fits, named
from tests.ui.pages import walking
from ui.dialogs.draft import DraftDialog
from ui.office import OpenOffice
from ui.pages.importing import ImportPage
from ui.window import Window

TODAY = date(2026, 9, 10)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return workbooks.write_clean(tmp_path_factory.mktemp("clean"), TODAY, students=20)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return workbooks.write(tmp_path_factory.mktemp("faulty"), TODAY, students=20)


@pytest.fixture
def desk(office: db.Database) -> Iterator[OpenOffice]:
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, ImportPage)


def page(window: Window) -> ImportPage:
    assert isinstance(window.page, ImportPage)
    return window.page


def drop(onto: QWidget, *paths: Path) -> None:
    """Hold the files over the page and let go, as the window system tells it."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, held, left, none)
    QApplication.sendEvent(onto, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(onto, QDropEvent(QPointF(300, 300), copy, held, left, none))


def students(desk: OpenOffice) -> int:
    return len(desk.read(lists.students, TODAY).rows)


def test_several_workbooks_come_in_the_right_order_and_go_back(
    qtbot: QtBot, window: Window, desk: OpenOffice, clean: Sample
) -> None:
    drop(page(window), clean.students, clean.academics)
    first = walking.dialog(qtbot, DraftDialog)
    assert clean.academics.name in first.windowTitle()
    first.keep.click()
    walking.rest(qtbot, desk)
    second = walking.dialog(qtbot, DraftDialog)
    assert clean.students.name in second.windowTitle()
    assert "20" in second.sentence.text()
    second.keep.click()
    qtbot.waitUntil(lambda: len(page(window).table.shown_rows) == 2)
    assert f"已导入“{clean.students.name}” 20 行" in window.status.text()
    assert students(desk) == 20
    page(window).table.select([page(window).table.shown_rows[0].id])
    page(window).acts["undo-import"].trigger()
    qtbot.waitUntil(lambda: "已撤销" in str(page(window).table.shown_rows[0].cells[4]))
    assert students(desk) == 0
    assert not page(window).acts["undo-import"].isEnabled()


def test_looking_and_leaving_keeps_nothing(
    qtbot: QtBot, window: Window, desk: OpenOffice, clean: Sample, office_path: Path
) -> None:
    before = office_path.read_bytes()
    page(window).take([clean.bases])
    QTest.keyClick(walking.dialog(qtbot, DraftDialog), Qt.Key.Key_Escape)
    walking.rest(qtbot, desk)
    assert office_path.read_bytes() == before
    assert not page(window).flow.busy
    assert not (office_path.parent / f"{office_path.name}-backups").exists()


def test_bad_file_says_why_on_the_page_and_can_be_tried_again(
    qtbot: QtBot, window: Window, desk: OpenOffice, clean: Sample, tmp_path: Path
) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(b"")
    drop(page(window), path)
    qtbot.waitUntil(lambda: len(page(window).notices.bars()) == 1)
    walking.rest(qtbot, desk)
    bar = page(window).notices.bars()[0]
    assert "空文件" in bar.sentence.text()
    assert walking.dialogs() == []
    path.write_bytes(clean.academics.read_bytes())
    next(one for one in bar.findChildren(QPushButton) if one.text() == "再试一次").click()
    assert walking.dialog(qtbot, DraftDialog).windowTitle().startswith("导入“名册.xlsx”：校内导师")
    assert page(window).notices.bars() == []


def test_unknown_headers_offer_to_name_the_kind(qtbot: QtBot, window: Window, desk: OpenOffice, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "别的.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ["苹果", "梨", "价格"])
    page(window).take([path])
    walking.rest(qtbot, desk)
    bar = page(window).notices.bars()[0]
    box = bar.findChildren(QComboBox)[0]
    assert box.count() == 1 + len(kinds.kinds())
    box.setCurrentIndex(box.findData("students"))
    next(one for one in bar.findChildren(QPushButton) if one.text() == "再试一次").click()
    walking.rest(qtbot, desk)
    assert "找过：学生名册" in page(window).notices.bars()[0].sentence.text()


def test_refused_rows_go_back_marked(
    qtbot: QtBot, window: Window, desk: OpenOffice, faulty: Sample, tmp_path: Path
) -> None:
    page(window).take([faulty.academics])
    shown = walking.dialog(qtbot, DraftDialog)
    assert shown.table.taken == shown.draft.preset()
    assert shown.copy.isVisible()
    shown.keep.click()
    walking.rest(qtbot, desk)
    bar = page(window).notices.bars()[0]
    assert "行未接受" in bar.sentence.text()
    bar.findChildren(QPushButton)[0].click()
    target = tmp_path / "标注.xlsx"
    walking.choose(qtbot, target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    walking.rest(qtbot, desk)
    assert reading.read(target).sheets
    assert "标注副本已存为" in window.status.text()
    (left,) = desk.read(unfinished.imports)
    window.go("import", "refused")
    walking.rest(qtbot, desk)
    assert page(window).table.selected() == (str(left.number),)
    assert f"有 {left.refused} 行未接受" in page(window).notices.bars()[-1].sentence.text()


def test_cancel_while_reading_leaves_the_page_ready(
    qtbot: QtBot, window: Window, desk: OpenOffice, clean: Sample
) -> None:
    with qtbot.waitSignal(desk.work.cancelled), qtbot.waitSignal(desk.work.progressed):
        desk.work.progressed.connect(lambda _progress: desk.work.cancel())
        page(window).take([clean.students, clean.bases])
    walking.rest(qtbot, desk)
    assert not page(window).flow.busy
    assert walking.dialogs() == []
    assert page(window).acts["choose"].isEnabled()


def test_templates_are_saved_from_the_page(qtbot: QtBot, window: Window, desk: OpenOffice, tmp_path: Path) -> None:
    buttons = [one for one in page(window).kinds.findChildren(QPushButton) if one.text() == "空白模板…"]
    others = page(window).kinds.findChild(QComboBox)
    assert isinstance(others, QComboBox)
    others.setCurrentIndex(others.findData("agreement"))
    assert len(buttons) == 6
    for button, name in ((buttons[3], "学生.xlsx"), (buttons[5], "协议.xlsx")):
        button.click()
        walking.choose(qtbot, tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists)
        walking.rest(qtbot, desk)
        assert f"空白模板已存为 {name}" in window.status.text()
    assert store.read(tmp_path / "协议.xlsx")[1][0].book == "agreement"


def test_nothing_is_cut_off_and_everything_is_named(
    qtbot: QtBot, window: Window, desk: OpenOffice, tmp_path: Path
) -> None:
    assert fits.cut_off_in_both(window) == []
    (tmp_path / "空.xlsx").write_bytes(b"")
    page(window).take([tmp_path / "空.xlsx"])
    walking.rest(qtbot, desk)
    assert fits.cut_off_in_both(window) == []
    assert named.nameless(window) == []
    assert named.rich(window) == []
