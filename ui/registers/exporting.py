"""Writes a list as it is on the screen: asks for headers and place, writes on the worker, says where it is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ptman.export import workbook
from ptman.export.options import Headers, Options, Written
from ptman.labels import Label
from ptman.listing import Listing
from ui import day, memory, words
from ui.desk import Desk
from ui.dialogs.export import ExportDialog

_FOLDER = "export/folder"
_FILTER = Label("Excel 工作簿 (*.xlsx)", "Excel workbooks (*.xlsx)")
_SUFFIX = ".xlsx"


class Exporting(QObject):
    """One at a time.

    Signals:
        written(Written): the workbook stands where it was asked for.
    """

    written = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def begin(self, listing: Listing, scope: Label) -> None:
        """Ask how to write `listing`; `scope` says in the workbook which rows were chosen."""
        dialog = ExportDialog(listing, scope, self._window)
        dialog.chosen.connect(lambda headers: self._ask_place(listing, Options(day.today(), headers, scope)))
        dialog.open()

    def _ask_place(self, listing: Listing, options: Options) -> None:
        title = words.say(Label("导出到", "Export to"))
        folder = memory.text(_FOLDER) or str(Path.home())
        dialog = QFileDialog(self._window, title, str(Path(folder) / name(listing, options)), words.say(_FILTER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.selectFile(name(listing, options))
        dialog.fileSelected.connect(lambda chosen: self.write(listing, Path(chosen), options))
        dialog.open()

    def write(self, listing: Listing, target: Path, options: Options) -> None:
        """Write on the worker; a failure is told and leaves an older file whole."""
        memory.keep(_FOLDER, str(target.parent))
        what = Label(f"导出 {target.name}", f"Exporting {target.name}")
        job = partial(workbook.write, [listing], target, options)
        self._desk.work.run(what, lambda _step: job(), self._on_written)

    def _on_written(self, written: Written) -> None:
        self.written.emit(written)


def name(listing: Listing, options: Options) -> str:
    """What the workbook is called unless one names it otherwise: list, scope, day."""
    lang = Headers.ZH.lang if options.headers is Headers.BOTH else options.headers.lang
    parts = [listing.title.text(lang), options.scope.text(lang), options.dated.isoformat()]
    plain = " ".join(part for part in parts if part)
    return "".join(" " if sign in '\\/:*?"<>|' else sign for sign in plain)[:120] + _SUFFIX
