"""The action that shows everything about a record, for registers whose records have such a page."""

from typing import ClassVar, Protocol

from PySide6.QtWidgets import QWidget

from ptman.labels import Label
from ptman.register import whole
from ui.actions import Action
from ui.desk import Desk
from ui.registers.actions import Reason
from ui.wholes import opening


class Register(Protocol):
    """A page over the records of one noun, or of several that belong together."""

    NOUN: ClassVar[str]
    desk: Desk

    def chosen(self) -> tuple[str, str]: ...

    def window(self) -> QWidget: ...


def rows(page: Register, off: Reason) -> tuple[Action, ...]:
    """None for other nouns."""
    if page.NOUN not in whole.NOUNS:
        return ()
    made = Action(
        "whole",
        Label("全貌(&W)…", "Everythin&g about it…"),
        lambda: opening.open_whole(page.desk, page.window(), *page.chosen()),
        Label("与它有关的一切：时间线、记录、到期、历史", "All that touches it: in time, records, agenda, history"),
        "Ctrl+I",
        "eye",
        off_because=off,
    )
    return (made,)
