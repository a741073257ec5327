"""A person at the real desktop: presses keys, finds dialogs, answers them, and waits until the work is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ptman import offices
from tests.ui.pages import walking
from ui.contents import PAGES
from ui.desktop import Desktop
from ui.office import OpenOffice
from ui.page import Page
from ui.welcome import Welcome
from ui.window import Window

Found = TypeVar("Found", bound=QDialog)
Shown = TypeVar("Shown", bound=Page)
Tables = dict[str, offices.Rows]


@dataclass(frozen=True, slots=True)
class Person:
    """Sits at one desktop."""

    qtbot: QtBot
    desktop: Desktop

    @property
    def window(self) -> Window:
        assert self.desktop.window is not None
        return self.desktop.window

    @property
    def office(self) -> OpenOffice:
        assert self.desktop.office is not None
        return self.desktop.office

    def page(self, kind: type[Shown]) -> Shown:
        """The page in front, which is of that kind."""
        assert isinstance(self.window.page, kind)
        return self.window.page

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other, where they would go; then wait."""
        for key in keys:
            QTest.keySequence(self._held(), QKeySequence(key))
            self.rest()

    def write(self, text: str) -> None:
        """Put a text where the keys are, as an input method does."""
        line = self._held()
        assert isinstance(line, QLineEdit)
        line.insert(text)
        line.textEdited.emit(line.text())

    def choose(self, *paths: Path) -> None:
        """Answer the file dialog with these paths and Enter."""
        asked = self.dialog(QFileDialog)
        line = asked.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(paths[0]) if len(paths) == 1 else " ".join(f'"{path}"' for path in paths))
        asked.accept()
        self.rest()

    def dialog(self, kind: type[Found]) -> Found:
        """The visible dialog of that kind, once it is there."""
        return walking.dialog(self.qtbot, kind)

    def rest(self) -> None:
        """Wait until nothing is asked any more, not even what an answer has asked."""
        for _ in range(3):
            QApplication.processEvents()
            if self.desktop.office is not None:
                work = self.office.work
                self.qtbot.waitUntil(lambda: not work.busy, timeout=30_000)  # noqa: B023 - waited for at once

    def tables(self, *, history: bool = False) -> Tables:
        """Every row of every table of the file that is open."""
        return offices.tables(self.office.path, journal_too=history)

    def _held(self) -> QWidget:
        """Where the keys go: the focus of the dialog on top, else of the window."""
        over = QApplication.activeModalWidget() or self.window
        over.activateWindow()
        self.qtbot.waitUntil(over.isActiveWindow)
        return over.focusWidget() or over


@contextmanager
def at_desk(qtbot: QtBot) -> Iterator[Person]:
    """Someone at a desktop without a file yet; what is open is closed in the end."""
    made = Person(qtbot, Desktop(PAGES, Welcome))
    yield made
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            window.hide()
    made.rest()
    made.desktop.close()
