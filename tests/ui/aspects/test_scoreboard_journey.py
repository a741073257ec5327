"""The scoreboard through the window: a year is read, led behind, corrected, printed, recorded and carried on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.aspects.scoreboard import board
from ptman.labels import Lang
from ptman.rules.targets import Standing
from tests.ptman.aspects.scoreboard import scoreboard_office
from tests.ui import fits, named
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import contents, day, style, words
from ui.dialogs.add import AddDialog
from ui.dialogs.question import Question
from ui.list_page import ListPage
from ui.pages.scoreboard import ScoreboardPage
from ui.paper_dialog import PaperDialog


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: scoreboard_office.TODAY)
    office.write(scoreboard_office.make)
    with bench_office.opened(qtbot, office, *contents.PAGES) as made:
        made.window.go("scoreboard")
        made.rest()
        yield made


def page(bench: Desk) -> ScoreboardPage:
    assert isinstance(bench.window.page, ScoreboardPage)
    return bench.window.page


def click(bench: Desk, at: int, *, double: bool = False) -> None:
    bars = page(bench).left.bars
    place = bars.places(QRectF(bars.rect()))[at].center()
    press = QTest.mouseDClick if double else QTest.mouseClick
    press(bars, Qt.MouseButton.LeftButton, pos=QPoint(int(place.x()), int(place.y())))
    bench.rest()


def test_a_figure_leads_to_the_records_behind_it(bench: Desk) -> None:
    click(bench, 1)
    pane = page(bench).pane
    bench.qtbot.waitUntil(lambda: pane.seen is not None and pane.seen.card.title.startswith("2026-A6a-01"))
    assert page(bench).acts["behind"].isEnabled()
    click(bench, 2)
    assert not page(bench).acts["behind"].isEnabled()
    click(bench, 0, double=True)
    shown = bench.window.page
    assert isinstance(shown, ListPage)
    assert (shown.KEY, len(shown.table.shown_rows)) == ("students", 1)


def test_keys_alone_choose_a_target_and_a_tile_narrows(bench: Desk) -> None:
    bars = page(bench).left.bars
    bench.press(bars, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page(bench).left.task() == page(bench).board.tasks[1]  # type: ignore[union-attr]  # read by now
    tile = page(bench).left.tiles.tiles[Standing.MET]
    assert tile.accessibleName() == "已达标 1"
    bench.press(tile, Qt.Key.Key_Space)
    assert len(bars.places(QRectF(bars.rect()))) == 1
    bench.press(tile, Qt.Key.Key_Space)
    assert len(bars.places(QRectF(bars.rect()))) == 5


def test_a_new_target_is_numbered_under_its_aspect(bench: Desk) -> None:
    click(bench, 1)
    page(bench).acts["add"].trigger()
    dialog = bench.dialog(AddDialog)
    form = dialog.form
    assert form.values()["task_no"] == "2026-A6a-06"
    for key, value in (("target", "新建联合实验室"), ("indicator", "实验室"), ("target_value", "2")):
        form.editor(key).show_value(value)  # type: ignore[attr-defined]  # an editor
    dialog.accept()
    bench.rest()
    drawn = bench.database.read(board.board, 2026, scoreboard_office.TODAY)
    assert [task.target for side in drawn.sides if side.code == "A6a" for task in side.tasks][-1] == "新建联合实验室"


def test_figures_are_recorded_after_a_question_and_taken_back(bench: Desk) -> None:
    before = bench.tables()
    page(bench).acts["record"].trigger()
    asked = bench.dialog(Question)
    bench.press(asked, Qt.Key.Key_Escape)
    assert bench.tables() == before
    page(bench).acts["record"].trigger()
    bench.dialog(Question).go_on.click()
    bench.rest()
    assert not page(bench).acts["record"].isEnabled()
    bench.window.acts["undo"].trigger()
    bench.rest()
    assert page(bench).acts["record"].isEnabled()


def test_a_year_is_carried_to_the_next(bench: Desk) -> None:
    page(bench).acts["carry"].trigger()
    bench.rest()
    drawn = page(bench).board
    assert drawn is not None
    assert (drawn.year, len(drawn.tasks), page(bench).years.currentText()) == (2027, 4, "2027 年")
    page(bench).go("2026")
    bench.rest()
    assert not page(bench).acts["carry"].isEnabled()


def test_the_page_is_seen_before_it_is_saved(bench: Desk) -> None:
    page(bench).acts["paper"].trigger()
    dialog = bench.dialog(PaperDialog)
    bench.qtbot.waitUntil(lambda: dialog.pdf.isEnabled() and dialog.pane.view.count == 1, timeout=20_000)
    bench.press(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_nothing_is_cut_off_and_everything_is_named(bench: Desk) -> None:
    for theme in style.Theme.LIGHT, style.Theme.DARK:
        style.wear(theme)
        assert fits.cut_off_in_both(bench.window) == []
    assert named.nameless(bench.window) == []
    words.language.speak(Lang.EN)
    bench.rest()
    assert "Students with both supervisors: 50% / 100%" in page(bench).left.bars.accessibleDescription()
