"""The rows of the File menu: make, open, back up, restore and check an office file."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ptman import backup, journal, settings
from ptman.labels import Label, same
from ui import errors, office_choice
from ui.actions import Action, Menu
from ui.office import OpenOffice

_MOST = 5


class FileMenu:
    """`switch(path, make)` closes this office and opens another; `restore(source)` puts a backup in its place."""

    def __init__(
        self,
        office: OpenOffice,
        switch: Callable[[Path, bool], object],
        restore: Callable[[Path], object],
        tell: Callable[[Label], object],
    ) -> None:
        self._office, self._switch, self._restore, self._tell = office, switch, restore, tell
        self.window: QWidget | None = None

    def rows(self) -> tuple[Action, ...]:
        def row(key: str, text: Label, run: Callable[[], object], icon: str) -> Action:
            off = self._locked if key == "restore" else _never
            return Action(key, text, run, None, "", icon, Menu.FILE, off, separated=key == "back-up")

        return (
            row("new-office", Label("新建办公文件(&N)…", "&New office file…"), self._on_new, "file-plus"),
            row("open-office", Label("打开办公文件(&O)…", "&Open office file…"), self._on_open, "folder-open"),
            *self._recent(),
            row("back-up", Label("备份到(&B)…", "&Back up to…"), self._on_back_up, "archive"),
            row("restore", Label("恢复备份(&R)…", "&Restore a backup…"), self._on_restore, "history"),
            row("check-file", Label("检查文件(&C)", "&Check the file"), self._on_check, "circle-check"),
        )

    def _locked(self) -> Label | None:
        return self._office.read_only

    def _recent(self) -> list[Action]:
        here = self._office.path.resolve()
        others = [path for path in settings.recent() if path.resolve() != here][:_MOST]
        return [
            Action(
                f"recent-{number}",
                same(f"&{number} {named(path)}"),
                partial(self._switch, path, False),
                tip=same(str(path)),
                menu=Menu.FILE,
            )
            for number, path in enumerate(others, start=1)
        ]

    def _on_new(self) -> None:
        office_choice.to_make(self._over(), self._office.path.parent, lambda path: self._switch(path, True))

    def _on_open(self) -> None:
        folder = self._office.path.parent
        office_choice.to_open(self._over(), office_choice.OPEN, folder, lambda path: self._switch(path, False))

    def _on_back_up(self) -> None:
        stamp = datetime.now(UTC).astimezone().strftime("%Y-%m-%d")
        proposed = self._office.path.with_name(f"{self._office.path.stem}-{stamp}{office_choice.SUFFIX}")
        office_choice.to_copy(self._over(), Label("备份到", "Back up to"), proposed, self._back_up)

    def _back_up(self, target: Path) -> None:
        done = Label(f"已备份并核对：{target}", f"Backed up and verified: {target}")
        self._office.work.run(
            Label("备份", "Backing up"),
            lambda _step: backup.write(self._office.path, target),
            lambda _none: self._tell(done),
        )

    def _on_restore(self) -> None:
        folder = self._office.path.with_name(self._office.path.name + office_choice.BACKUPS)
        start = folder if folder.exists() else folder.parent
        office_choice.to_open(self._over(), office_choice.RESTORE, start, self._restore)

    def _over(self) -> QWidget:
        if self.window is None:
            raise RuntimeError("the menu has no window yet")
        return self.window

    def _on_check(self) -> None:
        def job(_step: object) -> tuple[list[str], tuple[int, ...]]:
            return backup.faults(self._office.path), self._office.read(journal.broken_links)

        self._office.work.run(Label("检查文件", "Checking the file"), job, self._on_checked)

    def _on_checked(self, found: tuple[list[str], tuple[int, ...]]) -> None:
        faults, broken = found
        if not faults and not broken:
            self._tell(Label("文件完好，变更记录连续。", "The file is sound and its journal unbroken."))
            return
        listed = [*faults[:5], *(f"#{number}" for number in broken[:5])]
        sentence = Label(
            "文件有问题：" + "；".join(listed) + "。请用“文件 › 恢复备份”恢复。",
            "The file has faults: " + "; ".join(listed) + ". Restore a backup with File › Restore.",
        )
        errors.tell(Label("检查文件", "Checking the file"), sentence, self.window)


def named(path: Path) -> str:
    """A file in a menu: its name and where it lies, both short enough, and no letter of it taken for a mnemonic."""
    return f"{office_choice.short(path.stem)} — {office_choice.short(path.parent.name)}".replace("&", "&&")


def _never() -> Label | None:
    return None
