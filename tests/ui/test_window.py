"""The frame: rail, pages, status line, menus, palette, undo; by keys alone, in both languages, nothing cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ptman.labels import Lang
from tests.ui import fits, named
from tests.ui.office import PAGES, MadeDesk, StudentsPage, students
from ui import memory, style, words
from ui.dialogs.settings import SettingsDialog
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, desk: MadeDesk) -> Window:
    made = Window(desk, PAGES, lambda _window, noun, record: desk.done.append(f"{noun} {record}"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go("students")
    made.look_again()
    made.show()
    qtbot.waitUntil(lambda: "撤销" in made.status.text() and "210" in made.status.text())
    return made


def page(window: Window) -> StudentsPage:
    assert isinstance(window.page, StudentsPage)
    return window.page


def test_status_line_tells_where_things_stand(window: Window) -> None:
    page(window).table.select(["s1", "s2"])
    assert window.status.text() == "210 名学生 · 选中 2 · 已保存 10:42 · 撤销：导入“2026级名册” (Ctrl+Z)"
    words.language.speak(Lang.EN)
    assert window.status.text() == "210 rows · 2 selected · Saved 10:42 · Undo: import “Roster 2026” (Ctrl+Z)".replace(
        "rows", "students"
    )


def test_switching_language_keeps_place_and_selection(window: Window) -> None:
    page(window).table.select(["s7"])
    words.language.speak(Lang.EN)
    assert page(window).table.selected() == ("s7",)
    assert window.page.KEY == "students"
    titles = [action.text() for action in window.menuBar().actions() if action.isVisible()]
    assert titles == ["&File", "&Edit", "&Record", "&View", "&Go", "&Help"]


def test_keys_go_to_pages_and_back(window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page.KEY == "supervisors")
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.page.KEY == "students")
    assert memory.text("window/page") == "students"


def test_undo_names_the_step_and_everything_is_loaded_again(window: Window, desk: MadeDesk, qtbot: QtBot) -> None:
    assert window.acts["undo"].text() == "撤销(&U)：导入“2026级名册”"
    assert not window.acts["redo"].isEnabled()
    assert "没有可以重做的步骤" in window.acts["redo"].toolTip()
    desk.listing = students(12)
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: "12 名学生" in window.status.text())
    assert desk.done == ["undo"]


def test_palette_finds_people_and_commands_by_keys(window: Window, desk: MadeDesk, qtbot: QtBot) -> None:
    box = window.open_palette()
    QTest.keyClicks(box.line, "zyt")
    qtbot.waitUntil(lambda: bool(box.entries()))
    assert box.entries()[0].title == "张雨桐"
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert desk.done == ["student s10"]
    box = window.open_palette()
    QTest.keyClicks(box.line, "letters")
    assert [entry.title for entry in box.entries()] == ["文书"]
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert window.page.KEY == "letters"


def test_an_action_that_is_off_says_why(window: Window) -> None:
    action = page(window).acts["pair"]
    assert not action.isEnabled()
    assert "先选中学生" in action.toolTip()
    page(window).table.select(["s1"])
    assert action.isEnabled()
    words.language.speak(Lang.EN)
    page(window).table.select([])
    assert "Select students first." in action.toolTip()


def test_enter_opens_the_record_and_search_leads_into_the_list(window: Window, desk: MadeDesk, qtbot: QtBot) -> None:
    search, table = page(window).search, page(window).table
    QTest.keyClicks(search, "srx")
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert {row.cells[1] for row in table.shown_rows} == {"孙若溪"}
    assert search._count.text() == "21/210"
    table.select(["s16"])
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.done == ["student s16"]
    QTest.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(table.shown_rows) == 210)


def test_chip_search_page_and_splitter_survive_a_restart(window: Window, desk: MadeDesk, qtbot: QtBot) -> None:
    window.go("students", "no_base")
    page(window).search.setText("zyt")
    qtbot.waitUntil(lambda: len(page(window).table.shown_rows) == 3)
    again = Window(desk, PAGES, lambda *_: None)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: len(page(again).table.shown_rows) == 3)
    chip = page(again).chips.checked()
    assert (again.page.KEY, chip.key if chip else "") == ("students", "no_base")


def test_inspector_folds_away_in_a_narrow_window(window: Window, qtbot: QtBot) -> None:
    assert page(window).inspector.isVisible()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not page(window).inspector.isVisible())


def test_nothing_is_cut_off_and_everything_is_named(window: Window) -> None:
    page(window).table.select(["s4"])
    for theme in (style.Theme.LIGHT, style.Theme.DARK):
        style.wear(theme)
        assert fits.cut_off_in_both(window) == []
    assert named.nameless(window) == []
    assert named.rich(window) == []


def test_settings_show_at_once_and_cancel_puts_them_back(window: Window, qtbot: QtBot) -> None:
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.language.activated.emit(1)
    dialog.theme.setCurrentIndex(2)
    dialog.theme.activated.emit(2)
    assert (words.lang(), style.theme()) == (Lang.EN, style.Theme.DARK)
    assert fits.cut_off_in_both(dialog, 420, 260) == []
    assert named.nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (words.lang(), style.theme()) == (Lang.ZH, style.Theme.SYSTEM)


def test_tab_reaches_rail_chips_search_table_and_inspector(window: Window) -> None:
    page(window).table.select(["s4"])
    window.activateWindow()
    start = window.rail.findChildren(type(next(iter(window.rail._buttons.values()))))[0]
    start.setFocus()
    seen = []
    for _ in range(40):
        focused = window.focusWidget()
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    parts = (page(window).search, page(window).table, *page(window).inspector.findChildren(type(start)))
    assert all(part in seen for part in parts)


def test_quitting_is_the_last_thing_in_the_file_menu(window: Window) -> None:
    file = window.menuBar().actions()[0].menu()
    assert isinstance(file, QMenu)
    assert [action.objectName() for action in file.actions()][-2:] == ["", "quit"]
    assert file.actions()[-2].isSeparator()
