"""The menu of a list's header: group by a column, show and hide columns, begin anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ptman.labels import Label
from ptman.listing import Column
from ui import words


@dataclass(frozen=True, slots=True)
class Runs:
    """What the header does for its menu: group by a key, show or hide a section, begin anew."""

    group: Callable[[str], object]
    toggle: Callable[[int, bool], object]
    reset: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Shown:
    """The columns, which of them are visible, the one the menu was asked at, and the key of the one grouped by."""

    columns: Sequence[Column]
    visible: Sequence[int]
    at: Column | None
    grouped: str


def build(parent: QWidget, shown: Shown, runs: Runs) -> QMenu:
    """Groups first, then the columns; the last visible one stays."""
    menu = QMenu(parent)
    if shown.at is not None and shown.at.key != shown.grouped:
        said = Label(f"按“{shown.at.label.zh}”分组", f"Group by {shown.at.label.en}")
        _add(menu, said, partial(runs.group, shown.at.key))
    if shown.grouped:
        _add(menu, Label("取消分组", "Without groups"), partial(runs.group, ""))
    if menu.actions():
        menu.addSeparator()
    for section, column in enumerate(shown.columns):
        item = menu.addAction(words.say(column.label))
        item.setCheckable(True)
        item.setChecked(section in shown.visible)
        item.setEnabled(list(shown.visible) != [section])
        item.toggled.connect(partial(runs.toggle, section))
    menu.addSeparator()
    _add(menu, Label("恢复默认列", "Default columns"), runs.reset)
    return menu


def _add(menu: QMenu, said: Label, run: Callable[[], object]) -> None:
    menu.addAction(words.say(said)).triggered.connect(lambda _checked: run())
