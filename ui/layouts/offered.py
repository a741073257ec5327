"""The action that opens the columns and layouts of a list."""

from collections.abc import Callable

from ptman.labels import Label
from ui.actions import Action, Menu

TIP = Label(
    "选列、排序、筛选、分组、打印，把版式存下来", "Choose columns, sort, filter, group, print; keep it as a layout"
)


def row(run: Callable[[], object]) -> Action:
    return Action(
        "layout",
        Label("列与版式(&L)…", "Columns and &layouts…"),
        run,
        TIP,
        "Ctrl+Shift+L",
        "columns-3",
        Menu.VIEW,
    )
