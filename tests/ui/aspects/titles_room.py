"""The window over an office with an open batch for professional titles, and what tests do there."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from ptman import db
from ptman.models.choices import PlacementStatus
from ptman.register import cards
from tests import makers
from tests.ptman.register import title_office
from tests.ptman.register.title_office import Made
from tests.ui.pages import office_window
from ui import records
from ui.dialogs.draft import DraftDialog
from ui.office import OpenOffice
from ui.pages.registers import RegistersPage
from ui.pages.titles import TitlesPage
from ui.window import Window

SHORT = "22460002"


def _make(session: Session) -> Made:
    """The student who meets every test, and one whose practice goes on and is too short today."""
    made = title_office.make(session)
    student = title_office.graduating(session, SHORT, "王子涵")
    title_office.fit(session, student)
    period = makers.period(session, "第二批", 2024)
    base = makers.base(session, "JD002", "云帆实践基地")
    days = {"starts_on": date(2026, 3, 1), "ends_on": date(2026, 12, 6)}
    makers.placement(session, student, base, period, status=PlacementStatus.DISPATCHED, **days)
    return made


class Room:
    """The window over an office with an open batch."""

    def __init__(self, qtbot: QtBot, database: db.Database) -> None:
        self.qtbot, self.database = qtbot, database
        self.made = database.write(_make)
        self.desk = OpenOffice(database)
        self.window = Window(self.desk, (TitlesPage, RegistersPage), records.open_record)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.look_again()
        self.window.go("titles")
        self.rest()
        page = self.window.page
        assert isinstance(page, TitlesPage)
        self.page = page
        qtbot.waitUntil(lambda: page.look is not None)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.work.busy)

    def click(self, button: object) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]  # any widget

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def do(self, key: str) -> None:
        assert self.page.acts[key].isEnabled(), self.page.acts[key].toolTip()
        self.page.acts[key].trigger()

    def wait(self, key: str) -> None:
        """Until that action can be done."""
        self.qtbot.waitUntil(self.page.acts[key].isEnabled)

    def step(self, key: str) -> None:
        """A step of the selected application, once it is known that it can be taken."""
        self.wait(f"step-{key}")
        self.do(f"step-{key}")
        self.rest()

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        return self.database.read(office_window._tables)

    def status(self) -> str:
        (one,) = self.page.look.applications if self.page.look else ()
        return str(self.database.read(cards.card, "title_application", one.ref.id).values["status"])

    def to_applications(self) -> None:
        """Turn to the applications and select the only one."""
        self.page.left.setCurrentIndex(1)
        table = self.page.left.applied.table
        self.qtbot.waitUntil(lambda: bool(table.shown_rows))
        table.select([table.shown_rows[0].id])
        self.rest()

    def drafted(self) -> None:
        self.do("draft")
        dialog = self.dialog(DraftDialog)
        assert isinstance(dialog, DraftDialog)
        self.click(dialog.keep)
        self.rest()
        self.to_applications()
