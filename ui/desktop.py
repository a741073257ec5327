"""The desktop: which office file is open in which window, and how one gives way to another."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ptman import backup, db, lock, settings
from ptman.errors import PtmanError
from ptman.labels import Label
from ui import errors, office_choice, records, words
from ui.dialogs.question import Asked, Question
from ui.file_menu import FileMenu
from ui.office import OpenOffice
from ui.page import Page
from ui.window import Window

Open = Callable[[Path, bool], bool]
"""`open(path, make)` says whether the file is in a window now; why it is not has been told."""
Restore = Callable[[Path], object]


class Desktop:
    """Holds the one window. A file that cannot be opened leaves the window that is there as it is.

    `welcome` makes what is shown while there is no window.
    """

    def __init__(self, pages: Sequence[type[Page]], welcome: Callable[[Open, Restore], QWidget]) -> None:
        self._pages = pages
        self._welcome = welcome
        self._waiting: QWidget | None = None
        self.office: OpenOffice | None = None
        self.window: Window | None = None

    def start(self, known: Path | None) -> None:
        """Show this office file, or the welcome where there is none or it cannot be opened."""
        failure = self._opened(known, make=False) if known is not None else None
        if self.window is None:
            self._waiting = self._welcome(self.open, self.restore)
            self._waiting.show()
            if failure is not None:
                errors.show(failure, self._waiting)

    def open(self, path: Path, make: bool = False) -> bool:  # noqa: FBT001, FBT002 handed on as a callback
        """Show an office file; False where it cannot be, which is then told."""
        failure = self._opened(path, make=make)
        if failure is not None:
            errors.show(failure, self.window or self._waiting)
        return failure is None

    def restore(self, source: Path) -> None:
        """Check the backup, and ask: the work of since then goes out of sight."""
        over = self.window or self._waiting
        try:
            backup.verify(source)
        except PtmanError as error:
            errors.show(error, over)
            return
        path = self.office.path if self.office is not None else office_choice.backed_up(source)
        asked = Question(_restoring(path, source), over)
        asked.accepted.connect(partial(self._once_free, partial(self._restored, path, source)))
        asked.open()

    def close(self) -> PtmanError | None:
        """Close the window, then the file; what went wrong in its last backup, if anything."""
        office, window, self.office, self.window = self.office, self.window, None, None
        return _closed(office, window)

    def _opened(self, path: Path, *, make: bool) -> PtmanError | None:
        if not make and self.office is not None and self.office.path.resolve() == path.resolve():
            return None
        try:
            self._show(OpenOffice.create(path) if make else OpenOffice.open(path))
        except PtmanError as error:
            return error
        return None

    def _show(self, office: OpenOffice) -> None:
        """The new window stands before the old one goes: a program without a window would end."""
        before = (self.office, self.window)
        menu = FileMenu(office, self._switch, self.restore, self._tell)
        window = Window(office, self._pages, records.open_record, menu.rows())
        menu.window = window
        self.office, self.window = office, window
        _entitle(window, office)
        if before[1] is not None:
            window.restoreGeometry(before[1].saveGeometry())
        window.show()
        window.look_again()
        if office.read_only is not None:
            window.tell(office.read_only)
        failed = _closed(*before)
        if failed is not None:
            errors.show(failed, window)

    def _switch(self, path: Path, make: bool) -> None:  # noqa: FBT001 a callback
        self._once_free(lambda: self.open(path, make))

    def _once_free(self, then: Callable[[], object]) -> None:
        """The menu that asked belongs to the window that goes: let its event end first."""
        QTimer.singleShot(0, partial(self.window.leave, then) if self.window is not None else then)

    def _restored(self, path: Path, source: Path) -> None:
        """Let the file go while its window stands, put the backup in its place, open it again."""
        failed = self.office.close() if self.office is not None else None
        self.office = None
        replaced = _replace(path, source)
        shut = self._opened(path, make=False)
        if shut is not None:
            self.close()
            self.start(None)
        elif self._waiting is not None:
            self._waiting.close()
        for failure in (failed, replaced, shut):
            if isinstance(failure, PtmanError):
                errors.show(failure, self.window or self._waiting)
        if not isinstance(replaced, PtmanError):
            self._tell(_told(source, replaced))

    def _tell(self, told: Label) -> None:
        if self.window is not None:
            self.window.tell(told)


def _closed(office: OpenOffice | None, window: Window | None) -> PtmanError | None:
    if window is not None:
        window.close()
        window.deleteLater()
    return office.close() if office is not None else None


def _entitle(window: Window, office: OpenOffice) -> None:
    only = Label("（只读）", " (read-only)") if office.read_only is not None else Label("", "")
    stem = office.path.stem
    words.bind(window, window.setWindowTitle, Label(f"{stem}{only.zh} — ptman", f"{stem}{only.en} — ptman"))


def _told(source: Path, replaced: Path | None) -> Label:
    said = Label(f"已恢复 {source.name}", f"Restored {source.name}")
    if replaced is None:
        return said
    return said.plus(Label(f"原文件保留为 {replaced.name}", f"the replaced file is kept as {replaced.name}"), "; ")


def _restoring(office: Path, source: Path) -> Asked:
    return Asked(
        Label("恢复备份", "Restore a backup"),
        Label(
            f"{office.name} 将变为备份 {source.name} 中的内容。现在的文件不会丢失，改名留在旁边。",
            f"{office.name} becomes what the backup {source.name} holds. "
            "The file as it is now is not lost: it stays beside it under another name.",
        ),
        Label("恢复", "Restore"),
    )


def _replace(path: Path, source: Path) -> Path | PtmanError | None:
    """Where the replaced file is now, or what went wrong."""
    try:
        held = lock.Lock(path, who=settings.who(), now=db.utc_now())
    except PtmanError as error:
        return error
    try:
        return backup.restore(path, source, db.utc_now())
    except PtmanError as error:
        return error
    finally:
        held.release()
