"""A page over the records of one noun: list, inspector that corrects in place, add, open, export, retire, merge."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ptman.export.options import Written
from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import lists, titles
from ui import cohort_box, records, register_actions, register_view, register_work, words
from ui.actions import Action
from ui.cohort_box import CohortBox
from ui.desk import Desk
from ui.exporting import Exporting
from ui.list_page import ListPage
from ui.pieces.chips import Chip
from ui.register_actions import NONE_SELECTED, ONE_ONLY
from ui.register_inspector import Asked, RecordPane
from ui.register_view import CURRENT, RETIRED, FilterNote
from ui.written_bar import WrittenBar

_PAUSE = 90


class RegisterPage(ListPage):
    """Say NOUN, give `blank_list` and `list_rows`; the rest has defaults that serve any noun.

    FIRST are the columns to stand first, HIDDEN those that wait in the chooser; BUTTONS the actions below the
    inspector; VIEWS the tags that other pages ask for and that have no chip, with what they mean.
    """

    NOUN: ClassVar[str]
    FIRST: ClassVar[Sequence[str]] = ()
    HIDDEN: ClassVar[Sequence[str]] = ()
    BUTTONS: ClassVar[Sequence[str]] = ("open",)
    BY_COHORT: ClassVar[bool] = False
    VIEWS: ClassVar[Mapping[str, Label]] = {}
    CHIPS: ClassVar[Sequence[Chip]] = (CURRENT, RETIRED)

    def __init__(self, desk: Desk) -> None:
        register_view.hide_at_first(self.blank_list().key, self.HIDDEN)
        super().__init__(desk)
        self.cohorts = CohortBox()
        self.note = FilterNote()
        self.written = WrittenBar()
        self.pane = RecordPane(desk, self.inspector, lambda: register_actions.buttons(self.acts, self.BUTTONS))
        self.exporting = Exporting(desk, self)
        self._wanted = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        head = cast("QHBoxLayout", self.head)
        head.insertWidget(1, self.cohorts)
        head.insertWidget(2, self.note)
        self.cohorts.setVisible(self.BY_COHORT)
        self.frame.addWidget(self.written)
        self._connect_register()

    def blank_list(self) -> Listing:
        """The list without rows, as the core declares it."""
        raise NotImplementedError

    def list_rows(self, cohort: int | None) -> Listing:
        """On the worker: every row, the retired ones too."""
        raise NotImplementedError

    def asked(self, noun: str, key: str) -> Asked:
        """What the inspector shows of a record."""
        return Asked(noun, key)

    def preset(self) -> dict[str, object]:
        """What is filled in already in the form of a new record."""
        return {}

    def own_actions(self) -> Sequence[Action]:
        """What this page offers beyond what every register does."""
        return ()

    def chosen(self) -> tuple[str, str]:
        """The noun and the id of the one selected row."""
        return self._records()[0]

    def not_one(self) -> Label | None:
        """Why what is done to one record cannot be done now."""
        count = len(self.table.selected())
        return None if count == 1 else ONE_ONLY if count else NONE_SELECTED

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        runs = register_actions.Runs(
            add=self.add,
            open=lambda: self.open_record(self.table.selected()[0]),
            copy=self._on_copy,
            export=self._on_export,
            retire=lambda: register_work.retire_or_bring_back(self, self.chosen()),
            merge=lambda: register_work.begin_merge(self, self._records()),
            delete=lambda: register_work.delete(self, self.chosen()),
        )
        off = register_actions.Reasons(
            locked=lambda: self.desk.read_only,
            not_some=lambda: None if self.table.selected() else NONE_SELECTED,
            not_one=self.not_one,
            not_merge=lambda: register_work.not_merge(self.table.listing, self.selected_rows()),
            no_rows=lambda: None if self.table.shown_rows else register_actions.NO_ROWS,
        )
        return (*register_actions.rows(titles.noun_class(self.NOUN).LABEL, runs, off), *self.own_actions())

    @override
    def blank(self) -> Listing:
        return register_view.arranged(self.blank_list(), self.FIRST)

    @override
    def load(self) -> Callable[[], Listing]:
        cohort = cohort_box.remembered() if self.BY_COHORT else None
        return lambda: register_view.arranged(self.list_rows(cohort), self.FIRST)

    @override
    def refresh(self) -> None:
        super().refresh()
        if self.BY_COHORT:
            self.ask(partial(self.desk.read, lists.cohorts), self.cohorts.show_cohorts)

    @override
    def go(self, place: str) -> None:
        """A chip, a view that has no chip, or the id of a record."""
        self.note.forget()
        known = place in self.VIEWS or place in {chip.key for chip in self.CHIPS}
        super().go(place if known and place not in self.VIEWS else CURRENT.key)
        if place in self.VIEWS:
            self.table.show_tag(place)
            self.note.show_view(self.VIEWS[place])
        elif not known:
            self._wanted = place
            self.table.select([place])

    @override
    def open_record(self, row_id: str) -> None:
        row = self.table.row(row_id)
        if row is not None:
            self.record_asked.emit(*lists.record(self.table.listing, row))

    @override
    def inspect(self, rows: tuple[Row, ...]) -> None:
        if len(rows) > 1:
            self.pane.show_many(len(rows))
        else:
            self._pause.start()

    def add(self) -> None:
        """Ask for a new record."""
        self.add_one(self.NOUN, self.preset())

    def add_one(self, noun: str, preset: Mapping[str, object]) -> None:
        """Ask for a new record of any noun, some of it filled in."""
        records.add(self.desk, self.window(), records.Fresh(noun, preset, self._on_added))

    def on_empty(self) -> None:
        """What the button of the empty list does."""
        self.add()

    def _connect_register(self) -> None:
        self._pause.timeout.connect(self._on_paused)
        self.cohorts.cohort_chosen.connect(self.refresh)
        self.note.left.connect(lambda: self.go(CURRENT.key))
        self.chips.chosen.connect(self.note.forget)
        self.exporting.written.connect(self._on_written)
        self.empty.pressed.connect(self.on_empty)
        words.on_change(self, self._on_selection_changed)

    def _records(self) -> list[tuple[str, str]]:
        return [lists.record(self.table.listing, row) for row in self.selected_rows()]

    @override
    def _on_loaded(self, listing: Listing) -> None:
        super()._on_loaded(listing)
        if self._wanted and self.table.row(self._wanted) is not None:
            self.table.select([self._wanted])
        self._wanted = ""

    def _on_paused(self) -> None:
        if len(self.table.selected()) == 1:
            self.pane.look(self.asked(*self.chosen()))

    def _on_added(self, key: str) -> None:
        self._wanted = key
        self.told.emit(Label("已登记", "Added"))

    def _on_copy(self) -> None:
        self.table.copy()

    def _on_export(self) -> None:
        cohort = self.cohorts.cohort if self.BY_COHORT else None
        parts = (cohort_box.named(cohort) if cohort else None, self.note.view or self.chips.checked())
        self.exporting.begin(self.table.shown, register_view.scope_of(parts, self.search.text().strip()))

    def _on_written(self, written: Written) -> None:
        self.written.show_written(written.path)
        self.told.emit(Label(f"已导出到 {written.path}", f"Exported to {written.path}"))
