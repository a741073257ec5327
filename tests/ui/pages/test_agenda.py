"""What falls due stands on Home by kind, each a click from its cure, and in full on a page of its own."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from ptman import db
from ptman.models import Agreement
from ptman.models.choices import AgreementKind
from ptman.register.agenda import When
from tests import makers
from tests.ptman.aspects.scoreboard import scoreboard_office
from tests.ui import fits, named
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import contents, day
from ui.home.due_button import DueButton
from ui.pages.agenda import AgendaPage
from ui.pages.home import HomePage
from ui.pages.registers import RegistersPage

TODAY = date(2026, 12, 10)


def _fill(session: Session) -> None:
    """Five agreements overdue, one to end this week; two targets of the year, one of them overdue."""
    bench_office.fill(session)
    for number in range(6):
        ends = TODAY - timedelta(days=9) if number < 5 else TODAY + timedelta(days=2)
        values = {"kind": AgreementKind.FRAMEWORK, "title": f"合作协议{number}", "valid_from": date(2020, 1, 1)}
        makers.added(session, Agreement(agreement_no=f"KJ-{number}", valid_to=ends, **values))
    scoreboard_office.task(session, "2026-A5-01", due_on=TODAY + timedelta(days=15))
    scoreboard_office.task(session, "2026-A5-02", due_on=TODAY - timedelta(days=1))


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    office.write(_fill)
    with bench_office.opened(qtbot, office, *contents.PAGES) as made:
        yield made


def home(bench: Desk) -> HomePage:
    assert isinstance(bench.window.page, HomePage)
    return bench.window.page


def due(bench: Desk, name: str) -> DueButton:
    return next(one for one in home(bench).today.agenda.buttons if one.accessibleName() == name)


def test_it_stands_by_how_near_and_by_kind(bench: Desk) -> None:
    board = home(bench).today.agenda
    heads = {when: text.text() for when, text in board._heads.items()}
    assert heads == {When.OVERDUE: "逾期 6", When.WEEK: "本周 1", When.MONTH: "本月 1"}
    assert [one.accessibleName() for one in board.buttons] == [
        *("协议到期 5", "KJ-0 合作协议0 12-01", "KJ-1 合作协议1 12-01", "KJ-2 合作协议2 12-01"),
        *("合作任务到期 1", "2026-A5-02 在读研究生配齐双导师 12-09"),
        *("协议到期 1", "KJ-5 合作协议5 12-12"),
        *("合作任务到期 1", "2026-A5-01 在读研究生配齐双导师 12-25"),
    ]


def test_a_thing_is_one_press_from_its_register(bench: Desk) -> None:
    bench.press(due(bench, "KJ-1 合作协议1 12-01"), Qt.Key.Key_Space)
    page = bench.window.page
    assert isinstance(page, RegistersPage)
    assert ["KJ-1" in row.cells for row in page.front.selected_rows()] == [True]


def test_a_kind_opens_the_list_of_all_of_it(bench: Desk) -> None:
    bench.press(due(bench, "协议到期 5"), Qt.Key.Key_Space)
    page = bench.window.page
    assert isinstance(page, AgendaPage)
    assert (len(page.table.shown_rows), page.note.text()) == (5, "逾期 · 协议到期")
    page.table.select([page.table.shown_rows[0].id])
    with bench.qtbot.waitSignal(page.pane.filled):
        page.refresh()
    assert page.pane.seen is not None
    assert page.pane.seen.card.noun == "agreement"
    assert page.acts["lead"].isEnabled()
    page.acts["lead"].trigger()
    bench.rest()
    assert bench.window.page.KEY == "registers"


def test_the_first_figure_is_who_waits_for_an_industry_supervisor(bench: Desk) -> None:
    waiting = home(bench).waiting
    assert waiting.accessibleDescription() == "缺企业导师 7; 逾 90 天 7; 逾 30 天 0; 30 天以内 0"
    with bench.qtbot.waitSignal(home(bench).page_asked) as asked:
        bench.press(waiting, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert asked.args == ["students", "no-industry-late"]


def test_nothing_is_cut_off_and_everything_is_named(bench: Desk) -> None:
    assert fits.cut_off_in_both(bench.window) == []
    assert named.nameless(bench.window) == []
    bench.window.go("agenda")
    bench.rest()
    assert fits.cut_off_in_both(bench.window) == []
    assert named.nameless(bench.window) == []
