"""The rows of the table of actions for changes of placements and their ledger, and why each is off."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ptman.aspects.bases.opinions import Standing
from ptman.labels import Label
from ui import actions
from ui.actions import Action
from ui.registers import page_steps

NO_CHANGE = Label(
    "这次实践没有办理中的变更；先“登记变更”。", "No change of this placement is under way; ask for one first."
)
UNDER_WAY = Label("这次实践已有办理中的变更。", "A change of this placement is under way already.")
ALL_SAID = Label("各方都已同意，可以执行。", "Everybody has agreed; it can be carried out.")

Do = Callable[[str], object]
Why = Callable[[str], Label | None]


@dataclass(frozen=True, slots=True)
class State:
    """What the actions ask about: why nothing may be changed, why not one row is chosen, and the change under way.

    `known` is false while that is still being read.
    """

    locked: Label | None
    not_one: Label | None
    standing: Standing | None
    known: bool


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)
    return (
        replace(row("change", Label("登记变更(&H)…", "Ask for a c&hange…"), "Ctrl+G", "refresh-cw"), separated=True),
        row("opinion", Label("登记意见(&O)…", "Note an &opinion…"), "Ctrl+B", "list-checks"),
        row("carry", Label("执行变更(&Y)…", "Carr&y out the change…"), "Ctrl+U", "check"),
        replace(row("ledger", Label("实践台账(&B)…", "Practice &ledger…"), "Ctrl+T", "calendar"), separated=True),
        row("ledgers", Label("导出台账名单(&A)…", "Export the ledgers of &all…"), "", "download"),
    )


def why_not(key: str, state: State) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if key == "ledgers":
        return None
    locked = state.locked if key != "ledger" else None
    if locked is not None or state.not_one is not None or key == "ledger":
        return locked or state.not_one
    if not state.known:
        return page_steps.READING
    if state.standing is None:
        return None if key == "change" else NO_CHANGE
    asked = None if state.standing.asked else ALL_SAID
    return {"change": UNDER_WAY, "opinion": asked, "carry": state.standing.off}[key]
