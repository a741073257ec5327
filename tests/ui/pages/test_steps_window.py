"""Steps in the window: the menu, Ctrl+J and a digit, the inspector, several rows at once, and the record in full."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.register import cards, moving
from tests.ptman.register import stepping
from tests.ui import fits, named
from tests.ui.pages import office_window
from tests.ui.pages.office_window import Real
from ui import words
from ui.around.steps_list import StepsList
from ui.dialogs.reason import ReasonDialog


@pytest.fixture
def real(qtbot: QtBot, office: db.Database) -> Iterator[Real]:
    """The window over students that go by steps."""
    with stepping.governed():
        made = office_window.opened(qtbot, office)
        yield made
        made.desk.work.close()


def status(real: Real, who: str) -> str:
    return str(real.database.read(cards.card, "student", real.ids[who]).values["status"])


def test_a_step_is_taken_by_two_keys(real: Real) -> None:
    page = real.page("students")
    real.inspected(page, real.ids["bare"])
    real.rest()
    assert page.acts["step-extend"].isEnabled()
    assert not page.acts["step-resume"].isEnabled()
    page.table.setFocus()
    page.acts["step"].trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text()[:6] for action in menu.actions()][:2] == ["&1  休学", "&2  延期"]
    QTest.keyClick(menu, Qt.Key.Key_2)
    real.rest()
    assert status(real, "bare") == "extended"
    assert "已办理：延期" in real.window.status.text()
    assert "延期" in real.window.acts["undo"].text()
    real.window.acts["undo"].trigger()
    real.rest()
    assert status(real, "bare") == "enrolled"


def test_a_reason_is_asked_for_and_cancel_changes_nothing(real: Real) -> None:
    page = real.page("students")
    real.inspected(page, real.ids["bare"])
    before = real.tables()
    for reason in ("", "参军"):
        page.acts["step-suspend"].trigger()
        dialog = real.dialog()
        assert isinstance(dialog, ReasonDialog)
        assert fits.cut_off_in_both(dialog, 460, 320) == []
        if not reason:
            dialog.accept()
            assert dialog.isVisible()
            dialog.reject()
            assert real.tables() == before
            continue
        dialog.reason.setPlainText(reason)
        dialog.accept()
        real.rest()
    assert status(real, "bare") == "suspended"
    assert [one.reason for one in real.database.read(moving.log, "student", real.ids["bare"])] == ["参军"]


def test_several_rows_go_together(real: Real) -> None:
    page = real.page("students")
    page.table.select([real.ids["bare"], real.ids["twice"]])
    real.qtbot.waitUntil(lambda: bool(page.stepping.steps))
    page.acts["step-graduate"].trigger()
    real.rest()
    assert (status(real, "bare"), status(real, "twice")) == ("graduated", "graduated")
    page.acts["step-resume"].isEnabled()
    assert "2 条" in real.window.acts["undo"].text()


def test_the_inspector_and_the_record_show_the_steps_and_the_log(real: Real) -> None:
    page = real.page("students")
    real.inspected(page, real.ids["bare"])
    assert page.pane.place is not None
    assert not page.pane.place.form.editor("status").isEnabled()
    (steps,) = page.inspector.findChildren(StepsList)
    assert {one.text() for one in steps.findChildren(QPushButton)} == {"休学…", "延期", "毕业", "结业", "退学…"}
    page.open_record(real.ids["bare"])
    dialog = real.record()
    assert not dialog.form.editor("status").isEnabled()
    (inside,) = dialog.findChildren(StepsList)
    next(one for one in inside.findChildren(QPushButton) if one.text() == "延期").click()
    real.rest()
    assert status(real, "bare") == "extended"
    assert dialog.isVisible()
    assert dialog.message.text() == "已办理：延期"
    real.qtbot.waitUntil(lambda: dialog.form.values()["status"] == "extended")
    dialog.form.editor("topic").setText("6G")  # type: ignore[attr-defined]  # a line of text
    dialog.save.click()
    real.rest()
    assert real.database.read(cards.card, "student", real.ids["bare"]).values["topic"] == "6G"


def test_nothing_is_cut_off_and_everything_is_named(real: Real) -> None:
    page = real.page("students")
    real.inspected(page, real.ids["bare"])
    assert fits.cut_off_in_both(real.window) == []
    assert named.nameless(real.window) == []
    page.open_record(real.ids["bare"])
    dialog = real.record()
    for lang in (Lang.EN, Lang.ZH):
        words.language.speak(lang)
        assert fits.cut_off_in_both(dialog, 960, 680) == []
    assert named.nameless(dialog) == []
    dialog.reject()
