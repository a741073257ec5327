"""The window over an office that shares resources, with a hand that drags from hour to hour."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.register import cards
from tests.ptman.aspects.resources import resource_office
from tests.ptman.aspects.resources.resource_office import Made
from tests.ui.pages import office_window
from ui import records
from ui.aspects.resources.week_page import WeekPage
from ui.office import OpenOffice
from ui.pages.registers import RegistersPage
from ui.pages.resources import ResourcesPage
from ui.window import Window


class Room:
    """The window over an office that shares three resources."""

    def __init__(self, qtbot: QtBot, database: db.Database) -> None:
        self.qtbot, self.database = qtbot, database
        self.made: Made = database.write(resource_office.make)
        self.desk = OpenOffice(database)
        self.window = Window(self.desk, (ResourcesPage, RegistersPage), records.open_record)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.look_again()
        self.window.go("resources")
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.work.busy)

    def tab(self, kind: type) -> object:
        page = self.window.page
        assert isinstance(page, ResourcesPage)
        page.go(kind.KEY)  # type: ignore[attr-defined]  # a page
        self.rest()
        assert isinstance(page.front, kind)
        return page.front

    def week(self) -> WeekPage:
        page = self.tab(WeekPage)
        assert isinstance(page, WeekPage)
        page.list.select(self.made.robot)
        return page

    def dialog(self) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def values(self, key: str) -> dict[str, object]:
        return dict(self.database.read(cards.card, "resource_use", key).values)

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        return self.database.read(office_window._tables)

    def drag(self, page: WeekPage, start: tuple[int, float], end: tuple[int, float], *, drop: bool = True) -> None:
        """From a day and an hour to another."""
        grid = page.grid
        places = [grid.frame().spot(on, int(hour * 60), int(hour * 60) + 30).center() for on, hour in (start, end)]
        first, last = (QPoint(int(one.x()), int(one.y())) for one in places)
        self.qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=first)
        self.qtbot.mouseMove(grid, first + QPoint(0, 8))
        self.qtbot.mouseMove(grid, last)
        if drop:
            self.qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=last)
            self.rest()
