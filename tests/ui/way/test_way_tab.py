"""The way of a student beside their record: drawn from the file, walked by keys, opened from there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptman import db
from tests.ptman.aspects.double.double_office import TODAY
from tests.ui import fits, named
from tests.ui.aspects.supervising_room import Room
from ui import day, records, words
from ui.around.sections import AroundTabs
from ui.dialogs.record import RecordDialog
from ui.way import tab
from ui.way.tab import WayTab


@pytest.fixture
def room(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    made = Room(qtbot, office)
    yield made
    made.desk.work.close()


def opened(room: Room, noun: str, key: str) -> RecordDialog:
    records.show(room.desk, room.window, noun, key)
    room.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RecordDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, RecordDialog)
    room.rest()
    return found


def test_a_students_record_shows_the_way(room: Room) -> None:
    before = room.state()
    dialog = opened(room, "student", room.made.students[0])
    (tabs,) = dialog.findChildren(AroundTabs)
    assert tabs.tabText(0) == words.say(tab.TITLE)
    page = tabs.widget(0)
    assert isinstance(page, WayTab)
    room.qtbot.waitUntil(lambda: page.chart.way is not None)
    nouns = {one.one.noun for one in page.chart.placed}
    assert {"supervision", "placement"} <= nouns
    assert fits.cut_off(dialog) == []
    assert named.nameless(dialog) == []
    page.chart.setFocus()
    room.qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    first = page.chart.placed[0].one
    room.qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not dialog)
    inner = QApplication.activeModalWidget()
    assert isinstance(inner, RecordDialog)
    room.rest()
    assert first.noun == "supervision"
    room.qtbot.keyClick(inner, Qt.Key.Key_Escape)
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    room.rest()
    assert room.state() == before


def test_other_records_have_none(room: Room) -> None:
    dialog = opened(room, "industry_supervisor", room.made.leaver)
    assert dialog.findChildren(WayTab) == []
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    room.rest()
