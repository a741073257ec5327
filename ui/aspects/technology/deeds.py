"""The rows of the table of actions of the page of technology contracts, and why each is off."""

from collections.abc import Callable
from dataclasses import replace

from ptman.aspects.technology.reading import Contract
from ptman.labels import Label
from ui import actions
from ui.actions import Action, Menu
from ui.aspects.technology import hands

NONE_CHOSEN = Label("先选中一份合同。", "Select a contract first.")
NOTHING_PLANNED = Label("没有待开票的付款。", "No instalment waits for its invoice.")
NOTHING_INVOICED = Label(
    "没有已开票、未到账的付款；先登记开票。", "Nothing that is invoiced is outstanding; enter the invoice first."
)
NO_CONTRACTS = Label("还没有技术合同。", "There are no technology contracts yet.")

Do = Callable[[str], object]
Why = Callable[[str], Label | None]


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)

    return (
        replace(row("add", Label("新增合同(&N)…", "&New contract…"), "Ctrl+N", "plus"), primary=True),
        row("open", Label("打开合同(&O)", "&Open the contract"), "Ctrl+O", "pencil"),
        replace(row("invoice", Label("登记开票(&I)…", "Enter an &invoice…"), "Ctrl+I", "file-plus"), separated=True),
        row("receive", Label("登记到账(&R)…", "Enter money &received…"), "Ctrl+G", "check"),
        row("projects", Label("技术项目(&T)", "&Technology projects"), "Ctrl+T", "sparkles"),
        replace(row("publicity", Label("定价公示(&B)…", "Pu&blicity of the price…"), "Ctrl+B", "mail"), button=True),
        replace(row("paper", Label("合同台账报告(&P)…", "&Print the ledger…"), "Ctrl+P", "file-text"), button=True),
        replace(row("export", Label("导出工作簿(&E)…", "&Export a workbook…"), "Ctrl+E", "download"), menu=Menu.FILE),
    )


def why_not(key: str, count: int, chosen: Contract | None, locked: Label | None) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if key in {"add", "invoice", "receive"} and locked is not None:
        return locked
    if key in {"open", "publicity", "invoice", "receive"} and chosen is None:
        return NONE_CHOSEN
    if key == "invoice" and chosen is not None:
        return None if hands.to_invoice(chosen) is not None else NOTHING_PLANNED
    if key == "receive" and chosen is not None:
        return None if hands.to_receive(chosen) is not None else NOTHING_INVOICED
    return NO_CONTRACTS if key in {"paper", "export"} and not count else None
