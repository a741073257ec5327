"""A record is saved by its changes only; faults and other people's changes are shown; leaving changes nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from ptman.labels import Label
from tests.ui import fits, named
from tests.ui.office import FIELDS
from ui.dialogs.conflict import Clash
from ui.dialogs.record import RecordDialog
from ui.form import Form


def dialog(qtbot: QtBot) -> RecordDialog:
    form = Form(FIELDS, {"number": "22660001", "name": "张雨桐", "mail": "a@b.cn"})
    made = RecordDialog(Label("学生 张雨桐", "Student 张雨桐"), form)
    qtbot.addWidget(made)
    made.show()
    return made


def test_save_asks_with_the_changes_only(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    QTest.keyClicks(made.form.editor("phone"), "13800000000")
    with qtbot.waitSignal(made.save_asked) as asked:
        made.save.click()
    assert asked.args == [{"phone": "13800000000"}]
    assert made.isVisible()
    made.refuse({"phone": Label("号码已被使用。", "The number is in use.")})
    assert made.form.fault("phone") == "号码已被使用。"
    made.saved()
    assert not made.isVisible()


def test_nothing_changed_is_nothing_to_save(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    with qtbot.assertNotEmitted(made.save_asked):
        made.save.click()
    assert not made.isVisible()


def test_cancel_asks_once_before_changes_are_given_up(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    QTest.keyClicks(made.form.editor("phone"), "1")
    with qtbot.assertNotEmitted(made.save_asked):
        QTest.keyClick(made, Qt.Key.Key_Escape)
        assert made.isVisible()
        assert "未保存" in made.message.text()
        QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_a_stale_save_shows_both_values(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    QTest.keyClicks(made.form.editor("phone"), "138")
    QTest.keyClicks(made.form.editor("score"), "87")
    phone = Clash("phone", Label("手机", "Mobile"), "138", "139")
    made.show_conflict([phone, Clash("score", Label("平均成绩", "Mean score"), "87", "")])
    theirs = next(one for one in made.findChildren(QRadioButton) if one.text() == "139")
    theirs.setChecked(True)
    with qtbot.waitSignal(made.save_asked) as asked:
        made.save.click()
    assert asked.args == [{"score": "87"}]


def test_nothing_is_cut_off_and_everything_is_named(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.form.set_faults({"name": Label("必须填写。", "This is required.")})
    assert fits.cut_off_in_both(made, 640, 680) == []
    assert named.nameless(made) == []
    assert named.rich(made) == []
