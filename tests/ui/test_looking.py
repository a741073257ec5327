"""Looking changes nothing: every page, inspector, record and dialog, in both languages and themes, nothing cut off."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from ptman import db
from tests.ui import fits, named, person
from tests.ui.pages import bench_office
from tests.ui.person import Person
from ui import day, style
from ui.contents import PAGES
from ui.page import Page

KEYS = [page.KEY for page in PAGES]
# What opens nothing, and what is meant to write: both are walked elsewhere.
LEAVES = {"quit", "refresh", "copy-rows", "propose"}
WRITES = {"undo", "redo", "undo-step", "undo-import", "retire", "delete", "assign", "lock", "end"}


@pytest.fixture
def clerk(qtbot: QtBot, office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    monkeypatch.setattr(day, "today", lambda: date(2026, 9, 10))  # the calendar is not our own code
    with db.Database(office_path, who="样例") as office:
        office.write(bench_office.fill)
        office.changed = False
    with person.at_desk(qtbot) as made:
        assert made.desktop.open(office_path)
        made.rest()
        yield made


def turned_to(clerk: Person, key: str) -> Page:
    """That page, with its first row selected where it has rows."""
    clerk.window.go(key)
    clerk.rest()
    page = clerk.window.page
    front = getattr(page, "front", page)
    page = front if isinstance(front, Page) else page
    assert isinstance(page, Page)
    table = getattr(page, "table", None)
    if table is not None and table.shown_rows:
        table.select([table.shown_rows[0].id])
    clerk.rest()
    return page


def all_of_it(clerk: Person) -> list[str]:
    """What is cut off or has no name, in both themes and languages, at the size the office's screens have."""
    found = []
    for theme in (style.Theme.LIGHT, style.Theme.DARK):
        style.wear(theme)
        found += fits.cut_off_in_both(clerk.window)
    return [*found, *named.nameless(clerk.window), *named.rich(clerk.window)]


def offered(clerk: Person, page: Page) -> list[QAction]:
    """Every action that can be done here and only looks."""
    every = (*clerk.window.acts.all(), *page.acts.all())
    looks = [action for row, action in every if row.key not in LEAVES | WRITES and not row.key.startswith("go-")]
    return [action for action in looks if action.isEnabled()]


def dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def own_dialogs() -> list[QDialog]:
    """Those that are ours: the system's own for choosing files are not."""
    return [one for one in dialogs() if not isinstance(one, QFileDialog)]


def escape_all(clerk: Person) -> int:
    """Press Escape until no dialog is left; how many there were."""
    count = 0
    while shown := dialogs():
        assert count < 8, shown
        shown[-1].reject()
        clerk.rest()
        count += 1
    return count


@pytest.mark.parametrize("key", KEYS)
def test_looking_at_a_page_changes_nothing_and_everything_can_be_read(clerk: Person, key: str) -> None:
    before = clerk.tables(history=True)
    page = turned_to(clerk, key)
    assert all_of_it(clerk) == []
    opened = 0
    for action in offered(clerk, page):
        action.trigger()
        clerk.rest()
        for one in own_dialogs():
            size = (one.width(), one.height())
            faults = [*fits.cut_off_in_both(one, *size), *named.nameless(one), *named.rich(one)]
            assert faults == [], action.objectName()
        opened += escape_all(clerk)
        turned_to(clerk, key)
    assert opened >= 5
    assert clerk.tables(history=True) == before
    assert not clerk.office.database.changed


def test_opening_every_record_of_every_list_changes_nothing(clerk: Person) -> None:
    before = clerk.tables(history=True)
    for key in ("students", "supervisors", "bases", "registers"):
        page = turned_to(clerk, key)
        clerk.press("Return")
        assert escape_all(clerk) == 1, page.KEY
    assert clerk.tables(history=True) == before
