"""The right side of the title workbench: why the student in front stands so, and the application that is selected."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from ptman.aspects.titles import why
from ptman.aspects.titles.rows import ApplicationRow
from ptman.aspects.titles.why import Why
from ptman.labels import Label
from ptman.rules.titles.what_if import Changed
from ui import day, words
from ui.around.reading import Doing
from ui.aspects.titles.why_pane import WhyPane
from ui.pieces.inspector import Inspector
from ui.registers.pane import Asked, RecordPane

NOUN = "title_application"
_TABS = (Label("为何", "Why"), Label("所选申报", "Selected application"))
Ask = Callable[[Callable[[], Any], Callable[[Any], object]], None]
"""A job for the worker and who gets its answer; of two questions to the same the later counts."""


class RightSide(QTabWidget):
    """What is previewed here changes nothing.

    Signals:
        opened(str): open the student of that id.
    """

    opened = Signal(str)

    def __init__(self, doing: Doing, ask: Ask) -> None:
        super().__init__()
        self._desk, self._ask = doing.desk, ask
        self.student, self._batch = "", ""
        self.why, self.inspector = WhyPane(), Inspector()
        self.pane = RecordPane(doing, self.inspector, tuple)
        self.setDocumentMode(True)
        words.name(self, _TABS[0])
        for part in (self.why, self.inspector):
            self.addTab(part, "")
        words.on_change(self, self._name_tabs)
        self._name_tabs()
        self.why.tried.connect(self._on_tried)
        self.why.opened.connect(self.opened)

    def look(self, student: str, batch: str) -> None:
        """The student in front, empty for nobody, in that batch."""
        self.student, self._batch = student, batch
        if not student:
            self.why.show_nothing()
            return
        self._ask(partial(self._desk.read, why.why, student, batch, day.today()), self._on_why)

    def show_application(self, one: ApplicationRow | None, count: int) -> None:
        """The record of the one that is selected, of several how many."""
        if one is not None:
            self.pane.look(Asked(NOUN, one.ref.id))
        elif count > 1:
            self.pane.show_many(count)
        else:
            self.pane.show_nothing()
            self.inspector.show_nothing()

    def _name_tabs(self) -> None:
        for at, label in enumerate(_TABS):
            self.setTabText(at, words.say(label))

    def _on_why(self, found: Why) -> None:
        if found.student.id == self.student:
            self.why.show_why(found)

    def _on_tried(self, until: date) -> None:
        student, batch = self.student, self._batch

        def job() -> tuple[date, tuple[Changed, ...]]:
            return until, self._desk.read(why.what_if, student, batch, until, day.today())

        self._ask(job, self._on_tried_out)

    def _on_tried_out(self, found: tuple[date, tuple[Changed, ...]]) -> None:
        until, changed = found
        self.why.show_tried(changed, until)
