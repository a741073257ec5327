"""Gives the list on the screen away: the dialog, the place of the file, then file and record as one step."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ptman.export.giving import store
from ptman.export.giving.planning import Plan
from ptman.export.giving.store import Given
from ptman.export.options import Options, Written
from ptman.labels import Label
from ui import day, file_choice
from ui.giving.dialog import GivingDialog
from ui.layouts import screen
from ui.registers import exporting
from ui.registers.viewed import ViewedPage

_TITLE = Label("写出并记录", "Write and record")


class Giving(QObject):
    """One for a page.

    Signals:
        written(Written): the file stands where it was asked for, and the record is kept.
    """

    written = Signal(object)

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._page = page

    def begin(self) -> None:
        """Give what the list shows."""
        subject = screen.subject(self._page)
        shown = {row.id for row in self._page.table.shown_rows}
        rows = tuple(row for row in subject.listing.rows if row.id in shown)
        listing = screen.with_rows(subject.listing, rows)
        dialog = GivingDialog(self._page.desk, listing, subject.layout, self._page.window())
        dialog.agreed.connect(self._ask_place)
        dialog.open()

    def _ask_place(self, plan: Plan) -> None:
        options = Options(day.today(), plan.wish.layout.headers, self._page.scope())
        proposed = exporting.name(plan.listing.title, options)
        file_choice.save_as(
            self._page.window(), _TITLE, file_choice.WORKBOOK, proposed, partial(self._give, plan, options)
        )

    def _give(self, plan: Plan, options: Options, target: Path) -> None:
        desk = self._page.desk
        desk.work.act(_TITLE, lambda _step: desk.write(store.give, plan, target, options), self._on_given)

    def _on_given(self, given: Given) -> None:
        self.written.emit(Written(given.path, given.rows, given.sha256, given.notices))
        told = Label(f"已提供 {given.rows} 行并记录", f"Gave {given.rows} rows and recorded it")
        self._page.told.emit(told)
