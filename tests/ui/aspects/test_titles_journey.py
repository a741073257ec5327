"""Professional titles through the window: who may apply and why, from the draft to the certificate, and back."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from ptman import db
from ptman.labels import Lang
from ptman.models.choices_titles import EvidenceKind, EvidenceStatus
from ptman.register import cards
from tests import makers
from tests.ptman.register import title_office
from tests.ptman.register.title_office import TODAY, Made
from tests.ui import fits, named
from tests.ui.pages import office_window
from ui import day, records, words
from ui.aspects.titles.evidence_dialog import EvidenceDialog
from ui.aspects.titles.objection_dialog import ObjectionDialog
from ui.aspects.titles.votes_dialog import VotesDialog
from ui.dialogs.draft import DraftDialog
from ui.dialogs.reason import ReasonDialog
from ui.office import OpenOffice
from ui.pages.registers import RegistersPage
from ui.pages.titles import TitlesPage
from ui.paper_dialog import PaperDialog
from ui.window import Window

SHORT = "22460002"


def _make(session: Session) -> Made:
    """The student who meets every test, and one whose practice goes on and is too short today."""
    made = title_office.make(session)
    student = title_office.graduating(session, SHORT, "王子涵")
    title_office.fit(session, student)
    period = makers.period(session, "第二批", 2024)
    base = makers.base(session, "JD002", "云帆实践基地")
    makers.placement(session, student, base, period, starts_on=date(2026, 3, 1), ends_on=date(2026, 12, 6))
    return made


class Room:
    """The window over an office with an open batch."""

    def __init__(self, qtbot: QtBot, database: db.Database) -> None:
        self.qtbot, self.database = qtbot, database
        self.made = database.write(_make)
        self.desk = OpenOffice(database)
        self.window = Window(self.desk, (TitlesPage, RegistersPage), records.open_record)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.look_again()
        self.window.go("titles")
        self.rest()
        page = self.window.page
        assert isinstance(page, TitlesPage)
        self.page = page
        qtbot.waitUntil(lambda: page.look is not None)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.work.busy)

    def click(self, button: object) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]  # any widget

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def do(self, key: str) -> None:
        assert self.page.acts[key].isEnabled(), self.page.acts[key].toolTip()
        self.page.acts[key].trigger()

    def wait(self, key: str) -> None:
        """Until that action can be done."""
        self.qtbot.waitUntil(self.page.acts[key].isEnabled)

    def step(self, key: str) -> None:
        """A step of the selected application, once it is known that it can be taken."""
        self.wait(f"step-{key}")
        self.do(f"step-{key}")
        self.rest()

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        return self.database.read(office_window._tables)

    def status(self) -> str:
        (one,) = self.page.look.applications if self.page.look else ()
        return str(self.database.read(cards.card, "title_application", one.ref.id).values["status"])

    def to_applications(self) -> None:
        """Turn to the applications and select the only one."""
        self.page.left.setCurrentIndex(1)
        table = self.page.left.applied.table
        self.qtbot.waitUntil(lambda: bool(table.shown_rows))
        table.select([table.shown_rows[0].id])
        self.rest()

    def drafted(self) -> None:
        self.do("draft")
        dialog = self.dialog(DraftDialog)
        assert isinstance(dialog, DraftDialog)
        self.click(dialog.keep)
        self.rest()
        self.to_applications()


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
