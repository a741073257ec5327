"""Walks the real window over a real office file: opens pages, finds dialogs, answers the file dialogs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ptman import db
from ui.office import OpenOffice
from ui.page import Page
from ui.window import Window

Found = TypeVar("Found", bound=QDialog)


@contextmanager
def desk_over(office: db.Database) -> Iterator[OpenOffice]:
    """A desk whose worker ends with the test."""
    made = OpenOffice(office)
    yield made
    for window in QApplication.topLevelWidgets():
        window.close()
    made.work.close()


def window_on(qtbot: QtBot, desk: OpenOffice, *pages: type[Page]) -> Window:
    """The window with these pages, loaded and at rest."""
    made = Window(desk, pages, lambda *_: None)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    rest(qtbot, desk)
    return made


def rest(qtbot: QtBot, desk: OpenOffice) -> None:
    """Wait until nothing is asked any more."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not desk.work.busy, timeout=20_000)
    QApplication.processEvents()


def dialog(qtbot: QtBot, kind: type[Found]) -> Found:
    """The visible dialog of that kind, once it is there."""
    qtbot.waitUntil(lambda: bool(_visible(kind)), timeout=20_000)
    return _visible(kind)[0]


def dialogs() -> list[QDialog]:
    return _visible(QDialog)


def choose(qtbot: QtBot, path: Path) -> None:
    """Answer the file dialog with that path."""
    asked = dialog(qtbot, QFileDialog)
    line = asked.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    asked.accept()


def _visible(kind: type[Found]) -> list[Found]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
