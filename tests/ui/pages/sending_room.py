"""The dialog that sends a workbook, for tests: opened from the list of placements, filled in with keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages import walking
from ui.giving.send_dialog import SendDialog
from ui.office import OpenOffice
from ui.pages.placements import PlacementsPage
from ui.window import Window


def asked(qtbot: QtBot, window: Window) -> SendDialog:
    assert isinstance(window.page, PlacementsPage)
    window.page.acts["send"].trigger()
    return walking.dialog(qtbot, SendDialog)


def tick(fill: QListWidget, label: str) -> None:
    """With the keyboard."""
    (item,) = fill.findItems(label, Qt.MatchFlag.MatchExactly)
    fill.setCurrentItem(item)
    QTest.keyClick(fill, Qt.Key.Key_Space)


def press(dialog: SendDialog, qtbot: QtBot, desk: OpenOffice) -> None:
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    walking.rest(qtbot, desk)
