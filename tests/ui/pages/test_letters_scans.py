"""Scanned letters dropped on the page are filed by their codes, the unreadable ones by hand beside their picture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.letters import seen, store
from ptman.register import attachments
from tests.ptman.letters import sending
from tests.ptman.scans import scanned
from tests.ptman.scans.conftest import written
from tests.ptman.scans.scanned import Wear
from tests.ui import fits, named
from tests.ui.pages import walking
from tests.ui.pages.test_import_page import drop
from ui import day
from ui.letters.scan_dialog import ScanDialog
from ui.office import OpenOffice
from ui.pages.letters import LettersPage
from ui.window import Window


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: sending.TODAY)  # the calendar is not our own code
    office.write(sending.placed, {"星河通信有限公司": ("赵一",), "远山机械有限公司": ("孙三",)})
    office.write(store.issue, office.read(store.draft, 2026, sending.TODAY), None, sending.TODAY)
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: OpenOffice) -> LettersPage:
    window = walking.window_on(qtbot, desk, LettersPage)
    window.go("letters", "issued")
    walking.rest(qtbot, desk)
    assert isinstance(window.page, LettersPage)
    return window.page


@pytest.fixture
def papers(desk: OpenOffice, page: LettersPage, tmp_path: Path) -> list[Path]:
    """The first letter well scanned, the second so badly that its code is lost."""
    first, second = (row.id for row in page.table.shown_rows)
    shown = [scanned.printed(desk.read(store.issued, [key])[0].pdf)[0] for key in (first, second)]
    good = written(tmp_path, "好.jpg", scanned.jpg(scanned.worn(shown[0], Wear(2))))
    return [good, written(tmp_path, "糊.jpg", scanned.jpg(_smeared(shown[1])))]


def _smeared(page: Image.Image) -> Image.Image:
    return scanned.worn(page, Wear(0, 7))


def results(asked: ScanDialog) -> list[str]:
    return [str(row.cells[0].zh) for row in asked.table.shown_rows]  # type: ignore[union-attr]  # labels


def test_dropped_scans_are_filed_and_the_rest_by_hand(
    qtbot: QtBot, page: LettersPage, desk: OpenOffice, papers: list[Path]
) -> None:
    drop(page, *papers)
    asked = walking.dialog(qtbot, ScanDialog)
    walking.rest(qtbot, desk)
    assert results(asked) == ["归档", "未归档"]
    assert not asked.picture.image.isNull()
    assert fits.cut_off_in_both(asked) == []
    assert named.nameless(asked) == []
    asked.table.select(["1"])
    walking.rest(qtbot, desk)
    asked.letter.setText("星河")
    asked.letter.look()
    (found,) = asked.letter._found
    asked.letter.setText(found.shown)
    asked.letter._settle()
    assert results(asked) == ["归档", "手工归档"]
    asked.on.show_value("x")
    asked.keep.click()
    assert asked.isVisible()
    asked.on.show_value(sending.TODAY)
    asked.keep.click()
    walking.rest(qtbot, desk)
    for row, path in zip(page.table.shown_rows, papers, strict=True):
        assert desk.read(seen.look, row.id).status.zh == "已回执"
        (kept,) = desk.read(attachments.listed, "issued_document", row.id)
        assert desk.read(attachments.content, kept.ref.id) == path.read_bytes()
    window = page.window()
    assert isinstance(window, Window)
    assert "已归档 2 份，登记回执 2 份" in window.status.text()


def test_leaving_the_dialog_changes_nothing(
    qtbot: QtBot, page: LettersPage, desk: OpenOffice, papers: list[Path]
) -> None:
    before = desk.past().undo
    page.acts["scan"].trigger()
    walking.choose(qtbot, papers[0])
    asked = walking.dialog(qtbot, ScanDialog)
    walking.rest(qtbot, desk)
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    walking.rest(qtbot, desk)
    assert desk.past().undo == before
