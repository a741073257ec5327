"""A workbook is sent from the list of placements, filled in, imported in the window and reminded of, by clicks."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.export.layouts import store
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.layouts.store import Belonging
from ptman.models import Organisation
from ptman.rules import dates
from tests.ptman import offices, sent_books
from tests.ptman.sent_books import HOST, Cell
from tests.ui import fits, named
from tests.ui.pages import sending_room, walking
from ui import day
from ui.dialogs.draft import DraftDialog
from ui.giving.consent_dialog import ConsentDialog
from ui.giving.send_to import BAD_DUE, NO_RECIPIENT
from ui.giving.send_what import NO_FILL
from ui.imports.source import SourceLine
from ui.nouns.sending import NOT_OUT, WorkbooksOutPage
from ui.office import OpenOffice
from ui.pages.importing import ImportPage
from ui.pages.placements import PlacementsPage
from ui.window import Window


@pytest.fixture
def desk(office: db.Database) -> Iterator[OpenOffice]:
    office.write(sent_books.fill)
    office.write(sent_books.agree, *sent_books.NAMES[:3])
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, PlacementsPage, WorkbooksOutPage, ImportPage)


def sent_to(qtbot: QtBot, window: Window, desk: OpenOffice, target: Path) -> None:
    dialog = sending_room.asked(qtbot, window)
    QTest.keyClicks(dialog.to.due, str(day.today() + timedelta(14)))
    sending_room.press(dialog, qtbot, desk)
    sending_room.tick(dialog.what.fill, "岗位")
    sending_room.press(dialog, qtbot, desk)
    QTest.mouseClick(dialog.give, Qt.MouseButton.LeftButton)
    walking.choose(qtbot, target)
    walking.rest(qtbot, desk)


def test_what_is_missing_is_said_and_escape_changes_nothing(
    qtbot: QtBot, window: Window, desk: OpenOffice, office_path: Path
) -> None:
    before = offices.tables(office_path)
    dialog = sending_room.asked(qtbot, window)
    assert dialog.to.recipient.currentText() == HOST
    dialog.to.recipient.setEditText(" ")
    assert (dialog.missing.text(), dialog.next.isEnabled()) == (NO_RECIPIENT.zh, False)
    dialog.to.recipient.setEditText("计算机学院")
    QTest.keyClicks(dialog.to.due, str(day.today() - timedelta(1)))
    assert (dialog.missing.text(), dialog.next.isEnabled()) == (BAD_DUE.zh, False)
    dialog.to.due.clear()
    assert fits.cut_off_in_both(dialog, 680, 600) == []
    sending_room.press(dialog, qtbot, desk)
    assert (dialog.missing.text(), dialog.next.isEnabled()) == (NO_FILL.zh, False)
    sending_room.tick(dialog.what.fill, "开始日期")
    assert fits.cut_off_in_both(dialog, 680, 600) == []
    assert named.nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    walking.rest(qtbot, desk)
    assert offices.tables(office_path) == before


def test_the_layout_that_was_kept_for_them_comes_by_itself(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    def keep(session: Session) -> None:
        unit = session.scalars(select(Organisation.id).where(Organisation.name == HOST)).one()
        picks = (Pick("name", "实习生"), Pick("student_no"), Pick("post_name", "岗位名称"))
        store.save(session, "送云栖", Layout("placements", picks), Belonging(organisation=unit))

    office.write(keep)
    dialog = sending_room.asked(qtbot, window)
    assert dialog.what.columns.ticked() == ("name", "student_no", "post_name")
    sending_room.press(dialog, qtbot, desk)
    sending_room.tick(dialog.what.fill, "岗位")
    sending_room.press(dialog, qtbot, desk)
    QTest.mouseClick(dialog.give, Qt.MouseButton.LeftButton)
    walking.choose(qtbot, tmp_path / "填报.xlsx")
    walking.rest(qtbot, desk)
    sheet = openpyxl.load_workbook(tmp_path / "填报.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[sent_books.HEADER_ROW] if cell.value]
    assert [head for head in heads if head in {"实习生", "学号", "岗位名称"}] == ["实习生", "学号", "岗位名称"]


def test_who_has_not_agreed_is_named_before_and_can_agree_on_paper(
    qtbot: QtBot, window: Window, desk: OpenOffice
) -> None:
    dialog = sending_room.asked(qtbot, window)
    sending_room.press(dialog, qtbot, desk)
    sending_room.tick(dialog.what.fill, "岗位")
    sending_room.press(dialog, qtbot, desk)
    assert [dialog.look.left_out.item(at).text() for at in range(dialog.look.left_out.count())] == ["22660004  赵明轩"]
    QTest.mouseClick(dialog.look.record, Qt.MouseButton.LeftButton)
    paper = walking.dialog(qtbot, ConsentDialog)
    QTest.mouseClick(paper.keep, Qt.MouseButton.LeftButton)
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: dialog.look.left_out.count() == 0)
    dialog.reject()


def test_sent_filled_in_and_merged_through_the_window(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    target = tmp_path / "填报.xlsx"
    sent_to(qtbot, window, desk, target)
    assert sent_books.state(office, "WB2026-001") == ("out", None)
    path = sent_books.written_in(target, tmp_path / "回复.xlsx", Cell(0, "岗位", "算法工程师"))
    window.go("import")
    assert isinstance(window.page, ImportPage)
    window.page.take([path])
    dialog = walking.dialog(qtbot, DraftDialog)
    line = dialog.findChild(SourceLine)
    assert isinstance(line, SourceLine)
    assert not line.isVisible()
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    walking.rest(qtbot, desk)
    assert "算法工程师" in sent_books.posts(office).values()
    assert sent_books.state(office, "WB2026-001")[0] == "merged"


def test_the_register_reminds_saves_again_and_withdraws(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    sent_to(qtbot, window, desk, tmp_path / "填报.xlsx")
    window.go("registers/workbook_out")
    walking.rest(qtbot, desk)
    page = window.page
    assert isinstance(page, WorkbooksOutPage)
    page.table.select([page.table.shown_rows[0].id])
    page.acts["remind"].trigger()
    walking.rest(qtbot, desk)
    assert f"请于 {dates.prose(day.today() + timedelta(14))} 前返回" in QGuiApplication.clipboard().text()
    page.acts["again"].trigger()
    walking.choose(qtbot, tmp_path / "再发.xlsx")
    walking.rest(qtbot, desk)
    assert (tmp_path / "再发.xlsx").read_bytes() == (tmp_path / "填报.xlsx").read_bytes()
    page.acts["withdraw"].trigger()
    walking.rest(qtbot, desk)
    assert sent_books.state(office, "WB2026-001")[0] == "withdrawn"
    page.table.select([page.table.shown_rows[0].id])
    row = next(row for row in page.acts.rows if row.key == "remind")
    assert row.off_because() == NOT_OUT
    assert "add" not in {row.key for row in page.acts.rows}
