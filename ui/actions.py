"""Actions as rows of one table, from which menus, tool buttons, shortcuts and the palette are drawn."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ptman.labels import Choice, Label
from ui import icons, words
from ui.pieces import text


class Menu(Choice):
    """The menus of the window, in their order."""

    FILE = "file", "文件(&F)", "&File"
    EDIT = "edit", "编辑(&E)", "&Edit"
    RECORD = "record", "记录(&R)", "&Record"
    STEP = "step", "办理(&S)", "&Step"
    VIEW = "view", "查看(&V)", "&View"
    GO = "go", "转到(&G)", "&Go"
    HELP = "help", "帮助(&H)", "&Help"


_MNEMONIC = re.compile(r"\(&.\)")


def _always() -> Label | None:
    return None


@dataclass(frozen=True, slots=True)
class Action:
    """What a user can do. `off_because` gives the reason why not now, or None when it can be done.

    `shortcut` is written as Qt reads it (`Ctrl+N`, or several as `Ctrl+1; Alt+1`). `button` puts it on the page as a
    tool button, `primary` as the page's main one. `separated` draws a line above it in its menu, `last` puts it below
    all others there.
    """

    key: str
    text: Label
    run: Callable[[], object]
    tip: Label | None = None
    shortcut: str = ""
    icon: str = ""
    menu: Menu = Menu.RECORD
    off_because: Callable[[], Label | None] = _always
    button: bool = False
    primary: bool = False
    separated: bool = False
    last: bool = False


class Actions(QObject):
    """The Qt side of a table of actions: one QAction a row, with texts, shortcuts and reasons kept true.

    Call `renew` once everything the rows ask about exists, and whenever it may have changed.
    """

    def __init__(self, rows: Sequence[Action], parent: QObject, *, reach: Qt.ShortcutContext) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self._made = {row.key: self._make(row, reach) for row in rows}
        words.on_change(self, self.renew)

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def all(self) -> Iterable[tuple[Action, QAction]]:
        return ((row, self._made[row.key]) for row in self.rows)

    def name(self, key: str, label: Label) -> None:
        """Another text for an action whose text says what it would do (undo, redo)."""
        words.bind(self._made[key], self._made[key].setText, label)

    def renew(self) -> None:
        """Ask again what can be done now; tips say why what is off is off."""
        for row, action in self.all():
            reason = row.off_because()
            action.setEnabled(reason is None)
            action.setToolTip(text.plain_tip(_tip(row, reason)))
            action.setStatusTip(words.say(reason or row.tip or row.text))

    def _make(self, row: Action, reach: Qt.ShortcutContext) -> QAction:
        action = QAction(self)
        action.setObjectName(row.key)
        words.bind(action, action.setText, row.text)
        if row.icon:
            action.setIcon(icons.icon(row.icon))
        if row.shortcut:
            action.setShortcuts(QKeySequence.listFromString(row.shortcut))
            action.setShortcutContext(reach)
        action.triggered.connect(row.run)
        return action


def bare(label: Label) -> Label:
    """A text without its mnemonic, for buttons, tips and the palette."""
    return Label(_MNEMONIC.sub("", label.zh).replace("&", ""), label.en.replace("&", ""))


def shown_keys(row: Action) -> str:
    """The shortcut as the system writes it."""
    keys = QKeySequence.listFromString(row.shortcut)
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def _tip(row: Action, reason: Label | None) -> str:
    head = words.say(row.tip or bare(row.text)) + (f" ({shown_keys(row)})" if row.shortcut else "")
    return f"{head}\n{words.say(reason)}" if reason is not None else head


def asking(do: Callable[[str], object], why: Callable[[str], Label | None]) -> Callable[[str, Label, str, str], Action]:
    """Makes rows that ask `do` by their key; `why` says by the same key why it cannot be done now."""

    def row(key: str, label: Label, keys: str, icon: str) -> Action:
        return Action(key, label, partial(do, key), None, keys, icon, off_because=partial(why, key))

    return row
