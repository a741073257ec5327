"""The base of what a page does to the office: drafts to look at and keep, papers to read, files to save."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman import files
from ptman.drafts import Draft
from ptman.labels import Label
from ptman.letters import each
from ptman.letters.each import Each
from ptman.letters.issuing import Issued
from ptman.reports.paper_files import File
from ptman.reports.report import Report
from ui import day, file_choice
from ui.desk import Desk
from ui.dialogs import issue as issuing
from ui.dialogs.draft import DraftDialog
from ui.dialogs.issue import IssueDialog, Sheet
from ui.paper_dialog import Make, PaperDialog
from ui.work import Step

_SAVE = Label("另存为", "Save as")
CALENDAR = Label("日历文件 (*.ics)", "Calendar file (*.ics)")


class PageHands(QObject):
    """Each deed is one step that can be undone; papers and files change nothing.

    Signals:
        told(Label): it is done.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def paper(self, title: Label, verb: Callable[..., Report], *about: object) -> PaperDialog:
        """Show the paper that `verb` makes of these, the day and the language."""
        return self.show_paper(title, lambda lang: self._desk.read(verb, *about, day.today(), lang))

    def show_paper(self, title: Label, make: Make) -> PaperDialog:
        """Show a paper; it is saved from there."""
        dialog = PaperDialog(title, make, self._desk.work, self._page.window())
        dialog.told.connect(self.told)
        dialog.open()
        return dialog

    def show_draft(self, draft: Draft, keep: Callable[[frozenset[str]], object]) -> DraftDialog:
        """Show what would happen; `keep` gets what was ticked."""
        dialog = DraftDialog(draft, self._page.window())
        dialog.kept.connect(keep)
        dialog.open()
        return dialog

    def show_issue(self, title: Label, draw: Callable[[str], Sheet]) -> IssueDialog:
        """Show what `draw` makes in a language; it is issued from there."""
        dialog = IssueDialog(title, self._desk, draw, self._page.window())
        dialog.told.connect(self.told)
        dialog.open()
        return dialog

    def issue_each(self, title: Label, verb: Callable[..., Each], about: str) -> IssueDialog:
        """Show the documents that `verb` drafts of a record, and issue all that can be."""

        def issue(drawn: Each, step: Step) -> tuple[Issued, ...]:
            return self._desk.write(each.issue, drawn, day.today(), step)

        def draw(language: str) -> Sheet:
            return issuing.many(self._desk.read(verb, about, day.today(), language), issue)

        return self.show_issue(title, draw)

    def save(self, kind: Label, file: File, title: Label = _SAVE) -> None:
        """Ask where to save a file that is made already."""
        file_choice.save_as(self._page.window(), title, kind, file.name, partial(self._write, file))

    def _write(self, file: File, target: Path) -> None:
        def job(_step: object) -> Label:
            files.write_atomically(target, file.content)
            return Label(f"已写入 {target.name}", f"Written: {target.name}")

        self._desk.work.run(_SAVE, job, self.told.emit)
