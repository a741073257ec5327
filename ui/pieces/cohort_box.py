"""The box that chooses a cohort: one of those there are, or all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLayout, QWidget

from ptman.labels import Label
from ui import memory, style, words

_EVERY = Label("全部年级", "All cohorts")
_NONE = Label("尚无年级", "No cohort yet")


def named(cohort: int | None) -> Label:
    return _EVERY if cohort is None else Label(f"{cohort}级", f"Cohort {cohort}")


class CohortBox(QComboBox):
    """Remembers its choice under `key`; offers all cohorts together where `every` is set.

    Signals:
        chosen: another cohort is asked for.
    """

    chosen = Signal()

    def __init__(self, key: str, *, every: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = f"{key}/cohort"
        self._every = every
        self._offered: tuple[int | None, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(128)
        words.name(self, Label("年级", "Cohort"))
        words.on_change(self, self._say)
        self.activated.connect(self._on_activated)
        self._say()

    def cohort(self) -> int | None:
        """The cohort chosen; None for all, or where there is none yet."""
        at = self.currentIndex()
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def wanted(self) -> str:
        """What was chosen last: a year, `all`, or nothing while nobody has chosen."""
        return memory.text(self._key)

    def show_cohorts(self, cohorts: Sequence[int], chosen: int | None) -> None:
        """Offer these, newest first, with one of them (or all) chosen; asks nothing."""
        self._offered = ((None,) if self._every and cohorts else ()) + tuple(cohorts)
        self._say()
        if chosen in self._offered:
            self.setCurrentIndex(self._offered.index(chosen))

    def choose(self, cohort: int | None) -> None:
        """As if the user had taken it."""
        if cohort in self._offered:
            self.setCurrentIndex(self._offered.index(cohort))
            self._on_activated(self.currentIndex())

    def want(self, cohort: int) -> None:
        """Choose a cohort also before it is offered."""
        memory.keep(self._key, str(cohort))
        self.chosen.emit()

    def _say(self) -> None:
        at = self.currentIndex()
        self.clear()
        self.addItems([words.say(named(one)) for one in self._offered] or [words.say(_NONE)])
        self.setCurrentIndex(max(0, min(at, self.count() - 1)))
        self.setEnabled(bool(self._offered))

    def _on_activated(self, at: int) -> None:
        cohort = self._offered[at]
        memory.keep(self._key, "all" if cohort is None else str(cohort))
        self.chosen.emit()


def picked(wanted: str, cohorts: Sequence[int], *, every: bool = False) -> int | None:
    """The cohort to show: what was chosen last if it is still there, else the newest."""
    if every and wanted == "all":
        return None
    known = next((one for one in cohorts if str(one) == wanted), None)
    return known if known is not None else next(iter(cohorts), None)


def beside_title(head: QLayout, box: CohortBox) -> None:
    """Put the box behind the title of a page."""
    if isinstance(head, QBoxLayout):
        head.insertSpacing(1, style.NORMAL)
        head.insertWidget(2, box)
