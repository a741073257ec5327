"""The rows of the table of actions that every register has: add, open, copy, export, retire, merge, delete."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from ptman.labels import Label
from ui import icons, style, words
from ui.actions import Action, Actions, Menu, bare

Run = Callable[[], object]
Reason = Callable[[], Label | None]

NONE_SELECTED = Label("先选中一行。", "Select a row first.")
ONE_ONLY = Label("只选一行。", "Select one row only.")
NOT_TWO = Label(
    "选中两条要合并的记录，或选中一条“可能重复”的记录。", "Select the two records to merge, or one possible duplicate."
)
NO_ROWS = Label("列表是空的。", "The list is empty.")


@dataclass(frozen=True, slots=True)
class Runs:
    """What a register does for its actions."""

    add: Run
    open: Run
    copy: Run
    export: Run
    retire: Run
    merge: Run
    delete: Run


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why an action is off: nothing may be written, not one row, none to merge, nothing to export."""

    locked: Reason
    not_some: Reason
    not_one: Reason
    not_merge: Reason
    no_rows: Reason


def rows(what: Label, runs: Runs, off: Reasons) -> tuple[Action, ...]:
    """`what` the register is about, for the name of a new one."""
    return (*_first_rows(what, runs, off), *_further_rows(runs, off), *_list_rows(runs, off))


def _first_rows(what: Label, runs: Runs, off: Reasons) -> tuple[Action, ...]:
    new = Label(f"新增{what.zh}(&N)…", f"&New {what.en.lower()}…")
    return (
        Action("add", new, runs.add, None, "Ctrl+N", "plus", off_because=off.locked, primary=True),
        Action(
            "open",
            Label("打开(&O)…", "&Open…"),
            runs.open,
            Label("打开记录（回车或双击）", "Open the record (Enter or double click)"),
            icon="pencil",
            off_because=off.not_one,
        ),
    )


def _further_rows(runs: Runs, off: Reasons) -> tuple[Action, ...]:
    one = first(off.locked, off.not_one)
    return (
        Action(
            "retire",
            Label("停用 / 恢复(&T)", "Re&tire / bring back"),
            runs.retire,
            Label(
                "从列表中撤下，或恢复；引用它的记录不变",
                "Take it out of the lists, or bring it back; nothing else changes",
            ),
            "Ctrl+Delete",
            "archive",
            off_because=one,
        ),
        Action(
            "delete",
            Label("删除误建的记录(&D)", "&Delete a mistake"),
            runs.delete,
            None,
            "",
            "trash-2",
            off_because=one,
        ),
        Action(
            "merge",
            Label("合并重复(&M)…", "&Merge duplicates…"),
            runs.merge,
            None,
            "Ctrl+M",
            "merge",
            off_because=first(off.locked, off.not_merge),
        ),
    )


def _list_rows(runs: Runs, off: Reasons) -> tuple[Action, ...]:
    return (
        Action(
            "copy-rows",
            Label("复制行(&C)", "&Copy rows"),
            runs.copy,
            None,
            "Ctrl+Shift+C",
            "copy",
            Menu.EDIT,
            off_because=off.not_some,
        ),
        Action(
            "export",
            Label("导出列表(&E)…", "&Export the list…"),
            runs.export,
            Label("把屏幕上的列表写成工作簿", "Write the list on the screen as a workbook"),
            "Ctrl+E",
            "download",
            Menu.FILE,
            off_because=off.no_rows,
            button=True,
        ),
    )


def first(*reasons: Reason) -> Reason:
    """The first reason that holds."""

    def found() -> Label | None:
        return next((said for reason in reasons if (said := reason()) is not None), None)

    return found


def buttons(acts: Actions, keys: Sequence[str]) -> list[QPushButton]:
    """Buttons below the inspector, each doing and allowing what its action does."""
    rows = {row.key: row for row in acts.rows}
    return [ActionButton(rows[key], acts[key]) for key in keys]


class ActionButton(QPushButton):
    """Goes with the inspector's content, so it follows its action by methods: those are let go with it."""

    def __init__(self, row: Action, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setAutoDefault(False)
        self.setIcon(icons.icon(row.icon))
        self.setIconSize(QSize(style.BESIDE, style.ICON))
        words.bind(self, self.setText, bare(row.text))
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    def _on_action_changed(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
