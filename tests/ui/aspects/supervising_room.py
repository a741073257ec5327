"""The window over an office with three students of one industry supervisor, and a term elsewhere that ends soon."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ptman import db
from tests.ptman.aspects.double import double_office
from tests.ptman.aspects.double.double_office import TODAY, Made
from tests.ui.pages import office_window
from ui import records
from ui.office import OpenOffice
from ui.pages.letters import LettersPage
from ui.pages.registers import RegistersPage
from ui.pages.supervising import SupervisingPage
from ui.window import Window


class Room:
    """The window over an office with three students of one industry supervisor, whose term ends soon."""

    def __init__(self, qtbot: QtBot, database: db.Database) -> None:
        self.qtbot, self.database = qtbot, database
        self.made: Made = database.write(double_office.make)
        database.write(double_office.ends, self.made.elsewhere, TODAY + timedelta(days=40))
        self.desk = OpenOffice(database)
        self.window = Window(self.desk, (SupervisingPage, LettersPage, RegistersPage), records.open_record)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.look_again()
        self.window.go("supervising")
        self.rest()
        page = self.window.page
        assert isinstance(page, SupervisingPage)
        self.page = page

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.work.busy)

    def click(self, button: object) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]  # any widget

    def do(self, key: str) -> QDialog:
        """Take an action; the dialog it opens."""
        assert self.page.acts[key].isEnabled(), key
        self.page.acts[key].trigger()
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def undo(self) -> None:
        self.window.acts["undo"].trigger()
        self.rest()

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        return self.database.read(office_window._tables)

    def choose(self, tab: str, *ids: str) -> None:
        self.page.tabs.setCurrentWidget(self.page.lists[tab])
        self.page.lists[tab].table.select(ids)
        self.rest()
