"""The register of issued letters is seen as its real pages, of any year, in either language, and saved."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.letters import pages, store
from tests.ptman.letters import sending
from tests.ui import fits, named
from tests.ui.pages import walking
from ui import day
from ui.letters.book_dialog import BookDialog
from ui.office import OpenOffice
from ui.pages.letters import LettersPage

LATER = date(2027, 3, 1)


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: LATER)  # the calendar is not our own code
    office.write(sending.placed, {host: (f"赵{at}",) for at, host in enumerate(sending.hosts(2))})
    plan = office.read(store.draft, 2026, sending.TODAY)
    office.write(store.issue, plan, frozenset({plan.letters[0].key}), sending.TODAY)
    office.write(store.issue, office.read(store.draft, 2026, LATER), None, LATER)
    with walking.desk_over(office) as made:
        yield made


def test_a_year_is_chosen_seen_and_saved(qtbot: QtBot, desk: OpenOffice, tmp_path: Path) -> None:
    window = walking.window_on(qtbot, desk, LettersPage)
    QTest.keyClick(window.page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = walking.dialog(qtbot, BookDialog)
    walking.rest(qtbot, desk)
    assert [dialog.year.itemText(at) for at in range(dialog.year.count())] == ["2027", "2026"]
    assert dialog.pane.view.count == 1
    assert fits.cut_off_in_both(dialog) == []
    assert named.nameless(dialog) == []
    dialog.language.setCurrentIndex(0)
    dialog.year.setCurrentIndex(1)
    walking.rest(qtbot, desk)
    dialog.pdf.click()
    walking.choose(qtbot, tmp_path / "登记簿.pdf")
    qtbot.waitUntil((tmp_path / "登记簿.pdf").exists)
    walking.rest(qtbot, desk)
    said = pages.text((tmp_path / "登记簿.pdf").read_bytes())
    assert "2026 年" in said
    assert "〔2027〕" not in said
