"""Through the window: what holds seats back is seen and cured, a contract goes on, a ledger stands by its placement."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.labels import Lang
from ptman.models import Agreement
from ptman.models.choices_technology import ContractStatus, PaymentStatus
from ptman.rules.coverage import Bottleneck
from tests.ptman.aspects.bases import coverage_office
from tests.ptman.aspects.technology import contracts_office
from tests.ui import fits, named
from tests.ui.aspects import bases_room as room
from tests.ui.pages import bench_office
from tests.ui.pages.bench_office import Desk
from ui import contents, day, style, words
from ui.dialogs.add import AddDialog
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


def test_a_contract_s_money_is_invoiced_received_and_its_parts_are_added(bench: Desk, office: db.Database) -> None:
    key = office.write(contracts_office.make, ContractStatus.PERFORMING)
    bench.window.go("technology")
    bench.rest()
    page = bench.window.page
    assert isinstance(page, TechnologyPage)
    bench.qtbot.waitUntil(page.acts["invoice"].isEnabled)
    assert not page.acts["receive"].isEnabled()
    page.acts["invoice"].trigger()
    give(bench, invoice_no="2027000001")
    bench.qtbot.waitUntil(page.acts["receive"].isEnabled)
    page.acts["receive"].trigger()
    give(bench, received="200")
    bench.qtbot.waitUntil(lambda: (page.found or {})[key].instalments[0].status is PaymentStatus.PART_RECEIVED)
    page.acts["receive"].trigger()
    dialog = bench.dialog(AddDialog)
    assert dialog.form.values()["received"] == "300.00"
    give(bench)
    bench.qtbot.waitUntil(lambda: (page.found or {})[key].instalments[0].status is PaymentStatus.RECEIVED)
    assert (page.found or {})[key].money.received == 50_000
    for said in ("新增付款…", "新增合同方…", "新增权利…", "新增成员…"):
        room.press(bench, page, said)
        dialog = bench.dialog(AddDialog)
        assert dialog.form.values()["seq"]
        dialog.reject()
        bench.qtbot.waitUntil(lambda: not bench.dialogs(AddDialog))


def give(bench: Desk, **values: object) -> None:
    room.fill(bench, bench.dialog(AddDialog), **values)


def test_what_a_cell_lacks_is_entered_from_the_map(bench: Desk) -> None:
    page = coverage(bench)

    def lapse(session: Session) -> None:
        for one in session.scalars(select(Agreement)):
            session.delete(one)

    bench.database.write(lapse)
    page.refresh()
    bench.rest()
    bench.qtbot.waitUntil(lambda: (page.map.tile() or (None, None))[1].bottleneck is Bottleneck.AGREEMENT)  # type: ignore[union-attr]  # a tile
    page.acts["cure"].trigger()
    give(bench, agreement_no="XY-2027-9")
    (made,) = bench.database.read(lambda s: s.scalars(select(Agreement)).all())
    assert (made.agreement_no, made.base_id is not None) == ("XY-2027-9", True)
