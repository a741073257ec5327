"""Which rows of a register are looked at: the cohort, a chip, a view that another page asked for, or one record."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing
from ptman.register import lists
from ui.desk import Desk
from ui.list_page import ListPage
from ui.pieces import cohort_box
from ui.pieces.chips import Chip
from ui.pieces.cohort_box import CohortBox
from ui.registers import view
from ui.registers.view import CURRENT, RETIRED, FilterNote

COHORT = "page/home"
"""Home and the registers look at one cohort, so that a count on Home is that of the list it opens."""


class ViewedPage(ListPage):
    """FIRST are the columns to stand first, HIDDEN those that wait in the chooser until they are wanted.

    VIEWS are the tags that other pages ask for and that have no chip, with what they mean.
    """

    FIRST: ClassVar[Sequence[str]] = ()
    HIDDEN: ClassVar[Sequence[str]] = ()
    BY_COHORT: ClassVar[bool] = False
    VIEWS: ClassVar[Mapping[str, Label]] = {}
    CHIPS: ClassVar[Sequence[Chip]] = (CURRENT, RETIRED)

    def __init__(self, desk: Desk) -> None:
        view.hide_at_first(self.blank_list().key, self.HIDDEN)
        super().__init__(desk)
        self.cohorts = CohortBox(COHORT, every=True)
        self.note = FilterNote()
        self._wanted = ""
        head = cast("QHBoxLayout", self.head)
        head.insertWidget(1, self.note)
        if self.BY_COHORT:
            cohort_box.beside_title(head, self.cohorts)
        self.cohorts.chosen.connect(self.refresh)
        self.note.left.connect(lambda: self.go(CURRENT.key))
        self.chips.chosen.connect(self.note.forget)

    def blank_list(self) -> Listing:
        """The list without rows, as the core declares it."""
        raise NotImplementedError

    def list_rows(self, cohort: int | None) -> Listing:
        """On the worker: every row, the retired ones too."""
        raise NotImplementedError

    def scope(self) -> Label:
        """What made the list on the screen, in words."""
        return view.scope_of((self._cohort(), self.note.view or self.chips.checked()), self.search.text().strip())

    def scope_of(self, tag: str, searched: str) -> Label:
        """What makes a list of this page that is filtered so, in words."""
        chip = next((one for one in self.CHIPS if one.tag == tag), None)
        return view.scope_of((self._cohort(), self.note.view or chip), searched)

    def _cohort(self) -> Label | None:
        cohort = self.cohorts.cohort() if self.BY_COHORT else None
        return cohort_box.named(cohort) if cohort else None

    @override
    def blank(self) -> Listing:
        return view.arranged(self.blank_list(), self.FIRST)

    @override
    def load(self) -> Callable[[], Listing]:
        wanted = self.cohorts.wanted()

        def job() -> Listing:
            cohort = picked(wanted, self.desk.read(lists.cohorts)) if self.BY_COHORT else None
            return view.arranged(self.list_rows(cohort), self.FIRST)

        return job

    @override
    def depends_on(self) -> str:
        return self.cohorts.wanted() if self.BY_COHORT else ""

    @override
    def refresh(self) -> None:
        super().refresh()
        if self.BY_COHORT:
            self.ask(partial(self.desk.read, lists.cohorts), self._on_cohorts)

    @override
    def go(self, place: str) -> None:
        """A chip, a view that has no chip, or the id of a record."""
        self.note.forget()
        if place in {chip.key for chip in self.CHIPS}:
            super().go(place)
            return
        super().go(CURRENT.key)
        if place in self.VIEWS:
            self.table.show_tag(place)
            self.note.show_view(self.VIEWS[place])
        else:
            self.want(place)
            self.table.select([place])

    def want(self, row_id: str) -> None:
        """Select that row as soon as the list has it."""
        self._wanted = row_id

    @override
    def _on_loaded(self, listing: Listing) -> None:
        super()._on_loaded(listing)
        if self._wanted and self.table.row(self._wanted) is not None:
            self.table.select([self._wanted])
        self._wanted = ""

    def _on_cohorts(self, cohorts: tuple[int, ...]) -> None:
        self.cohorts.show_cohorts(cohorts, picked(self.cohorts.wanted(), cohorts))


def picked(wanted: str, cohorts: Sequence[int]) -> int | None:
    """The cohort to look at, None for all."""
    return cohort_box.picked(wanted, cohorts, every=True)
