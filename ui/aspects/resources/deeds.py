"""The rows of the tables of actions of the pages of resources."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ptman.aspects.resources.week import UseRow
from ptman.labels import Label
from ui import actions
from ui.actions import Action, Menu

NO_RESOURCE = Label("先在左边选中要预约的资源。", "First select at the left what is to be booked.")
NO_USE = Label("先选中一项使用。", "First select a use.")
NOT_OVER = Label("使用中或已归还的才能评价。", "Only what is in use or returned can be evaluated.")

Run = Callable[[], object]
Reason = Callable[[], Label | None]
Do = Callable[[str], object]
Why = Callable[[str], Label | None]


def week(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)

    def go(key: str, label: Label, keys: str, icon: str) -> Action:
        return replace(row(key, label, keys, icon), menu=Menu.VIEW)

    return (
        replace(row("book", Label("预约(&N)…", "&New booking…"), "Ctrl+N", "plus"), primary=True),
        replace(row("evaluate", Label("评价(&V)…", "E&valuate…"), "Ctrl+U", "check"), button=True),
        replace(row("ics", Label("日历文件(&I)…", "Calendar f&ile…"), "Ctrl+Shift+I", "calendar"), button=True),
        go("before", Label("上一周", "The week before"), "Ctrl+PgUp", "chevron-left"),
        go("now", Label("本周", "This week"), "Ctrl+T", "clock"),
        go("after", Label("下一周", "The week after"), "Ctrl+PgDown", "chevron-right"),
    )


def balance(do: Do) -> tuple[Action, ...]:
    def tool(key: str, label: Label, keys: str, icon: str) -> Action:
        return Action(key, label, partial(do, key), None, keys, icon, button=True)

    return (
        tool("paper", Label("互用情况(&P)…", "Give and take on &paper…"), "Ctrl+P", "printer"),
        tool("book", Label("工作簿(&E)…", "&Workbook…"), "Ctrl+E", "file-spreadsheet"),
    )


def catalogue(book: Run, paper: Run, why: Reason) -> tuple[Action, ...]:
    label = Label("预约(&B)…", "&Book…")
    tip = Label("为选中的资源登记一次申请", "Ask for the selected resource")
    printed = Label("打印目录(&P)…", "&Print the catalogue…")
    return (
        Action("book", label, book, tip, "Ctrl+B", "calendar", off_because=why),
        Action("paper", printed, paper, None, "Ctrl+P", "printer", button=True),
    )


def uses(evaluate: Run, why: Reason) -> tuple[Action, ...]:
    label = Label("评价(&V)…", "E&valuate…")
    return (Action("evaluate", label, evaluate, None, "Ctrl+U", "check", off_because=why),)


def not_over(use: UseRow | None) -> Label | None:
    """Why how it went cannot be noted yet, or no more."""
    if use is None:
        return NO_USE
    return None if use.status.value in {"in_use", "returned"} else NOT_OVER


def not_in_week(key: str, locked: Label | None, resource: str, use: UseRow | None) -> Label | None:
    """Why the action of that key cannot be done in the week now."""
    if key not in {"book", "evaluate"}:
        return None
    if locked is not None:
        return locked
    if key == "book":
        return None if resource else NO_RESOURCE
    return not_over(use)
