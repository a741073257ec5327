"""Through the window: a change of a placement is asked for, agreed to, rehearsed, carried out; its ledger is seen."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ptman import db
from ptman.labels import Lang
from ptman.models import Placement, PlacementChange, TrainingBase
from ptman.models.choices import PlacementStatus
from ptman.models.choices_placements import PlacementChangeStatus
from ptman.rules.machines.placements import PLACEMENT
from tests.ui import fits, named
from tests.ui.aspects import bases_room as room
from tests.ui.pages.bench_office import Desk
from ui import style, words
from ui.aspects.bases.ledger_dialog import LedgerDialog
from ui.aspects.bases.rehearsal_dialog import RehearsalDialog
from ui.paper_dialog import PaperDialog
from ui.registers.ledger_bars import LedgerBars


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with room.opened(qtbot, office, monkeypatch) as made:
        yield made


def placements(bench: Desk) -> list[Placement]:
    return bench.database.read(lambda s: list(s.scalars(select(Placement).order_by(Placement.starts_on))))


def test_a_transfer_goes_its_way_and_is_one_step(bench: Desk) -> None:
    page = room.page(bench, "placements")
    assert not page.acts["opinion"].isEnabled()
    assert "登记变更" in page.acts["carry"].toolTip()
    other = bench.database.read(
        lambda s: s.scalars(select(TrainingBase.id).where(TrainingBase.base_no == "JD002")).one()
    )
    dialog = room.ask(bench, page, "change")
    room.fill(bench, dialog, kind="transfer", new_base_id=room.link(other, "远山"), reason="课题调整")
    bench.qtbot.waitUntil(lambda: not page.acts["change"].isEnabled())
    for party in ("supervisor", "host", "new_host", "office"):
        bench.qtbot.waitUntil(page.acts["opinion"].isEnabled)
        assert not page.acts["carry"].isEnabled()
        dialog = room.ask(bench, page, "opinion")
        assert dialog.form.values()["party"] == party
        room.fill(bench, dialog)
    before = bench.tables()
    bench.qtbot.waitUntil(page.acts["carry"].isEnabled)
    page.acts["carry"].trigger()
    seen = bench.dialog(RehearsalDialog)
    assert len(seen.table.listing.rows) > 2
    seen.cancel.click()
    bench.rest()
    assert bench.tables() == before
    page.acts["carry"].trigger()
    bench.dialog(RehearsalDialog).go_on.click()
    bench.rest()
    old, new = placements(bench)
    assert (old.status, new.status) == (PlacementStatus.TERMINATED, PlacementStatus.PLANNED)
    bench.undo()
    assert len(placements(bench)) == 1
    change = bench.database.read(lambda s: s.scalars(select(PlacementChange)).one())
    assert change.status is PlacementChangeStatus.APPROVED


def test_every_step_of_a_placement_is_on_the_page_with_its_reason(bench: Desk) -> None:
    page = room.page(bench, "placements")
    rows = {row.key for row in page.acts.rows}
    assert {f"step-{move.key}" for move in PLACEMENT.moves} <= rows
    bench.qtbot.waitUntil(page.acts["step-interrupt"].isEnabled)
    for move in PLACEMENT.moves:
        action = page.acts[f"step-{move.key}"]
        assert action.isEnabled() == (PlacementStatus.IN_PROGRESS in move.source), move.key
        assert action.isEnabled() or "\n" in action.toolTip() or "<br" in action.toolTip(), move.key


@pytest.mark.parametrize("where", ["placements", "students"])
def test_the_ledger_is_seen_large_and_printed_from_where_an_office_looks(bench: Desk, where: str) -> None:
    page = room.page(bench, where)
    page.acts["ledger"].trigger()
    dialog = bench.dialog(LedgerDialog)
    (bars,) = dialog.findChildren(LedgerBars)
    assert "星河实践基地" in bars.accessibleName()
    room.click(bench, dialog.paper)
    bench.dialog(PaperDialog).reject()
    dialog.close_.click()
    bench.rest()
    assert bench.dialogs(LedgerDialog) == []


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_cut_off_and_everything_has_a_name(bench: Desk, lang: Lang) -> None:
    page = room.page(bench, "placements")
    words.language.speak(lang)
    style.wear(style.Theme.LIGHT)
    bench.rest()
    assert fits.cut_off(bench.window) == []
    assert named.nameless(page) == []
    dialog = room.ask(bench, page, "change")
    assert fits.cut_off(dialog) == []
    assert named.nameless(dialog) == []
    dialog.reject()
    page.acts["ledger"].trigger()
    seen = bench.dialog(LedgerDialog)
    assert fits.cut_off(seen) == []
    seen.close_.click()
