"""Foresees what it brings when a supervisor leaves: who moves, letters, agreements, whom to tell; then applies it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QTabWidget, QVBoxLayout, QWidget

from ptman.aspects.double.consequences import Consequences
from ptman.aspects.double.leaving_rows import Foreseen, Leaving
from ptman.aspects.double.naming import Someone
from ptman.labels import Label
from ptman.rules import dates
from ui import day, style, words
from ui.aspects.double import leave_lists
from ui.form_editors import DateEditor, TextEditor
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.empty_state import EmptyState
from ui.table import TableView

_TITLE = Label("导师离任", "A supervisor leaves")
_EMPTY = Label("选好导师和日期，点“预演”，看要动哪些人。", "Choose who and when, then press “Rehearse”.")
_NOT_YET = Label("预演不改动任何数据。", "A rehearsal changes nothing.")
_DATE = Label("离任日期不是有效日期。", "That is no date.")


class LeaveDialog(QDialog):
    """Nothing changes until it is applied; then it is one step that can be undone.

    Signals:
        asked(Leaving): rehearse this.
        applied(Foreseen): do it.
        printed(Foreseen, Consequences): show the paper of whom to tell.
    """

    asked = Signal(object)
    applied = Signal(object)
    printed = Signal(object, object)

    def __init__(self, people: tuple[Someone, ...], chosen: str, locked: Label | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._people, self._locked = people, locked
        self._seen: Foreseen | None = None
        self._found: Consequences | None = None
        self.whom, self.on, self.reason = QComboBox(), DateEditor(), TextEditor()
        self.rehearse = button.plain(Label("预演", "Rehearse"), "refresh-cw")
        self.apply = button.primary(Label("执行", "Apply"), "check")
        self.paper = button.plain(Label("告知名单…", "Whom to tell…"), "printer")
        self.cancel = button.plain(Label("关闭", "Close"))
        self.said = text.paragraph(_NOT_YET, Tone.QUIET)
        self.tabs = QTabWidget()
        self.tables = {
            key: TableView(blank, EmptyState("users", _EMPTY)) for key, blank in leave_lists.blanks().items()
        }
        words.bind(self, self.setWindowTitle, _TITLE)
        self.resize(960, 680)
        self._fill(chosen)
        self._lay_out()
        self._connect()
        self._ready()

    def show_found(self, seen: Foreseen, found: Consequences) -> None:
        self._seen, self._found = seen, found
        for key, listing in leave_lists.listings(seen, found).items():
            self.tables[key].show_listing(listing)
        self._name_tabs()
        words.bind(self.said, self.said.setText, leave_lists.told(seen, found))
        self.said.set_tone(Tone.SOON if seen.vacant else Tone.PLAIN)
        self._ready()

    def failed(self) -> None:
        """The rehearsal was refused, and the reason told; what was asked can be changed."""
        self._ready()

    def _fill(self, chosen: str) -> None:
        for one in self._people:
            self.whom.addItem(f"{one.name} {one.number} · {one.unit}", one.id)
        self.whom.setCurrentIndex(max(0, self.whom.findData(chosen)))
        self.on.show_value(day.today())
        names: tuple[tuple[QWidget, Label], ...] = (
            (self.whom, Label("离任导师", "Who leaves")),
            (self.on, Label("离任日期", "From")),
            (self.reason, Label("离任原因", "Reason")),
            (self.tabs, Label("预演结果", "What it brings")),
        )
        for widget, label in names:
            words.name(widget, label)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.SMALL)
        grid.setColumnStretch(1, 1)
        lines = (
            (Label("离任导师", "Who leaves"), self.whom),
            (Label("离任日期", "From"), self.on),
            (Label("离任原因", "Reason"), self.reason),
        )
        for at, (label, widget) in enumerate(lines):
            grid.addWidget(text.line(label, tone=Tone.QUIET), at, 0)
            grid.addWidget(widget, at, 1)
        grid.addWidget(self.rehearse, len(lines) - 1, 2)
        for key, table in self.tables.items():
            self.tabs.addTab(table, key)
        self.tabs.setDocumentMode(True)
        words.on_change(self.tabs, self._name_tabs)
        self._name_tabs()
        foot = foot_row.of(self.cancel, self.apply, left=(self.paper,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(_TITLE))
        layout.addLayout(grid)
        layout.addWidget(self.said)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.rehearse.clicked.connect(self._on_rehearse)
        self.apply.clicked.connect(self._on_apply)
        self.paper.clicked.connect(self._on_paper)
        self.cancel.clicked.connect(self.reject)
        self.whom.currentIndexChanged.connect(self._forget)
        self.on.edited.connect(self._forget)
        self.reason.edited.connect(self._forget)

    def _name_tabs(self) -> None:
        for at, (key, table) in enumerate(self.tables.items()):
            title, count = leave_lists.TITLES[key], len(table.listing.rows)
            self.tabs.setTabText(at, f"{words.say(title)} {count}" if count else words.say(title))

    def _forget(self) -> None:
        """What was rehearsed belongs to what was asked then."""
        if self._seen is not None:
            self._seen = self._found = None
            for key, blank in leave_lists.blanks().items():
                self.tables[key].show_listing(blank)
            self._name_tabs()
            words.bind(self.said, self.said.setText, _NOT_YET)
            self.said.set_tone(Tone.QUIET)
        self._ready()

    def _ready(self) -> None:
        self.rehearse.setEnabled(self._locked is None and bool(self._people))
        self.apply.setEnabled(self._seen is not None and self._locked is None)
        self.paper.setEnabled(self._seen is not None)

    def _day(self) -> date | None:
        return dates.date(self.on.typed()).value

    def _on_rehearse(self) -> None:
        on = self._day()
        if on is None:
            words.bind(self.said, self.said.setText, _DATE)
            self.said.set_tone(Tone.OVERDUE)
            return
        one = self._people[self.whom.currentIndex()]
        self.rehearse.setEnabled(False)
        self.asked.emit(Leaving(one.noun, one.id, on, self.reason.typed()))

    def _on_apply(self) -> None:
        if self._seen is not None:
            self.apply.setEnabled(False)
            self.applied.emit(self._seen)

    def _on_paper(self) -> None:
        if self._seen is not None and self._found is not None:
            self.printed.emit(self._seen, self._found)
