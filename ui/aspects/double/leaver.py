"""Drives the dialog of a leaving: rehearses on the worker, shows what it brings, applies it, prints whom to tell."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman.aspects.double import consequences, departing, leaving, papers
from ptman.aspects.double.consequences import Consequences, Rehearsed
from ptman.aspects.double.leaving_rows import Foreseen, Leaving
from ptman.aspects.double.looking import Look
from ptman.aspects.double.naming import Someone
from ptman.assign.solving import Watch
from ptman.labels import Label
from ui import day, errors
from ui.aspects.double import leave_lists
from ui.aspects.double.leave_dialog import LeaveDialog
from ui.desk import Desk
from ui.paper_dialog import PaperDialog
from ui.work import Cancelled, Step

_REHEARSING, _APPLYING = Label("预演离任", "Rehearsing a leaving"), Label("执行离任调整", "Applying a leaving")
Brought = tuple[Foreseen, Consequences]


class Leaver(QObject):
    """One at a time.

    Signals:
        told(Label): it is done.
        letters(int): so many letters are out of date by it.
    """

    told = Signal(object)
    letters = Signal(int)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._dialog: LeaveDialog | None = None
        self._brought = 0

    def open(self, look: Look, chosen: str) -> LeaveDialog:
        """Of everybody who guides somebody; `chosen` is in front."""
        dialog = LeaveDialog(guides(look), chosen, self._desk.read_only, self._page.window())
        dialog.asked.connect(self._rehearse)
        dialog.applied.connect(self._apply)
        dialog.printed.connect(self._print)
        self._dialog = dialog
        dialog.open()
        return dialog

    def _rehearse(self, who: Leaving) -> None:
        desk = self._desk

        def job(step: Step) -> Brought:
            seen = desk.read(leaving.draft, who, _watched(step))
            step(1, 1)
            try:
                desk.write(consequences.rehearse, seen, day.today())
            except Rehearsed as found:
                return seen, found.found
            raise RuntimeError("a rehearsal ends by raising what it found")

        desk.work.run(_REHEARSING, job, self._on_rehearsed, self._on_failed)

    def _on_rehearsed(self, brought: Brought) -> None:
        if self._dialog is not None:
            self._brought = len(brought[1].letters)
            self._dialog.show_found(*brought)

    def _on_failed(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.failed()
            errors.show(error, self._dialog)

    def _apply(self, seen: Foreseen) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(departing.apply, seen, day.today())
            return Label(f"{seen.title.zh}，已调整 {count} 项", f"{seen.title.en}: {count} pairings changed")

        self._desk.work.act(_APPLYING, job, self._on_applied, self._on_failed)

    def _on_applied(self, said: Label) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None
        self.told.emit(said)
        if self._brought:
            self.letters.emit(self._brought)

    def _print(self, seen: Foreseen, found: Consequences) -> None:
        dialog = PaperDialog(
            leave_lists.TITLES[leave_lists.PEOPLE],
            lambda lang: self._desk.read(papers.tell_of, (seen, found), day.today(), lang),
            self._desk.work,
            self._dialog,
        )
        dialog.told.connect(self.told)
        dialog.open()


def guides(look: Look) -> tuple[Someone, ...]:
    """Everybody who guides somebody, by name."""
    found = {one.guide.id: one.guide for one in look.matrix.rows}
    return tuple(sorted(found.values(), key=lambda one: (one.noun, one.number)))


def _watched(step: Step) -> Watch:
    """The solve is told to stop once the user has cancelled; what it has found so far is not kept."""

    def stop() -> bool:
        try:
            step(0, 1)
        except Cancelled:
            return True
        return False

    return Watch(cancel=stop)
