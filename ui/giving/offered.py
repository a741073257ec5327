"""The action that gives a list away."""

from collections.abc import Callable

from ptman.labels import Label
from ui.actions import Action, Menu
from ui.registers.actions import Reason

TIP = Label(
    "提供给其他单位：查同意记录、写文件、留下记录",
    "For somebody else: consent is looked up, file and record are written",
)


def row(run: Callable[[], object], off: Reason) -> Action:
    return Action(
        "give",
        Label("对外提供(&V)…", "Gi&ve away…"),
        run,
        TIP,
        "Ctrl+Shift+E",
        "external-link",
        Menu.FILE,
        off_because=off,
    )
