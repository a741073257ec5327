"""The main job walked through the real window by keys: workbooks, drafts, pairing, roster, letters, and back again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from ptman.letters import pages, store
from ptman.samples import workbooks
from ptman.samples.workbooks import Sample
from tests.ui import person
from tests.ui.person import Person, Tables
from tests.ui.test_printing import to_file
from ui import day, printing
from ui.dialogs.draft import DraftDialog
from ui.dialogs.export import ExportDialog
from ui.letters.issuing import IssueDialog
from ui.pages.history import HistoryPage
from ui.pages.importing import ImportPage
from ui.pages.letters import LettersPage
from ui.pages.pairing import PairingPage
from ui.pages.students import StudentsPage

TODAY = date(2026, 9, 10)
SCENARIOS = {"scenario", "scenario_pair"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return workbooks.write(tmp_path_factory.mktemp("books"), TODAY, students=40)


@pytest.fixture
def clerk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setattr(day, "today", lambda: TODAY)  # the calendar is not our own code
    with person.at_desk(qtbot) as made:
        yield made


def test_the_main_job(clerk: Person, sample: Sample, tmp_path: Path) -> None:
    assert clerk.desktop.open(tmp_path / "office.ptman", make=True)
    clerk.rest()
    imported = take_workbooks(clerk, sample)
    paired = pair(clerk, imported)
    export_roster(clerk, tmp_path / "roster.xlsx")
    issue_letters(clerk, tmp_path)
    go_back(clerk, imported, paired)


def take_workbooks(clerk: Person, sample: Sample) -> Tables:
    clerk.press("Ctrl+8", "Ctrl+O")
    clerk.choose(*sample.paths)
    for _ in sample.paths:
        before = clerk.tables(history=True)
        shown = clerk.dialog(DraftDialog)
        assert shown.table.taken == shown.draft.preset() != frozenset()
        assert clerk.tables(history=True) == before
        clerk.press("Return")
        assert clerk.tables() != before
    page = clerk.page(ImportPage)
    clerk.qtbot.waitUntil(lambda: len(page.table.shown_rows) == len(sample.paths))
    assert not page.flow.busy
    assert len(page.notices.bars()) > 0
    return clerk.tables()


def pair(clerk: Person, imported: Tables) -> Tables:
    clerk.press("Ctrl+5", "Ctrl+Return")
    page = clerk.page(PairingPage)
    clerk.qtbot.waitUntil(lambda: page.proposer.open is not None, timeout=30_000)
    assert in_force(clerk.tables()) == in_force(imported)
    clerk.press("Ctrl+S")
    clerk.dialog(DraftDialog)
    clerk.press("Escape")
    assert in_force(clerk.tables()) == in_force(imported)
    clerk.press("Ctrl+S", "Return")
    kept = clerk.tables()
    changed = {name for name in kept if kept[name] != imported[name]}
    assert changed - SCENARIOS == {"supervision", "placement", "period"}
    return kept


def in_force(tables: Tables) -> Tables:
    """Without what is only thought of."""
    return {name: rows for name, rows in tables.items() if name not in SCENARIOS}


def export_roster(clerk: Person, target: Path) -> None:
    clerk.press("Ctrl+2", "Ctrl+E")
    clerk.dialog(ExportDialog)
    clerk.press("Return")
    page = clerk.page(StudentsPage)
    with clerk.qtbot.waitSignal(page.exporting.written):
        clerk.choose(target)
    clerk.rest()
    lines = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    shown = page.table.shown
    assert len(shown.rows) == len(clerk.tables()["student"])
    assert [line[1] for line in lines[3:]] == [row.cells[0] for row in shown.rows]
    academic = [str(line[1 + shown.index("academic")]) for line in lines[3:]]
    assert sum(1 for name in academic if name and not name.startswith("缺")) == len(shown.rows)


def issue_letters(clerk: Person, folder: Path) -> None:
    clerk.press("Ctrl+7")
    page = clerk.page(LettersPage)
    clerk.qtbot.waitUntil(lambda: page.preview.view.count > 0)
    waiting = len(page.table.shown_rows)
    clerk.press("Ctrl+Shift+I")
    clerk.dialog(IssueDialog)
    clerk.press("Return")
    clerk.qtbot.waitUntil(lambda: len(page.table.selected()) == waiting)
    clerk.rest()
    papers = clerk.office.read(store.issued, page.selected_with("issued"))
    target = folder / "printed.pdf"
    sides = printing.send(to_file(target), [paper.pdf for paper in papers], lambda _done, _total: None)
    assert sides == pages.count(target.read_bytes()) == sum(pages.count(paper.pdf) for paper in papers)


def go_back(clerk: Person, imported: Tables, paired: Tables) -> None:
    clerk.press("Ctrl+9")
    steps = clerk.page(HistoryPage).table
    clerk.qtbot.waitUntil(lambda: len(steps.shown_rows) == 8)
    clerk.press("Ctrl+Z")
    assert without_letters(clerk.tables()) == without_letters(paired)
    clerk.press("Ctrl+Z")
    assert in_force(without_letters(clerk.tables())) == in_force(without_letters(imported))
    clerk.press("Ctrl+7")
    page = clerk.page(LettersPage)
    page.go("void")
    clerk.rest()
    assert len(page.table.shown_rows) == len(clerk.tables()["issued_document"]) > 0
    assert clerk.window.acts["redo"].text().startswith("重做(&R)：方案“方案 1”定稿")
    assert QApplication.activeModalWidget() is None


def without_letters(tables: Tables) -> Tables:
    """Undoing an issue leaves the letters, void, with numbers and wording, and the register of what was given away."""
    left = {"issued_document", "issued_wording", "signing_key", "disclosure"}
    return {name: rows for name, rows in tables.items() if name not in left}
