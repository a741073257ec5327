"""An office with seven students and seats for six, and the window on it, for the tests of Home and Pairing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, journal
from ptman.models import Preference
from ptman.models.core import Noun
from tests import makers
from ui.office import OpenOffice
from ui.page import Page
from ui.window import Window

TODAY = date(2026, 9, 10)
NAMES = ("张雨桐", "李思远", "王梓涵", "陈嘉怡", "刘浩然", "赵一诺", "孙若溪")
GUIDES = ("李伟", "周敏", "吴强")
HISTORY = {"change", "change_set"}
SCENARIOS = {"scenario", "scenario_pair", "scenario_comment"}
"""What is only thought of, which no pairing in force is made of."""
Tables = dict[str, list[tuple[object, ...]]]
Shown = TypeVar("Shown", bound=Page)
Kind = TypeVar("Kind", bound=QWidget)


def fill(session: Session) -> None:
    """Three guides of two places each and one of another category; two hosts with a base; everybody has wishes."""
    journal.say(session, "样例", "Sample")
    makers.period(session)
    guides = [makers.academic(session, f"010000{n}", name, max_students=2) for n, name in enumerate(GUIDES)]
    makers.academic(session, "0200001", "钱进", category_codes="0855")
    bases = []
    for n, (host, people) in enumerate((("星河通信", ("陈静", "何芳")), ("远航科技", ("许诚",)))):
        unit = makers.organisation(session, host)
        base = makers.base(session, f"JD00{n}", f"{host}基地", host=unit, capacity_per_batch=4 - n)
        makers.agreement(session, base, f"XY-00{n}")
        bases.append(base)
        for at, person in enumerate(people):
            makers.appointed(session, f"QY{n}{at}", person, organisation=unit, max_students=2)
    for n, name in enumerate(NAMES):
        student = makers.student(session, f"2266000{n}", name)
        for rank in (1, 2):
            wish = {"academic_supervisor_id": guides[(n + rank) % 3].id}
            session.add(Preference(student_id=student.id, rank=rank, **wish))
        session.add(Preference(student_id=student.id, rank=1, training_base_id=bases[n % 2].id))


@dataclass(frozen=True, slots=True)
class Desk:
    """A window over an office file."""

    qtbot: QtBot
    database: db.Database
    office: OpenOffice
    window: Window

    def rest(self) -> None:
        """Wait until nothing is asked any more, not even what an answer has asked."""
        for _ in range(3):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.office.work.busy, timeout=20_000)

    def press(self, widget: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget.window().activateWindow()
        self.qtbot.waitUntil(widget.window().isActiveWindow)
        if not widget.isWindow():
            widget.setFocus()
        for key in keys:
            QTest.keyClick(widget, key, held)
        self.rest()

    def undo(self) -> None:
        """Ctrl+Z, once the window knows what it would take back."""
        self.rest()
        self.press(self.window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)

    def tables(self) -> Tables:
        """Every row of every table but the history and the scenarios."""
        return self.database.read(_tables)

    def dialog(self, kind: type[Kind]) -> Kind:
        """The visible dialog of that kind, once it is there."""
        self.qtbot.waitUntil(lambda: bool(self.dialogs(kind)))
        return self.dialogs(kind)[0]

    def dialogs(self, kind: type[Kind]) -> list[Kind]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


@contextmanager
def opened(qtbot: QtBot, database: db.Database, *pages: type[Page]) -> Iterator[Desk]:
    """The window with these pages, the first in front."""
    office = OpenOffice(database)
    window = Window(office, pages, lambda *_: None)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.look_again()
    made = Desk(qtbot, database, office, window)
    made.rest()
    yield made
    window.close()


def _tables(session: Session) -> Tables:
    tables = [one for one in Noun.metadata.sorted_tables if one.name not in HISTORY | SCENARIOS]
    return {one.name: sorted((tuple(row) for row in session.execute(select(one))), key=repr) for one in tables}
