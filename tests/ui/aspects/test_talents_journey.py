"""The way to the degree through the window: milestones drawn up and kept, acted on together, seen as a picture."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.register import lists
from tests.ptman.aspects.talents import talent_office
from tests.ptman.aspects.talents.talent_office import TODAY
from tests.ui import fits, named
from tests.ui.pages import office_window
from ui import day, memory, records, words
from ui.aspects.extend_dialog import ExtendDialog
from ui.aspects.talents import tabs
from ui.dialogs.draft import DraftDialog
from ui.office import OpenOffice
from ui.pages.path import PathPage
from ui.pages.registers import RegistersPage
from ui.paper_dialog import PaperDialog
from ui.window import Window

PATIENCE = 30_000
"""Milliseconds: a machine at work may be slow."""


class Room:
    """The window over an office of two cohorts."""

    def __init__(self, qtbot: QtBot, database: db.Database) -> None:
        self.qtbot, self.database = qtbot, database
        self.ids = database.write(talent_office.people)
        memory.keep("path/cohort", "2024")
        self.desk = OpenOffice(database)
        self.window = Window(self.desk, (PathPage, RegistersPage), records.open_record)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.look_again()
        self.window.go("path")
        self.rest()
        page = self.window.page
        assert isinstance(page, PathPage)
        self.page = page

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.work.busy, timeout=PATIENCE)

    def dialog(self) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog), timeout=PATIENCE)
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def keep(self, key: str) -> None:
        """Take the action of that key and keep what it drafts."""
        self.page.acts[key].trigger()
        dialog = self.dialog()
        assert isinstance(dialog, DraftDialog)
        self.qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        self.rest()

    def select(self, code: str, *who: str) -> None:
        """Select one milestone of these students, as Ctrl and clicks would."""
        self.page.tabs.path.view.select([(self.ids[one], code) for one in who])
        self.rest()

    def count(self, noun: str) -> int:
        return len(self.database.read(lists.named, noun, TODAY, None).rows)

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        return self.database.read(office_window._tables)


@pytest.fixture
def room(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    made = Room(qtbot, office)
    yield made
    made.desk.work.close()


def test_milestones_are_drawn_up_and_acted_on_together(room: Room) -> None:
    page = room.page
    before = room.state()
    page.acts["plan"].trigger()
    room.qtbot.keyClick(room.dialog(), Qt.Key.Key_Escape)
    room.rest()
    assert room.state() == before
    room.keep("plan")
    assert room.count("milestone") == 36
    assert page.look is not None
    assert page.look.matrix.overdue == 2
    room.select("midterm", "paired", "alone")
    assert [one.code for one in page.tabs.path.view.selected()] == ["midterm", "midterm"]
    page.acts["extend"].trigger()
    dialog = room.dialog()
    assert isinstance(dialog, ExtendDialog)
    dialog.accept()
    assert dialog.isVisible()  # nothing is given yet
    room.qtbot.keyClicks(dialog.day, "2027-01-15")
    dialog.reason.setPlainText("课题调整")
    room.qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    room.rest()
    assert {one.due_on for one in page.tabs.path.view.selected()} == {date(2027, 1, 15)}
    page.acts["step-submit"].trigger()
    room.rest()
    assert {str(one.status) for one in page.tabs.path.view.selected()} == {"submitted"}
    room.window.acts["undo"].trigger()
    room.rest()
    assert {str(one.status) for one in page.tabs.path.view.selected()} == {"open"}


def test_the_matrix_answers_questions_and_shows_a_way(room: Room) -> None:
    room.keep("plan")
    path = room.page.tabs.path
    room.page.go("overdue")
    assert len(path.view.grid.shown) == 2
    room.qtbot.keyClicks(path.search, "syx")
    room.qtbot.waitUntil(lambda: len(path.view.grid.shown) == 1, timeout=PATIENCE)
    room.rest()
    assert path.chart.way is not None
    assert path.chart.way.pupil.name == "苏映雪"
    opened: list[tuple[str, str]] = []
    path.opened.connect(lambda noun, key: opened.append((noun, key)))
    path.chart.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Plus):
        room.qtbot.keyClick(path.chart, key)
    assert path.chart.zoom > 1
    first, second = (path.chart.placed[at].one for at in range(2))
    assert first.label.zh == "入学"
    assert words.say(second.label) in path.chart.accessibleDescription()
    path.chart._open(1)
    assert opened == [("milestone", second.id)]


def test_a_student_is_brought_to_the_front(room: Room) -> None:
    room.keep("plan")
    for who, cohort in (("new", 2026), ("alone", 2024)):
        room.window.go("path", room.ids[who])
        room.rest()
        room.rest()
        assert room.page.cohorts.cohort() == cohort
        assert room.page.tabs.path.view.student() == room.ids[who]


def test_lists_and_papers_stand_beside(room: Room) -> None:
    room.keep("plan")
    page = room.page
    for key in (tabs.REPORTS, tabs.CERTIFICATES, tabs.AUDIT, tabs.CLASSES):
        page.go(key)
        room.rest()
        assert page.tabs.key == key
    page.go(tabs.AUDIT)
    room.rest()
    audit = page.tabs.lists[tabs.AUDIT]
    assert len(audit.table.shown_rows) == 2
    assert page.acts["audit-sheet"].isEnabled() is False
    audit.table.select([room.ids["alone"]])
    before = room.state()
    for key in ("audit-sheet", "progress", "plan-form"):
        page.acts[key].trigger()
        dialog = room.dialog()
        assert isinstance(dialog, PaperDialog)
        room.qtbot.waitUntil(lambda shown=dialog: shown.pdf.isEnabled() and shown.pane.view.count > 0, timeout=PATIENCE)
        room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        room.rest()
    assert room.state() == before


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_cut_off_or_nameless(room: Room, lang: Lang) -> None:
    words.language.speak(lang)
    room.keep("plan")
    for key in (tabs.PATH, tabs.REPORTS, tabs.CERTIFICATES, tabs.AUDIT, tabs.CLASSES):
        room.page.go(key)
        room.rest()
        assert fits.cut_off(room.window) == []
        assert named.nameless(room.window) == []
