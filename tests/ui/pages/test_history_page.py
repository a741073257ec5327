"""Every step is listed with what it changed; it can be taken back and done again, or says why not."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from ptman import db, journal
from ptman.register import cards, edit, lists
from tests import makers
from tests.ui import fits, named
from tests.ui.pages import walking
from ui.office import OpenOffice
from ui.pages.history import HistoryPage
from ui.window import Window

TODAY = date(2026, 9, 10)


def enrol(session: Session, count: int) -> None:
    for at in range(count):
        makers.student(session, f"2266{at:04d}", "张雨桐")
    journal.say(session, f"登记 {count} 名学生", f"Enrol {count} students")


def hire(session: Session) -> str:
    journal.say(session, "登记导师", "Add a supervisor")
    return makers.academic(session).id


@pytest.fixture
def desk(office: db.Database) -> Iterator[OpenOffice]:
    office.write(enrol, 30)
    guide = office.write(hire)
    office.who = "王老师"
    card = office.read(cards.card, "academic_supervisor", guide)
    office.write(edit.correct, card.ref, {"department": "软件学院"}, TODAY)
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, HistoryPage)


def page(window: Window) -> HistoryPage:
    assert isinstance(window.page, HistoryPage)
    return window.page


def said(window: Window) -> str:
    return "\n".join(label.text() for label in page(window).inspector.findChildren(QLabel))


def look_at(qtbot: QtBot, window: Window, desk: OpenOffice, number: int) -> None:
    page(window).table.select([str(number)])
    walking.rest(qtbot, desk)


def test_a_step_tells_what_it_changed_in_words(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    assert [row.id for row in page(window).table.shown_rows] == ["3", "2", "1"]
    look_at(qtbot, window, desk, 3)
    assert "工程师学院 → 软件学院" in said(window)
    assert "学院" in said(window)
    assert "department" not in said(window)


def test_many_records_come_a_page_at_a_time(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    look_at(qtbot, window, desk, 1)
    assert "改动的记录（60）" in "\n".join(one.text() for one in page(window).inspector.findChildren(QToolButton))
    assert "第 1–20 条" in said(window)
    onwards = [one for one in page(window).inspector.findChildren(QToolButton) if "后一页" in one.toolTip()]
    onwards[0].click()
    walking.rest(qtbot, desk)
    assert "第 21–40 条" in said(window)


def test_a_record_is_opened_from_its_step(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    look_at(qtbot, window, desk, 3)
    go = next(one for one in page(window).inspector.findChildren(QToolButton) if "打开“李伟”" in one.toolTip())
    with qtbot.waitSignal(page(window).record_asked) as asked:
        go.click()
    assert asked.args is not None
    assert asked.args[0] == "academic_supervisor"


def test_a_step_is_taken_back_and_done_again(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    look_at(qtbot, window, desk, 1)
    assert not page(window).acts["redo-step"].isEnabled()
    page(window).acts["undo-step"].trigger()
    walking.rest(qtbot, desk)
    assert len(desk.read(lists.students, TODAY).rows) == 0
    qtbot.waitUntil(page(window).acts["redo-step"].isEnabled)
    assert not page(window).acts["undo-step"].isEnabled()
    page(window).acts["redo-step"].trigger()
    walking.rest(qtbot, desk)
    assert len(desk.read(lists.students, TODAY).rows) == 30
    walking.rest(qtbot, desk)
    newest = page(window).table.shown_rows[0].cells[2]
    assert getattr(newest, "zh", "") == "重做：登记 30 名学生"


def test_a_refused_undo_says_why_in_its_place(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    look_at(qtbot, window, desk, 2)
    page(window).acts["undo-step"].trigger()
    walking.rest(qtbot, desk)
    bar = page(window).notice.bar
    assert bar is not None
    assert "后来改过" in bar.sentence.text()
    assert walking.dialogs() == []
    assert len(page(window).table.shown_rows) == 3
    bar.cross.click()
    assert not page(window).notice.isVisible()


def test_narrowed_by_person_chip_and_number(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    people = page(window).people
    people.setCurrentIndex(people.findData("王老师"))
    people.activated.emit(people.currentIndex())
    assert [row.id for row in page(window).table.shown_rows] == ["3"]
    window.go("history", "2")
    walking.rest(qtbot, desk)
    assert page(window).table.selected() == ("2",)
    window.go("history", "imports")
    assert page(window).table.shown_rows == ()
    window.go("history", "all")
    page(window).search.setFocus()
    QTest.keyClicks(page(window).search, "2026-09-10 30")
    qtbot.waitUntil(lambda: [row.id for row in page(window).table.shown_rows] == ["1"])
    QTest.keyClick(page(window).search, Qt.Key.Key_Escape)


def test_nothing_is_cut_off_and_everything_is_named(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    look_at(qtbot, window, desk, 3)
    assert fits.cut_off_in_both(window) == []
    assert named.nameless(window) == []
    assert named.rich(window) == []
