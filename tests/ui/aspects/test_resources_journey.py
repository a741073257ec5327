"""Sharing through the window: a resource is asked for by hand, approved, moved, judged, and counted for whom it was."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.models.choices_resources import UseStatus
from tests.ptman.aspects.resources import resource_office
from tests.ptman.aspects.resources.resource_office import TODAY
from tests.ui import fits, named
from tests.ui.aspects.resource_room import Room
from ui import day, memory, words
from ui.aspects.resources.balance_page import BalancePage
from ui.aspects.resources.evaluate_dialog import EvaluateDialog
from ui.aspects.resources.week_page import WeekPage
from ui.dialogs.add import AddDialog
from ui.nouns.resource_uses import UsesRegister
from ui.nouns.resources import ResourcesRegister
from ui.paper_dialog import PaperDialog

APPROVED = {"status": UseStatus.APPROVED}


@pytest.fixture
def room(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    memory.keep("page/resources/tab", "")
    made = Room(qtbot, office)
    yield made
    made.desk.work.close()


def at(hour: int, on: int = 21) -> datetime:
    return datetime(2026, 9, on, hour)  # noqa: DTZ001 the office's own time


def test_a_dragged_hour_becomes_a_booking_that_is_used_and_judged(room: Room) -> None:
    page = room.week()
    room.drag(page, (1, 9), (1, 10.5))
    dialog = room.dialog()
    assert isinstance(dialog, AddDialog)
    for key, text in (("subject", "标定"), ("user_name", "李伟")):
        dialog.form.editor(key).show_value(text)  # type: ignore[attr-defined]  # an editor
    dialog.accept()
    room.rest()
    (block,) = page.grid.blocks
    key = block.use.ref.id
    assert (room.values(key)["starts_at"], room.values(key)["ends_at"]) == (at(9, 22), at(11, 22))
    assert room.values(key)["use_no"] == "SY-2026-0001"
    page.grid.choose(key)
    for step in ("approve", "start"):
        room.rest()
        page.acts[f"step-{step}"].trigger()
        room.rest()
    page.acts["evaluate"].trigger()
    judged = room.dialog()
    assert isinstance(judged, EvaluateDialog)
    judged.scores.button(5).click()
    room.qtbot.mouseClick(judged.keep, Qt.MouseButton.LeftButton)
    room.rest()
    assert (room.values(key)["status"], room.values(key)["score"]) == (UseStatus.EVALUATED, 5)
    room.window.acts["undo"].trigger()
    room.rest()
    assert (room.values(key)["status"], room.values(key)["score"]) == (UseStatus.IN_USE, None)


def test_a_booking_is_moved_by_hand_and_by_keys_and_a_clash_is_told(room: Room) -> None:
    first = room.database.write(resource_office.use, "SY-1", room.made.robot, (9, 11), **APPROVED)
    room.database.write(resource_office.use, "SY-2", room.made.robot, (14, 16), user_name="王静", **APPROVED)
    room.window.look_again()
    page = room.week()
    room.drag(page, (0, 9.5), (1, 13.5))
    assert room.values(first)["starts_at"] == at(13, 22)
    # Escape lets go: nothing has changed.
    before = room.state()
    room.drag(page, (1, 14), (0, 15), drop=False)
    assert [one.number for one in page.grid.clashing()] == ["SY-2"]
    assert "王静 14:00–16:00" in page.grid.accessibleDescription()
    room.qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    room.qtbot.mouseRelease(page.grid, Qt.MouseButton.LeftButton)
    room.rest()
    assert room.state() == before
    alt = Qt.KeyboardModifier.AltModifier
    room.qtbot.keyClick(page.grid, Qt.Key.Key_Up, alt)
    room.qtbot.keyClick(page.grid, Qt.Key.Key_Down, alt | Qt.KeyboardModifier.ShiftModifier)
    room.qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    room.rest()
    assert (room.values(first)["starts_at"], room.values(first)["ends_at"]) == (
        datetime(2026, 9, 22, 12, 30),  # noqa: DTZ001 the office's own time
        at(15, 22),
    )


def test_an_hour_is_booked_by_keys_alone(room: Room) -> None:
    page = room.week()
    page.grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        room.qtbot.keyClick(page.grid, key)
    for _ in range(3):
        room.qtbot.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    room.qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    dialog = room.dialog()
    assert isinstance(dialog, AddDialog)
    given = dialog.form.values()
    assert (given["starts_at"], given["ends_at"]) == ("2026-09-22 09:30", "2026-09-22 11:00")
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    room.rest()
    assert page.grid.blocks == ()


def test_the_catalogue_is_asked_by_kind_and_owner(room: Room) -> None:
    page = room.tab(ResourcesRegister)
    assert isinstance(page, ResourcesRegister)
    page.chips.check("kind=lab")
    page.chips.chosen.emit("kind=lab")
    assert {row.id for row in page.table.shown_rows} == {room.made.lab, room.made.robot}
    page.more.check("theirs")
    page.more.chosen.emit("theirs")
    assert page.table.shown_rows == ()
    page.go("current")
    assert len(page.table.shown_rows) == 3


@pytest.mark.parametrize("lang", list(Lang))
def test_give_and_take_is_drawn_and_printed_and_all_fits(room: Room, lang: Lang) -> None:
    theirs = {"unit_id": room.made.partner, "status": UseStatus.EVALUATED}
    room.database.write(resource_office.use, "SY-1", room.made.lab, (9, 11), **theirs)
    words.language.speak(lang)
    page = room.tab(BalancePage)
    assert isinstance(page, BalancePage)
    page.refresh()
    room.rest()
    assert "2" in page.picture.accessibleDescription()
    page.picture.chosen.emit(room.made.partner)
    assert len(page.lists[-1].selected()) == 1
    page.acts["paper"].trigger()
    dialog = room.dialog()
    assert isinstance(dialog, PaperDialog)
    room.qtbot.waitUntil(lambda: dialog.pdf.isEnabled() and dialog.pane.view.count > 0)
    room.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    for kind in (ResourcesRegister, WeekPage, UsesRegister, BalancePage):
        room.tab(kind)
        assert fits.cut_off(room.window) == []
        assert named.nameless(room.window) == []
