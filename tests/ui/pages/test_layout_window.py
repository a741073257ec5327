"""Columns and layouts at the window: put on the list, kept, written; Cancel changes nothing."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from ptman.export.layouts import store
from ptman.export.layouts.layout import SortKey
from tests.ui import fits, named
from tests.ui.pages.office_window import Real
from ui.layouts import screen
from ui.layouts.dialog import LayoutDialog
from ui.layouts.save_dialog import SaveDialog
from ui.register_page import RegisterPage

NAMES = ["学号", "姓名"]


def opened(real: Real, page: RegisterPage) -> LayoutDialog:
    page.acts["layout"].trigger()
    found = real.dialog()
    assert isinstance(found, LayoutDialog)
    real.rest()
    return found


def check_only(dialog: LayoutDialog, *labels: str) -> None:
    """Check these columns by the space bar, and no others."""
    for at in range(dialog.columns.topLevelItemCount()):
        item = dialog.columns.topLevelItem(at)
        assert item is not None
        if (item.checkState(0) is Qt.CheckState.Checked) != (item.text(0) in labels):
            dialog.columns.setCurrentItem(item)
            QTest.keyClick(dialog.columns, Qt.Key.Key_Space)


def heads(page: RegisterPage) -> list[str]:
    return [column.label.zh for column in page.table.shown.columns]


def test_chosen_by_keys_and_put_on_the_list(real: Real) -> None:
    page = real.page("students")
    dialog = opened(real, page)
    check_only(dialog, *NAMES, "学籍状态")
    dialog.columns.setCurrentItem(dialog.columns.topLevelItem(1))
    QTest.keyClick(dialog.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.rows.group.setCurrentIndex(dialog.rows.group.findData("status"))
    dialog.rows.group.activated.emit(0)
    box, descending = dialog.rows.sorts[0]
    box.setCurrentIndex(box.findData("student_no"))
    box.activated.emit(0)
    QTest.mouseClick(descending, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.wear, Qt.MouseButton.LeftButton)
    assert heads(page) == ["姓名", "学号", "学籍状态"]
    assert [row.cells[page.table.listing.index("student_no")] for row in page.table.shown_rows] == [
        "22660012",
        "22660002",
        "22660001",
    ]
    assert screen.layout_of(page).sort == (SortKey("student_no", descending=True),)
    assert screen.layout_of(page).group == "status"
    assert page.table.shown.grouped


def test_the_preview_follows_and_nothing_is_chosen_says_so(real: Real) -> None:
    dialog = opened(real, real.page("students"))
    check_only(dialog, *NAMES)
    real.qtbot.waitUntil(lambda: dialog.preview.columnCount() == 2)
    header = dialog.preview.horizontalHeaderItem(1)
    assert header is not None
    assert header.text() == "姓名"
    check_only(dialog)
    real.qtbot.waitUntil(lambda: not dialog.wear.isEnabled())
    assert "至少勾选一列" in dialog.count.text()
    dialog.reject()


def test_kept_under_a_name_and_let_go(real: Real) -> None:
    page = real.page("students")
    dialog = opened(real, page)
    check_only(dialog, *NAMES)
    item = dialog.columns.topLevelItem(1)
    assert item is not None
    item.setText(1, "学生姓名")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = real.dialog()
    assert isinstance(asked, SaveDialog)
    asked.name.insert("送公司")
    asked.recipient.setEditText("星河通信有限公司")
    QTest.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    real.rest()
    (kept,) = real.database.read(store.saved, "students", "王")
    assert [(pick.key, pick.header) for pick in kept.layout.picks] == [("student_no", ""), ("name", "学生姓名")]
    assert (kept.recipient, kept.belonging.owner) == ("星河通信有限公司", "")
    real.qtbot.waitUntil(lambda: dialog.box.chosen() is not None)
    QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    real.rest()
    assert real.database.read(store.saved, "students", "王") == ()
    dialog.reject()


def test_kept_for_a_person_and_found_again(real: Real) -> None:
    page = real.page("students")
    dialog = opened(real, page)
    check_only(dialog, *NAMES)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = real.dialog()
    assert isinstance(asked, SaveDialog)
    asked.name.insert("送导师")
    whom = next(text for at in range(asked.recipient.count()) if (text := asked.recipient.itemText(at)).endswith("）"))
    asked.recipient.setEditText(whom)
    QTest.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    real.rest()
    (kept,) = real.database.read(store.saved, "students", "王")
    assert kept.belonging.person
    assert whom.startswith(f"{kept.recipient}（")
    assert store.meant_for([kept], "别人") is None
    assert store.meant_for([kept], kept.recipient) == store.meant_for([kept], "", [kept.belonging.person]) == kept
    real.qtbot.waitUntil(lambda: dialog.box.chosen() is not None)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    again = real.dialog()
    assert isinstance(again, SaveDialog)
    assert again.recipient.currentText() == whom
    again.reject()
    dialog.reject()


def test_a_workbook_with_a_sheet_each(real: Real, tmp_path: Path) -> None:
    page = real.page("students")
    dialog = opened(real, page)
    check_only(dialog, *NAMES)
    dialog.per.setCurrentIndex(dialog.per.findData("academic"))
    dialog.per.activated.emit(0)
    QTest.mouseClick(dialog.summary, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    asked = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    target = tmp_path / "out.xlsx"
    asked.fileSelected.emit(str(target))
    asked.reject()
    real.rest()
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["汇总", "李伟", "缺"]
    assert [cell.value for cell in book.worksheets[1][3]] == ["序号", *NAMES]
    dialog.reject()


@pytest.mark.parametrize("way", [Qt.Key.Key_Escape, None])
def test_leaving_changes_nothing(real: Real, way: Qt.Key | None) -> None:
    page = real.page("placements")
    before, shown = real.tables(), heads(page)
    dialog = opened(real, page)
    check_only(dialog, "学号")
    if way is None:
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(dialog, way)
    assert not dialog.isVisible()
    assert heads(page) == shown
    assert real.tables() == before


def test_everything_has_a_name_and_fits(real: Real) -> None:
    page = real.page("placements")
    assert fits.cut_off_in_both(real.window) == []
    dialog: QDialog = opened(real, page)
    assert named.nameless(dialog) == []
    assert fits.cut_off_in_both(dialog, 1120, 680) == []
    dialog.reject()
