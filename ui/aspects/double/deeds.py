"""The rows of the table of actions of the supervisors' desk, and why each is off."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ptman.aspects.double.changes import ChangeRow
from ptman.aspects.double.holding import SupervisorRow
from ptman.aspects.double.looking import Look
from ptman.labels import Label
from ui import actions
from ui.actions import Action
from ui.aspects.double import tabs

NO_SUPERVISOR = Label("先在“聘期与资格”中选中一位企业导师。", "First select an industry supervisor in the first list.")
NO_TERM = Label("没有可颁聘书的聘任：先批准聘任。", "No appointment can be certified: approve one first.")
NO_CHANGE = Label("先在“变更导师”中选中一项申请。", "First select a request in the list of changes.")
SETTLED = Label("这项申请已办结。", "This request is settled.")
NOT_IN_EFFECT = Label("先选中一项已生效的变更（“已办结”）。", "First select a change in effect, under Settled.")
NO_PAIRS = Label("先在“本学期指导”中选中学生。", "First select students in the list of guidance.")
NO_JUDGED = Label("先在“年度考核”中选中一条考核。", "First select an assessment.")
NONE_DUE = Label("现在没有临近届满而未续聘的聘期。", "No term ends soon without being renewed.")
NOBODY = Label("现在没有导师在指导学生。", "Nobody guides a student now.")
WRITES = frozenset({"renew", "certify", "change", "form", "guide", "leave", "assess"})
TITLES = {
    "certify": Label("聘书", "Certificate"),
    "form": Label("变更导师审批表", "Supervisor change form"),
    "remind": Label("指导提醒名单", "Guidance to be given"),
    "sheet": Label("考核汇总表", "Sheet of assessments"),
    "paper": Label("考核表", "Assessment form"),
}

Do = Callable[[str], object]
Why = Callable[[str], Label | None]


@dataclass(frozen=True, slots=True)
class State:
    """What the actions ask about: the moment, the list in front, its selected rows, and why nothing may be changed."""

    look: Look | None
    tab: str
    rows: tuple[str, ...]
    locked: Label | None

    def of(self, tab: str) -> tuple[str, ...]:
        """The selected rows of that list; none while another is in front."""
        return self.rows if self.tab == tab else ()

    @property
    def supervisor(self) -> SupervisorRow | None:
        people = self.look.supervisors if self.look is not None else ()
        return next((one for one in people if [one.id] == list(self.of(tabs.TERMS)[:1])), None)

    @property
    def request(self) -> ChangeRow | None:
        asked = self.look.requests if self.look is not None else ()
        return next((one for one in asked if [one.ref.id] == list(self.of(tabs.CHANGES)[:1])), None)


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)

    def tool(key: str, label: Label, keys: str, icon: str) -> Action:
        return replace(row(key, label, keys, icon), button=True)

    renew = row("renew", Label("全部续聘(&R)…", "&Renew all…"), "Ctrl+Return; Ctrl+Enter", "refresh-cw")
    return (
        replace(renew, primary=True),
        tool("change", Label("新增变更申请(&N)…", "&New change…"), "Ctrl+N", "plus"),
        tool("guide", Label("登记指导(&G)…", "Note &guidance…"), "Ctrl+G", "book-open"),
        tool("leave", Label("导师离任(&L)…", "Supervisor &leaves…"), "Ctrl+L", "user-x"),
        row("certify", Label("颁发聘书(&C)…", "Issue &certificate…"), "Ctrl+I", "file-plus"),
        row("form", Label("变更审批表(&F)…", "Change &form…"), "Ctrl+U", "file-text"),
        row("letters", Label("更正相关函件(&K)…", "Letters to &correct…"), "Ctrl+B", "mail"),
        row("remind", Label("指导提醒名单(&M)…", "Re&minders of guidance…"), "Ctrl+M", "mail"),
        row("assess", Label("统计本学年考核(&A)…", "Count the year for &assessments…"), "Ctrl+Shift+D", "list-checks"),
        row("paper", Label("考核表(&P)…", "Assessment &paper…"), "Ctrl+T", "file-text"),
        row("sheet", Label("考核汇总表(&S)…", "&Sheet of assessments…"), "Ctrl+Shift+E", "file-spreadsheet"),
    )


def why_not(key: str, state: State) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if key in WRITES and state.locked is not None:
        return state.locked
    look = state.look
    if look is None:
        return NOBODY
    reasons: dict[str, Callable[[], Label | None]] = {
        "leave": lambda: None if look.matrix.rows else NOBODY,
        "renew": lambda: None if look.due else NONE_DUE,
        "certify": lambda: _not_certified(state.supervisor),
        "form": lambda: _no_form(state.request),
        "letters": lambda: _no_letters(state.request),
        "guide": lambda: None if state.of(tabs.GUIDANCE) else NO_PAIRS,
        "paper": lambda: None if state.of(tabs.JUDGED) else NO_JUDGED,
    }
    return reasons[key]() if key in reasons else None


def _not_certified(who: SupervisorRow | None) -> Label | None:
    return NO_SUPERVISOR if who is None else None if who.certify else NO_TERM


def _no_letters(asked: ChangeRow | None) -> Label | None:
    in_effect = asked is not None and asked.effective
    return None if in_effect else NOT_IN_EFFECT


def _no_form(asked: ChangeRow | None) -> Label | None:
    return NO_CHANGE if asked is None else None if asked.open else SETTLED
