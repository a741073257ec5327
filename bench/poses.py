"""What each picture of the manual shows: a page with something chosen on it, or a dialog as the work opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from bench import import_poses, list_poses, pose_aspects, pose_letters, pose_sending, scenario_poses
from ptman import db
from ptman.assign.problem import Role
from ptman.drafts import Fate
from ptman.intake import store
from ptman.labels import Lang
from ptman.samples import workbooks
from ui import day, style, words
from ui.contents import PAGES as EVERY_PAGE
from ui.desktop import Desktop
from ui.dialogs.draft import DraftDialog
from ui.dialogs.record import RecordDialog
from ui.imports.items import Drawn
from ui.list_page import ListPage
from ui.pages.pairing import PairingPage
from ui.pages.registers import RegistersPage
from ui.window import Window

TICK_MS = 250
QUIET_TICKS = 3
PLACES = {"letters": "issued", "registers": "registers/rule_parameter"}
"""Where on a page there is something to see."""
TYPED = {Lang.ZH: "王", Lang.EN: "wang"}
STUDENTS = 120

Wanted = TypeVar("Wanted", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Studio:
    """The window before the camera; `scratch` is a folder for workbooks."""

    desktop: Desktop
    window: Window
    scratch: Path

    def settle(self) -> None:
        """Until the worker has rested for some ticks and what it brought is painted."""
        loop, timer = QEventLoop(), QTimer()
        quiet = 0

        def look() -> None:
            nonlocal quiet
            office = self.desktop.office
            quiet = 0 if office is not None and office.work.busy else quiet + 1
            if quiet >= QUIET_TICKS:
                loop.quit()

        timer.setInterval(TICK_MS)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()

    def show(self, key: str, kind: type[Wanted]) -> Wanted:
        """Bring a page to the front, settled."""
        self.window.go(key, PLACES.get(key, ""))
        self.settle()
        page = self.window.page
        if not isinstance(page, kind):
            raise TypeError(f"{key} is a {type(page).__name__}")
        return page

    def dialog(self, kind: type[Wanted]) -> Wanted:
        """The dialog that has just been opened."""
        self.settle()
        return next(one for one in self.window.findChildren(kind) if one.isVisible())


@dataclass(frozen=True, slots=True)
class Pose:
    """One picture: its key in the file's name, and how it comes about."""

    key: str
    strike: Callable[[Studio], QPixmap]


def _page(key: str) -> Callable[[Studio], QPixmap]:
    def strike(studio: Studio) -> QPixmap:
        page = studio.show(key, QWidget)
        listed = page.front if isinstance(page, RegistersPage) else page
        if isinstance(listed, ListPage) and listed.table.shown_rows:
            listed.table.select([listed.table.shown_rows[0].id])
        if isinstance(page, PairingPage):
            _choose_first(page)
        studio.settle()
        return studio.window.grab()

    return strike


def _choose_first(page: PairingPage) -> None:
    """A student who lacks somebody, and the best candidate."""
    bench = page.bench
    bench.choose_role(Role.ACADEMIC)
    bench.pupils.everyone.setChecked(False)
    for items in (bench.pupils.list, bench.choices.list):
        if items.items:
            items.choose(items.items[0].id)


def _proposal(studio: Studio) -> QPixmap:
    """The workbench with a proposal open."""
    page = studio.show("pairing", PairingPage)
    page.acts["propose"].trigger()
    studio.settle()
    _choose_first(page)
    studio.settle()
    return studio.window.grab()


def _assignment(studio: Studio) -> QPixmap:
    """The look before a proposal is kept; it is left, and the proposal discarded."""
    page = studio.show("pairing", PairingPage)
    page.acts["keep"].trigger()
    taken = _left(studio, studio.dialog(DraftDialog))
    page.acts["discard"].trigger()
    return taken


def _draft(studio: Studio) -> QPixmap:
    """The roster of students as it comes in on the first morning, held against an office that has none yet."""
    made = workbooks.write(studio.scratch / "morning", day.today(), students=STUDENTS)
    workbook, parts = store.read(made.students, None)
    with db.Database.create(studio.scratch / f"morning-{words.lang()}.ptman", who="") as empty:
        drawn = empty.read(store.compare, workbook, parts, day.today())
    dialog = DraftDialog(Drawn(made.students, drawn, 1).draft(), studio.window, lambda: None)
    dialog.open()
    refused = next(row.id for row in dialog.table.shown_rows if Fate.REFUSED.value in row.tags)
    dialog.table.select([refused])
    return _left(studio, dialog)


def _columns(studio: Studio) -> QPixmap:
    """Headers nobody has seen, half matched."""
    return _left(studio, import_poses.columns(studio.window))


def _twins(studio: Studio) -> QPixmap:
    """A row beside the record it may mean."""
    return _left(studio, import_poses.twins(studio.window))


def _record(studio: Studio) -> QPixmap:
    """A student in full."""
    page = studio.show("students", ListPage)
    page.open_record(page.table.shown_rows[0].id)
    return _left(studio, studio.dialog(RecordDialog))


def _palette(studio: Studio) -> QPixmap:
    """The palette over the window, with what it finds."""
    studio.show("home", QWidget)
    box = studio.window.open_palette()
    box.line.setText(TYPED[words.lang()])
    box.line.textEdited.emit(box.line.text())
    studio.settle()
    whole = studio.window.grab()
    painter = QPainter(whole)
    painter.drawPixmap(studio.window.mapFromGlobal(box.pos()), box.grab())
    painter.end()
    box.close()
    return whole


def _left(studio: Studio, dialog: QDialog) -> QPixmap:
    """A dialog with a hairline around it, as the desk's own frame would draw; then it is cancelled."""
    studio.settle()
    taken = dialog.grab()
    painter = QPainter(taken)
    painter.setPen(QColor(style.tones().line))
    painter.drawRect(0, 0, dialog.width() - 1, dialog.height() - 1)
    painter.end()
    dialog.reject()
    studio.settle()
    return taken


PAGES = tuple(Pose(page.KEY, _page(page.KEY)) for page in EVERY_PAGE)
DIALOGS = (
    Pose("proposal", _proposal),
    Pose("assignment", _assignment),
    *(Pose(*one) for made in (scenario_poses, list_poses, pose_sending, pose_aspects) for one in made.strikes(_left)),
    Pose("draft", _draft),
    Pose("columns", _columns),
    Pose("twins", _twins),
    Pose("record", _record),
    Pose("palette", _palette),
    *(Pose(key, taken) for key, taken in pose_letters.TAKEN),
)
