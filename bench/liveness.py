"""How long the window stands still while it imports and exports: python -m bench.liveness ROWS FOLDER."""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from bench import excel_jobs
from ptman import settings
from ptman.labels import Label
from ui import app
from ui.contents import PAGES
from ui.desktop import Desktop
from ui.dialogs.draft import DraftDialog
from ui.dialogs.export import ExportDialog
from ui.pages.importing import ImportPage
from ui.register_page import RegisterPage
from ui.welcome import Welcome
from ui.window import Window

Wanted = TypeVar("Wanted", bound=QWidget)
TICK = 2
PATIENCE = 900_000


class Pulse:
    """A timer in the window's event loop: the longest wait for a tick is how long nothing could be done."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}
        self._name, self._last = "", time.perf_counter()
        self._timer = QTimer(interval=TICK)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    @contextmanager
    def during(self, name: str) -> Iterator[None]:
        self._name, self._last = name, time.perf_counter()
        self.longest[name] = 0.0
        yield
        self._on_tick()
        self._name = ""

    def _on_tick(self) -> None:
        now = time.perf_counter()
        if self._name:
            self.longest[self._name] = max(self.longest[self._name], now - self._last)
        self._last = now


def until(holds: Callable[[], object]) -> None:
    """Let the window live until this holds."""
    loop, look, late = QEventLoop(), QTimer(interval=20), QTimer(singleShot=True, interval=PATIENCE)
    look.timeout.connect(lambda: loop.quit() if holds() else None)
    late.timeout.connect(loop.quit)
    look.start()
    late.start()
    loop.exec()
    if not holds():
        raise SystemExit("the window did not come to it")


def found(window: Window, kind: type[Wanted]) -> Wanted | None:
    """The dialog that is open."""
    return next((one for one in window.findChildren(kind) if one.isVisible()), None)


def must(window: Window, kind: type[Wanted]) -> Wanted:
    until(lambda: found(window, kind))
    one = found(window, kind)
    if one is None:
        raise SystemExit(f"no {kind.__name__}")
    return one


def run(rows: int, folder: Path, scratch: Path) -> dict[str, float]:
    """Seconds that nothing could be done in the window, by what it was doing."""
    office = scratch / "office.ptman"
    shutil.copyfile(excel_jobs.office_of(folder, 0), office)
    application = app.set_up(["ptman"], scratch)
    desktop = Desktop(PAGES, Welcome)
    if not desktop.open(office) or desktop.window is None or desktop.office is None:
        raise SystemExit("the office was not opened")
    window, work, pulse = desktop.window, desktop.office.work, Pulse()
    until(lambda: not work.busy)
    window.go("import")
    page = window.page
    if not isinstance(page, ImportPage):
        raise SystemExit("no page of imports")
    with pulse.during("reading and comparing"):
        page.take([folder / f"first{rows}.xlsx"])
        dialog = must(window, DraftDialog)
        until(lambda: not work.busy)
    with pulse.during("keeping"):
        dialog.accept()
        until(lambda: not (work.busy or page.flow.busy))
    with pulse.during("the list of students"):
        window.go("students")
        until(lambda: not work.busy)
    _export(window, pulse, scratch / "out.xlsx")
    with pulse.during("undo"):
        window.desk.work.act(Label("撤销", "Undo"), window.desk.undo)
        until(lambda: not work.busy)
    desktop.close()
    application.quit()
    return pulse.longest


def _export(window: Window, pulse: Pulse, target: Path) -> None:
    listed = window.page
    if not isinstance(listed, RegisterPage):
        raise SystemExit("no list of students")
    with pulse.during("exporting"):
        listed.acts["export"].trigger()
        must(window, ExportDialog).accept()
        place = must(window, QFileDialog)
        place.fileSelected.emit(str(target))
        place.reject()
        until(target.exists)
        until(lambda: not window.desk.work.busy)


def main() -> None:
    rows, folder = int(sys.argv[1]), Path(sys.argv[2])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["PTMAN_HOME"] = scratch
        settings.keep(who="bench")
        print(json.dumps(run(rows, folder, Path(scratch))))


if __name__ == "__main__":
    main()
