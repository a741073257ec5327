"""The workbench's rows of the table of actions; Enter, Space and Delete belong to its lists alone."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ptman.labels import Label
from ui.actions import Action, Actions, Menu
from ui.pairing import scenario_deeds

_TIP = Label(
    "为全部学生求解，存为方案；不改动现有配对", "Solve for all students, kept as a scenario; no pairing is changed"
)


def rows(do: Callable[[str], object], why_not: Callable[[str], Label | None]) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why_not` says by the same key why it cannot be done now."""

    def row(key: str, label: Label, keys: str, icon: str) -> Action:
        return Action(key, label, partial(do, key), None, keys, icon, Menu.RECORD, partial(why_not, key))

    propose = Action(
        "propose",
        Label("起草方案(&P)", "&Propose for all"),
        partial(do, "propose"),
        _TIP,
        "Ctrl+Return; Ctrl+Enter",
        "sparkles",
        off_because=partial(why_not, "propose"),
        primary=True,
        separated=True,
    )
    return (
        row("assign", Label("配给选中的学生(&A)", "&Assign to the student"), "Return; Enter", "link"),
        row("lock", Label("锁定或取消锁定(&L)", "&Lock or unlock"), "Space", "lock"),
        row("end", Label("解除配对(&E)", "&End the pairing"), "Delete", "unlink"),
        row("open", Label("打开学生(&O)", "&Open the student"), "Ctrl+I", "external-link"),
        row("next-role", Label("换下一种角色(&R)", "Next &role"), "F6", "chevrons-up-down"),
        propose,
        row("keep", Label("方案定稿(&K)…", "Make the scenario &final…"), "Ctrl+S", "check"),
        row("discard", Label("弃用方案(&D)", "&Discard the scenario"), "Ctrl+Delete", "x"),
        *scenario_deeds.rows(do, why_not),
    )


def tie(acts: Actions, lists: Mapping[str, Sequence[QWidget]]) -> None:
    """Let a key act only where its list has the focus: elsewhere Space ticks and Enter presses."""
    for key, widgets in lists.items():
        acts[key].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for widget in widgets:
            widget.addAction(acts[key])
