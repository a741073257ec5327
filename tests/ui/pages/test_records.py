"""A record in full: looking changes nothing, typing is stored, refusals say why, nobody is overwritten."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from ptman.register import cards, edit
from tests.ui import fits, named
from tests.ui.pages.office_window import Real
from ui import day
from ui.dialogs.record import RecordDialog


def opened(real: Real, who: str = "bare") -> RecordDialog:
    page = real.page("students")
    page.table.select([real.ids[who]])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    return real.record()


def put(dialog: RecordDialog, key: str, value: str) -> None:
    editor = dialog.form.editor(key)
    assert isinstance(editor, QLineEdit)
    editor.clear()
    editor.insert(value)  # QTest has no keys for Chinese


def test_looking_and_escape_change_nothing(real: Real) -> None:
    before = real.tables()
    dialog = opened(real)
    assert fits.cut_off_in_both(dialog, 960, 680) == []
    assert named.nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog = opened(real)
    put(dialog, "person.mobile", "19900000001")
    dialog.cancel.click()
    dialog.cancel.click()
    real.rest()
    assert real.tables() == before


def test_a_correction_is_stored_and_listed(real: Real) -> None:
    dialog = opened(real)
    put(dialog, "person.mobile", "19900000001")
    dialog.save.click()
    real.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    card = real.database.read(cards.card, "student", real.ids["bare"])
    assert card.values["person.mobile"] == "19900000001"


def test_a_new_record_stores_what_was_typed(real: Real) -> None:
    page = real.page("students")
    page.acts["add"].trigger()
    dialog = real.record()
    dialog.save.click()
    assert dialog.form.fault("student_no") == "必须填写。"
    typed = {"student_no": "22660077", "person.name": "欧阳若溪", "cohort_year": "2026", "enrolled_on": "2026年9月1日"}
    for key, value in typed.items():
        put(dialog, key, value)
    category = dialog.form.editor("category_code")
    assert isinstance(category, QLineEdit)
    QTest.keyClicks(category, "dzxx")
    category.look()  # type: ignore[attr-defined] # a LinkEditor
    category._on_activated(category._names.index(0, 0))  # type: ignore[attr-defined] # a LinkEditor
    for key in ("study_mode", "orientation_type"):
        dialog.form.editor(key).setCurrentIndex(1)  # type: ignore[attr-defined] # a ChoiceEditor
    dialog.save.click()
    real.qtbot.waitUntil(lambda: page.table.selected() != () and page.table.current() is not None)
    (key,) = page.table.selected()
    values = real.database.read(cards.card, "student", key).values
    found = (values["student_no"], values["person.name"], values["category_code"], values["person.name_pinyin"])
    assert found == ("22660077", "欧阳若溪", "0854", "ouyangruoxi")
    assert str(values["enrolled_on"]) == "2026-09-01"


def test_a_refused_value_says_why_under_its_field(real: Real) -> None:
    before = real.tables()
    dialog = opened(real)
    put(dialog, "person.mobile", "123")
    dialog.save.click()
    assert dialog.form.fault("person.mobile").startswith("应为")
    put(dialog, "person.mobile", "19900000001")
    put(dialog, "student_no", "22660001")
    dialog.save.click()
    real.qtbot.waitUntil(lambda: dialog.form.fault("student_no") != "")
    assert dialog.form.fault("student_no") == "已用于学生“张雨桐”。"
    assert real.tables() == before


def test_a_stale_save_shows_both_values(real: Real) -> None:
    dialog = opened(real)
    put(dialog, "person.mobile", "19900000001")
    put(dialog, "topic", "光通信")
    ref = real.database.read(cards.card, "student", real.ids["bare"]).ref
    real.database.write(edit.correct, ref, {"person.mobile": "19900000002"}, day.today())
    dialog.save.click()
    real.qtbot.waitUntil(lambda: "19900000002" in {one.text() for one in dialog.findChildren(QRadioButton)})
    theirs = next(one for one in dialog.findChildren(QRadioButton) if one.text() == "19900000002")
    theirs.setChecked(True)
    dialog.save.click()
    real.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    values = real.database.read(cards.card, "student", real.ids["bare"]).values
    assert (values["person.mobile"], values["topic"]) == ("19900000002", "光通信")
