"""The desktop: which office file is open in which window, and how one gives way to another."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from ptman import backup, db, lock, settings
from ptman.errors import PtmanError
from ptman.labels import Label
from ui import errors, records
from ui.file_menu import FileMenu
from ui.office import OpenOffice
from ui.page import Page
from ui.window import Window


class Desktop:
    """Holds the one window. A file that cannot be opened leaves the window that is there as it is."""

    def __init__(self, pages: Sequence[type[Page]]) -> None:
        self._pages = pages
        self.office: OpenOffice | None = None
        self.window: Window | None = None

    def open(self, path: Path, make: bool = False) -> bool:  # noqa: FBT001, FBT002 handed on as a callback
        """Show an office file; False where it cannot be, which is then told."""
        try:
            if self.office is not None and self.office.path.absolute() == path.absolute():
                return True
            office = OpenOffice.create(path) if make else OpenOffice.open(path)
        except PtmanError as error:
            errors.show(error, self.window)
            return False
        self._show(office)
        return True

    def close(self) -> PtmanError | None:
        """Close the window, then the file; what went wrong in its last backup, if anything."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        failed = self.office.close() if self.office is not None else None
        self.window = self.office = None
        return failed

    def _show(self, office: OpenOffice) -> None:
        failed = self.close()
        menu = FileMenu(office, self._switch, self._restore, self._tell)
        window = Window(office, self._pages, records.open_record, menu.rows())
        menu.window = window
        self.office, self.window = office, window
        window.setWindowTitle(f"{office.path.stem} — ptman")
        window.show()
        window.look_again()
        if office.read_only is not None:
            window.tell(office.read_only)
        if failed is not None:
            errors.show(failed, window)

    def _switch(self, path: Path, make: bool) -> None:  # noqa: FBT001 a callback
        # The menu that asked belongs to the window that goes: let its event end first.
        QTimer.singleShot(0, lambda: self.open(path, make))

    def _restore(self, source: Path) -> None:
        QTimer.singleShot(0, lambda: self._restored(source))

    def _restored(self, source: Path) -> None:
        """Check the backup first; close the file, put the backup in its place, open it again."""
        if self.office is None:
            return
        path = self.office.path
        try:
            backup.verify(source)
        except PtmanError as error:
            errors.show(error, self.window)
            return
        self.close()
        failure = _replace(path, source)
        self.open(path)
        if failure is not None:
            errors.show(failure, self.window)
        else:
            self._tell(
                Label(f"已恢复 {source.name}，原文件已保留", f"Restored {source.name}; the replaced file is kept")
            )

    def _tell(self, told: Label) -> None:
        if self.window is not None:
            self.window.tell(told)


def _replace(path: Path, source: Path) -> PtmanError | None:
    try:
        held = lock.Lock(path, who=settings.who(), now=db.utc_now())
    except PtmanError as error:
        return error
    try:
        backup.restore(path, source, db.utc_now())
    except PtmanError as error:
        return error
    finally:
        held.release()
    return None
