"""What the letters page offers, when it can be done, and why not otherwise."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from ptman.labels import Label
from ptman.letters.draft import Letter
from ptman.letters.in_hand import InHand
from ptman.letters.seen import Seen
from ui.actions import Action
from ui.desk import Desk
from ui.letters import loading
from ui.letters.acting import Acting
from ui.letters.loading import DRAFT
from ui.letters.out import Outgoing
from ui.letters.scanning import Scanning

_NO_DRAFT = Label("先选中待签发的函件。", "Select letters that wait to be issued.")
_NONE_WAITS = Label("没有可以签发的函件。", "No letter can be issued.")
_NO_ISSUED = Label("先选中已发的函件。", "Select issued letters first.")
_NOT_LIVE = Label("先选中一份有效的已发函件。", "Select one issued letter that stands.")
_NO_STEP = Label("先选中一份登记过去向的有效函件。", "Select one letter that stands and has a step logged.")
_NOT_IN_HAND = Label("先选中一行拟稿。", "Select a row that is in hand first.")
_NO_ONE = Label("先选中一份已发的函件。", "Select one issued letter first.")


class Letters(Protocol):
    """The letters page as its actions see it."""

    @property
    def desk(self) -> Desk: ...
    @property
    def outgoing(self) -> Outgoing: ...
    @property
    def seen(self) -> Seen | None: ...
    def selected_with(self, tag: str, order: loading.Order = ...) -> list[str]: ...
    def letters_issuable(self) -> list[Letter]: ...
    def issue(self, keys: Sequence[str]) -> None: ...
    def issue_all(self) -> None: ...
    def in_hand(self) -> InHand | None: ...
    def resume(self) -> None: ...
    @property
    def acting(self) -> Acting: ...
    @property
    def scanning(self) -> Scanning: ...
    def open_record(self, row_id: str) -> None: ...


def rows(page: Letters) -> tuple[Action, ...]:
    """The rows of the table of actions."""

    def issued() -> list[str]:
        return page.selected_with("issued")

    def off_without(found: Callable[[], object], reason: Label, *, writes: bool = False) -> Callable[[], Label | None]:
        return lambda: (page.desk.read_only if writes else None) or (None if found() else reason)

    def chosen() -> list[str]:
        return [row_id.removeprefix(DRAFT) for row_id in page.selected_with("issuable")]

    def standing() -> bool:
        return page.seen is not None and page.seen.live

    some, one = off_without(issued, _NO_ISSUED), off_without(lambda: page.seen, _NO_ONE)
    may_issue = off_without(chosen, _NO_DRAFT, writes=True)
    may_all = off_without(page.letters_issuable, _NONE_WAITS, writes=True)
    may_log = off_without(issued, _NO_ISSUED, writes=True)
    may_void = off_without(standing, _NOT_LIVE, writes=True)
    return (
        _creating(page),
        *_in_hand(page),
        Action("issue-all", Label("签发全部(&A)…", "Issue &all…"), page.issue_all, None, "Ctrl+Shift+I",
               "mail", off_because=may_all, button=True),
        Action("print", Label("打印(&P)…", "&Print…"), partial(_print, page), None, "Ctrl+P", "printer",
               off_because=some, button=True, separated=True),
        Action("save-pdf", Label("另存为 PDF(&S)…", "&Save as PDF…"), lambda: page.outgoing.save(issued()), None,
               "Ctrl+S", "download", off_because=some, button=True),
        Action("save-merged", Label("合并为一个 PDF(&M)…", "Save as one P&DF…"),
               lambda: page.outgoing.save_merged(issued()), icon="merge", off_because=some),
        Action("open-letter", Label("打开记录(&O)", "&Open the record"), lambda: page.open_record(page.seen.id)
               if page.seen else None, icon="file-text", off_because=one, separated=True),
        Action("log-step", Label("登记去向(&G)…", "Lo&g a step…"), lambda: page.acting.log(issued()), None, "Ctrl+G",
               "list-checks", off_because=may_log),
        *_correcting(page, may_void, some),
        Action("issue", Label("签发选中(&I)…", "&Issue selected…"), lambda: page.issue(chosen()), None, "Ctrl+I",
               "check", off_because=may_issue, primary=True),
    )  # fmt: skip


def _print(page: Letters) -> None:
    page.outgoing.print(page.selected_with("issued", loading.by_host))


def _word(page: Letters, may_not: Callable[[], Label | None]) -> Action:
    def save() -> None:
        page.outgoing.save_word(page.selected_with("issued"))

    return Action("save-word", Label("另存 Word 文件(&W)…", "Save &Word files…"), save, icon="file-text",
                  off_because=may_not)  # fmt: skip


def _creating(page: Letters) -> Action:
    """A document of any family."""

    def create() -> None:
        page.acting.create()

    return Action("new-document", Label("新建文书(&N)…", "&New document…"), create, None, "Ctrl+N", "file-plus",
                  off_because=lambda: page.desk.read_only, button=True)  # fmt: skip


def _in_hand(page: Letters) -> tuple[Action, ...]:
    """What was laid aside half-finished."""

    def discard() -> None:
        kept = page.in_hand()
        if kept is not None:
            page.acting.discard(kept)

    def may_not() -> Label | None:
        return page.desk.read_only or (None if page.in_hand() else _NOT_IN_HAND)

    return (
        Action("resume", Label("继续办理(&U)…", "Go on with &it…"), page.resume, None, "Ctrl+U", "pencil",
               off_because=may_not),
        Action("discard", Label("丢弃拟稿(&X)", "Discard the &draft"), discard, None, "Ctrl+Delete", "trash-2",
               off_because=may_not),
    )  # fmt: skip


def _coming_back(page: Letters) -> tuple[Action, ...]:
    """Paper that came back, and a step that was logged in error."""

    def scan() -> None:
        page.scanning.choose()

    def take_back() -> None:
        if page.seen is not None:
            page.acting.take_back(page.seen)

    def may_take_back() -> Label | None:
        stepped = page.seen is not None and page.seen.live and page.seen.steps
        return page.desk.read_only or (None if stepped else _NO_STEP)

    return (
        Action("take-back", Label("撤回一步(&Z)…", "Take a step bac&k…"), take_back, icon="undo-2",
               off_because=may_take_back),
        Action("scan", Label("归档扫描件(&B)…", "File scans (&B)…"), scan, None, "Ctrl+B", "archive",
               off_because=lambda: page.desk.read_only),
    )  # fmt: skip


def _correcting(
    page: Letters, may_not: Callable[[], Label | None], some: Callable[[], Label | None]
) -> tuple[Action, ...]:
    """What becomes of the one letter that is looked at, and whether one that came back is ours."""

    def reissue() -> None:
        if page.seen is not None:
            page.acting.reissue(page.seen)

    def void() -> None:
        if page.seen is not None:
            page.acting.void(page.seen)

    def verify() -> None:
        page.acting.verify()

    def templates() -> None:
        page.acting.templates()

    def register() -> None:
        page.acting.book()

    return (
        Action("reissue", Label("更正重发(&R)…", "&Reissue…"), reissue, icon="refresh-cw",
               off_because=may_not, button=True),
        _word(page, some),
        *_coming_back(page),
        Action("register", Label("发文登记簿(&J)…", "&Register of issued letters…"), register, None,
               "Ctrl+Shift+G", "book-open"),
        Action("verify", Label("核验(&K)…", "Verif&y…"), verify, icon="circle-check"),
        Action("templates", Label("模板(&T)…", "&Templates…"), templates, None, "Ctrl+T", "pencil"),
        Action("void", Label("作废(&V)…", "&Void…"), void, icon="file-x", off_because=may_not),
    )  # fmt: skip
