"""The list and its inspector: chips, correcting in place, merging and undoing, exporting what is on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QRadioButton
from python_calamine import CalamineWorkbook

from ptman.export.options import Headers
from ptman.labels import Lang
from ptman.listing import shown
from ptman.register import cards, edit
from tests.ui import fits, named
from tests.ui.pages.office_window import Real
from ui import day, style, words
from ui.dialogs.export import ExportDialog
from ui.dialogs.merge import MergeDialog
from ui.notice import Notice
from ui.register_page import RegisterPage


def field(page: RegisterPage, key: str) -> QLineEdit:
    assert page.pane.place is not None
    editor = page.pane.place.form.editor(key)
    assert isinstance(editor, QLineEdit)
    return editor


def values(real: Real, who: str) -> dict[str, object]:
    return dict(real.database.read(cards.card, "student", real.ids[who]).values)


def test_chips_count_what_they_show(real: Real) -> None:
    page = real.page("students")
    for key, count in {"all": 3, "no-academic": 2, "complete": 1, "doubtful": 2, "left": 0}.items():
        page.go(key)
        assert len(page.table.shown_rows) == count, key
    page.go("no-industry-late")
    assert page.note.isVisible()
    page.go(real.ids["whole"])
    assert (page.table.selected(), page.note.isVisible()) == ((real.ids["whole"],), False)


def test_a_field_is_corrected_in_the_inspector(real: Real) -> None:
    page = real.page("students")
    real.inspected(page, real.ids["whole"])
    editor = field(page, "person.mobile")
    editor.setFocus()
    QTest.keyClicks(editor, "19900000003")
    with real.qtbot.waitSignal(page.pane.filled):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert values(real, "whole")["person.mobile"] == "19900000003"
    before = real.tables()
    editor = field(page, "person.mobile")
    editor.setFocus()
    QTest.keyClicks(editor, "9")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == "19900000003"
    QTest.keyClicks(editor, "9")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.pane.place is not None
    assert page.pane.place.form.fault("person.mobile").startswith("应为")
    assert real.tables() == before


def test_a_stale_field_opens_the_record_with_both_values(real: Real) -> None:
    page = real.page("students")
    real.inspected(page, real.ids["whole"])
    ref = real.database.read(cards.card, "student", real.ids["whole"]).ref
    real.database.write(edit.correct, ref, {"topic": "光通信"}, day.today())
    field(page, "topic").setFocus()
    QTest.keyClicks(field(page, "topic"), "6G")
    QTest.keyClick(field(page, "topic"), Qt.Key.Key_Return)
    dialog = real.record()
    assert {one.text() for one in dialog.findChildren(QRadioButton)} == {"6G", "光通信"}
    dialog.save.click()
    real.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert values(real, "whole")["topic"] == "6G"


def test_a_refusal_is_told_after_another_row_is_chosen(real: Real) -> None:
    page = real.page("students")
    real.inspected(page, real.ids["whole"])
    number = field(page, "student_no")
    number.setFocus()
    number.setText("22660002")
    QTest.keyClick(number, Qt.Key.Key_Return)
    page.table.setFocus()
    real.inspected(page, real.ids["bare"])
    real.rest()
    told = real.dialog()
    assert isinstance(told, Notice)
    assert "学号“22660002”" in told.told.sentence.zh
    told.accept()


def test_retire_bring_back_and_undo(real: Real) -> None:
    page = real.page("students")
    page.table.select([real.ids["bare"]])
    page.acts["retire"].trigger()
    real.qtbot.waitUntil(lambda: len(page.table.shown_rows) == 2)
    assert "已停用 李思远" in real.window.status.text()
    page.go("left")
    page.table.select([real.ids["bare"]])
    page.acts["retire"].trigger()
    page.go("all")
    real.qtbot.waitUntil(lambda: len(page.table.shown_rows) == 3)


def test_a_merge_is_one_step_that_undo_takes_back(real: Real) -> None:
    page = real.page("students")
    before = {name: rows for name, rows in real.tables().items() if name not in {"change_set", "change"}}
    page.table.select([real.ids["twice"]])
    page.acts["merge"].trigger()
    dialog = real.dialog()
    assert isinstance(dialog, MergeDialog)
    assert fits.cut_off_in_both(dialog, 760, 560) == []
    assert dialog.taken()["student_no"] == "keep"
    dialog.sides["student_no"]["drop"].setChecked(True)
    dialog.merge.click()
    real.qtbot.waitUntil(lambda: len(page.table.listing.rows) == 2)
    real.rest()
    assert (values(real, "bare")["student_no"], values(real, "bare")["topic"]) == ("22660012", "无线通信")
    assert "合并" in real.window.acts["undo"].text()
    real.window.acts["undo"].trigger()
    real.rest()
    assert QApplication.activeModalWidget() is None
    real.qtbot.waitUntil(lambda: len(page.table.listing.rows) == 3)
    assert {name: rows for name, rows in real.tables().items() if name not in {"change_set", "change"}} == before


def test_an_export_is_what_the_screen_shows(real: Real, tmp_path: Path) -> None:
    page = real.page("students")
    page.go("no-academic")
    page.table.horizontalHeader().moveSection(1, 0)
    page.table.horizontalHeader().sectionClicked.emit(0)
    page.table.horizontalHeader().sectionClicked.emit(0)
    page.acts["export"].trigger()
    dialog = real.dialog()
    assert isinstance(dialog, ExportDialog)
    assert fits.cut_off_in_both(dialog, 480, 400) == []
    dialog.choices[Headers.EN].setChecked(True)
    dialog.accept()
    target = tmp_path / "list.xlsx"
    chooser = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    with real.qtbot.waitSignal(page.exporting.written):
        chooser.fileSelected.emit(str(target))
    chooser.reject()
    table = page.table.shown
    lines = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert lines[2][1:] == [column.label.en for column in table.columns]
    assert [line[1] for line in lines[3:]] == [row.cells[0] for row in table.rows] == ["李思远", "李思远"]
    assert [line[2] for line in lines[3:]] == [shown(row.cells[1], Lang.EN) for row in table.rows]
    assert "No academic" in lines[1][0]
    assert (page.written.isVisible(), page.written.path) == (True, target)
    assert str(target) in real.window.status.text()


def test_language_keeps_place_and_selection(real: Real) -> None:
    page = real.page("students")
    page.go("no-base")
    real.inspected(page, real.ids["bare"])
    words.language.speak(Lang.EN)
    real.rest()
    chip = page.chips.checked()
    assert (page.table.selected(), chip.key if chip else "") == ((real.ids["bare"],), "no-base")


@pytest.mark.parametrize("key", ["students", "supervisors", "bases", "placements", "registers"])
def test_nothing_is_cut_off_and_everything_is_named(real: Real, key: str) -> None:
    page = real.page(key)
    if page.table.shown_rows:
        real.inspected(page, page.table.shown_rows[0].id)
    for theme in (style.Theme.LIGHT, style.Theme.DARK):
        style.wear(theme)
        assert fits.cut_off_in_both(real.window) == []
    assert named.nameless(real.window) == []
    assert named.rich(real.window) == []
    assert QApplication.activeModalWidget() is None
