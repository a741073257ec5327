"""What the page of meetings does to the office: calls a meeting, applies a commitment, writes papers and calendars."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from ptman import db, files
from ptman.aspects.negotiation import calling, ledger, papers, promising
from ptman.aspects.negotiation.looking import Look
from ptman.aspects.negotiation.promising import SeatsDraft
from ptman.aspects.negotiation.rows import PromiseRow
from ptman.export import options, workbook
from ptman.labels import Label, Lang, same
from ptman.register import cards, moving
from ptman.reports.paper_files import File
from ptman.reports.report import Report
from ui import day, file_choice, words
from ui.desk import Desk
from ui.dialogs.draft import DraftDialog
from ui.paper_dialog import PaperDialog

CALENDAR = Label("日历文件 (*.ics)", "Calendar file (*.ics)")
_SAVE = Label("另存为", "Save as")
_CALL, _APPLY = Label("安排会议", "Planning a meeting"), Label("落实承诺", "Applying a commitment")
_PARTNER = Label("哪个单位的会商材料", "Brief on which partner")


class Hands(QObject):
    """Each deed is one step that can be undone; papers and calendars change nothing.

    Signals:
        told(Label): it is done.
        called(str): the meeting of that id was planned.
    """

    told = Signal(object)
    called = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = parent

    def call(self, look: Look, series: str) -> None:
        """Plan the next meeting of that series on the day it would be; the day can be corrected in place."""
        one = next(each for each in look.series if each.id == series)

        def job(_step: object) -> str:
            return self._desk.write(calling.call, one.id, one.next_on)

        def then(key: str) -> None:
            self.called.emit(key)
            on = one.next_on.isoformat()
            self.told.emit(
                Label(f"已安排 {one.name} {on}，日期可在右侧更正", f"Planned for {on}; correct it at the right")
            )

        self._desk.work.act(_CALL, job, then)

    def apply(self, promise: PromiseRow) -> None:
        """Confirm the commitment where that is still to be done, then show the change of seats it asks for."""
        if promise.confirmed:
            self._draft(promise)
            return

        def job(_step: object) -> None:
            ref = self._desk.read(cards.card, "commitment", promise.ref.id).ref
            self._desk.write(moving.move, ref, "confirm", day.today())

        self._desk.work.act(_APPLY, job, lambda _none: self._draft(promise))

    def paper(self, title: Label, verb: Callable[..., Report], key: str) -> PaperDialog:
        """Show a paper; it is saved from there."""

        def make(lang: Lang) -> Report:
            return self._desk.read(verb, key, day.today(), lang)

        dialog = PaperDialog(title, make, self._desk.work, self._page.window())
        dialog.told.connect(self.told)
        dialog.open()
        return dialog

    def brief(self, look: Look, title: Label) -> None:
        """Of the only partner at once, of several the one chosen from a menu."""
        if len(look.partners) == 1:
            self.paper(title, papers.brief_of, look.partners[0][0])
            return
        menu = QMenu(self._page)
        words.name(menu, _PARTNER)
        for key, name in look.partners:
            menu.addAction(name).triggered.connect(partial(self._brief, title, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def invite(self, key: str) -> None:
        self._desk.work.ask(lambda: self._desk.read(papers.invitation_of, key, db.utc_now()), self._save)

    def due_days(self) -> None:
        self._desk.work.ask(lambda: self._desk.read(papers.due_days_of, day.today(), db.utc_now()), self._save)

    def ledger(self) -> None:
        """Every action item as a workbook."""
        title = ledger.LEDGER.title
        proposed = f"{words.say(title)}.xlsx"
        file_choice.save_as(self._page.window(), title, file_choice.WORKBOOK, proposed, self._write_ledger)

    def _brief(self, title: Label, key: str, _checked: object = None) -> None:
        self.paper(title, papers.brief_of, key)

    def _draft(self, promise: PromiseRow) -> None:
        self._desk.work.ask(lambda: self._desk.read(promising.draft, promise.ref.id, day.today()), self._on_drafted)

    def _on_drafted(self, drawn: SeatsDraft) -> None:
        dialog = DraftDialog(drawn.draft, self._page.window())
        dialog.kept.connect(partial(self._keep, drawn))
        dialog.open()

    def _keep(self, drawn: SeatsDraft, taken: frozenset[str]) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(promising.keep, drawn, taken, day.today())
            return Label(f"已更新 {count} 个批次的容量", f"Seats of {count} periods changed")

        self._desk.work.act(_APPLY, job, self.told.emit)

    def _save(self, file: File) -> None:
        file_choice.save_as(self._page.window(), _SAVE, CALENDAR, file.name, partial(self._write, file))

    def _write(self, file: File, target: Path) -> None:
        def job(_step: object) -> Label:
            files.write_atomically(target, file.content)
            return Label(f"已写入 {target.name}", f"Written: {target.name}")

        self._desk.work.run(_SAVE, job, self.told.emit)

    def _write_ledger(self, target: Path) -> None:
        how = options.Options(day.today(), options.Headers(words.lang().value), same(""))

        def job(_step: object) -> Label:
            written = workbook.write([self._desk.read(ledger.ledger, day.today())], target, how)
            return Label(f"已写入 {written.rows} 行", f"{written.rows} rows written")

        self._desk.work.run(_SAVE, job, self.told.emit)
