"""The parts of a record in a small table: added, opened, deleted and put in order, each as one step."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.register import edit, parts
from ptman.register.parts import Part
from ui import style, words
from ui.around.reading import Doing
from ui.form_link import Link
from ui.pieces import button
from ui.pieces.empty_state import EmptyState
from ui.table import TableView

_ROWS = 6
_LEAST = 3


class PartsTable(QWidget):
    """One noun's parts. Enter opens, Delete deletes, Alt+Up and Alt+Down move where parts have an order."""

    def __init__(self, part: Part, whole: Link, doing: Doing, *, low: bool) -> None:
        super().__init__()
        self._part = part
        self._whole = whole
        self._doing = doing
        empty = Label(f"还没有{part.label.zh}。", f"No {part.label.en.lower()} yet.")
        self.table = TableView(part.listing, EmptyState("list-checks", empty))
        self.table.show_listing(part.listing)
        words.name(self.table, part.label)
        if low:
            lines = min(_ROWS, max(_LEAST, len(part.listing.rows))) + 1
            self.table.setFixedHeight(style.ROW_HEIGHT[style.Density.NORMAL] * lines + style.SMALL)
        self._one: list[QToolButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.TIGHT)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._bar())
        self.table.row_opened.connect(partial(doing.open, part.noun))
        self.table.selection_changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    def _bar(self) -> QHBoxLayout:
        what = self._part.label
        row = QHBoxLayout()
        row.setSpacing(style.TIGHT)
        if self._part.by_hand:
            add = button.plain(Label(f"新增{what.zh}…", f"New {what.en.lower()}…"), "plus")
            add.clicked.connect(self._on_add)
            self._lock(add)
            row.addWidget(add)
        row.addStretch(1)
        for label, icon, key, run in self._rows():
            made = button.quiet(label, icon)
            made.clicked.connect(run)
            self._one.append(made)
            row.addWidget(made)
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(made.click)
        return row

    def _rows(self) -> Sequence[tuple[Label, str, str, Callable[[], object]]]:
        if not self._part.by_hand or self._doing.desk.read_only is not None:
            return ()
        found: list[tuple[Label, str, str, Callable[[], object]]] = []
        if self._part.ordered:
            found += [
                (Label("上移 (Alt+↑)", "Move up (Alt+↑)"), "chevron-up", "Alt+Up", partial(self._shift, -1)),
                (Label("下移 (Alt+↓)", "Move down (Alt+↓)"), "chevron-down", "Alt+Down", partial(self._shift, 1)),
            ]
        return (*found, (Label("删除 (Delete)", "Delete (Delete)"), "trash-2", "Delete", self._delete))

    def _lock(self, made: QWidget) -> None:
        if (locked := self._doing.desk.read_only) is not None:
            made.setEnabled(False)
            words.bind(made, made.setToolTip, locked)

    def _on_selection_changed(self) -> None:
        for made in self._one:
            made.setEnabled(len(self.table.selected()) == 1)

    def _on_add(self) -> None:
        self._doing.add(self._part.noun, {**self._part.preset, self._part.link: self._whole})

    def _shift(self, by: int) -> None:
        ref = self._part.ref(self.table.selected()[0])
        self._act(Label("调整次序", "Changing the order"), lambda: self._doing.desk.write(parts.shift, ref, by))

    def _delete(self) -> None:
        ref = self._part.ref(self.table.selected()[0])
        self._act(Label("删除", "Deleting"), lambda: self._doing.desk.write(edit.delete, ref))

    def _act(self, name: Label, job: Callable[[], object]) -> None:
        self._doing.desk.work.act(name, lambda _step: job())
