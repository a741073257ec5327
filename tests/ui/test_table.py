"""The one table keeps selection by ids, remembers its columns, and shows names as typed."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from ptman.labels import Lang
from tests.ui.office import students
from ui import style, words
from ui.pieces import text
from ui.table import TableView


def table(qtbot: QtBot, count: int = 40) -> TableView:
    made = TableView(students(count))
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    return made


def test_selection_survives_refresh_sort_filter_and_language(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.select(["s8", "s4"])
    assert made.selected() == ("s4", "s8")
    made.horizontalHeader().sectionClicked.emit(7)
    made.horizontalHeader().sectionClicked.emit(7)
    assert made.selected() == ("s8", "s4")
    made.show_listing(students(50))
    words.language.speak(Lang.EN)
    assert made.selected() == ("s8", "s4")
    made.show_tag("no_industry")
    assert made.selected() == ("s8", "s4")
    made.search("2266 s4")
    assert made.selected() == ()


def test_selection_is_told_once(qtbot: QtBot) -> None:
    made = table(qtbot)
    with qtbot.waitSignal(made.selection_changed) as told:
        made.select(["s1"])
    assert told.args == [("s1",)]
    heard: list[tuple[str, ...]] = []
    made.selection_changed.connect(heard.append)
    made.show_listing(students(41))
    assert heard == []
    made.show_listing(students(1))
    assert heard == [()]


def test_enter_and_double_click_open_the_row(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.select(["s2"])
    with qtbot.waitSignal(made.row_opened) as opened:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert opened.args == ["s2"]
    with qtbot.waitSignal(made.row_opened) as opened:
        made.doubleClicked.emit(made.model().index(5, 0))
    assert opened.args == ["s5"]


def test_copy_gives_what_a_spreadsheet_takes(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.horizontalHeader().setSectionHidden(2, True)
    made.select(["s1", "s0"])
    QTest.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["学号", "姓名", "校内导师"]
    assert lines[1].split("\t")[:4] == ["22660000", "张雨桐", "陈嘉怡", "0/8"]
    assert len(lines) == 3


def test_columns_and_sort_are_found_again(qtbot: QtBot) -> None:
    made = table(qtbot)
    header = made.horizontalHeader()
    header.moveSection(0, 3)
    header.resizeSection(1, 222)
    header.setSectionHidden(4, True)
    header.sectionClicked.emit(7)
    again = table(qtbot)
    columns = [column.key for column in again.shown.columns]
    assert columns == ["name", "field", "academic", "number", "industry", "since", "days"]
    assert again.columnWidth(1) == 222
    assert again.shown.rows[0].id == "s0"
    again.horizontalHeader().sectionClicked.emit(7)
    assert again.shown.rows[0].id == "s39"


def test_column_chooser_keeps_the_last_column(qtbot: QtBot) -> None:
    made = table(qtbot)
    for action in made._header.chooser().actions()[1:8]:
        action.setChecked(False)
    assert [column.key for column in made.shown.columns] == ["number"]
    first = made._header.chooser().actions()[0]
    assert (first.isChecked(), first.isEnabled()) == (True, False)
    made._header.chooser().actions()[-1].trigger()
    assert len(made.shown.columns) == 8


def test_names_are_shown_as_typed_in_tips(qtbot: QtBot) -> None:
    listing = students(1)
    bad = '<img src="/etc/hostname">' * 6
    listing = replace(listing, rows=(replace(listing.rows[0], cells=("1", bad, *listing.rows[0].cells[2:])),))
    made = TableView(listing)
    qtbot.addWidget(made)
    made.show()
    index = made.model().index(0, 1)
    at = made.visualRect(index).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, made.mapToGlobal(at))
    assert made._delegate.helpEvent(event, made, QStyleOptionViewItem(), index)
    assert QToolTip.text() == text.plain_tip(bad)
    assert "<img" not in QToolTip.text()


def test_empty_states(qtbot: QtBot) -> None:
    made = table(qtbot, 0)
    assert made._blanks.empty.isVisible()
    made.show_listing(students(3))
    assert not made._blanks.empty.isVisible()
    made.search("nobody")
    assert made._blanks.none_found.isVisible()


def test_rows_follow_the_density(qtbot: QtBot) -> None:
    made = table(qtbot)
    assert made.rowHeight(0) == 30
    style.choose_density(style.Density.COMPACT)
    assert made.rowHeight(0) == 26


def test_everything_can_be_painted(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.select(["s1"])
    made.show_listing(students(44))
    made.setFocus()
    image = made.grab(made.rect()).toImage()
    assert image.pixelColor(QPoint(700, 60)).isValid()
    assert len({image.pixel(x, 100) for x in range(0, 1100, 3)}) > 3


def test_columns_fit_their_headers_in_either_language_unless_the_user_chose(qtbot: QtBot) -> None:
    made = table(qtbot)
    header = made.horizontalHeader()
    header.resizeSection(1, 77)
    words.language.speak(Lang.EN)
    assert header.sectionSize(1) == 77
    for at, column in enumerate(made.listing.columns):
        if at != 1:
            assert header.sectionSize(at) >= header.fontMetrics().horizontalAdvance(column.label.en)
