"""What a new user sees first: make an office file, or open one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from ptman import settings
from ptman.labels import Label, same
from ui import office_choice, style, words
from ui.palette import Tone
from ui.pieces import button, text

_WIDTH = 480
_MOST = 5


class Welcome(QDialog):
    """`open_office(path, make)` says whether it worked; then the welcome has done its work.

    `restore(source)` is for the day on which the office file itself is damaged.
    """

    def __init__(self, open_office: Callable[[Path, bool], bool], restore: Callable[[Path], object]) -> None:
        super().__init__()
        self._open_office, self._restore = open_office, restore
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("ptman")
        self.setFixedWidth(_WIDTH)
        self.new = button.primary(Label("新建办公文件…", "New office file…"), "file-plus")
        self.existing = button.plain(Label("打开已有文件…", "Open an office file…"), "folder-open")
        self.backup = button.plain(Label("恢复备份…", "Restore a backup…"), "history")
        self.recent = {path: _known(path) for path in settings.recent()[:_MOST]}
        self._lay_out()
        self.new.setDefault(True)
        self.new.clicked.connect(self._on_new)
        self.existing.clicked.connect(self._on_open)
        self.backup.clicked.connect(self._on_restore)
        words.on_change(self, self.adjustSize)  # the other language may take another line
        for path, known in self.recent.items():
            known.clicked.connect(partial(self._open, path))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.VAST, style.VAST, style.VAST, style.LOOSE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(Label("欢迎使用 ptman", "Welcome to ptman")))
        layout.addWidget(
            text.paragraph(
                Label(
                    "一个文件就是一间办公室：学生、导师、基地、配对和文书都在里面。",
                    "One file is one office: students, supervisors, bases, pairings and letters are all in it.",
                )
            )
        )
        for part in (self.new, self.existing, self.backup):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        if self.recent:
            layout.addSpacing(style.SMALL)
            layout.addWidget(text.small(Label("最近打开", "Opened lately")))
        for path, known in self.recent.items():
            row = QHBoxLayout()
            row.setSpacing(style.NORMAL)
            row.addWidget(known)
            row.addWidget(_folder(path), 1)
            layout.addLayout(row)
        layout.addStretch(1)

    def _on_new(self) -> None:
        office_choice.to_make(self, Path.home(), self._make)

    def _on_open(self) -> None:
        office_choice.to_open(self, office_choice.OPEN, Path.home(), self._open)

    def _on_restore(self) -> None:
        start = next((path.parent for path in settings.recent()), Path.home())
        office_choice.to_open(self, office_choice.RESTORE, start, self._restore)

    def _make(self, path: Path) -> None:
        if self._open_office(path, True):
            self.accept()

    def _open(self, path: Path) -> None:
        if self._open_office(path, False):
            self.accept()


def _known(path: Path) -> QPushButton:
    made = button.plain(same(office_choice.short(path.stem).replace("&", "&&")), "database")
    made.setToolTip(text.plain_tip(str(path)))
    return made


def _folder(path: Path) -> text.Elided:
    """Two offices may bear one name: where they lie tells them apart."""
    made = text.Elided(style.SECONDARY, Tone.QUIET)
    made.setText(str(path.parent))
    return made
