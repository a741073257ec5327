"""The rows of the table of actions of the page of meetings, and why each is off."""

from collections.abc import Callable
from dataclasses import replace

from ptman.aspects.negotiation.looking import Look
from ptman.labels import Label
from ui import actions
from ui.actions import Action

NO_MEETING = Label("还没有会议。", "There is no meeting yet.")
NO_SERIES = Label(
    "先在登记册“会议系列”中登记一个系列，再在左侧选中它。",
    "Enter a series in the register “Meeting series”, then select it at the left.",
)
NO_PROMISE = Label("先在“本次承诺”中选中一项名额承诺。", "First select a commitment of seats under Commitments made.")
NOT_SEATS = Label("只有基地名额的承诺会改变批次容量。", "Only commitments of seats change the seats of a base.")
OVER = Label("这项承诺已撤回或已兑现。", "This commitment was withdrawn or delivered.")
NO_ITEM = Label("先选中一个行动项。", "First select an action item.")
NO_PARTNERS = Label("会议系列还没有成员单位。", "No series has members yet.")

TITLES = {
    "notice": Label("会议通知", "Notice"),
    "minutes": Label("会议纪要", "Minutes"),
    "brief": Label("会商材料", "Partner brief"),
    "follow": Label("督办单", "Follow-up sheet"),
}

Do = Callable[[str], object]
Why = Callable[[str], Label | None]


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)

    def tool(key: str, label: Label, keys: str, icon: str) -> Action:
        return replace(row(key, label, keys, icon), button=True)

    return (
        replace(row("call", Label("安排下次会议(&N)", "Plan the &next meeting"), "Ctrl+N", "plus"), primary=True),
        tool("notice", Label("会议通知(&T)…", "No&tice…"), "Ctrl+T", "mail"),
        tool("minutes", Label("会议纪要(&M)…", "&Minutes…"), "Ctrl+M", "file-text"),
        tool("brief", Label("会商材料(&B)…", "Partner &brief…"), "Ctrl+B", "book-open"),
        tool("apply", Label("落实承诺(&A)…", "&Apply commitment…"), "Ctrl+Return; Ctrl+Enter", "check"),
        row("put_off", Label("延期(&X)…", "E&xtend…"), "Ctrl+Shift+X", "clock"),
        row("follow", Label("督办单(&F)…", "&Follow-up sheet…"), "Ctrl+U", "file-plus"),
        row("invite", Label("会议日历文件(&I)…", "Calendar file of the meet&ing…"), "Ctrl+Shift+I", "calendar"),
        row("due", Label("时限日历文件(&D)…", "Calendar file of &due days…"), "Ctrl+Shift+D", "calendar"),
        row("ledger", Label("行动项台账(&L)…", "&Ledger of items…"), "Ctrl+Shift+E", "file-spreadsheet"),
    )


def why_not(key: str, look: Look | None, chosen: tuple[str, str], series: str, locked: Label | None) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if key in {"call", "apply", "put_off"} and locked is not None:
        return locked
    if key == "call":
        return None if series else NO_SERIES
    if look is None or look.agenda is None:
        return NO_MEETING
    if key == "apply":
        return _not_applied(look, chosen)
    if key == "brief":
        return None if look.partners else NO_PARTNERS
    return NO_ITEM if key in {"follow", "put_off"} and chosen[0] != "action_item" else None


def _not_applied(look: Look, chosen: tuple[str, str]) -> Label | None:
    agenda = look.agenda
    promise = next((one for one in agenda.promises if one.ref.id == chosen[1]), None) if agenda else None
    if promise is None:
        return NO_PROMISE
    if not promise.of_seats:
        return NOT_SEATS
    return None if promise.standing else OVER
