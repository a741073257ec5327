"""Opens what a link names: everything about it where there is such a page, else its form."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ptman.register import titles, whole
from ui import records
from ui.desk import Desk
from ui.wholes.dialog import WholeDialog


def open_whole(desk: Desk, over: QWidget, noun: str, key: str) -> WholeDialog:
    """The dialog opens once the worker has read the record."""
    return WholeDialog(desk, noun, key, over)


def follow(desk: Desk, over: QWidget, noun: str, value: str) -> None:
    """What a link of that value points to, over the window it stands in."""

    def then(key: str) -> None:
        if noun in whole.NOUNS:
            open_whole(desk, over, noun, key)
        else:
            records.show(desk, over, noun, key)

    desk.work.ask(partial(desk.read, titles.id_of, noun, value), then)
