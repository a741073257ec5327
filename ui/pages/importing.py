"""The import page: workbooks are dropped or chosen, drafted, looked at, kept; earlier imports can be taken back."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ptman import undo
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.register import unfinished
from ui import day, errors, file_choice, style
from ui.actions import Action
from ui.desk import Desk
from ui.imports import look, matching, said, twins
from ui.imports.drop import DropZone
from ui.imports.files import Outgoing
from ui.imports.flow import ImportFlow
from ui.imports.items import Drawn, Kept, Refusal
from ui.imports.kinds import Kinds
from ui.imports.notices import Notices
from ui.list_page import FOLDED_BELOW
from ui.page import Page
from ui.palette import Tone
from ui.past import steps, taking_back
from ui.pieces import text
from ui.pieces.empty_state import EmptyState
from ui.pieces.splitter import Splitter
from ui.status_line import Standing
from ui.table import TableView

_BLANK = replace(steps.BLANK, key="imports", title=said.PAST)


class ImportPage(Page):
    KEY = "import"
    TITLE = Label("导入", "Import")
    ICON = "upload"
    GUIDE = "import"
    SECTION = "office"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.drop = DropZone(self, self._off)
        self.notices = Notices()
        self.table = TableView(_BLANK, EmptyState(self.ICON, said.NONE))
        self.kinds = Kinds()
        self.flow = ImportFlow(desk, self)
        self.outgoing = Outgoing(desk.work, self)
        self._past = steps.Past()
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (
            Action("undo-import", said.BACK, self._on_undo, icon="undo-2", off_because=self._no_undo, button=True),
            Action("show-import", said.LOOK, self._on_show, icon="history", off_because=self._none_selected),
            Action("columns", said.COLUMNS, self._on_columns, icon="columns-3", off_because=self._off),
            Action("choose", said.CHOOSE, self.choose, None, "Ctrl+O", "folder-open", off_because=self._off),
        )

    def choose(self) -> None:
        """Choose workbooks in the system's dialog."""
        file_choice.open_many(self, Label("选择工作簿", "Choose workbooks"), file_choice.WORKBOOKS, self.take)

    def take(self, paths: list[Path], book: str | None = None) -> None:
        """Read, draft and show these workbooks one after the other."""
        for path in paths:
            self.notices.forget(str(path))
        if paths and self._off() is None:
            self.flow.take(paths, book)

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, undo.history), self._on_past)

    @override
    def go(self, place: str) -> None:
        """`refused`: the imports of which rows are still out."""
        if place == said.REFUSED:
            self.ask(partial(self.desk.read, unfinished.imports), self._on_left)

    @override
    def standing(self) -> Standing:
        count = len(self.table.shown_rows)
        return Standing(Label(f"{count} 次导入", f"{count} imports"), len(self.table.selected()))

    @override
    def first_focus(self) -> QWidget:
        return self.drop.button

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.kinds.setVisible(self.window().width() >= FOLDED_BELOW or not self._past.imports())

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(style.WIDE, 0, style.WIDE, 0)
        column.setSpacing(style.NORMAL)
        column.addWidget(self.drop)
        column.addWidget(self.notices)
        column.addWidget(text.line(said.PAST, tone=Tone.QUIET))
        column.addWidget(self.table, 1)
        splitter = Splitter(self.KEY)
        splitter.addWidget(left)
        splitter.addWidget(self.kinds)
        splitter.setStretchFactor(0, 1)
        splitter.restore([1280 - 360, 360])
        self.frame.addWidget(splitter, 1)
        self.table.colour_by(lambda _row, key: Tone.QUIET if key in {"who", "state"} else Tone.PLAIN)

    def _connect(self) -> None:
        self.drop.choose_asked.connect(self.choose)
        self.drop.dropped.connect(self.take)
        self.kinds.template_asked.connect(partial(self.outgoing.template, self))
        self.outgoing.told.connect(self.told)
        self.outgoing.failed.connect(self._on_failed)
        self.table.row_opened.connect(lambda number: self.page_asked.emit("history", number))
        self.table.selection_changed.connect(self._on_standing)
        self.flow.refused.connect(self._on_refused)
        self.flow.drawn.connect(self._on_drawn)
        self.flow.kept.connect(self._on_kept)
        self.flow.busy_changed.connect(self._on_busy_changed)

    def _off(self) -> Label | None:
        return self.desk.read_only or (said.BUSY if self.flow.busy else None)

    def _none_selected(self) -> Label | None:
        return None if len(self.table.selected()) == 1 else said.SELECT

    def _no_undo(self) -> Label | None:
        entry = self._selected()
        if entry is None:
            return said.SELECT
        return self.desk.read_only or (None if entry.in_force else said.UNDONE)

    def _selected(self) -> undo.Entry | None:
        chosen = self.table.selected()
        return self._past.entry(int(chosen[0])) if len(chosen) == 1 else None

    def _on_past(self, entries: tuple[undo.Entry, ...]) -> None:
        self._past = steps.Past(entries)
        self.table.show_listing(steps.listing(self._past, self._past.imports(), day.today(), _BLANK))
        self._on_standing()

    def _on_left(self, found: tuple[unfinished.Unfinished, ...]) -> None:
        """Selected; a file that is mended is chosen anew."""
        self.table.select([str(one.number) for one in found])
        self.notices.say_out(found, self.choose)

    def _on_standing(self) -> None:
        self.acts.renew()
        self.standing_changed.emit()

    def _on_busy_changed(self) -> None:
        self.acts.renew()
        self.drop.button.setEnabled(self._off() is None)

    def _on_refused(self, refusal: Refusal) -> None:
        match = partial(matching.of_refusal, self, self.flow)
        self.notices.say_refused(refusal, lambda path, book: self.take([path], book), match)

    def _on_drawn(self, drawn: Drawn) -> None:
        look.at(drawn, self.window(), self.flow, self.outgoing)

    def _on_kept(self, kept: Kept) -> None:
        name = kept.drawn.path.name
        self.told.emit(Label(f"已导入“{name}” {kept.rows} 行", f"Imported {kept.rows} rows of “{name}”"))
        refused = kept.drawn.intake.draft.counts()[Fate.REFUSED]
        if refused:
            self.notices.say_left(kept, refused, partial(self.outgoing.copy, self, kept.drawn))
        twins.look(self, kept, self.notices.add)

    def _on_undo(self) -> None:
        entry = self._selected()
        if entry is not None:
            name = Label(f"撤销：{entry.sentence.zh}", f"Undoing: {entry.sentence.en}")
            taking_back.take_back(self.desk, entry.number, name, partial(self._on_failed, "undo"))

    def _on_columns(self) -> None:
        matching.of_sources(self, self.flow)

    def _on_show(self) -> None:
        self.page_asked.emit("history", self.table.selected()[0])

    def _on_failed(self, key: str, error: Exception) -> None:
        if isinstance(error, PtmanError):
            self.notices.say(key, error.sentence)
        else:
            errors.show(error, self)
