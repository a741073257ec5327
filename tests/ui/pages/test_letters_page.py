"""Letters are looked at, issued under the numbers that were shown, saved as their stored bytes, and voided."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.letters import pages, store
from ptman.register import cards, edit
from tests.ptman.letters import sending
from tests.ui import fits, named
from tests.ui.pages import walking
from ui import day, words
from ui.dialogs.reason import ReasonDialog
from ui.letters.issuing import IssueDialog
from ui.office import OpenOffice
from ui.pages.letters import LettersPage
from ui.window import Window

HOSTS = sending.hosts(3)


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: date(2026, 9, 10))  # the calendar is not our own code
    office.write(sending.placed, {HOSTS[0]: ["张雨桐", "李思远"], HOSTS[1]: ["王梓涵"], HOSTS[2]: ["陈嘉怡"]})
    with walking.desk_over(office) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, desk: OpenOffice) -> Window:
    return walking.window_on(qtbot, desk, LettersPage)


def page(window: Window) -> LettersPage:
    assert isinstance(window.page, LettersPage)
    return window.page


def numbers(window: Window) -> list[str]:
    return [str(row.cells[1]) for row in page(window).table.shown_rows]


def issue_all(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    page(window).acts["issue-all"].trigger()
    walking.dialog(qtbot, IssueDialog).keep.click()
    walking.rest(qtbot, desk)
    qtbot.waitUntil(lambda: len(page(window).table.selected()) == 3)
    walking.rest(qtbot, desk)


def test_a_letter_that_waits_is_shown_as_its_real_page(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    qtbot.waitUntil(lambda: page(window).preview.view.count > 0)
    walking.rest(qtbot, desk)
    assert len(page(window).table.shown_rows) == 3
    assert page(window).preview.place.text().startswith("第 1 页，共")
    words.language.speak(Lang.EN)
    assert page(window).preview.place.text().startswith("Page 1 of")


def test_numbers_follow_the_ticks_and_cancel_takes_none(
    qtbot: QtBot, window: Window, desk: OpenOffice, office_path: Path
) -> None:
    before = office_path.read_bytes()
    page(window).acts["issue-all"].trigger()
    shown = walking.dialog(qtbot, IssueDialog)
    assert "工院函〔2026〕1号 至 工院函〔2026〕3号" in shown.sentence.text()
    first = shown.table.shown_rows[0].id
    shown.table.take([first], on=False)
    changes = [str(row.cells[4].zh) for row in shown.table.shown_rows]  # type: ignore[union-attr]  # labels
    assert "号" not in changes[0]
    assert "工院函〔2026〕1号" in changes[1]
    assert "1号 至 工院函〔2026〕2号" in shown.sentence.text()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    walking.rest(qtbot, desk)
    assert office_path.read_bytes() == before


def test_issued_bytes_stay_as_they_left_the_office(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    issue_all(qtbot, window, desk)
    assert numbers(window) == [f"工院函〔2026〕{n}号" for n in (3, 2, 1)]
    assert "已签发 3 份" in window.status.text()
    ids = page(window).selected_with("issued")
    before = [paper.pdf for paper in desk.read(store.issued, ids)]
    base = desk.read(cards.card, "issued_document", ids[0])
    unit = desk.read(_organisation, HOSTS[0])
    card = desk.read(cards.card, "organisation", unit)
    desk.write(edit.correct, card.ref, {"name": "改名后的公司"}, day.today())
    assert [paper.pdf for paper in desk.read(store.issued, ids)] == before
    assert base.values["addressee"] == HOSTS[0]
    assert HOSTS[0] in pages.text(before[0])


def _organisation(session: object, name: str) -> str:
    from sqlalchemy import select
    from sqlalchemy.orm import Session

    from ptman.models import Organisation

    assert isinstance(session, Session)
    return session.scalars(select(Organisation.id).where(Organisation.name == name)).one()


def test_saved_as_files_and_as_one(qtbot: QtBot, window: Window, desk: OpenOffice, tmp_path: Path) -> None:
    issue_all(qtbot, window, desk)
    ids = page(window).selected_with("issued")
    stored = desk.read(store.issued, ids)
    folder = tmp_path / "函件"
    folder.mkdir()
    page(window).acts["save-pdf"].trigger()
    walking.choose(qtbot, folder)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.pdf"))) == 3)
    walking.rest(qtbot, desk)
    assert [(folder / paper.name).read_bytes() for paper in stored] == [paper.pdf for paper in stored]
    page(window).acts["save-merged"].trigger()
    walking.choose(qtbot, tmp_path / "全部.pdf")
    qtbot.waitUntil((tmp_path / "全部.pdf").exists)
    walking.rest(qtbot, desk)
    merged = (tmp_path / "全部.pdf").read_bytes()
    assert pages.count(merged) == sum(pages.count(paper.pdf) for paper in stored)
    page(window).table.select(ids[:1])
    walking.rest(qtbot, desk)
    page(window).acts["save-pdf"].trigger()
    walking.choose(qtbot, tmp_path / "一份.pdf")
    qtbot.waitUntil((tmp_path / "一份.pdf").exists)
    walking.rest(qtbot, desk)
    assert (tmp_path / "一份.pdf").read_bytes() == stored[0].pdf


def test_void_wants_a_reason_and_keeps_the_number(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    issue_all(qtbot, window, desk)
    page(window).table.select([page(window).table.shown_rows[0].id])
    walking.rest(qtbot, desk)
    page(window).acts["void"].trigger()
    asked = walking.dialog(qtbot, ReasonDialog)
    asked.go_on.click()
    assert asked.isVisible()
    QTest.keyClicks(asked.reason, "dan wei bian geng")
    asked.go_on.click()
    walking.rest(qtbot, desk)
    window.go("letters", "void")
    assert numbers(window) == ["工院函〔2026〕3号"]
    window.go("letters", "draft")
    walking.rest(qtbot, desk)
    assert numbers(window) == ["(工院函〔2026〕4号)"]


def test_without_a_printer_a_pdf_is_offered(qtbot: QtBot, window: Window, desk: OpenOffice, tmp_path: Path) -> None:
    issue_all(qtbot, window, desk)
    page(window).outgoing.no_printer.emit()
    bar = page(window).notice.bar
    assert bar is not None
    assert "没有可用的打印机" in bar.sentence.text()
    next(one for one in bar.findChildren(QPushButton) if one.text() == "另存为 PDF…").click()
    folder = tmp_path / "印"
    folder.mkdir()
    walking.choose(qtbot, folder)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.pdf"))) == 3)
    walking.rest(qtbot, desk)


def test_nothing_is_cut_off_and_everything_is_named(qtbot: QtBot, window: Window, desk: OpenOffice) -> None:
    walking.rest(qtbot, desk)
    assert fits.cut_off_in_both(window) == []
    assert named.nameless(window) == []
    assert named.rich(window) == []
    issue_all(qtbot, window, desk)
    assert fits.cut_off_in_both(window) == []
