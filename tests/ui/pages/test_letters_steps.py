"""What became of a letter on paper is logged by hand, and by printing it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.letters import seen, store
from tests.ptman.letters import sending
from tests.ui import fits, named
from tests.ui.pages import walking
from ui import day
from ui.dialogs.reason import ReasonDialog
from ui.letters import loading
from ui.letters.step_dialog import StepDialog
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
    window.page.table.select([row.id for row in window.page.table.shown_rows])
    walking.rest(qtbot, desk)
    return window.page


def states(page: LettersPage) -> list[str]:
    return [str(row.cells[0].zh) for row in page.table.shown_rows]  # type: ignore[union-attr]  # labels


def test_a_step_is_logged_for_all_that_are_selected(qtbot: QtBot, page: LettersPage, desk: OpenOffice) -> None:
    page.acts["log-step"].trigger()
    asked = walking.dialog(qtbot, StepDialog)
    assert fits.cut_off_in_both(asked) == []
    assert named.nameless(asked) == []
    asked.keep.click()
    assert "请选一步" in asked.fault.text()
    asked.step.show_value("sealed")
    asked.copies.show_value("x")
    asked.keep.click()
    assert "份数" in asked.fault.text()
    asked.copies.show_value("2")
    asked.who.show_value("王老师")
    asked.keep.click()
    walking.rest(qtbot, desk)
    assert states(page) == ["已用印", "已用印"]
    (first, _) = page.selected_with("issued")
    (step,) = desk.read(seen.look, first).steps
    assert (step.who, step.copies, step.on) == ("王老师", 2, sending.TODAY)
    window = page.window()
    assert isinstance(window, Window)
    assert "已登记用印：2 份" in window.status.text()
    assert fits.cut_off_in_both(window) == []


def test_printing_is_noted(page: LettersPage, desk: OpenOffice) -> None:
    ids = page.selected_with("issued")
    page.outgoing.note_printed(ids, 2)
    assert [step.copies for one in ids for step in desk.read(seen.look, one).steps] == [2, 2]
    assert [desk.read(seen.look, one).status.zh for one in ids] == ["已打印", "已打印"]


def test_what_was_not_printed_is_asked_about_and_not_assumed(qtbot: QtBot, page: LettersPage, desk: OpenOffice) -> None:
    ids = page.selected_with("issued")
    page.outgoing.unfinished.emit(tuple(ids))
    bar = page.notice.bar
    assert bar is not None
    assert "没有登记为已打印" in bar.sentence.text()
    assert states(page) == ["已发", "已发"]
    next(one for one in bar.findChildren(QPushButton) if one.text() == "登记为已打印…").click()
    asked = walking.dialog(qtbot, StepDialog)
    asked.copies.show_value("1")
    asked.keep.click()
    walking.rest(qtbot, desk)
    assert states(page) == ["已打印", "已打印"]


def test_the_inspector_names_the_words_a_letter_was_written_in(page: LettersPage) -> None:
    said = "\n".join(one.text() for one in page.inspector.findChildren(QLabel))
    assert "中文：自带模板" in said
    assert "placement-1-" in said


def test_what_is_printed_together_lies_together_by_host(page: LettersPage) -> None:
    hosts = [str(row.cells[2]) for row in page.selected_rows()]
    by_id = {row.id: str(row.cells[2]) for row in page.selected_rows()}
    assert [by_id[one] for one in page.selected_with("issued", loading.by_host)] == sorted(hosts)


def test_a_step_logged_in_error_is_taken_back_with_a_reason(qtbot: QtBot, page: LettersPage, desk: OpenOffice) -> None:
    first = page.selected_with("issued")[0]
    page.outgoing.note_printed([first])
    page.refresh()
    walking.rest(qtbot, desk)
    page.table.select([first])
    walking.rest(qtbot, desk)
    page.acts["take-back"].trigger()
    asked = walking.dialog(qtbot, ReasonDialog)
    assert fits.cut_off_in_both(asked) == []
    asked.reason.show_value("打印机卡纸")
    asked.go_on.click()
    walking.rest(qtbot, desk)
    assert (desk.read(seen.look, first).status.zh, desk.read(seen.look, first).steps) == ("已发", ())
    assert not page.acts["take-back"].isEnabled()
