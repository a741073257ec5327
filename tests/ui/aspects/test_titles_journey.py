"""Professional titles through the window: who may apply and why, from the draft to the certificate, and back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.models.choices_titles import EvidenceKind, EvidenceStatus
from tests.ptman.register import title_office
from tests.ptman.register.title_office import TODAY
from tests.ui import fits, named
from tests.ui.aspects.titles_room import SHORT, Room
from ui import day, words
from ui.aspects.titles.evidence_dialog import EvidenceDialog
from ui.aspects.titles.objection_dialog import ObjectionDialog
from ui.aspects.titles.votes_dialog import VotesDialog
from ui.dialogs.draft import DraftDialog
from ui.dialogs.reason import ReasonDialog
from ui.paper_dialog import PaperDialog


@pytest.fixture
def room(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    made = Room(qtbot, office)
    yield made
    made.desk.work.close()


def _student(room: Room, number: str) -> str:
    assert room.page.look is not None
    return next(one.id for one in room.page.look.students if one.number == number)


def test_why_not_and_what_a_longer_placement_would_do(room: Room) -> None:
    page, before = room.page, room.state()
    assert [row.cells[2] for row in page.left.eligible.table.shown_rows] != []
    room.click(page.left.eligible.chips._buttons["short-practice"])
    (row,) = page.left.eligible.table.shown_rows
    assert row.cells[0] == SHORT
    page.left.eligible.table.select([row.id])
    room.qtbot.waitUntil(lambda: page.right.why.shown is not None)
    (short,) = page.right.why.shown.student.short if page.right.why.shown else ()
    assert short.cure is not None
    assert short.cure.zh == "将实践延长 2 个月 22 天，至 2027-02-28"
    page.right.why.until.setText("2027年2月28日")
    room.click(page.right.why.try_)
    room.qtbot.waitUntil(lambda: len(page.right.why.after._found) == 1)
    assert page.right.why.after._found[0].met
    page.right.why.until.setText("明天")
    room.click(page.right.why.try_)
    assert "2027-03-31" in page.right.why.said.text()
    assert room.state() == before


def test_from_the_draft_to_the_vote(room: Room) -> None:
    before = room.state()
    room.do("draft")
    dialog = room.dialog(DraftDialog)
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    room.rest()
    assert room.state() == before
    room.drafted()
    room.step("submit")
    _check_evidence(room)
    room.step("pass_prelim")
    room.step("review")
    room.wait("votes")
    room.do("votes")
    sheet = room.dialog(VotesDialog)
    assert isinstance(sheet, VotesDialog)
    sheet.lines[0].for_.setValue(5)
    assert not sheet.keep.isEnabled()
    sheet.lines[0].against.setValue(2)
    room.click(sheet.keep)
    room.rest()
    assert room.status() == "review_passed"


def test_an_objection_is_entered_dismissed_and_taken_back(room: Room) -> None:
    key = room.database.write(title_office.apply, room.made)
    room.database.write(title_office.bring, key)
    title_office.go(room.database, key, "submit", "pass_prelim", "review")
    title_office.put(room.database, "title_application", key, votes_for="7", votes_against="0")
    title_office.go(room.database, key, "pass_review", "publicise")
    room.window.look_again()
    room.rest()
    room.to_applications()
    room.wait("object")
    room.do("object")
    objection = room.dialog(ObjectionDialog)
    assert isinstance(objection, ObjectionDialog)
    room.click(objection.keep)
    assert objection.isVisible()  # nothing is entered without its words
    objection.content.setPlainText("成果归属有疑问")
    room.click(objection.keep)
    room.rest()
    assert room.status() == "objection"
    room.wait("dismiss")
    room.do("dismiss")
    reason = room.dialog(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    reason.reason.setPlainText("经核查不属实")
    room.click(reason.go_on)
    room.rest()
    assert room.status() == "publicity"
    room.window.acts["undo"].trigger()
    room.rest()
    assert room.status() == "objection"


def _check_evidence(room: Room) -> None:
    room.wait("evidence")
    room.do("evidence")
    dialog = room.dialog(EvidenceDialog)
    assert isinstance(dialog, EvidenceDialog)
    room.click(dialog.every)
    box = dialog.boxes[EvidenceKind.PATENT]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(list(EvidenceStatus).index(EvidenceStatus.VERIFIED))
    room.click(dialog.keep)
    room.rest()
    assert room.page.look is not None
    room.qtbot.waitUntil(lambda: room.page.look is not None and room.page.look.applications[0].evidence == (5, 5))


@pytest.mark.parametrize("lang", list(Lang))
def test_papers_are_seen_and_nothing_is_cut_off(room: Room, lang: Lang) -> None:
    words.language.speak(lang)
    room.rest()
    room.drafted()
    room.step("submit")
    before = room.state()
    for key in ("list", "proof", "publicity", "certificates"):
        room.wait(key)
        room.do(key)
        dialog = room.dialog(PaperDialog)
        assert isinstance(dialog, PaperDialog)
        room.qtbot.waitUntil(lambda shown=dialog: shown.pdf.isEnabled() and shown.pane.view.count > 0)
        room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        room.rest()
    assert room.state() == before
    for side in (1, 0):
        room.page.left.setCurrentIndex(side)
        room.page.left.eligible.table.select([_student(room, SHORT)])
        room.rest()
        assert fits.cut_off(room.window) == []
        assert named.nameless(room.window) == []
