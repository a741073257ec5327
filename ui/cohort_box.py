"""Which cohort a list is about: one of those there are, or all; every page keeps to the choice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from ptman.labels import Label
from ui import memory, words

_KEY = "office/cohort"
_ALL = Label("全部年级", "All cohorts")


def remembered() -> int | None:
    """The cohort chosen last; None for all."""
    return memory.number(_KEY) or None


def named(cohort: int) -> Label:
    return Label(f"{cohort}级", f"Cohort {cohort}")


class CohortBox(QComboBox):
    """Follows the choice made on other pages.

    Signals:
        cohort_chosen: another cohort is to be shown.
    """

    cohort_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cohorts: tuple[int, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        words.name(self, Label("年级", "Cohort"))
        words.on_change(self, self._say)
        self.activated.connect(self._on_activated)
        known = remembered()
        self.show_cohorts((known,) if known else ())

    @property
    def cohort(self) -> int | None:
        found = self.currentData()
        return found if isinstance(found, int) else None

    def show_cohorts(self, cohorts: Sequence[int]) -> None:
        """The cohorts there are, newest first; the remembered one stays chosen while it exists."""
        if tuple(cohorts) != self._cohorts or not self.count():
            self._cohorts = tuple(cohorts)
            self.clear()
            self.addItem("", None)
            for cohort in self._cohorts:
                self.addItem("", cohort)
            self._say()
        self.follow()

    def follow(self) -> None:
        """Show the choice made last, perhaps on another page."""
        self.setCurrentIndex(max(0, self.findData(remembered())))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _say(self) -> None:
        self.setItemText(0, words.say(_ALL))
        for at, cohort in enumerate(self._cohorts, start=1):
            self.setItemText(at, words.say(named(cohort)))

    def _on_activated(self) -> None:
        memory.keep(_KEY, self.cohort or 0)
        self.cohort_chosen.emit()
