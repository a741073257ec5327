"""The supervisors' desk through the window: renew, note guidance, begin a change, let one leave, print whom to tell."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.aspects.double import changes, guiding, holding
from ptman.labels import Lang
from ptman.models.choices import AppointmentStatus
from ptman.register import cards, moving
from tests.ptman.aspects.double import double_office
from tests.ptman.aspects.double.double_office import LEAVES, TODAY
from tests.ui import fits, named
from tests.ui.aspects.supervising_room import Room
from ui import day, words
from ui.aspects.double import tabs
from ui.aspects.double.leave_dialog import LeaveDialog
from ui.dialogs.add import AddDialog
from ui.dialogs.draft import DraftDialog
from ui.dialogs.issue import IssueDialog
from ui.form_link import Link
from ui.pages.letters import LettersPage
from ui.paper_dialog import PaperDialog


@pytest.fixture
def room(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    made = Room(qtbot, office)
    yield made
    made.desk.work.close()


def test_terms_are_renewed_with_one_look_and_one_undo(room: Room) -> None:
    before = room.state()
    dialog = room.do("renew")
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    room.rest()
    assert room.state() == before
    dialog = room.do("renew")
    assert isinstance(dialog, DraftDialog)
    room.click(dialog.keep)
    room.rest()
    rows = {one.id: one for one in room.database.read(holding.supervisors, TODAY)}
    assert rows[room.made.elsewhere].next is AppointmentStatus.DRAFT
    assert not room.page.acts["renew"].isEnabled()
    room.undo()
    assert room.page.acts["renew"].isEnabled()


def test_a_certificate_is_seen_then_issued(room: Room) -> None:
    waiting = room.database.read(cards.card, "appointment", room.made.appointment).values["industry_supervisor_id"]
    room.choose(tabs.TERMS, str(waiting))
    dialog = room.do("certify")
    assert isinstance(dialog, IssueDialog)
    room.qtbot.waitUntil(dialog.issue.isEnabled)
    room.click(dialog.issue)
    room.rest()
    values = room.database.read(cards.card, "appointment", room.made.appointment).values
    assert values["status"] is AppointmentStatus.ACTIVE
    assert values["certificate_id"]


def test_guidance_is_noted_for_many_at_once(room: Room) -> None:
    matrix = room.database.read(guiding.matrix, TODAY)
    industry = [one.key for one in matrix.rows if one.role.value == "industry"]
    room.choose(tabs.GUIDANCE, *industry)
    dialog = room.do("guide")
    assert isinstance(dialog, AddDialog)
    room.click(dialog.save)  # what it was about is required
    assert dialog.isVisible()
    dialog.form.editor("content").show_value("讨论实践任务")  # type: ignore[attr-defined]  # an editor
    room.click(dialog.save)
    room.rest()
    assert room.database.read(guiding.matrix, TODAY).none == 3
    assert "3" in room.page.tabs.tabText(2)
    room.undo()
    assert room.database.read(guiding.matrix, TODAY).none == 6


def test_a_change_is_begun_and_goes_its_way(room: Room) -> None:
    dialog = room.do("change")
    assert isinstance(dialog, AddDialog)
    for key, value in (
        ("student_id", Link(room.made.students[1], "钱思远")),
        ("role", "academic"),
        ("new_academic_id", Link(room.made.other, "王芳")),
        ("reason_code", "health"),
    ):
        dialog.form.editor(key).show_value(value)  # type: ignore[attr-defined]  # an editor
    room.click(dialog.save)
    room.rest()
    (made,) = [one for one in room.database.read(changes.requests, TODAY) if one.number == "BG2026-002"]
    room.choose(tabs.CHANGES, made.ref.id)
    room.qtbot.waitUntil(room.page.acts["step-submit"].isEnabled)
    room.page.acts["step-submit"].trigger()
    room.rest()
    card = room.database.read(cards.card, "supervisor_change", made.ref.id)
    assert (card.values["status"], card.values["old_academic_id"]) == ("submitted", room.made.academic)


def test_after_a_change_the_letters_to_correct_are_at_hand(room: Room) -> None:
    double_office.send(room.database)
    for step in ("submit", "ask_original", "original_agrees", "new_agrees", "faculty_approves", "office_approves"):
        ref = room.database.read(cards.card, "supervisor_change", room.made.change).ref
        room.database.write(moving.move, ref, step, TODAY)
    room.window.look_again()
    room.rest()
    room.page.go(f"{tabs.CHANGES}#settled")
    assert not room.page.acts["letters"].isEnabled()
    room.choose(tabs.CHANGES, room.made.change)
    assert room.page.acts["letters"].isEnabled()
    room.page.acts["letters"].trigger()
    room.qtbot.waitUntil(lambda: isinstance(room.window.page, LettersPage))
    room.rest()


def test_somebody_leaves_after_a_rehearsal(room: Room) -> None:
    room.choose(tabs.TERMS, room.made.leaver)
    before = room.state()
    dialog = room.do("leave")
    assert isinstance(dialog, LeaveDialog)
    assert dialog.whom.currentData() == room.made.leaver
    dialog.on.setText(LEAVES.isoformat())
    room.click(dialog.rehearse)
    room.qtbot.waitUntil(dialog.apply.isEnabled)
    assert len(dialog.tables["moves"].listing.rows) == 3
    assert len(dialog.tables["people"].listing.rows) > 5
    room.rest()
    assert room.state() == before
    room.click(dialog.paper)
    room.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PaperDialog))
    paper = QApplication.activeModalWidget()
    assert isinstance(paper, PaperDialog)
    room.qtbot.waitUntil(paper.pdf.isEnabled)
    room.rest()
    paper.reject()
    room.click(dialog.apply)
    room.rest()
    rows = {one.id: one for one in room.database.read(holding.supervisors, LEAVES)}
    assert rows[room.made.takes].load.taken == 3
    room.undo()
    assert {key: rows for key, rows in room.state().items() if key == "supervision"} == {
        "supervision": before["supervision"]
    }


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_cut_off_and_everything_is_named(room: Room, lang: Lang) -> None:
    words.language.speak(lang)
    room.rest()
    for key in room.page.lists:
        room.choose(key)
        assert fits.cut_off(room.window) == []
        assert named.nameless(room.window) == []
    for key in ("remind", "sheet"):
        dialog = room.do(key)
        assert isinstance(dialog, PaperDialog)
        room.qtbot.waitUntil(dialog.pdf.isEnabled)
        dialog.reject()
        room.rest()
