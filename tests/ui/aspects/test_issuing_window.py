"""Documents issued where they are needed: seen in the language chosen, one or a whole class, and back by one undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.double import changes
from ptman.letters import pages, store
from ptman.models import IssuedDocument, TrainingTrainee
from tests.ptman.aspects.double.double_office import TODAY
from tests.ptman.letters.families import wishing
from tests.ui.aspects.supervising_room import Room
from ui import day
from ui.aspects.double import tabs
from ui.aspects.talents import tabs as path_tabs
from ui.dialogs.issue import IssueDialog
from ui.pages.path import PathPage


@pytest.fixture
def room(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    made = Room(qtbot, office)
    yield made
    made.desk.work.close()


def documents(session: Session) -> list[str]:
    return list(session.scalars(select(IssuedDocument.id).order_by(IssuedDocument.seq)))


def certified(session: Session) -> int:
    return sum(one is not None for one in session.scalars(select(TrainingTrainee.certificate_id)))


def test_the_form_of_a_change_is_issued_in_both_languages(room: Room) -> None:
    room.choose(tabs.CHANGES, room.made.change)
    before = room.state()
    dialog = room.do("form")
    assert isinstance(dialog, IssueDialog)
    room.qtbot.waitUntil(dialog.issue.isEnabled)
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    room.rest()
    assert room.state() == before
    dialog = room.do("form")
    assert isinstance(dialog, IssueDialog)
    dialog.language.choose("both")
    room.rest()
    room.qtbot.waitUntil(dialog.issue.isEnabled)
    room.click(dialog.issue)
    room.rest()
    (form,) = room.database.read(store.issued, room.database.read(documents))
    said = pages.text(form.pdf)
    assert "研究生变更导师审批表" in "".join(said.split())
    assert "Application to Change a Supervisor" in said
    assert "Reason: Health" in said
    (row,) = [one for one in room.database.read(changes.requests, TODAY) if one.ref.id == room.made.change]
    assert row.form


def test_certificates_of_a_class_are_issued_at_once(room: Room) -> None:
    made = room.database.write(wishing.certified)
    page = PathPage(room.desk)
    room.qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.refresh()
    room.rest()
    page.go(path_tabs.CLASSES)
    room.rest()
    assert page.tabs.listed is not None
    page.tabs.listed.table.select([made])
    room.rest()
    assert page.acts["certificates"].isEnabled()
    page.acts["certificates"].trigger()
    room.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), IssueDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, IssueDialog)
    room.qtbot.waitUntil(dialog.issue.isEnabled)
    assert "签发 2 份" in dialog.message.text()
    room.click(dialog.issue)
    room.rest()
    assert room.database.read(certified) == len(room.database.read(documents)) == 2
    room.undo()
    assert room.database.read(certified) == 0
