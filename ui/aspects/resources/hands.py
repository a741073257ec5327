"""What the pages of resources do to the office: book, move, evaluate; papers, calendars, workbooks."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal

from ptman import db
from ptman.aspects.resources import booking, calendars, papers
from ptman.aspects.resources.booking import Mark
from ptman.aspects.resources.week import UseRow
from ptman.labels import Label
from ptman.register import bookings, cards
from ptman.reports.paper_files import File
from ui import day, errors, file_choice, records, words
from ui.aspects.resources.evaluate_dialog import EvaluateDialog
from ui.form_link import Link
from ui.page_hands import CALENDAR, PageHands

_MOVING, _MARKING = Label("改时间", "Changing the time"), Label("评价", "Evaluating")


class Hands(PageHands):
    """Each deed is one step that can be undone.

    Signals:
        told(Label): it is done.
        refused: the office has not done it; show what stands.
    """

    refused = Signal()

    def book(self, resource: Link, times: tuple[datetime, datetime] | None, then: Callable[[str], object]) -> None:
        """Ask for a resource: the form opens with what is known already, and a number."""

        def asked(numbers: booking.Numbers) -> None:
            preset: dict[str, object] = {"resource_id": resource, "use_no": numbers.use, "headcount": 1}
            if times is not None:
                preset |= {"starts_at": f"{times[0]:%Y-%m-%d %H:%M}", "ends_at": f"{times[1]:%Y-%m-%d %H:%M}"}
            records.add(self._desk, self._page.window(), records.Fresh("resource_use", preset, then))

        self._desk.work.ask(partial(self._desk.read, booking.numbers, day.today()), asked)

    def move(self, use: UseRow, starts: datetime, ends: datetime) -> None:
        def job(_step: object) -> Label:
            self._desk.write(booking.shift, use.ref, (starts, ends), day.today())
            when = bookings.span(starts, ends)
            return Label(f"{use.number} 改到 {when}", f"{use.number} moved to {when}")

        self._desk.work.act(_MOVING, job, self.told.emit, self._on_refused)

    def evaluate(self, key: str) -> None:
        """Ask how it went, and note it."""
        self._desk.work.ask(partial(self._desk.read, cards.card, "resource_use", key), self._on_card)

    def calendar(self, resources: tuple[str, ...]) -> None:
        lang = words.lang()
        job = partial(self._desk.read, calendars.bookings_of, resources, day.today(), db.utc_now(), lang)
        self._desk.work.ask(job, partial(self.save, CALENDAR))

    def workbook(self, year: int) -> None:
        lang = words.lang()

        def job() -> File:
            made, _ = self._desk.read(papers.workbook_of, year, day.today(), lang)
            return File(f"{papers.TITLE.text(lang).format(year)}.xlsx", made)

        self._desk.work.ask(job, partial(self.save, file_choice.WORKBOOK))

    def _on_card(self, card: cards.Card) -> None:
        hours = card.values["machine_hours"]
        dialog = EvaluateDialog(card.title, hours if isinstance(hours, int) else None, self._page.window())
        dialog.marked.connect(partial(self._mark, card))
        dialog.open()

    def _mark(self, card: cards.Card, mark: Mark) -> None:
        def job(_step: object) -> Label:
            self._desk.write(booking.evaluate, card.ref, mark, day.today())
            return Label(f"已评价：{mark.score} 分", f"Evaluated: {mark.score}")

        self._desk.work.act(_MARKING, job, self.told.emit)

    def _on_refused(self, error: Exception) -> None:
        errors.show(error, self._page.window())
        self.refused.emit()
