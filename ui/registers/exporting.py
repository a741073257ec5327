"""Writes a list as it is on the screen: asks for headers and place, writes on the worker, says where it is."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ptman.export import workbook
from ptman.export.layouts.applying import Sheet
from ptman.export.options import Headers, Options, Written
from ptman.labels import Label
from ptman.listing import Listing
from ui import day, file_choice, memory, words
from ui.desk import Desk
from ui.dialogs.export import ExportDialog

_FOLDER = "export/folder"
_FILTER = Label("Excel 工作簿 (*.xlsx)", "Excel workbooks (*.xlsx)")
_SUFFIX = ".xlsx"
Sheets = Sequence[Sheet]


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
        sheets = (Sheet(listing, listing.title),)
        dialog.chosen.connect(
            lambda headers: self.begin_sheets(sheets, Options(day.today(), headers, scope), listing.title)
        )
        dialog.open()

    def begin_sheets(self, sheets: Sheets, options: Options, title: Label, *, summary: bool = False) -> None:
        """Ask where to write a workbook of these sheets, then write it."""
        job = partial(workbook.write_sheets, sheets, options=options, summary=summary)
        self._ask_place(
            (_FILTER, name(title, options)), lambda target: self._write(target, partial(job, target=target))
        )

    def begin_pdf(self, sheets: Sheets, options: Options, title: Label) -> None:
        """The same on paper."""
        proposed = (file_choice.PDF, name(title, options, ".pdf"))
        self._ask_place(proposed, lambda target: self._write(target, lambda: _pdf(sheets, target, options)))

    def _ask_place(self, proposed: tuple[Label, str], then: Callable[[Path], object]) -> None:
        kind, called = proposed
        title = words.say(Label("导出到", "Export to"))
        folder = memory.text(_FOLDER) or str(Path.home())
        dialog = QFileDialog(self._window, title, str(Path(folder) / called), words.say(kind))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(called).suffix)
        dialog.selectFile(called)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    def _write(self, target: Path, job: Callable[[], Written]) -> None:
        """Write on the worker; a failure is told and leaves an older file whole."""
        memory.keep(_FOLDER, str(target.parent))
        what = Label(f"导出 {target.name}", f"Exporting {target.name}")
        self._desk.work.run(what, lambda _step: job(), self._on_written)

    def _on_written(self, written: Written) -> None:
        self.written.emit(written)


def _pdf(sheets: Sheets, target: Path, options: Options) -> Written:
    from ptman.reports import lists

    return lists.write(sheets, target, options)


def name(title: Label, options: Options, suffix: str = _SUFFIX) -> str:
    """What the file is called unless one names it otherwise: list, scope, day."""
    lang = Headers.ZH.lang if options.headers is Headers.BOTH else options.headers.lang
    parts = [title.text(lang), options.scope.text(lang), options.dated.isoformat()]
    plain = " ".join(part for part in parts if part)
    return "".join(" " if sign in '\\/:*?"<>|' else sign for sign in plain)[:120] + suffix
