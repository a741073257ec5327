"""The system's dialogs for choosing an office file: one to open, or a place for one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ptman import files
from ptman.labels import Label
from ui import words

KIND = Label("ptman 办公文件 (*.ptman)", "ptman office files (*.ptman)")
SUFFIX = ".ptman"
BACKUPS = "-backups"
RESTORE = Label("选择要恢复的备份", "Choose the backup to restore")
OPEN = Label("打开办公文件", "Open office file")
_NEW = Label("新建办公文件", "New office file")
_NAME = Label("项目办公室", "office")
_LONGEST = 28
Then = Callable[[Path], object]


def to_open(parent: QWidget, title: Label, folder: Path, then: Then) -> QFileDialog:
    """Choose an office file that is there."""
    made = QFileDialog(parent, words.say(title), str(folder))
    made.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(made, lambda name: then(Path(name)))


def to_make(parent: QWidget, folder: Path, then: Then) -> QFileDialog:
    """Choose a place for a new office file; one that is there already is never replaced by it."""
    made = _saving(parent, _NEW, folder / f"{words.say(_NAME)}{SUFFIX}")
    made.setOption(QFileDialog.Option.DontConfirmOverwrite)
    return _opened(made, lambda name: then(named(Path(name))))


def to_copy(parent: QWidget, title: Label, proposed: Path, then: Then) -> QFileDialog:
    """Choose a place for a copy; the dialog asks before one is replaced."""

    def chosen(name: str) -> None:
        path = named(Path(name))
        # A name that was completed here is one the dialog has not asked about.
        then(path if path == Path(name) else files.free(path))

    return _opened(_saving(parent, title, proposed), chosen)


def named(path: Path) -> Path:
    """The path with the ending of an office file; a dot in the name is no ending."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def backed_up(source: Path) -> Path:
    """The office file that a backup belongs to: beside its folder of backups, else beside the backup itself."""
    folder = source.parent
    if folder.name.endswith(SUFFIX + BACKUPS):
        return folder.with_name(folder.name.removesuffix(BACKUPS))
    return source.with_name(f"{source.stem} 恢复{SUFFIX}")


def short(name: str) -> str:
    """A name for a button or a menu, however long the file's is."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _saving(parent: QWidget, title: Label, proposed: Path) -> QFileDialog:
    made = QFileDialog(parent, words.say(title), str(proposed.parent))
    made.setFileMode(QFileDialog.FileMode.AnyFile)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made.setDefaultSuffix(SUFFIX.removeprefix("."))
    made.selectFile(proposed.name)
    return made


def _opened(dialog: QFileDialog, then: Callable[[str], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilter(words.say(KIND))
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog
