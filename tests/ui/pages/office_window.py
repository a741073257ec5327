"""A real office file in a real window: a few records, the pages over them, and what stands in every table."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, journal
from ptman.models.core import Noun
from tests import makers
from ui import records
from ui.dialogs.record import RecordDialog
from ui.office import OpenOffice
from ui.pages.bases import BasesPage
from ui.pages.placements import PlacementsPage
from ui.pages.registers import RegistersPage
from ui.pages.students import StudentsPage
from ui.pages.supervisors import SupervisorsPage
from ui.register_page import RegisterPage
from ui.window import Window

PAGES = (StudentsPage, SupervisorsPage, BasesPage, PlacementsPage, RegistersPage)


def fill(session: Session) -> dict[str, str]:
    """One student with everything, one with nothing, and one who is there twice; their ids by name."""
    journal.say(session, "样例", "Sample")
    whole, bare = makers.student(session), makers.student(session, "22660002", "李思远")
    twice = makers.student(session, "22660012", "李思远", topic="无线通信")
    guide, engineer = makers.academic(session), makers.appointed(session)
    base, period = makers.base(session), makers.period(session)
    makers.agreement(session, base)
    for by in (guide, engineer):
        makers.supervision(session, whole, by)
    place = makers.placement(session, whole, base, period)
    found = {"whole": whole, "bare": bare, "twice": twice, "guide": guide, "engineer": engineer, "base": base}
    return {name: one.id for name, one in {**found, "place": place}.items()}


@dataclass(frozen=True, slots=True)
class Real:
    """A window over an office file."""

    qtbot: QtBot
    database: db.Database
    desk: OpenOffice
    window: Window
    ids: dict[str, str]

    def page(self, key: str) -> RegisterPage:
        """That page in front, with its rows."""
        self.window.go(key)
        page = self.window.page
        page = page.front if isinstance(page, RegistersPage) else page
        assert isinstance(page, RegisterPage)
        self.loaded(page)
        return page

    def loaded(self, page: RegisterPage) -> None:
        """Wait until the rows of a page are there."""
        self.qtbot.waitUntil(lambda: page._loaded)
        self.rest()

    def inspected(self, page: RegisterPage, row_id: str) -> None:
        """Select a row and wait until the inspector shows it."""
        with self.qtbot.waitSignal(page.pane.filled):
            page.table.select([row_id])

    def rest(self) -> None:
        """Wait until the worker has nothing to do; the last answer is in by then."""
        self.qtbot.waitUntil(lambda: not self.desk.work.busy)

    def dialog(self) -> QDialog:
        """The dialog on top, once there is one."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def record(self) -> RecordDialog:
        found = self.dialog()
        assert isinstance(found, RecordDialog)
        return found

    def tables(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table."""
        return self.database.read(_tables)


def opened(qtbot: QtBot, database: db.Database) -> Real:
    ids = database.write(fill)
    desk = OpenOffice(database)
    window = Window(desk, PAGES, records.open_record)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.look_again()
    made = Real(qtbot, database, desk, window, ids)
    made.rest()
    return made


def _tables(session: Session) -> dict[str, list[tuple[object, ...]]]:
    tables = Noun.metadata.sorted_tables
    return {one.name: sorted((tuple(row) for row in session.execute(select(one))), key=repr) for one in tables}
