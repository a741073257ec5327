"""Brings scanned letters in: dropped on the page or chosen, read on the worker, looked at, then filed."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.labels import Label
from ptman.scans import filing, reading
from ptman.scans.filing import Kept, Place, Sorted
from ptman.scans.reading import Scan
from ptman.scans.sorting import Stretch
from ui import day, file_choice
from ui.desk import Desk
from ui.letters.scan_dialog import TITLE, ScanDialog
from ui.work import Step


class Scanning(QObject):
    """Takes files that are dropped on `page`.

    Signals:
        told(Label): it went well.
        failed(Exception): nothing was filed.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def choose(self) -> None:
        file_choice.open_many(self._page, TITLE, file_choice.SCANS, self.read)

    def read(self, paths: Sequence[Path]) -> None:
        """Look for codes on every page, then show where each would go; nothing is kept yet."""

        def job(step: Step) -> tuple[Sorted, tuple[Place, ...]]:
            found = self._desk.read(filing.sort, reading.read(paths, step))
            return found, self._desk.read(filing.places)

        name = Label("读取扫描件", "Reading the scans")
        self._desk.work.run(name, job, self._on_read, self.failed.emit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._desk.read_only is None:
            if isinstance(event, QDragEnterEvent) and _files(event):
                event.acceptProposedAction()
                return True
            if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop and _files(event):
                event.acceptProposedAction()
                self.read(_files(event))
                return True
        return super().eventFilter(watched, event)

    def _on_read(self, answer: tuple[Sorted, tuple[Place, ...]]) -> None:
        found, places = answer
        dialog = ScanDialog(self._desk, found, places, day.today(), self._page.window())
        dialog.kept.connect(partial(self._keep, found.scans))
        dialog.open()

    def _keep(self, scans: tuple[Scan, ...], wanted: tuple[Stretch, ...], on: date) -> None:
        def job(_step: Step) -> Kept:
            return self._desk.write(filing.keep, scans, wanted, on, day.today())

        self._desk.work.act(TITLE, job, self._on_kept, self.failed.emit)

    def _on_kept(self, kept: Kept) -> None:
        zh = f"已归档 {kept.filed} 份，登记回执 {kept.returned} 份"
        en = f"Filed {kept.filed}; {kept.returned} logged as returned"
        before = Label(f"，{kept.known} 份此前已归档", f"; {kept.known} on file already")
        self.told.emit(Label(zh, en).plus(before) if kept.known else Label(zh, en))


def _files(event: QDropEvent) -> list[Path]:
    found = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return [path for path in found if path.is_file()]
