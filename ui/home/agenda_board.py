"""The agenda on the first page: what is overdue, due this week and this month, by kind, each a click from its cure."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from ptman.labels import Label, same
from ptman.register import agenda
from ptman.register.agenda import Bunch, Item, When
from ui import style, words
from ui.home.due_button import DueButton
from ui.palette import Tone
from ui.pieces import text

SHOWN = (When.OVERDUE, When.WEEK, When.MONTH)
TONES = {When.OVERDUE: Tone.OVERDUE, When.WEEK: Tone.SOON, When.MONTH: Tone.QUIET}
MOST = 3
"""So many of a kind are named; where there are more, the kind leads to the list of all."""
NOTHING = Label("没有。", "Nothing.")


class AgendaBoard(QWidget):
    """Three columns side by side; a kind opens the agenda filtered, a thing the place where it is cured.

    Signals:
        kind_asked(str): the list of the things with that tag.
        item_asked(Item): the thing itself.
    """

    kind_asked = Signal(str)
    item_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: tuple[DueButton, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.WIDE)
        self._columns: dict[When, QVBoxLayout] = {}
        self._heads: dict[When, text.Text] = {}
        for at, one in enumerate(SHOWN):
            self._grid.setColumnStretch(at, 1)
            self._heads[one] = text.Text(style.SECONDARY, TONES[one])
            self._grid.addWidget(self._heads[one], 0, at)
            self._grid.addWidget(text.hairline(), 1, at)
            self._columns[one] = QVBoxLayout()
            self._columns[one].setSpacing(0)
            self._grid.addLayout(self._columns[one], 2, at, Qt.AlignmentFlag.AlignTop)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what is due anew; the focus stays on what it was on."""
        focused = next((one.accessibleName() for one in self.buttons if one.hasFocus()), "")
        made: list[DueButton] = []
        bunches = agenda.bunches(tuple(items))
        for when in SHOWN:
            column = self._columns[when]
            _empty(column)
            mine = [one for one in bunches if one.when is when]
            count = sum(len(one.items) for one in mine)
            words.bind(self._heads[when], self._heads[when].setText, when.label.plus(same(str(count)), " "))
            if not mine:
                column.addWidget(text.paragraph(NOTHING, Tone.QUIET))
            for bunch in mine:
                made += self._bunch(column, bunch)
        self.buttons = tuple(made)
        for one in made:
            if one.accessibleName() == focused:
                one.setFocus()

    def _bunch(self, column: QVBoxLayout, bunch: Bunch) -> list[DueButton]:
        tone = TONES[bunch.when]
        head = DueButton(bunch.what, str(len(bunch.items)), tone, strong=True)
        head.clicked.connect(partial(self._on_kind, bunch.tag))
        found = [head]
        for item in bunch.items[:MOST]:
            one = DueButton(same(item.title), f"{item.day:%m-%d}", tone, strong=False)
            one.clicked.connect(partial(self._on_item, item))
            found.append(one)
        for one in found:
            column.addWidget(one)
        return found

    def _on_kind(self, tag: str, _checked: object = None) -> None:
        self.kind_asked.emit(tag)

    def _on_item(self, item: Item, _checked: object = None) -> None:
        self.item_asked.emit(item)


def _empty(column: QLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
