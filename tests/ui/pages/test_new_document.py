"""A new document is chosen, looked at, issued; what forbids it is said beside its page, and leaving changes nothing."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ptman import db
from ptman.labels import Lang
from ptman.letters import radar
from ptman.models import IssuedDocument, Placement
from ptman.models.choices import PlacementStatus
from tests.ptman.letters.families import wishing
from tests.ui.pages import walking
from ui import day, words
from ui.letters.new_document import NewDocument
from ui.letters.superseding import SupersedeDialog
from ui.office import OpenOffice
from ui.pages.letters import LettersPage
from ui.window import Window

TODAY = date(2026, 9, 10)


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: TODAY)  # the calendar is not our own code
    office.write(wishing.ready)
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, LettersPage)


def page(window: Window) -> LettersPage:
    assert isinstance(window.page, LettersPage)
    return window.page


def opened(qtbot: QtBot, window: Window, desk: OpenOffice, family: str) -> NewDocument:
    page(window).acts["new-document"].trigger()
    dialog = walking.dialog(qtbot, NewDocument)
    dialog.family.choose(family)
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: dialog.records.list.count() > 0)
    return dialog


def drawn(qtbot: QtBot, desk: OpenOffice, dialog: NewDocument) -> None:
    qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.facts.wish == dialog.wish(), timeout=20_000)
    walking.rest(qtbot, desk)


def said(dialog: NewDocument) -> list[str]:
    return [one.text() for one in dialog.checks.widget().findChildren(QLabel)]


def test_an_introduction_is_issued_from_its_page(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    dialog = opened(qtbot, window, desk, "introduction")
    assert not dialog.issue.isEnabled()
    dialog.records.list.item(0).setCheckState(Qt.CheckState.Checked)
    drawn(qtbot, desk, dialog)
    assert "✗ “接洽单位”没有填写" in said(dialog)
    assert not dialog.issue.isEnabled()
    QTest.keyClicks(dialog.asked.lines["unit"], "Xinghe")
    drawn(qtbot, desk, dialog)
    qtbot.waitUntil(dialog.issue.isEnabled)
    assert dialog.preview.view.count == 1
    assert dialog.number.text() == "将占用文号 工院介〔2026〕1号"
    dialog.issue.click()
    qtbot.waitUntil(lambda: "工院介〔2026〕1号" in [str(row.cells[1]) for row in page(window).table.shown_rows])
    walking.rest(qtbot, desk)
    assert page(window).seen is not None


def test_placements_of_another_host_cannot_be_mixed_in(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    dialog = opened(qtbot, window, desk, "placement_letter")
    dialog.language.choose("en")
    assert dialog.records.list.count() == 2
    for at in range(2):
        dialog.records.list.item(at).setCheckState(Qt.CheckState.Checked)
    drawn(qtbot, desk, dialog)
    dialog.issue.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: not walking.dialogs())
    statuses = set(desk.read(lambda session: session.scalars(select(Placement.status)).all()))
    assert statuses == {PlacementStatus.DISPATCHED}


def test_leaving_takes_no_number(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    dialog = opened(qtbot, window, desk, "appointment")
    dialog.records.list.setCurrentRow(0)
    drawn(qtbot, desk, dialog)
    words.language.speak(Lang.EN)
    assert dialog.windowTitle() == "New document"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    walking.rest(qtbot, desk)
    assert desk.read(lambda session: session.scalars(select(IssuedDocument.id)).all()) == []


def test_a_stale_document_is_reissued_in_the_window(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    dialog = opened(qtbot, window, desk, "appointment")
    dialog.records.list.setCurrentRow(0)
    drawn(qtbot, desk, dialog)
    dialog.issue.click()
    qtbot.waitUntil(lambda: page(window).seen is not None)
    walking.rest(qtbot, desk)
    desk.write(lambda session: setattr(wishing.organisation(session), "name", "银河通信有限公司"))
    assert [len(one.changes) for one in desk.read(radar.stale, TODAY)] == [1]
    page(window).acts["reissue"].trigger()
    walking.dialog(qtbot, SupersedeDialog).keep.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: len(page(window).table.selected()) == 1)
    walking.rest(qtbot, desk)
    letter = page(window).seen
    assert letter is not None
    assert (letter.supersedes, letter.live) == ("工院聘〔2026〕1号", True)
    assert desk.read(radar.stale, TODAY) == ()
