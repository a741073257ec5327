"""The workbench's actions on a scenario as rows of the table of actions."""

from collections.abc import Callable
from functools import partial

from ptman.labels import Label
from ui.actions import Action, Menu

Do = Callable[[str], object]
WhyNot = Callable[[str], Label | None]

SETTINGS, COMPARE, RIPPLE, REMEDIES = "scenario-settings", "scenario-compare", "scenario-ripple", "scenario-remedies"
COPY, RENAME, REVERT, REVERT_ALL = "scenario-copy", "scenario-rename", "scenario-revert", "scenario-revert-all"
VACATE, REASON, COMMENT = "scenario-vacate", "scenario-reason", "scenario-comment"
DRAFT, REPORT = "scenario-draft", "scenario-report"

TABLE = (
    (SETTINGS, Label("求解方式与权重(&W)…", "Mode and &weights…"), "Ctrl+Shift+W", "sliders-horizontal"),
    (COMPARE, Label("方案对比(&M)…", "Co&mpare scenarios…"), "F7", "scale"),
    (RIPPLE, Label("变动推演(&F)…", "&Foresee a change…"), "F8", "refresh-cw"),
    (REMEDIES, Label("空缺与对策(&V)…", "&Vacancies and remedies…"), "F9", "list-checks"),
    (COMMENT, Label("写意见(&T)…", "Commen&t…"), "Ctrl+M", "pencil"),
    (REASON, Label("写明调整理由(&H)…", "Give t&he reason of a change…"), "F2", "file-text"),
    (VACATE, Label("方案中留空(&B)…", "Leave vacant in the scenario (&B)…"), "Ctrl+Backspace", "user-x"),
    (REVERT, Label("恢复求解结果(&G)", "Back to the en&gine's"), "Ctrl+R", "undo-2"),
    (REVERT_ALL, Label("全部恢复求解结果", "All back to the engine's"), "Ctrl+Shift+R", "undo-2"),
    (COPY, Label("复制方案(&Y)…", "Cop&y the scenario…"), "Ctrl+Shift+D", "copy"),
    (RENAME, Label("方案改名(&N)…", "Re&name the scenario…"), "Shift+F2", "pencil"),
    (DRAFT, Label("发布征求意见(&U)", "P&ublish as a draft"), "Ctrl+Shift+S", "mail"),
    (REPORT, Label("方案报告(&X)…", "Report to E&xcel…"), "Ctrl+E", "file-spreadsheet"),
)
KEYS = frozenset(key for key, *_ in TABLE)


def rows(do: Do, why_not: WhyNot) -> tuple[Action, ...]:
    return tuple(
        Action(
            key,
            label,
            partial(do, key),
            None,
            keys,
            icon,
            Menu.RECORD,
            partial(why_not, key),
            separated=key == SETTINGS,
        )
        for key, label, keys, icon in TABLE
    )
