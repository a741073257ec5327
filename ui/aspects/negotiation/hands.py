"""What the page of meetings does to the office: calls a meeting, applies a commitment, writes papers and calendars."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from ptman import db
from ptman.aspects.negotiation import calling, following, ledger, papers, promising
from ptman.aspects.negotiation.looking import Look
from ptman.aspects.negotiation.promising import SeatsDraft
from ptman.aspects.negotiation.rows import PromiseRow
from ptman.export import options, workbook
from ptman.labels import Label, same
from ptman.register import cards, moving
from ui import day, file_choice, words
from ui.aspects.extend_dialog import ExtendDialog
from ui.page_hands import CALENDAR, PageHands

_CALL, _APPLY = Label("安排会议", "Planning a meeting"), Label("落实承诺", "Applying a commitment")
_PUT_OFF = Label("行动项延期", "Putting off an item")
_PARTNER = Label("哪个单位的会商材料", "Brief on which partner")


class Hands(PageHands):
    """Each deed is one step that can be undone; papers and calendars change nothing.

    Signals:
        told(Label): it is done.
        called(str): the meeting of that id was planned.
    """

    called = Signal(str)

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
        self._desk.work.ask(
            lambda: self._desk.read(papers.invitation_of, key, db.utc_now()), partial(self.save, CALENDAR)
        )

    def due_days(self) -> None:
        self._desk.work.ask(
            lambda: self._desk.read(papers.due_days_of, day.today(), db.utc_now()), partial(self.save, CALENDAR)
        )

    def ledger(self) -> None:
        """Every action item as a workbook."""
        title = ledger.LEDGER.title
        proposed = f"{words.say(title)}.xlsx"
        file_choice.save_as(self._page.window(), title, file_choice.WORKBOOK, proposed, self._write_ledger)

    def put_off(self, key: str) -> None:
        """Ask for the day and the reason, then postpone that action item."""
        what = Label(
            "所选行动项延期，原时限和原因记入办理记录。", "Postpones the item; the day before and the reason are kept."
        )
        dialog = ExtendDialog(what, day.today(), self._page.window())
        dialog.given.connect(partial(self._put_off, key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_off(self, key: str, due_on: date, reason: str) -> None:
        def job(_step: object) -> Label:
            ref = self._desk.read(cards.card, "action_item", key).ref
            self._desk.write(following.put_off, ref, due_on, day.today(), reason)
            return Label(f"已延期至 {due_on}", f"Put off to {due_on}")

        self._desk.work.act(_PUT_OFF, job, self.told.emit)

    def _brief(self, title: Label, key: str, _checked: object = None) -> None:
        self.paper(title, papers.brief_of, key)

    def _draft(self, promise: PromiseRow) -> None:
        self._desk.work.ask(lambda: self._desk.read(promising.draft, promise.ref.id, day.today()), self._on_drafted)

    def _on_drafted(self, drawn: SeatsDraft) -> None:
        self.show_draft(drawn.draft, partial(self._keep, drawn))

    def _keep(self, drawn: SeatsDraft, taken: frozenset[str]) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(promising.keep, drawn, taken, day.today())
            return Label(f"已更新 {count} 个批次的容量", f"Seats of {count} periods changed")

        self._desk.work.act(_APPLY, job, self.told.emit)

    def _write_ledger(self, target: Path) -> None:
        how = options.Options(day.today(), options.Headers(words.lang().value), same(""))

        def job(_step: object) -> Label:
            written = workbook.write([self._desk.read(ledger.ledger, day.today())], target, how)
            return Label(f"已写入 {written.rows} 行", f"{written.rows} rows written")

        self._desk.work.run(ledger.LEDGER.title, job, self.told.emit)
