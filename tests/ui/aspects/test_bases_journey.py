"""Through the window: what holds seats back is seen and cured, a contract goes on, a ledger stands by its placement."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from ptman import db
from ptman.labels import Lang
from ptman.models.choices_technology import ContractStatus
from ptman.rules.coverage import Bottleneck
from tests.ptman.aspects.bases import coverage_office
from tests.ptman.aspects.technology import contracts_office
from tests.ui import fits, named
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import contents, day, style, words
from ui.pages.coverage import CoveragePage
from ui.pages.technology import TechnologyPage
from ui.paper_dialog import PaperDialog
from ui.registers.ledger_bars import LedgerBars


def make(session: Session) -> None:
    coverage_office.make(session, lacking="supervisors")


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: coverage_office.TODAY)
    office.write(make)
    with bench_office.opened(qtbot, office, *contents.PAGES) as made:
        yield made


def coverage(bench: Desk) -> CoveragePage:
    bench.window.go("coverage")
    bench.rest()
    page = bench.window.page
    assert isinstance(page, CoveragePage)
    bench.qtbot.waitUntil(lambda: page.map.tile() is not None)
    return page


def test_a_cell_names_what_is_lacking_and_leads_to_its_cure(bench: Desk) -> None:
    page = coverage(bench)
    line, tile = page.map.tile() or pytest.fail("no cell is chosen")
    assert (line.number, tile.usable, tile.bottleneck) == ("JD001", 2, Bottleneck.SUPERVISORS)
    bench.press(page.map, Qt.Key.Key_Right, Qt.Key.Key_Return)
    after = page.map.tile()
    assert after is not None
    assert after[1].month.month == tile.month.month + 1
    (cure,) = [one for one in page.side.findChildren(QPushButton) if one.text() == "聘任企业导师"]
    QTest.mouseClick(cure, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.window.page.KEY == "supervisors"


def test_the_map_goes_on_by_half_a_year_and_is_printed(bench: Desk) -> None:
    page = coverage(bench)
    first = page.found.first if page.found else None
    page.acts["later"].trigger()
    bench.rest()
    bench.qtbot.waitUntil(lambda: page.found is not None and page.found.first != first)
    page.acts["now"].trigger()
    bench.rest()
    assert page.found is not None
    assert page.found.first == first
    page.acts["paper"].trigger()
    bench.dialog(PaperDialog).reject()
    assert page.map.places(QRectF(page.map.rect()))


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_cut_off_and_everything_has_a_name(bench: Desk, lang: Lang) -> None:
    bench.database.write(contracts_office.make)
    for key in ("coverage", "technology"):
        bench.window.go(key)
        bench.rest()
        words.language.speak(lang)
        style.wear(style.Theme.LIGHT)
        bench.rest()
        assert fits.cut_off(bench.window) == []
        assert named.nameless(bench.window.page) == []


def test_a_contract_shows_its_money_and_takes_its_steps(bench: Desk, office: db.Database) -> None:
    key = office.write(contracts_office.make, ContractStatus.SIGNED)
    bench.window.go("technology")
    bench.rest()
    page = bench.window.page
    assert isinstance(page, TechnologyPage)
    bench.qtbot.waitUntil(lambda: page.stepping.steps != ())
    assert page.acts["step-apply_registration"].isEnabled()
    page.acts["step-apply_registration"].trigger()
    bench.rest()
    bench.qtbot.waitUntil(lambda: (page.found or {})[key].status is ContractStatus.REGISTERING)
    assert len((page.found or {})[key].instalments) == 2
    page.acts["paper"].trigger()
    bench.dialog(PaperDialog).reject()


def test_a_placement_shows_the_ledger_of_its_student(bench: Desk) -> None:
    bench.window.go("placements")
    bench.rest()
    page = bench.window.page
    page.table.select([page.table.shown_rows[0].id])  # type: ignore[attr-defined]  # a page with a list
    bench.rest()
    bench.qtbot.waitUntil(lambda: bool(page.findChildren(LedgerBars)))
    bars = page.findChildren(LedgerBars)[-1]
    assert "星河实践基地" in bars.accessibleName()
