"""The rows of the table of actions of the scoreboard, and why each is off."""

from collections.abc import Callable
from dataclasses import replace

from ptman.aspects.scoreboard import measures
from ptman.aspects.scoreboard.board import Board, Source, Task
from ptman.labels import Label
from ui import actions
from ui.actions import Action, Menu

PAPER = Label("合作任务完成情况", "Scoreboard")
NO_TARGETS = Label("这一年还没有合作任务。", "There are no targets of this year yet.")
NONE_CHOSEN = Label("先选中一项任务。", "Select a target first.")
ENTERED = Label(
    "这项指标由责任人填报，没有可查看的记录。", "This figure is reported by its owner, there are no records."
)
NOTHING_COUNTED = Label("没有尚未定格的统计数。", "No counted figure is left to be recorded.")
CARRIED = Label("下一年已有任务。", "The next year has targets already.")

Do = Callable[[str], object]
Why = Callable[[str], Label | None]


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)

    return (
        replace(row("add", Label("新增任务(&N)…", "&New target…"), "Ctrl+N", "plus"), primary=True),
        row("open", Label("打开任务(&O)", "&Open the target"), "Ctrl+O", "pencil"),
        row("behind", Label("查看所统计的记录(&L)", "Show the records be&hind it"), "Ctrl+L", "list-checks"),
        replace(row("paper", Label("一页报告(&P)…", "One &page…"), "Ctrl+P", "file-text"), button=True),
        replace(
            row("export", Label("导出工作簿(&E)…", "&Export a workbook…"), "Ctrl+E", "download"),
            button=True,
            menu=Menu.FILE,
        ),
        replace(row("record", Label("定格实际值(&R)…", "&Record the figures…"), "Ctrl+R", "check"), separated=True),
        row("carry", Label("结转到下一年(&C)", "&Carry to the next year"), "", "copy"),
    )


def why_not(key: str, board: Board | None, chosen: Task | None, locked: Label | None) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if key in {"add", "record", "carry"} and locked is not None:
        return locked
    if key == "add":
        return None
    if board is None or not board.tasks:
        return NO_TARGETS
    if key in {"open", "behind"} and chosen is None:
        return NONE_CHOSEN
    return _not_now(key, board, chosen)


def _not_now(key: str, board: Board, chosen: Task | None) -> Label | None:
    if key == "behind":
        return None if chosen is not None and chosen.measure in measures.MEASURES else ENTERED
    if key == "record":
        return None if any(task.source is Source.COUNTED for task in board.tasks) else NOTHING_COUNTED
    return CARRIED if key == "carry" and board.year + 1 in board.years else None
