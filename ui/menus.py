"""The menus of the window, drawn from the table of actions: the window's own, and those of the page in front."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from ptman.labels import Label
from ui import words
from ui.actions import Action, Actions, Menu, bare, shown_keys
from ui.palette_box import Entry


class Menus:
    """Draws `Menu` into a menu bar; menus without a row are left out."""

    def __init__(self, bar: QMenuBar) -> None:
        self._menus: dict[Menu, QMenu] = {}
        for menu in Menu:
            made = QMenu(bar)
            made.setToolTipsVisible(True)
            words.bind(made, made.setTitle, menu.label)
            bar.addMenu(made)
            self._menus[menu] = made

    def draw(self, tables: Iterable[Actions]) -> None:
        """Draw these tables, the first one's rows first."""
        for menu in self._menus.values():
            menu.clear()
        last: list[tuple[Action, QAction]] = []
        for table in tables:
            begun: set[Menu] = set()
            for row, action in table.all():
                if row.last:
                    last.append((row, action))
                    continue
                self._draw_row(row, action, separated=row.separated or row.menu not in begun)
                begun.add(row.menu)
        for row, action in last:
            self._draw_row(row, action, separated=True)
        for menu in self._menus.values():
            menu.menuAction().setVisible(bool(menu.actions()))

    def _draw_row(self, row: Action, action: QAction, *, separated: bool) -> None:
        menu = self._menus[row.menu]
        if separated and menu.actions():
            menu.addSeparator()
        menu.addAction(action)


def entries(tables: Iterable[Actions]) -> list[Entry]:
    """Every action as a line of the palette; one that is off says why and does nothing."""
    return [_entry(row, action) for table in tables for row, action in table.all()]


def _entry(row: Action, action: QAction) -> Entry:
    name = bare(row.text)
    reason = row.off_because()
    detail = words.say(reason) if reason is not None else shown_keys(row)
    run: Callable[[], object] = action.trigger
    return Entry(bare_text(action.text()), detail, row.icon or "chevron-right", run, name.both())


def bare_text(shown: str) -> str:
    """A text on a menu without its mnemonic."""
    return words.say(bare(Label(shown, shown)))
