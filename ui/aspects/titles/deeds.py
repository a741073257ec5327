"""The rows of the table of actions of the title workbench, and why each is off."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ptman.aspects.titles.rows import ApplicationRow, Look
from ptman.labels import Label
from ui import actions
from ui.actions import Action

NO_BATCH = Label("还没有职称批次。先按“新增批次”。", "There is no batch yet. First press “New batch”.")
NO_APPLICATION = Label("先在“申报”中选中一份申报。", "First select an application under Applications.")
NOT_PUBLIC = Label("只有公示中的申报可以登记异议。", "Only an application that is publicised can be objected to.")
NO_OBJECTION = Label("这份申报没有待核查的异议。", "Nobody has objected to this application.")
NOBODY_IN_REVIEW = Label("没有评审中的申报。", "No application is in review.")
NOBODY_CONFIRMED = Label("没有已确认、待发证的申报。", "No application is confirmed and awaits its certificate.")
NOBODY_CERTIFIED = Label("还没有编号的证书。先办理“发证”。", "No certificate has a number yet. First press “Certify”.")
WRITES = frozenset({"draft", "evidence", "votes", "certify", "documents", "object", "dismiss", "uphold", "batch"})
OF_ONE = frozenset({"evidence", "proof", "object", "dismiss", "uphold"})

Do = Callable[[str], object]
Why = Callable[[str], Label | None]


def rows(do: Do, why: Why) -> tuple[Action, ...]:
    """Each asks `do` by its key; `why` says by the same key why it cannot be done now."""
    row = actions.asking(do, why)

    def tool(key: str, label: Label, keys: str, icon: str) -> Action:
        return replace(row(key, label, keys, icon), button=True)

    return (
        replace(row("draft", Label("起草申报(&D)…", "&Draft…"), "Ctrl+Return; Ctrl+Enter", "sparkles"), primary=True),
        tool("evidence", Label("核验佐证(&E)…", "Check &evidence…"), "Ctrl+B", "list-checks"),
        tool("votes", Label("登记表决(&V)…", "&Votes…"), "Ctrl+T", "users"),
        tool("publicity", Label("公示名单(&P)…", "&Publicity…"), "Ctrl+U", "eye"),
        tool("certify", Label("发证(&C)…", "&Certify…"), "Ctrl+M", "award"),
        row("batch", Label("新增批次(&N)…", "&New batch…"), "Ctrl+N", "plus"),
        row("list", Label("职称申报一览表(&L)…", "&List of applications…"), "Ctrl+L", "file-text"),
        row("proof", Label("资格审核表(&Q)…", "Proof sheet (&Q)…"), "Ctrl+Shift+P", "file-text"),
        row("certificates", Label("证书发放登记表(&R)…", "&Register of certificates…"), "Ctrl+Shift+R", "file-text"),
        row("documents", Label("签发职称证书(&I)…", "&Issue certificates as documents…"), "Ctrl+I", "file-plus"),
        replace(row("object", Label("登记异议(&O)…", "Record an &objection…"), "", "circle-alert"), separated=True),
        row("dismiss", Label("异议不成立(&X)…", "Dismiss the ob&jection…"), "", "circle-check"),
        row("uphold", Label("异议成立(&U)…", "&Uphold the objection…"), "", "circle-x"),
        replace(row("export", Label("导出资格表(&T)…", "Export the &table…"), "Ctrl+E", "download"), separated=True),
    )


def why_not(key: str, look: Look | None, chosen: Sequence[str], locked: Label | None) -> Label | None:
    """The first reason why the action of that key cannot be done."""
    if key in WRITES and locked is not None:
        return locked
    if key in {"batch", "export"}:
        return None
    if look is None or look.batch is None:
        return NO_BATCH
    if key in OF_ONE:
        return _not_one(key, one_of(look, chosen))
    return _not_there(key, look)


def one_of(look: Look | None, chosen: Sequence[str]) -> ApplicationRow | None:
    """The one application that is selected."""
    if look is None or len(chosen) != 1:
        return None
    return next((one for one in look.applications if one.ref.id == chosen[0]), None)


def _not_one(key: str, one: ApplicationRow | None) -> Label | None:
    if one is None:
        return NO_APPLICATION
    if key == "object":
        return None if one.status in {"publicity", "objection"} else NOT_PUBLIC
    if key in {"dismiss", "uphold"}:
        return None if one.status == "objection" else NO_OBJECTION
    return None


def _not_there(key: str, look: Look) -> Label | None:
    states = {str(one.status) for one in look.applications}
    if key == "votes":
        return None if "in_review" in states else NOBODY_IN_REVIEW
    if key == "documents":
        return None if "certificate_issued" in states else NOBODY_CERTIFIED
    return NOBODY_CONFIRMED if key == "certify" and "confirmed" not in states else None
