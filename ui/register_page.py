"""A page over the records of one noun: list, inspector that corrects in place, add, open, export, retire, merge."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from typing_extensions import override

from ptman.export.options import Written
from ptman.labels import Label
from ptman.listing import Row
from ptman.register import lists, titles
from ui import records, words
from ui.actions import Action
from ui.desk import Desk
from ui.giving import offered as giving_offered
from ui.giving import sending
from ui.giving.giving import Giving
from ui.giving.sending import Sending
from ui.layouts import offered as layouts_offered
from ui.layouts.layouts import Layouts
from ui.record_page import CorrectingPage
from ui.registers import actions, page_steps, wholly, work
from ui.registers.actions import NONE_SELECTED, ONE_ONLY
from ui.registers.exporting import Exporting
from ui.registers.pane import Asked, RecordPane
from ui.registers.viewed import ViewedPage
from ui.registers.written_bar import WrittenBar

_PAUSE = 90


class RegisterPage(ViewedPage, CorrectingPage):
    """Say NOUN, give `blank_list` and `list_rows`; the rest has defaults that serve any noun.

    BUTTONS are the actions below the inspector.
    """

    NOUN: ClassVar[str]
    BUTTONS: ClassVar[Sequence[str]] = ("open",)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.written = WrittenBar()
        self.pane = RecordPane(self.doing, self.inspector, lambda: actions.buttons(self.acts, self.buttons()))
        self.exporting = Exporting(desk, self)
        self.layouts = Layouts(self, self.exporting)
        self.giving, self.sending = Giving(self), Sending(desk, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.frame.addWidget(self.written)
        self._connect_register()

    def buttons(self) -> Sequence[str]:
        """The actions below the inspector: the page's own, and the next step where there are steps."""
        return (*self.BUTTONS, "step") if "step" in {row.key for row in self.acts.rows} else self.BUTTONS

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
        runs = actions.Runs(
            add=self.add,
            open=lambda: self.open_record(self.table.selected()[0]),
            copy=self._on_copy,
            export=self._on_export,
            retire=lambda: work.retire_or_bring_back(self, self.chosen()),
            merge=lambda: work.begin_merge(self, self._records()),
            delete=lambda: work.delete(self, self.chosen()),
        )
        off = actions.Reasons(
            locked=lambda: self.desk.read_only,
            not_some=lambda: None if self.table.selected() else NONE_SELECTED,
            not_one=self.not_one,
            not_merge=lambda: work.not_merge(self.table.listing, self.selected_rows()),
            no_rows=lambda: None if self.table.shown_rows else actions.NO_ROWS,
        )
        add, open_, *others = actions.rows(titles.noun_class(self.NOUN).LABEL, runs, off)
        steps = page_steps.rows(self.NOUN, self.stepping)
        give = giving_offered.row(self._on_give, actions.first(off.locked, off.no_rows))
        sends = sending.rows(self.blank_list(), self._on_send, actions.first(off.locked, off.no_rows))
        more = (give, layouts_offered.row(self._on_layout), *sends)
        everything = wholly.rows(self, off.not_one)
        return (add, open_, *everything, *self.own_actions(), *others, *more, *steps)

    @override
    def open_record(self, row_id: str) -> None:
        row = self.table.row(row_id)
        if row is not None:
            self.record_asked.emit(*lists.record(self.table.listing, row))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()

    @override
    def inspect(self, rows: tuple[Row, ...]) -> None:
        self._pause.start()
        if len(rows) > 1:
            self.pane.show_many(len(rows))

    def add(self) -> None:
        """Ask for a new record."""
        self.add_one(self.NOUN, self.preset())

    @override
    def add_one(self, noun: str, preset: Mapping[str, object]) -> None:
        records.add(self.desk, self.window(), records.Fresh(noun, preset, self._on_added))

    def on_empty(self) -> None:
        """What the button of the empty list does."""
        self.add()

    def _connect_register(self) -> None:
        self._pause.timeout.connect(self._on_paused)
        self.exporting.written.connect(self._on_written)
        self.giving.written.connect(lambda written: self.written.show_written(written.path))
        self.sending.sent.connect(lambda _number, path: self.written.show_written(path))
        self.sending.told.connect(self._on_told)
        self.empty.pressed.connect(self.on_empty)
        words.on_change(self, self._on_selection_changed)

    def _records(self) -> list[tuple[str, str]]:
        return [lists.record(self.table.listing, row) for row in self.selected_rows()]

    def _on_paused(self) -> None:
        if not self.isVisible():  # a window that closes asks nothing more
            return
        self.stepping.look(self._records())
        if len(self.table.selected()) == 1:
            self.pane.look(self.asked(*self.chosen()))

    def _on_added(self, key: str) -> None:
        self.want(key)
        self.told.emit(Label("已登记", "Added"))

    def _on_copy(self) -> None:
        self.table.copy()

    def _on_layout(self) -> None:
        self.layouts.begin()

    def _on_give(self) -> None:
        self.giving.begin()

    def _on_export(self) -> None:
        self.exporting.begin(self.table.shown, self.scope())

    def _on_send(self) -> None:
        self.sending.begin(self.table.shown)

    def _on_written(self, written: Written) -> None:
        self.written.show_written(written.path)
        self.told.emit(Label(f"已导出到 {written.path}", f"Exported to {written.path}"))
