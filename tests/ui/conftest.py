"""What every test of the window starts from: fresh settings, Chinese, the light theme."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ptman.labels import Lang
from tests.ui.office import MadeDesk
from ui import memory, style, words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PATIENCE = 60_000
"""Milliseconds after which what is waited for will not come, on a busy machine too."""


class PatientBot(QtBot):
    """Waits for what happens, however long the machine takes over it."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:  # noqa: ARG001 - the application is there
    return PatientBot(request)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    style.dress(qapp)
    return qapp


@pytest.fixture(autouse=True)
def fresh_window(dressed: QApplication, tmp_path: Path) -> Iterator[None]:
    memory.live_in(tmp_path)
    words.language.speak(Lang.ZH)
    style.wear(style.Theme.LIGHT)
    yield
    for widget in dressed.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture
def desk() -> Iterator[MadeDesk]:
    made = MadeDesk()
    yield made
    made.work.close()
