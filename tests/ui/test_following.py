"""A page that follows a choice made on another page looks again when it is shown, and only then."""

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ptman.labels import Label
from tests.ui.office import MadeDesk
from ui import memory
from ui.page import Page
from ui.window import Window


class First(Page):
    KEY, TITLE, ICON = "first", Label("一", "One"), "house"


class Follower(Page):
    KEY, TITLE, ICON = "follower", Label("二", "Two"), "users"
    looked = 0

    @override
    def depends_on(self) -> str:
        return memory.text("first/cohort")

    @override
    def refresh(self) -> None:
        Follower.looked += 1


def test_following(qtbot: QtBot, desk: MadeDesk) -> None:
    window = Window(desk, [First, Follower], lambda *_: None)
    qtbot.addWidget(window)
    Follower.looked = 0

    def visit() -> int:
        window.go("first")
        window.go("follower")
        before = Follower.looked
        QCoreApplication.processEvents()
        return Follower.looked - before

    assert visit() == 1
    assert visit() == 0
    memory.keep("first/cohort", "2025")
    assert visit() == 1
    assert visit() == 0
