"""What a layout says of rows and words: filter, sort, groups, language, title."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ptman.export.layouts.layout import Layout, SortKey
from ptman.export.options import Headers
from ptman.labels import Label
from ptman.listing import Column
from ui import style, words
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.chips import Chip

_NONE = Label("不排序", "Not sorted")
_NO_GROUP = Label("不分组", "No groups")
_DESCENDING = Label("倒序", "Descending")
_SORTS = 2


class RowBoxes(QWidget):
    """Boxes and lines, one below the other.

    Signals:
        changed: a hand changed something.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = ()
        self._chips: tuple[Chip, ...] = ()
        self.title, self.words = QLineEdit(), QLineEdit()
        self.headers, self.chip, self.group = QComboBox(), QComboBox(), QComboBox()
        self.sorts = [(QComboBox(), QCheckBox()) for _ in range(_SORTS)]
        self.subtotals = QCheckBox()
        self._lay_out()
        self._connect()

    def show_layout(self, layout: Layout, columns: Sequence[Column], chips: Sequence[Chip]) -> None:
        self._columns, self._chips = tuple(columns), tuple(chips)
        self.blockSignals(True)
        self._fill()
        self.title.setText(layout.title)
        self.words.setText(layout.words)
        self.headers.setCurrentIndex(list(Headers).index(layout.headers))
        self.chip.setCurrentIndex(max(0, self.chip.findData(layout.tag)))
        self.group.setCurrentIndex(max(0, self.group.findData(layout.group)))
        self.subtotals.setChecked(layout.subtotals)
        for at, (box, descending) in enumerate(self.sorts):
            one = layout.sort[at] if at < len(layout.sort) else SortKey("")
            box.setCurrentIndex(max(0, box.findData(one.key)))
            descending.setChecked(one.descending)
        self.blockSignals(False)
        self._renew()

    def laid_out(self, layout: Layout) -> Layout:
        """The layout with what is said here."""
        pairs = [(str(box.currentData()), check.isChecked()) for box, check in self.sorts if box.currentData()]
        return replace(
            layout,
            sort=tuple(SortKey(key, descending) for key, descending in pairs),
            tag=str(self.chip.currentData() or ""),
            words=self.words.text().strip(),
            group=str(self.group.currentData() or ""),
            subtotals=self.subtotals.isChecked(),
            headers=list(Headers)[max(0, self.headers.currentIndex())],
            title=self.title.text().strip(),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.SMALL)
        grid.setVerticalSpacing(style.SMALL)
        first, second = self.sorts
        lines: tuple[tuple[Label, tuple[QWidget, ...]], ...] = (
            (Label("标题", "Title"), (self.title,)),
            (Label("语言", "Language"), (self.headers,)),
            (Label("视图", "View"), (self.chip,)),
            (Label("含有", "Holding"), (self.words,)),
            (Label("排序", "Sort"), first),
            (Label("再按", "Then by"), second),
            (Label("分组", "Groups"), (self.group, self.subtotals)),
        )
        for at, (label, boxes) in enumerate(lines):
            grid.addWidget(text.line(label, tone=Tone.QUIET), at, 0)
            row = QHBoxLayout()
            row.setSpacing(style.SMALL)
            for box in boxes:
                row.addWidget(box, 0 if isinstance(box, QCheckBox) else 1)
            grid.addLayout(row, at, 1)
            words.name(boxes[0], label)
        grid.setColumnStretch(1, 1)
        words.bind(self.title, self.title.setPlaceholderText, Label("与列表相同", "As the list"))
        words.bind(self.subtotals, self.subtotals.setText, Label("小计", "Subtotals"))
        for _, check in self.sorts:
            words.bind(check, check.setText, _DESCENDING)

    def _connect(self) -> None:
        for line in (self.title, self.words):
            line.textEdited.connect(self.changed)
        for box in (self.headers, self.chip, self.group, *(box for box, _ in self.sorts)):
            box.activated.connect(self._on_changed)
        for check in (self.subtotals, *(check for _, check in self.sorts)):
            check.clicked.connect(self._on_changed)
        words.on_change(self, self._speak)

    def _fill(self) -> None:
        for box in (self.headers, self.chip, self.group, *(box for box, _ in self.sorts)):
            box.clear()
        for one in Headers:
            self.headers.addItem(words.say(one.label))
        for chip in self._chips:
            self.chip.addItem(words.say(chip.label), chip.tag)
        for box, none in ((self.group, _NO_GROUP), *((box, _NONE) for box, _ in self.sorts)):
            box.addItem(words.say(none), "")
            for column in self._columns:
                box.addItem(words.say(column.label), column.key)

    def _speak(self) -> None:
        for at, one in enumerate(Headers):
            self.headers.setItemText(at, words.say(one.label))
        for at, chip in enumerate(self._chips):
            self.chip.setItemText(at, words.say(chip.label))
        for box, none in ((self.group, _NO_GROUP), *((box, _NONE) for box, _ in self.sorts)):
            for at, label in enumerate((none, *(column.label for column in self._columns))):
                box.setItemText(at, words.say(label))

    def _on_changed(self) -> None:
        self._renew()
        self.changed.emit()

    def _renew(self) -> None:
        """What says nothing without something else is off."""
        self.subtotals.setEnabled(bool(self.group.currentData()))
        for box, check in self.sorts:
            check.setEnabled(bool(box.currentData()))
