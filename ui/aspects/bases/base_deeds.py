"""The rows of the table of actions for the work with a base, and why each is off."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ptman.aspects.bases.base_work import BaseWork
from ptman.labels import Label
from ui import actions
from ui.actions import Action
from ui.registers import page_steps

NO_EVALUATION = Label("还没有评估；先“评估打分”。", "No evaluation yet; “Evaluate” begins one.")
Do = Callable[[str], object]
Why = Callable[[str], Label | None]


@dataclass(frozen=True, slots=True)
class State:
    """Why nothing may be changed, why not one base is chosen, and where the work with it stands (None: being read)."""

    locked: Label | None
    not_one: Label | None
    work: BaseWork | None


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)
    return (
        replace(row("visit", Label("实地考察(&V)…", "Site &visit…"), "Ctrl+G", "map-pin"), separated=True),
        row("check", Label("登记检查(&K)…", "Compliance chec&k…"), "Ctrl+D", "list-checks"),
        row("evaluate", Label("评估打分(&S)…", "&Evaluate…"), "Ctrl+U", "pencil"),
        row("grade", Label("办理评估(&G)…", "Step of the &grade…"), "Ctrl+B", "scale"),
        row("plaque", Label("授予铭牌(&Q)…", "Give the pla&que…"), "Ctrl+L", "award"),
        row("unplaque", Label("收回铭牌(&W)…", "Take the plaque &back…"), "Ctrl+T", "undo-2"),
    )


def why_not(key: str, state: State) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if (reason := state.locked or state.not_one) is not None:
        return reason
    if state.work is None:
        return page_steps.READING
    graded = None if state.work.evaluation else NO_EVALUATION
    return {"grade": graded, "plaque": state.work.no_plaque, "unplaque": state.work.no_return}.get(key)
