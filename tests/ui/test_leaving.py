"""Nothing is lost silently when a window goes: typing is saved or asked about, work is waited for."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ptman import backup, db
from ptman.labels import Label
from ptman.register import cards
from tests.ptman import offices
from tests.ui import person
from tests.ui.pages import office_window, walking
from tests.ui.person import Person
from ui.dialogs.question import Question
from ui.pages.students import StudentsPage
from ui.work import Step

WORK = Label("长活", "Long work")


@pytest.fixture
def clerk(qtbot: QtBot) -> Iterator[Person]:
    with person.at_desk(qtbot) as made:
        yield made


@pytest.fixture
def ids(office_path: Path) -> dict[str, str]:
    """A few records in the file, before anybody opens it."""
    with db.Database(office_path, who="样例") as office:
        found = office.write(office_window.fill)
        office.changed = False
    return found


def typed_into(clerk: Person, student: str, key: str, value: str) -> QLineEdit:
    """Type into a field of the inspector and stay in it."""
    clerk.window.go("students")
    clerk.rest()
    page = clerk.page(StudentsPage)
    with clerk.qtbot.waitSignal(page.pane.filled):
        page.table.select([student])
    clerk.rest()
    assert page.pane.place is not None
    editor = page.pane.place.form.editor(key)
    assert isinstance(editor, QLineEdit)
    clerk.window.activateWindow()
    editor.setFocus()
    editor.selectAll()
    clerk.write(value)
    return editor


def mobile(path: Path, student: str) -> object:
    with db.Database(path, who="看", look=True) as office:
        return office.read(cards.card, "student", student).values["person.mobile"]


def test_what_is_typed_is_saved_when_the_window_closes(clerk: Person, office_path: Path, ids: dict[str, str]) -> None:
    clerk.desktop.open(office_path)
    typed_into(clerk, ids["bare"], "person.mobile", "19900000009")
    window = clerk.window
    clerk.press("Ctrl+Q")
    clerk.qtbot.waitUntil(lambda: not window.isVisible())
    assert clerk.desktop.close() is None
    assert mobile(office_path, ids["bare"]) == "19900000009"
    (copy,) = backup.listed(office_path)
    assert copy.reason == "closing"


def test_what_is_typed_is_saved_when_the_file_is_switched(
    clerk: Person, office_path: Path, ids: dict[str, str], tmp_path: Path
) -> None:
    clerk.desktop.open(office_path)
    typed_into(clerk, ids["bare"], "person.mobile", "19900000009")
    clerk.desktop._switch(tmp_path / "别处.ptman", True)
    clerk.qtbot.waitUntil(lambda: clerk.window.windowTitle().startswith("别处"))
    assert mobile(office_path, ids["bare"]) == "19900000009"


def test_what_cannot_be_saved_is_asked_about(clerk: Person, office_path: Path, ids: dict[str, str]) -> None:
    clerk.desktop.open(office_path)
    editor = typed_into(clerk, ids["bare"], "person.mobile", "123")
    window = clerk.window
    clerk.press("Ctrl+Q")
    clerk.dialog(Question)
    clerk.press("Escape")
    assert walking.dialogs() == []
    assert (window.isVisible(), editor.text()) == (True, "123")
    clerk.press("Ctrl+Q")
    clerk.dialog(Question).go_on.click()
    clerk.qtbot.waitUntil(lambda: not window.isVisible())
    clerk.desktop.close()
    assert mobile(office_path, ids["bare"]) is None


def test_undo_while_typing_takes_back_the_typing(clerk: Person, office_path: Path, ids: dict[str, str]) -> None:
    clerk.desktop.open(office_path)
    before = offices.tables(office_path, journal_too=True)
    editor = typed_into(clerk, ids["bare"], "topic", "6G")
    clerk.press("Ctrl+Z")
    assert editor.text() == ""
    page = clerk.page(StudentsPage)
    page.search.setFocus()
    clerk.write("zyt lsy")
    clerk.press("Ctrl+Backspace")
    assert page.search.text() == "zyt "
    page.search.setCursorPosition(0)
    clerk.press("Ctrl+Delete")
    assert page.search.text().strip() == ""
    assert offices.tables(office_path, journal_too=True) == before


def test_what_runs_is_waited_for_and_closing_again_cancels_it(clerk: Person, office_path: Path) -> None:
    clerk.desktop.open(office_path)
    clerk.rest()
    window = clerk.window
    ended: list[object] = []

    def job(step: Step) -> None:
        while True:
            step(0, 1)

    work = clerk.office.work
    work.cancelled.connect(ended.append)
    held = threading.Event()
    work.ask(held.wait, ended.append)  # so that the long work is cancelled before it has begun
    work.run(WORK, job, ended.append)
    assert not window.close()
    assert "“长活”完成后关闭" in window.status.text()
    assert window.isVisible()
    assert not window.close()
    held.set()
    clerk.qtbot.waitUntil(lambda: not window.isVisible())
    assert ended == [True, WORK]
