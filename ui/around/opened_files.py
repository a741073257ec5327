"""Copies of attachments that were opened: read-only, in a folder of this program that is removed when it ends."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from ptman import files

_made: list[Path] = []


def copy(name: str, content: bytes) -> Path:
    """A read-only copy under its own name, each in a folder of its own."""
    target = Path(tempfile.mkdtemp(prefix="attachment-", dir=_folder())) / (Path(name).name or "attachment")
    files.write_atomically(target, content)
    target.chmod(stat.S_IRUSR)
    return target


def show(path: Path) -> None:
    """Open it with what the system opens such files with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def clear() -> None:
    """Remove the copies; one that another program still holds is left to the system."""
    while _made:
        folder = _made.pop()
        for path in folder.rglob("*"):
            if path.is_file() and os.name == "nt":
                path.chmod(stat.S_IWRITE | stat.S_IREAD)
        shutil.rmtree(folder, ignore_errors=True)


def _folder() -> Path:
    if not _made:
        _made.append(Path(tempfile.mkdtemp(prefix="ptman-")))
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(clear)
    return _made[0]
