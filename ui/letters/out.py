"""Letters on their way out, always as the stored bytes: to the printer, to a PDF, a folder of PDFs, one merged PDF."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman import files, settings
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import docx_issuing, merge, papers, steps, store
from ptman.letters.papers import Paper
from ptman.letters.steps import Taken
from ui import day, file_choice, printing
from ui.desk import Desk
from ui.work import Cancelled, Step

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Outgoing(QObject):
    """Asks where to, then works on the worker.

    Signals:
        told(Label): it is done.
        failed(Exception): it is not.
        no_printer: there is none; a PDF may serve.
        unfinished(tuple): printing these was left or broken off; what lies on paper nonetheless is to be logged.
    """

    told = Signal(object)
    failed = Signal(object)
    no_printer = Signal()
    unfinished = Signal(tuple)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def print(self, ids: Sequence[str]) -> None:
        """Print these letters in the order given; the system's dialog asks on which printer."""
        if not printing.there_is_a_printer():
            self.no_printer.emit()
            return
        printer = printing.asked(self._window, Label("打印函件", "Print letters"))
        if printer is None:
            self.unfinished.emit(tuple(ids))
        else:
            told = Label(f"已送打印 {len(ids)} 份函件", f"Sent {len(ids)} letters to the printer")
            run = self._run if self._desk.read_only else self._act
            run(Label("打印函件", "Printing letters"), lambda step: self._print(printer, ids, step), told)

    def save(self, ids: Sequence[str]) -> None:
        """One letter as a file, several as files in a folder."""
        if len(ids) == 1:
            self._desk.work.ask(partial(self._papers, ids), self._on_one, self.failed.emit)
        else:
            title = Label("选择存放 PDF 的文件夹", "Choose the folder for the PDFs")
            file_choice.folder(self._window, title, partial(self._save_all, ids))

    def save_merged(self, ids: Sequence[str]) -> None:
        """All letters in one PDF, for printing elsewhere in one go."""
        title = Label("合并为一个 PDF", "Save as one PDF")
        proposed = papers.name("派遣函", f"{len(ids)}份")
        file_choice.save_as(self._window, title, file_choice.PDF, proposed, partial(self._merge, ids))

    def save_word(self, ids: Sequence[str]) -> None:
        """Those issued with a Word file, as files in a folder."""
        title = Label("选择存放 Word 文件的文件夹", "Choose the folder for the Word files")
        file_choice.folder(self._window, title, partial(self._save_word, ids))

    def _save_word(self, ids: Sequence[str], folder: Path) -> None:
        told = Label(f"Word 文件已存入“{folder.name}”", f"Word files saved in {folder.name}")
        job = partial(docx_issuing.save, folder=folder)
        self._run(
            Label("保存 Word 文件", "Saving Word files"),
            lambda _step: job(self._desk.read(docx_issuing.issued, ids)),
            told,
        )

    def _papers(self, ids: Sequence[str]) -> tuple[Paper, ...]:
        return self._desk.read(store.issued, ids)

    def _print(self, printer: "QPrinter", ids: Sequence[str], step: Step) -> int:
        try:
            sides = printing.send(printer, [paper.pdf for paper in self._papers(ids)], step)
        except (Cancelled, PtmanError):
            self.unfinished.emit(tuple(ids))
            raise
        if not self._desk.read_only:
            self.note_printed(ids, printer.copyCount())
        return sides

    def note_printed(self, ids: Sequence[str], copies: int = 1) -> None:
        """On the worker: so many copies are on paper and may leave the building."""
        today = day.today()
        self._desk.write(steps.take, ids, Taken(steps.STEPS.PRINTED, today, settings.who(), max(1, copies)), today)

    def _on_one(self, found: tuple[Paper, ...]) -> None:
        title = Label("另存为 PDF", "Save as PDF")
        file_choice.save_as(self._window, title, file_choice.PDF, found[0].name, partial(self._save_one, found[0]))

    def _save_one(self, paper: Paper, target: Path) -> None:
        told = Label(f"已存为 {target.name}", f"Saved as {target.name}")
        self._run(Label("保存 PDF", "Saving"), lambda _step: files.write_atomically(target, paper.pdf), told)

    def _save_all(self, ids: Sequence[str], folder: Path) -> None:
        def job(step: Step) -> None:
            found = self._papers(ids)
            for done, paper in enumerate(found, start=1):
                papers.save([paper], folder)
                step(done, len(found))

        told = Label(f"已在“{folder.name}”中存下 {len(ids)} 个 PDF", f"Saved {len(ids)} PDFs in {folder.name}")
        self._run(Label("保存 PDF", "Saving PDFs"), job, told)

    def _merge(self, ids: Sequence[str], target: Path) -> None:
        def job(_step: Step) -> None:
            files.write_atomically(target, merge.merge([paper.pdf for paper in self._papers(ids)]))

        told = Label(f"{len(ids)} 份函件已合并为 {target.name}", f"{len(ids)} letters saved as {target.name}")
        self._run(Label("合并 PDF", "Joining the PDFs"), job, told)

    def _act(self, name: Label, job: Callable[[Step], object], told: Label) -> None:
        self._desk.work.act(name, job, lambda _answer: self.told.emit(told), self.failed.emit)

    def _run(self, name: Label, job: Callable[[Step], object], told: Label) -> None:
        self._desk.work.run(name, job, lambda _answer: self.told.emit(told), self.failed.emit)
