"""The first thing a new user sees: make an office file, open one, or try the sample."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout

from ptman import settings
from ptman.labels import Label
from ui import style, words
from ui.file_menu import FILTER, SUFFIX
from ui.pieces import button, text


class Welcome(QDialog):
    """`open_office(path, make)` says whether it worked; then the welcome has done its work."""

    def __init__(self, open_office: Callable[[Path, bool], bool]) -> None:
        super().__init__()
        self._open_office = open_office
        self.setWindowTitle("ptman")
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.VAST, style.VAST, style.VAST, style.LOOSE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(Label("欢迎使用 ptman", "Welcome to ptman")))
        layout.addWidget(
            text.paragraph(
                Label(
                    "一个文件就是一间办公室：学生、导师、基地、分配和文书都在里面。",
                    "One file is one office: students, supervisors, bases, pairings and letters are all in it.",
                )
            )
        )
        new = button.primary(Label("新建办公文件…", "New office file…"))
        new.clicked.connect(self._on_new)
        opened = button.plain(Label("打开已有文件…", "Open an office file…"), "folder-open")
        opened.clicked.connect(self._on_open)
        layout.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(opened, 0, Qt.AlignmentFlag.AlignLeft)
        for path in settings.recent():
            known = button.plain(Label(path.stem, path.stem), "database")
            known.setToolTip(text.plain_tip(str(path)))
            known.clicked.connect(partial(self._take, path, make=False))
            layout.addWidget(known, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _on_new(self) -> None:
        title = words.say(Label("新建办公文件", "New office file"))
        proposed = str(Path.home() / f"{words.say(Label('项目办公室', 'office'))}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self, title, proposed, words.say(FILTER))
        if name:
            self._take(Path(name).with_suffix(SUFFIX), make=True)

    def _on_open(self) -> None:
        title = words.say(Label("打开办公文件", "Open office file"))
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), words.say(FILTER))
        if name:
            self._take(Path(name), make=False)

    def _take(self, path: Path, *, make: bool) -> None:
        if self._open_office(path, make):
            self.accept()
