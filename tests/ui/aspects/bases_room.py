"""The window over an office with a base, a second one, and a student half-way through a placement."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from ptman import db
from ptman.models.choices import PlacementStatus
from tests import makers
from tests.ui.pages.bench_office import Desk
from ui import contents, day, records
from ui.dialogs.add import AddDialog
from ui.form_link import Link
from ui.office import OpenOffice
from ui.register_page import RegisterPage
from ui.window import Window

TODAY = date(2028, 3, 1)


def make(session: Session) -> None:
    who, period = makers.student(session), makers.period(session)
    base = makers.base(session, approved_on=date(2026, 9, 1), capacity_per_batch=3)
    makers.base(session, "JD002", "远山实践基地", capacity_per_batch=2)
    makers.agreement(session, base)
    makers.placement(session, who, base, period, status=PlacementStatus.IN_PROGRESS)


@contextmanager
def opened(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(day, "today", lambda: TODAY)
    office.write(make)
    desk = OpenOffice(office)
    window = Window(desk, contents.PAGES, records.open_record)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.look_again()
    made = Desk(qtbot, office, desk, window)
    made.rest()
    yield made
    window.close()


def page(bench: Desk, key: str, shown: str = "") -> RegisterPage:
    """That page with the row that says `shown` (or its first) selected, and everything about it known."""
    bench.window.go(key)
    bench.rest()
    found = bench.window.page
    assert isinstance(found, RegisterPage)
    rows = found.table.shown_rows
    row = next(one for one in rows if not shown or shown in [str(cell) for cell in one.cells])
    found.table.select([row.id])
    bench.qtbot.waitUntil(lambda: found.pane.seen is not None and found.pane.seen.card.id == row.id)
    bench.rest()
    return found


def ask(bench: Desk, page_: RegisterPage, key: str) -> AddDialog:
    """Take an action that asks something first."""
    bench.qtbot.waitUntil(page_.acts[key].isEnabled)
    page_.acts[key].trigger()
    return bench.dialog(AddDialog)


def fill(bench: Desk, dialog: AddDialog, **values: object) -> None:
    for key, value in values.items():
        dialog.form.editor(key).show_value(value)  # type: ignore[attr-defined]  # an editor
    click(bench, dialog.save)
    bench.qtbot.waitUntil(lambda: not bench.dialogs(AddDialog))
    bench.rest()


def click(bench: Desk, button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bench.rest()


def press(bench: Desk, dialog: QWidget, said: str) -> None:
    """The button of a dialog that says so."""
    wanted = [one for one in dialog.findChildren(QPushButton) if one.text() == said and one.isVisibleTo(dialog)]
    click(bench, wanted[0])


def link(key: str, shown: str) -> Link:
    return Link(key, shown)
