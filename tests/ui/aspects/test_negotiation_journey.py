"""Regular negotiation through the window: a meeting is planned, opened items carry over, a promise becomes seats."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.register import cards, lists
from tests.ptman.aspects.negotiation import meeting_office
from tests.ptman.aspects.negotiation.meeting_office import TODAY, Made
from tests.ui import fits, named
from tests.ui.pages import office_window
from ui import day, records, words
from ui.aspects.extend_dialog import ExtendDialog
from ui.dialogs.add import AddDialog
from ui.dialogs.draft import DraftDialog
from ui.office import OpenOffice
from ui.pages.meetings import MeetingsPage
from ui.pages.registers import RegistersPage
from ui.paper_dialog import PaperDialog
from ui.window import Window


class Room:
    """The window over an office with one held meeting."""

    def __init__(self, qtbot: QtBot, database: db.Database) -> None:
        self.qtbot, self.database = qtbot, database
        self.made: Made = database.write(meeting_office.make)
        self.desk = OpenOffice(database)
        self.window = Window(self.desk, (MeetingsPage, RegistersPage), records.open_record)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.look_again()
        self.window.go("meetings")
        self.rest()
        page = self.window.page
        assert isinstance(page, MeetingsPage)
        self.page = page

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.work.busy)

    def click(self, button: object) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]  # any widget

    def dialog(self) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def seats(self) -> list[object]:
        return [row.cells[2] for row in self.database.read(lists.named, "base_seats", TODAY).rows]

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        return self.database.read(office_window._tables)


@pytest.fixture
def room(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    made = Room(qtbot, office)
    yield made
    made.desk.work.close()


def test_the_next_meeting_brings_what_is_open(room: Room) -> None:
    page = room.page
    assert page.acts["call"].isEnabled()
    page.acts["call"].trigger()
    room.rest()
    assert page.look is not None
    assert page.look.agenda is not None
    assert page.look.agenda.meeting.number == "HS-2026-02"
    (carried,) = page.agenda.lists["carried"].shown_rows
    assert carried.cells[0] == "HS-2026-01-01"
    room.click(page.agenda.adders["meeting_topic"])
    dialog = room.dialog()
    assert isinstance(dialog, AddDialog)
    dialog.form.editor("title").show_value("职称衔接")  # type: ignore[attr-defined]  # an editor
    dialog.accept()
    room.rest()
    assert [row.cells[1] for row in page.agenda.lists["meeting_topic"].shown_rows][-1] == "职称衔接"


def test_a_promise_becomes_seats_with_one_look_and_one_undo(room: Room) -> None:
    page = room.page
    assert not page.acts["apply"].isEnabled()
    page.agenda.lists["commitment"].select([room.made.promise])
    room.rest()
    before = room.state()
    page.acts["apply"].trigger()
    dialog = room.dialog()
    assert isinstance(dialog, DraftDialog)
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    room.rest()
    assert room.state() == before
    page.acts["apply"].trigger()
    dialog = room.dialog()
    assert isinstance(dialog, DraftDialog)
    room.click(dialog.keep)
    room.rest()
    assert room.seats() == [10]
    assert room.database.read(cards.card, "commitment", room.made.promise).values["delivered"] == 5
    room.window.acts["undo"].trigger()
    room.rest()
    assert room.seats() == []


def test_an_item_is_put_off_with_its_reason(room: Room) -> None:
    page = room.page
    assert not page.acts["put_off"].isEnabled()
    page.agenda.lists["action_item"].select([room.made.item])
    room.rest()
    page.acts["put_off"].trigger()
    dialog = room.dialog()
    assert isinstance(dialog, ExtendDialog)
    room.click(dialog.go_on)
    assert dialog.isVisible()  # nothing is given yet
    room.qtbot.keyClicks(dialog.day, "2027-01-15")
    dialog.reason.setPlainText("等合作单位回复")
    room.click(dialog.go_on)
    room.rest()
    values = room.database.read(cards.card, "action_item", room.made.item).values
    assert (values["due_on"], values["status"]) == (date(2027, 1, 15), "postponed")


def test_an_item_is_corrected_in_place_and_steps_on(room: Room) -> None:
    page = room.page
    with room.qtbot.waitSignal(page.pane.filled):
        page.agenda.lists["action_item"].select([room.made.item])
    assert page.pane.seen is not None
    assert page.pane.seen.card.id == room.made.item
    with room.qtbot.waitSignal(page.pane.filled):
        room.click(page.agenda.whole)
    assert page.pane.seen.card.noun == "meeting"
    page.acts["step-draft_minutes"].trigger()
    room.rest()
    assert room.database.read(cards.card, "meeting", room.made.held).values["status"] == "minutes_draft"


@pytest.mark.parametrize("lang", list(Lang))
def test_papers_are_seen_before_they_are_saved(room: Room, lang: Lang) -> None:
    words.language.speak(lang)
    before = room.state()
    for key in ("notice", "minutes", "brief"):
        room.page.acts[key].trigger()
        dialog = room.dialog()
        assert isinstance(dialog, PaperDialog)
        room.qtbot.waitUntil(lambda shown=dialog: shown.pdf.isEnabled() and shown.pane.view.count > 0)
        room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        room.rest()
    assert room.state() == before
    assert fits.cut_off(room.window) == []
    assert named.nameless(room.window) == []
