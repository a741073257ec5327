"""The rows of the File menu: make, open, back up, restore and check an office file."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ptman import backup, journal, settings
from ptman.labels import Label
from ui import errors, words
from ui.actions import Action, Menu
from ui.office import OpenOffice

FILTER = Label("ptman 办公文件 (*.ptman)", "ptman office files (*.ptman)")
SUFFIX = ".ptman"


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
        def row(key: str, text: Label, run: Callable[[], object], icon: str, keys: str = "") -> Action:
            return Action(key, text, run, icon=icon, menu=Menu.FILE, shortcut=keys, separated=key == "back-up")

        return (
            row("new-office", Label("新建办公文件(&N)…", "&New office file…"), self._on_new, "file-plus"),
            row("open-office", Label("打开办公文件(&O)…", "&Open office file…"), self._on_open, "folder-open"),
            *self._recent(),
            row("back-up", Label("备份到(&B)…", "&Back up to…"), self._on_back_up, "archive"),
            row("restore", Label("恢复备份(&R)…", "&Restore a backup…"), self._on_restore, "history"),
            row("check-file", Label("检查文件(&C)", "&Check the file"), self._on_check, "circle-check"),
        )

    def _recent(self) -> list[Action]:
        others = [path for path in settings.recent() if path != self._office.path.absolute()]
        return [
            Action(
                f"recent-{number}",
                Label(f"{number} {path.stem}", f"{number} {path.stem}"),
                partial(self._switch, path, False),
                tip=Label(str(path), str(path)),
                menu=Menu.FILE,
            )
            for number, path in enumerate(others[:5], start=1)
        ]

    def _on_new(self) -> None:
        title = words.say(Label("新建办公文件", "New office file"))
        name, _ = QFileDialog.getSaveFileName(self.window, title, str(self._office.path.parent), words.say(FILTER))
        if name:
            self._switch(Path(name).with_suffix(SUFFIX), True)

    def _on_open(self) -> None:
        title = words.say(Label("打开办公文件", "Open office file"))
        name, _ = QFileDialog.getOpenFileName(self.window, title, str(self._office.path.parent), words.say(FILTER))
        if name:
            self._switch(Path(name), False)

    def _on_back_up(self) -> None:
        stamp = datetime.now(UTC).astimezone().strftime("%Y-%m-%d")
        proposed = self._office.path.with_name(f"{self._office.path.stem}-{stamp}{SUFFIX}")
        title = words.say(Label("备份到", "Back up to"))
        name, _ = QFileDialog.getSaveFileName(self.window, title, str(proposed), words.say(FILTER))
        if name:
            target = Path(name).with_suffix(SUFFIX)
            done = Label(f"已备份并核对：{target}", f"Backed up and verified: {target}")
            self._office.work.run(
                Label("备份", "Backing up"),
                lambda _step: backup.write(self._office.path, target),
                lambda _none: self._tell(done),
            )

    def _on_restore(self) -> None:
        title = words.say(Label("选择要恢复的备份", "Choose the backup to restore"))
        folder = self._office.path.with_name(self._office.path.name + "-backups")
        name, _ = QFileDialog.getOpenFileName(self.window, title, str(folder), words.say(FILTER))
        if name:
            self._restore(Path(name))

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
