"""The one form gives back what it was given, says what is wrong, and changes nothing by being looked at."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from ptman.fields import Field, Kind
from ptman.labels import Label, Lang
from tests.ui.office import FIELDS, Degree
from ui import words
from ui.form import Core, Form
from ui.form_editors import DateEditor
from ui.form_link import Link, LinkEditor

VALUES: dict[str, object] = {
    "number": "22660001", "name": "张雨桐", "degree": Degree.MASTER, "enrolled": date(2026, 9, 1), "score": 87,
    "active": True, "academic": Link("id-1", "李伟"), "codes": ("0854", "0855"), "remark": "<b>x</b>",
}  # fmt: skip
PEOPLE = (("id-2", "王芳"), ("id-3", "王芳"))


def check(field: Field, typed: str) -> Label | None:
    if field.kind is Kind.PHONE and not typed.isdigit():
        return Label("手机号应为数字。", "A mobile number has digits only.")
    return None


def lookup(noun: str, typed: str) -> list[tuple[str, str]]:
    return [pair for pair in PEOPLE if noun == "academic_supervisor" and typed in pair[1]]


def form(qtbot: QtBot, *, narrow: bool = False) -> Form:
    made = Form(FIELDS, VALUES, Core(check, lookup), narrow=narrow)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("narrow", [False, True])
def test_looking_changes_nothing(qtbot: QtBot, narrow: bool) -> None:  # noqa: FBT001 - drawn by pytest
    made = form(qtbot, narrow=narrow)
    for field in FIELDS:
        made.editor(field.key).setFocus()
        made.editor(field.key).clearFocus()
    words.language.speak(Lang.EN)
    assert (made.dirty(), made.changes()) == (False, {})
    assert made.values() == {
        "number": "22660001", "name": "张雨桐", "degree": "master", "enrolled": "2026-09-01", "phone": None,
        "mail": None, "score": "87", "active": True, "academic": "id-1", "codes": "0854, 0855", "remark": "<b>x</b>",
    }  # fmt: skip


def test_changes_are_only_what_was_changed(qtbot: QtBot) -> None:
    made = form(qtbot)
    with qtbot.waitSignal(made.edited):
        QTest.keyClicks(made.editor("mail"), " a@b.cn ")
    assert made.changes() == {"mail": "a@b.cn"}
    made.show_values(VALUES)
    assert not made.dirty()


def test_faults_stand_under_their_editors(qtbot: QtBot) -> None:
    made = form(qtbot)
    QTest.keyClicks(made.editor("phone"), "abc")
    QTest.keyClick(made.editor("phone"), Qt.Key.Key_Return)
    assert made.fault("phone") == "手机号应为数字。"
    line = made.editor("name")
    assert isinstance(line, QLineEdit)
    line.clear()
    assert set(made.check()) == {"phone", "name"}
    words.language.speak(Lang.EN)
    assert made.fault("name") == "This is required."
    made.set_faults({})
    assert made.fault("phone") == ""


def test_a_link_is_looked_up_and_two_of_one_name_are_told_apart(qtbot: QtBot) -> None:
    made = form(qtbot)
    editor = made.editor("academic")
    assert isinstance(editor, LinkEditor)
    editor.clear()
    editor.insert("王")
    assert set(made.check()) == {"academic"}
    editor.look()
    editor._on_activated(editor._names.index(1, 0))
    assert (made.values()["academic"], editor.text(), made.check()) == ("id-3", "王芳", {})
    editor.clear()
    assert made.values()["academic"] is None


def test_text_that_names_no_record_is_put_back(qtbot: QtBot) -> None:
    made = form(qtbot)
    editor = made.editor("academic")
    assert isinstance(editor, LinkEditor)
    QTest.keyClicks(editor, "xyz")
    editor._settle()
    assert (editor.text(), made.dirty()) == ("李伟", False)


def test_the_calendar_writes_an_iso_date(qtbot: QtBot) -> None:
    made = form(qtbot)
    editor = made.editor("enrolled")
    assert isinstance(editor, DateEditor)
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor._calendar.selectedDate().toString("yyyy-MM-dd") == "2026-09-01"
    editor._calendar.clicked.emit(editor._calendar.selectedDate().addDays(9))
    assert made.changes() == {"enrolled": "2026-09-10"}


def test_choices_follow_the_language_and_can_be_blank(qtbot: QtBot) -> None:
    made = form(qtbot)
    box = made.editor("degree")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "专业学位硕士"
    words.language.speak(Lang.EN)
    assert box.currentText() == "Professional master"
    box.setCurrentIndex(0)
    assert made.changes() == {"degree": None}
