"""The base of pages from which records are opened, added, corrected beside the list and taken a step further."""

from collections.abc import Mapping

from shiboken6 import Shiboken
from typing_extensions import override

from ptman.labels import Label
from ui import records
from ui.around.reading import Doing
from ui.desk import Desk
from ui.page import Page
from ui.registers.page_steps import PageSteps
from ui.registers.pane import RecordPane


class RecordPage(Page):
    """`stepping` offers the steps of what it is told to look at; `doing` is for what stands on the page."""

    def __init__(self, desk: Desk) -> None:
        self.doing = Doing(desk, self, self.show_record, self.add_one, self._on_told)
        self.stepping = PageSteps(self.doing, self._on_steps_known)
        super().__init__(desk)

    def show_record(self, noun: str, key: str) -> None:
        """Open a record of any noun in full."""
        self.record_asked.emit(noun, key)

    def add_one(self, noun: str, preset: Mapping[str, object]) -> None:
        """Ask for a new record of any noun, some of it filled in."""
        records.add(self.desk, self.window(), records.Fresh(noun, preset))

    def _on_told(self, told: Label) -> None:
        self.told.emit(told)

    def _on_steps_known(self) -> None:
        if Shiboken.isValid(self):
            self.acts.renew()


class CorrectingPage(RecordPage):
    """One record is corrected in place: in `pane`, which the page makes."""

    pane: RecordPane

    @override
    def unsaved(self) -> Label | None:
        return self.pane.unsaved()

    @override
    def give_up(self) -> None:
        self.pane.take_back()
