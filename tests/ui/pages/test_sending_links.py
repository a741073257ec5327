"""A column that points to another record is offered to those who have one of their own, chosen, sent and merged."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.models import Organisation, Placement, TrainingBase
from ptman.roundtrip import scope
from tests import makers
from tests.ptman import sent_books
from tests.ptman.sent_books import HOST, Cell
from tests.ui import fits
from tests.ui.pages import sending_room, walking
from ui.dialogs.draft import DraftDialog
from ui.office import OpenOffice
from ui.pages.importing import ImportPage
from ui.pages.placements import PlacementsPage
from ui.window import Window


@pytest.fixture
def desk(office: db.Database) -> Iterator[OpenOffice]:
    """The host has two bases, another company one."""

    def more(session: Session) -> None:
        sent_books.fill(session)
        sent_books.agree(session)
        makers.base(session, "JD002", "云栖二号基地", host=session.get(Organisation, sent_books.host_of(session)))
        makers.base(session, "JD003", "别家的基地")

    office.write(more)
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, PlacementsPage, ImportPage)


def test_whoever_has_nothing_to_choose_is_not_asked(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    dialog = sending_room.asked(qtbot, window)
    dialog.to.recipient.setEditText("计算机学院")
    sending_room.press(dialog, qtbot, desk)
    (closed,) = dialog.what.fill.findItems(f"基地（{scope.NONE_OWN.zh}）", Qt.MatchFlag.MatchExactly)
    assert not closed.flags() & Qt.ItemFlag.ItemIsEnabled
    assert fits.cut_off_in_both(dialog, 680, 600) == []
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    dialog.to.recipient.setEditText(HOST)
    sending_room.press(dialog, qtbot, desk)
    sending_room.tick(dialog.what.fill, "基地")
    assert dialog.what.fill.ticked() == ("placement.base_id",)
    dialog.reject()


def test_a_base_is_chosen_by_its_host(
    qtbot: QtBot, window: Window, desk: OpenOffice, office: db.Database, tmp_path: Path
) -> None:
    dialog = sending_room.asked(qtbot, window)
    sending_room.press(dialog, qtbot, desk)
    sending_room.tick(dialog.what.fill, "基地")
    sending_room.press(dialog, qtbot, desk)
    QTest.mouseClick(dialog.give, Qt.MouseButton.LeftButton)
    target = tmp_path / "填报.xlsx"
    walking.choose(qtbot, target)
    walking.rest(qtbot, desk)
    choices = [cell for row in openpyxl.load_workbook(target).worksheets[1].iter_rows(values_only=True) for cell in row]
    assert choices[1::2][:2] == ["云栖二号基地", "云栖实践基地"]
    path = sent_books.written_in(target, tmp_path / "回复.xlsx", Cell(0, "基地", "云栖二号基地"))
    window.go("import")
    assert isinstance(window.page, ImportPage)
    window.page.take([path])
    QTest.mouseClick(walking.dialog(qtbot, DraftDialog).keep, Qt.MouseButton.LeftButton)
    walking.rest(qtbot, desk)
    query = select(TrainingBase.name).join(Placement, Placement.base_id == TrainingBase.id)
    names = office.read(lambda session: session.scalars(query).all())
    assert sorted(names) == ["云栖二号基地", *["云栖实践基地"] * 3]
