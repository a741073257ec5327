"""The window's own rows of the table of actions: undo, redo, pages, palette, settings, guide."""

from collections.abc import Callable
from dataclasses import dataclass

from ptman.labels import Label
from ui.actions import Action, Menu
from ui.desk import Past
from ui.page import Page, digits

UNDO = Label("撤销(&U)", "&Undo")
REDO = Label("重做(&R)", "&Redo")
_NO_UNDO = Label("没有可以撤销的步骤。", "There is nothing to undo.")
_NO_REDO = Label("没有可以重做的步骤。", "There is nothing to redo.")


@dataclass(frozen=True, slots=True)
class Slots:
    """What the window does for its own actions."""

    undo: Callable[[], object]
    redo: Callable[[], object]
    refresh: Callable[[], object]
    palette: Callable[[], object]
    settings: Callable[[], object]
    guide: Callable[[], object]
    keys: Callable[[], object]
    quit: Callable[[], object]


def rows(slots: Slots, past: Callable[[], Past]) -> tuple[Action, ...]:
    """The rows without those that go to a page."""

    def no_undo() -> Label | None:
        return past().locked or (None if past().undo else _NO_UNDO)

    def no_redo() -> Label | None:
        return past().locked or (None if past().redo else _NO_REDO)

    def row(key: str, text: Label, run: Callable[[], object], menu: Menu, keys: str) -> Action:
        return Action(key, text, run, None, keys, _ICONS.get(key, ""), menu, off.get(key, _on), last=key == "quit")

    off = {"undo": no_undo, "redo": no_redo}
    return (
        row("settings", Label("设置(&S)…", "&Settings…"), slots.settings, Menu.FILE, "Ctrl+,"),
        row("quit", Label("退出(&Q)", "&Quit"), slots.quit, Menu.FILE, "Ctrl+Q"),
        row("undo", UNDO, slots.undo, Menu.EDIT, "Ctrl+Z"),
        row("redo", REDO, slots.redo, Menu.EDIT, "Ctrl+Y; Ctrl+Shift+Z"),
        row("refresh", Label("刷新(&R)", "&Refresh"), slots.refresh, Menu.VIEW, "F5"),
        row("palette", Label("查找任何内容(&K)…", "Find &anything…"), slots.palette, Menu.GO, "Ctrl+K"),
        row("guide", Label("本页指南(&G)", "&Guide to this page"), slots.guide, Menu.HELP, "F1"),
        row("keys", Label("快捷键(&K)", "&Keyboard shortcuts"), slots.keys, Menu.HELP, "Ctrl+F1"),
    )


def to_pages(pages: list[type[Page]], go: Callable[[str], object]) -> tuple[Action, ...]:
    """One row a page, with Ctrl and Alt and its digit where it has one."""
    numbers = digits(pages)
    return tuple(_to_page(page, numbers.get(page.KEY), go) for page in pages)


def past_texts(past: Past) -> tuple[Label, Label]:
    """Texts of undo and redo that name the step."""
    return _naming(UNDO, past.undo), _naming(REDO, past.redo)


def _to_page(page: type[Page], number: int | None, go: Callable[[str], object]) -> Action:
    key = page.KEY
    shortcut = f"Ctrl+{number}; Alt+{number}" if number else ""
    return Action(f"go-{key}", page.TITLE, lambda: go(key), shortcut=shortcut, icon=page.ICON, menu=Menu.GO)


def _naming(verb: Label, step: Label | None) -> Label:
    if step is None:
        return verb
    return Label(f"{verb.zh}：{_safe(step.zh)}", f"{verb.en}: {_safe(step.en)}")


def _safe(name: str) -> str:
    return name.replace("&", "&&")


def _on() -> Label | None:
    return None


_ICONS = {
    "settings": "settings",
    "undo": "undo-2",
    "redo": "redo-2",
    "refresh": "refresh-cw",
    "palette": "search",
    "guide": "book-open",
    "keys": "keyboard",
}


def doing(step: Label, *, again: bool = False) -> Label:
    """The name of an undo or redo as it runs."""
    zh, en = ("重做", "Redoing") if again else ("撤销", "Undoing")
    return Label(f"{zh}：{step.zh}", f"{en}: {step.en}")
