"""Home: exceptions with counts that open their lists; a new office is told where to begin."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.labels import Lang
from ptman.register.home import Urgency
from tests.ui import fits, named
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import contents, day, style, words
from ui.list_page import ListPage
from ui.pages.home import HomePage


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: date(2026, 12, 20))
    office.write(bench_office.fill)
    with bench_office.opened(qtbot, office, *contents.PAGES) as made:
        yield made


@pytest.fixture
def new(qtbot: QtBot, office: db.Database) -> Iterator[Desk]:
    with bench_office.opened(qtbot, office, *contents.PAGES) as made:
        yield made


def page(bench: Desk) -> HomePage:
    assert isinstance(bench.window.page, HomePage)
    return bench.window.page


def test_lines_stand_most_urgent_first(bench: Desk) -> None:
    lines = page(bench).lines
    urgencies = [line.line.urgency for line in lines]
    assert urgencies == sorted(urgencies, key=list(Urgency).index)
    assert (lines[0].line.urgency, lines[0].line.count) == (Urgency.RED, 7)
    assert lines[0].hasFocus()
    assert "逾期" in lines[0].accessibleName()


def test_each_line_opens_the_list_with_as_many_rows(bench: Desk) -> None:
    home = page(bench)
    for at in range(len(home.lines)):
        line = home.lines[at].line
        bench.press(home.lines[at], Qt.Key.Key_Space)
        shown = bench.window.page
        assert isinstance(shown, ListPage)
        assert (shown.KEY, len(shown.table.shown_rows)) == (line.page, line.count)
        bench.window.go("home")


def test_figures_open_their_lists(bench: Desk) -> None:
    home = page(bench)
    with bench.qtbot.waitSignal(home.page_asked) as asked:
        home.tiles["no-base"].click()
    assert asked.args == ["students", "no-base"]
    assert home.tiles["no-base"].accessibleName() == "缺基地 7"
    assert home.pictures._said.text() == "7 名学生，7 个名额"
    for picture, key in ((home.pictures.funnel, ["students", "all"]), (home.pictures.seats, ["placements", "all"])):
        bench.window.go("home")
        picture.setFocus()
        with bench.qtbot.waitSignal(home.page_asked) as asked:
            QTest.keyClick(picture, Qt.Key.Key_Return)
        assert asked.args == key


def test_the_cohort_is_chosen_and_remembered(bench: Desk) -> None:
    home = page(bench)
    assert home.cohort.cohort() == 2026
    home.cohort.choose(None)
    bench.rest()
    assert (home.cohort.cohort(), home.cohort.wanted()) == (None, "all")


def test_a_new_office_is_told_where_to_begin(new: Desk) -> None:
    steps = page(new).first_steps
    assert list(steps.buttons) == ["bases", "supervisors", "students", "preferences", "pairing"]
    with new.qtbot.waitSignal(page(new).page_asked) as asked:
        steps.buttons["bases"].click()
    assert asked.args == ["import", "bases"]
    assert fits.cut_off_in_both(new.window) == []
    assert named.nameless(new.window) == []


def test_nothing_is_cut_off_and_everything_is_named(bench: Desk) -> None:
    for theme in (style.Theme.LIGHT, style.Theme.DARK):
        style.wear(theme)
        assert fits.cut_off_in_both(bench.window) == []
    assert named.nameless(bench.window) == []
    assert named.rich(bench.window) == []


def test_language_changes_what_is_painted(bench: Desk) -> None:
    words.language.speak(Lang.EN)
    assert page(bench).lines[0].accessibleName().startswith("No ")
    assert page(bench).pictures._said.text() == "7 students, 7 seats"
